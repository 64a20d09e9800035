import FurlongEvaluation
import FurlongStudy

extension Findings<Unreleased> {
  /// Makes coarse what stands beside the numbers: what was in when the plan was frozen, and dates where only years are
  /// published.
  mutating func coarsen(_ rounding: Rounding, yearsOnly: Bool) {
    let coarsening = Coarsening(rounding: rounding, yearsOnly: yearsOnly)
    study.registered = study.registered.map {
      DayRange(from: coarsening.day($0.from), to: coarsening.day($0.to))
    }
    study.dataTo = study.dataTo.map(coarsening.day)
    for place in provenance.inputs.indices {
      provenance.inputs[place].file =
        PublicFileName(of: provenance.inputs[place].file, number: place + 1).text
      // With a row a person, a row is a person.
      for rows in [
        \Provenance.Input.rowsRead, \.rowsKept, \.rowsSetAside, \.rowsSkipped,
      ] {
        let count = provenance.inputs[place][keyPath: rows]
        provenance.inputs[place][keyPath: rows] =
          rounding.isFew(count) ? 0 : rounding.count(count)
      }
    }
    // What was done by hand was done to few rows, which whoever did it knows: only that it was done is said.
    if var byHand = provenance.byHand {
      (byHand.cells, byHand.rowsLeftOut) = (min(1, byHand.cells), min(1, byHand.rowsLeftOut))
      (byHand.merges, byHand.splits) = (min(1, byHand.merges), min(1, byHand.splits))
      byHand.isCounted = false
      provenance.byHand = byHand
    }
    if var freeze = provenance.freeze {
      freeze.frozen = coarsening.moment(freeze.frozen)
      for place in freeze.amendments.indices {
        freeze.amendments[place].moment = coarsening.moment(freeze.amendments[place].moment)
      }
      provenance.freeze = freeze
    }
    for place in steps.indices {
      switch steps[place].planned {
      case .frozen(let moment): steps[place].planned = .frozen(coarsening.moment(moment))
      case .added(let moment, let why):
        steps[place].planned = .added(coarsening.moment(moment), why: why)
      case .yes, .no, .amended: break
      }
    }
  }
}

private struct Coarsening {
  var rounding: Rounding
  var yearsOnly: Bool

  /// A day, or the first of its year where only years are published.
  func day(_ day: CalendarDay) -> CalendarDay { yearsOnly ? day.firstOfYear : day }

  func moment(_ moment: PlanFreeze.Moment) -> PlanFreeze.Moment {
    var coarse = moment
    coarse.on = day(moment.on)
    coarse.followUpForms = seen(moment.followUpForms)
    coarse.serviceUse = seen(moment.serviceUse)
    coarse.stories = seen(moment.stories)
    coarse.unitMonths = seen(moment.unitMonths)
    return coarse
  }

  private func seen(_ seen: PlanFreeze.Seen) -> PlanFreeze.Seen {
    switch seen {
    case .nothing: .nothing
    case .fewerThan, .about: .fewerThan(rounding.rules.threshold)
    case .count(let count):
      rounding.isFew(count)
        ? .fewerThan(rounding.rules.threshold) : .about(rounding.count(count))
    }
  }
}
