import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Who came, and who is counted: one follow-up, the headline's.
struct NumbersAnswer {
  private let material: ReportMaterial
  private let verdict: StudyVerdict

  init(_ material: ReportMaterial, _ verdict: StudyVerdict) {
    self.material = material
    self.verdict = verdict
  }

  /// The flow to the headline.
  private var flow: FlowWording? {
    let flows = material.reach.flatMap(\.found.flows)
    let leading = flows.filter { $0.scale?.id == material.leadingScale?.id }
    let headline = leading.first { $0.occasion == verdict.change.first?.occasion }
    return (headline ?? leading.first ?? flows.first).map { FlowWording($0, material) }
  }

  /// Who came.
  var came: Prose {
    guard let flow, let registered = flow.registered, let population = flow.population
    else { return "The plan does not ask who came." }
    let people = material.people
    let verb = material.study.registered == nil ? "are in the data" : "registered"
    var sentences: [Prose] = []
    if population.kind == registered.kind {
      let all = people.people(registered.people, flow.fact(registered))
      sentences.append(Prose.strong("\(all.capitalised) \(verb)"))
    } else {
      let all: Prose =
        registered.people.number == nil
        ? "How many people \(verb) is not shown"
        : "\(people.count(registered.people, flow.fact(registered))) people \(verb)"
      sentences.append(
        "\(strong: "\(all.capitalised)"); \(ours(population.people, flow.fact(population)))")
    }
    guard let attended = flow.attended else {
      return sentences.joined().withFullStop + " Attendance is not known."
    }
    return "\(sentences.joined().withoutFullStop), \(came(attended.people, flow.fact(attended)))."
  }

  /// `410 students included`.
  private func ours(_ people: ReleasedCount, _ fact: String) -> Prose {
    if case .withheld(let reason) = people.shown {
      return "\(ReportedNumber.withheld("how many", reason, fact)) are included is not shown"
    }
    return
      "\(material.people.plainPeople(people, fact)) included"
  }

  /// `360 came`.
  private func came(_ people: ReleasedCount, _ fact: String) -> Prose {
    if case .withheld(let reason) = people.shown {
      return "\(ReportedNumber.withheld("how many", reason, fact)) of them came is not shown"
    }
    return "\(material.people.plain(people, fact)) came"
  }

  /// Who is counted, and what those missing could do to them.
  var counted: Prose {
    if let share = flow?.share {
      return [
        Prose.strong("\(share.capitalised)."), missing,
      ].joined()
    }
    let outcomes = material.serviceUse.flatMap(\.found.outcomes)
    guard let event = outcomes.first(where: { $0.event.id == verdict.leadingEvents.first }) else {
      if let units = material.unitRates.first?.found, verdict.change.isEmpty {
        return "Nobody: what changed is told of \(units.many) as a whole."
      }
      if let timed = TimeToEventWording.leading(material), verdict.change.isEmpty,
        timed.wording.obstacle == nil
      {
        return timed.wording.counted(timed.row)
      }
      return verdict.change.isEmpty
        ? "The plan asks for no figures of change." : "The plan does not ask who is in them."
    }
    return ServiceUseWording(event, material).counted(for: [event.event.many], isStrong: true)
  }

  /// What the answer would be if everyone missing had stayed the same, and how they would have to have fared for it to
  /// vanish.
  private var missing: Prose {
    guard verdict.arms.isEmpty, let headline = verdict.change.first, let missing = headline.missing,
      let outcome = material.leadingChange,
      let row = outcome.rows.first(where: {
        $0.group == headline.group && $0.occasion == headline.occasion
      })
    else { return Prose() }
    let wording = ChangeWording(outcome, material)
    let points = wording.scale.points
    func number(_ value: Double, _ measure: String) -> ReportedNumber {
      ReportedNumber(
        points.text(abs(value), in: row[.meanChange]), fact: wording.fact(row, measure),
        value: .released(value))
    }
    let way = headline.call == .up ? "rise" : "fall"
    // Both are made of the printed counts.
    let about: Prose = row.used.isRounded ? "about " : ""
    let unchanged: Prose =
      "Were those missing unchanged, the \(way) is \(about)\(number(missing.ifUnchanged, "mean_change.if_missing_unchanged")) points"
    guard let vanish = missing.toVanish else {
      return "\(unchanged); the scale is too short for them to undo it."
    }
    let other = vanish < 0 ? "fallen" : "risen"
    return
      "\(unchanged); had they \(other) \(row.used.isRounded ? "about" : "by") \(number(vanish, "mean_change.missing_to_vanish")), none."
  }
}
