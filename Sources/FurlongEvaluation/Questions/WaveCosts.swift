import FurlongStudy

/// What use cost in each period of exports that count by period, by one book of prices.
///
/// It is made of the very rates that service use shows of each period, so that it stands where that is asked too. There is no
/// interval: whose counts a period has is not kept person by person.
struct WaveCosts {
  var material: Material
  var events: [EventKind]
  var window: ServiceWindow
  /// Pounds of each event.
  var prices: [Double]

  /// The periods, earliest first; none where exports have dates, or count the events in different periods.
  func answer() -> [MoneyFinding<Unreleased>.Wave] {
    var timelines: [EventTimeline] = []
    for event in events {
      guard isShown(event),
        let found = material.cohort.timelines.first(where: {
          $0.event == event.id && $0.window == window.id
        }), found.unit == .periods
      else { return [] }
      timelines.append(found)
    }
    guard let first = timelines.first, first.bins.count > 1,
      timelines.allSatisfy({ zip($0.bins, first.bins).allSatisfy(Self.isSame) }),
      timelines.allSatisfy({ $0.bins.count == first.bins.count })
    else { return [] }
    let sums = first.bins.indices.map { place in cost(timelines.map { $0.bins[place] }) }
    return first.bins.indices.map { place in
      wave(timelines.map { $0.bins[place] }, sums[place], first: sums[0])
    }
  }

  private static func isSame(_ one: EventTimeline.Bin, _ other: EventTimeline.Bin) -> Bool {
    one.from == other.from && one.to == other.to
  }

  /// Whether a step shows the event's use by everyone in the window.
  private func isShown(_ event: EventKind) -> Bool {
    material.plan.steps.contains { step in
      guard case .serviceUse(let asked) = step.asked, !step.isFromLandmark else { return false }
      return (asked.isEmpty || asked.contains(event.id))
        && (step.windows.isEmpty || step.windows.contains(window.id))
    }
  }

  /// Pounds a person-year; nil where nobody was watched for one of the events.
  private func cost(_ bins: [EventTimeline.Bin]) -> Double? {
    guard bins.allSatisfy({ $0.days > 0 }) else { return nil }
    return zip(bins, prices).reduce(0) { $0 + rate($1.0) * $1.1 }
  }

  private func rate(_ bin: EventTimeline.Bin) -> Double {
    Double(bin.events) / EventSample.personYears([bin.days])
  }

  private func wave(
    _ bins: [EventTimeline.Bin], _ cost: Double?, first: Double?
  ) -> MoneyFinding<Unreleased>.Wave {
    let samples = zip(events, bins).map { event, bin in sample(event, bin) }
    let rates = zip(samples, bins).map { sample, bin in
      bin.days > 0
        ? sample.sum(
          rate(bin),
          of: Estimate.Contributors(
            people: bin.peopleWithAny, of: bin.events, ofTwo: bin.ofTwo))
        : sample.none(.nothingHappened)
    }
    let whole = samples[0]
    return MoneyFinding.Wave(
      from: bins[0].from, to: bins[0].to, rates: rates,
      answers: Answers { measure in
        guard let cost else { return whole.none(.nothingHappened) }
        switch measure {
        case .cost: return whole.number(cost)
        case .ofFirst:
          guard let first, first > 0 else { return whole.none(.nothingHappened) }
          return whole.number(cost / first)
        }
      })
  }

  private func sample(_ event: EventKind, _ bin: EventTimeline.Bin) -> Sample {
    let counted = material.cohort.serviceUse.first {
      $0.event == event.id && $0.window == window.id && $0.rule == .wholeWindow
    }?.counted.count { $0 }
    return material.sample(
      used: PeopleCount(bin.people, .atRisk(event: event.id, window: window.id, from: bin.from)),
      eligible: PeopleCount(
        counted ?? 0,
        .counted(
          event: event.id, window: window.id, group: GroupName.everyone.id, rule: .wholeWindow)))
  }
}
