import FurlongEvaluation
import FurlongStudy

/// Small pieces of findings, so that an example reads as a table of numbers.
enum Parts {
  /// Whose number it is, of how many.
  typealias Whose = (used: PeopleCount, eligible: PeopleCount)

  static func number(
    _ value: Double, _ whose: Whose, interval: ClosedRange<Double>? = nil,
    contributors: [Estimate.Contributors] = []
  ) -> FoundAnswer {
    .estimated(
      Estimate(
        value, used: whose.used, eligible: whose.eligible,
        interval: interval.map {
          Interval(low: $0.lowerBound, high: $0.upperBound, level: 0.95)
        }, contributors: contributors))
  }

  /// A sum of what so many people have.
  static func sum(_ value: Double, by people: Int, _ whose: Whose) -> FoundAnswer {
    number(value, whose, contributors: [evenly(Int(value), over: people)])
  }

  /// A sum to which everybody gives as much as everybody else.
  static func evenly(_ total: Int, over people: Int) -> Estimate.Contributors {
    Estimate.Contributors(
      to: (0..<people).map { ($0 + 1) * total / people - $0 * total / people })
  }

  static func none(_ reason: NotEstimable, _ whose: Whose) -> FoundAnswer {
    .notEstimable(reason, used: whose.used, eligible: whose.eligible)
  }

  /// A share of those used, with the people counted.
  static func share(
    _ count: Int, _ people: PeopleSet, _ whose: Whose, interval: ClosedRange<Double>? = nil
  ) -> FoundAnswer {
    part(count, of: whose.used.count, whose, people: people, interval: interval)
  }

  /// A share of things, or of people.
  static func part(
    _ count: Int, of all: Int, _ whose: Whose, people: PeopleSet? = nil,
    interval: ClosedRange<Double>? = nil
  ) -> FoundAnswer {
    guard
      case .estimated(var estimate) = number(
        Double(count) / Double(all), whose, interval: interval)
    else { return none(.noData, whose) }
    estimate.parts = Estimate.Parts(count: Double(count), people: people, of: all)
    return .estimated(estimate)
  }

  static func change(
    _ scale: ScaleDescription, _ occasion: TimeName, _ group: GroupName, used: Int,
    of eligible: Int, before: Double, after: Double, interval: ClosedRange<Double>
  ) -> ChangeFinding<Unreleased>.Row {
    let whose = pairs(scale, occasion, group, used: used, of: eligible)
    func deviations(_ value: Double) -> FoundAnswer {
      number(value, whose, interval: (value - 0.2)...(value + 0.2))
    }
    let difference = after - before
    return ChangeFinding.Row(
      occasion: occasion, group: group, used: whose.used, eligible: whose.eligible,
      answers: Answers { measure in
        switch measure {
        case .meanBefore: number(before, whose)
        case .sdBefore: number(10.4, whose)
        case .meanAfter: number(after, whose)
        case .sdAfter: number(10.8, whose)
        case .correlation: number(0.61, whose)
        case .meanChange: number(difference, whose, interval: interval)
        case .sdChange: number(9.6, whose)
        case .tStatistic: number(-6.5, whose)
        case .wilcoxon: number(587.5, whose)
        case .dAv: deviations(difference / 10.6)
        case .gAv: deviations(difference / 10.7)
        case .dZ: deviations(difference / 9.6)
        case .dRm: deviations(difference / 10.9)
        case .dB: deviations(difference / 10.4)
        case .gB: deviations(difference / 10.5)
        case .medianBefore: number(before - 0.5, whose)
        case .medianAfter: number(after - 0.5, whose)
        case .lowerQuartileBefore: number(before - 7, whose)
        case .upperQuartileBefore: number(before + 6, whose)
        case .lowerQuartileAfter: number(after - 7, whose)
        case .upperQuartileAfter: number(after + 6, whose)
        case .medianChange:
          .estimated(
            Estimate(
              difference * 0.9, used: whose.used, eligible: whose.eligible,
              interval: Interval(
                low: interval.lowerBound - 0.1, high: interval.upperBound + 0.1, level: 0.957)))
        case .probabilityOfImprovement: improvement(0.62, whose)
        }
      })
  }

  /// The share who moved to the better end, and half of those who stayed: a count with halves.
  private static func improvement(_ share: Double, _ whose: Whose) -> FoundAnswer {
    .estimated(
      Estimate(
        share, used: whose.used, eligible: whose.eligible,
        interval: Interval(low: 0.51, high: 0.72, level: 0.95),
        parts: Estimate.Parts(
          count: (2 * share * Double(whose.used.count)).rounded() / 2, of: whose.used.count,
          countsHalves: true)))
  }

  /// Those with both forms, of those due.
  static func pairs(
    _ scale: ScaleDescription, _ occasion: TimeName, _ group: GroupName, used: Int,
    of eligible: Int
  ) -> Whose {
    (
      PeopleCount(used, .paired(scale: scale.id, occasion: occasion.id, group: group.id)),
      PeopleCount(eligible, .due(occasion: occasion.id, group: group.id))
    )
  }

  /// What became of those with both forms; `crossed` is nil where no cut-off was published.
  static func meaning(
    _ scale: ScaleDescription, _ occasion: TimeName, _ group: GroupName, used: Int,
    of eligible: Int, better: Int, worse: Int, crossed: Int?
  ) -> MeaningFinding<Unreleased>.Row {
    let whose = pairs(scale, occasion, group, used: used, of: eligible)
    func share(_ count: Int, _ measure: MeaningMeasure) -> FoundAnswer {
      let share = Double(count) / Double(used)
      return Parts.share(
        count, .judged(measure, scale: scale.id, occasion: occasion.id, group: group.id), whose,
        interval: max(share - 0.06, 0)...min(share + 0.07, 1))
    }
    return MeaningFinding.Row(
      occasion: occasion, group: group, used: whose.used, eligible: whose.eligible,
      shares: Answers { measure in
        switch measure {
        case .improved: share(better, measure)
        case .unchanged: share(used - better - worse, measure)
        case .deteriorated: share(worse, measure)
        case .crossed:
          crossed.map { share($0, measure) } ?? none(.noCutOffPublished, whose)
        case .recovered:
          crossed.map { share(min(better, $0), measure) } ?? none(.noCutOffPublished, whose)
        case .harmed:
          crossed == nil ? none(.noCutOffPublished, whose) : share(min(worse, 1), measure)
        }
      })
  }

  static func provenance(_ inputs: [Provenance.Input]) -> Provenance {
    Provenance(
      tool: "furlong 0.1.0",
      planSHA256: "5f1c2b7e3d4a69081726354453627180f9e8d7c6b5a493827160594837261500", seed: 2025,
      inputs: inputs)
  }

  static func input(_ file: String, _ rows: Int, setAside: Int = 0) -> Provenance.Input {
    Provenance.Input(
      file: file,
      sortedLinesSHA256: "77b0c1d2e3f4051627384950a1b2c3d4e5f60718293a4b5c6d7e8f9001122334",
      rowsRead: rows, rowsKept: rows - setAside, rowsSetAside: setAside, rowsSkipped: 0)
  }
}

extension PeopleCount {
  /// A count of a group of the population.
  static func population(_ count: Int, _ group: GroupName = .everyone) -> PeopleCount {
    PeopleCount(count, .population(group: group.id))
  }
}
