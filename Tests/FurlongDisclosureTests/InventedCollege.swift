import FurlongEvaluation
import FurlongStudy

/// A small generator of numbers, the same for a seed on every machine (SplitMix64).
struct Draws: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

/// A college drawn at random, person by person, so that its findings add up as real ones do.
struct InventedCollege {
  struct Person {
    var group: String?
    var attended: Bool
    var isDue: Bool
    var first: Bool
    var second: Bool
    var change: Int
    var crossed: Bool
    var eventsBefore: Int
    var eventsAfter: Int
    var isLinked: Bool
    var isKnown: Bool
    var themes: [Bool]
    var told: Bool
  }

  var people: [Person] = []
  var registered: Int
  var groups: [String]
  var telling: InventedStories
  var draws: Draws

  init(seed: UInt64) {
    var draws = Draws(state: seed)
    let size = Int.random(in: 8...90, using: &draws)
    groups = Int.random(in: 0..<3, using: &draws) == 0 ? ["a", "b", "c"] : ["a", "b"]
    let allDue = Bool.random(using: &draws)
    let returns = Double.random(in: 0.5...1, using: &draws)
    let worse = Double.random(in: 0...0.3, using: &draws)
    let events = Double.random(in: 0...0.5, using: &draws)
    let links = Double.random(in: 0.85...1, using: &draws)
    let small = Double.random(in: 0...1, using: &draws)
    registered = size + Int.random(in: 0...12, using: &draws)
    for _ in 0..<size {
      func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &draws) < share }
      let place = chance(small * 0.6) ? 0 : Int.random(in: 0..<groups.count, using: &draws)
      let moved = Double.random(in: 0..<1, using: &draws)
      people.append(
        Person(
          group: chance(0.03) ? nil : groups[place], attended: chance(0.95),
          isDue: allDue || chance(0.8),
          first: chance(0.92), second: chance(returns),
          change: moved < worse ? -1 : moved < 0.5 ? 0 : 1, crossed: chance(0.5),
          eventsBefore: chance(events) ? Int.random(in: 1...6, using: &draws) : 0,
          eventsAfter: chance(events * 0.6) ? Int.random(in: 1...6, using: &draws) : 0,
          isLinked: chance(links), isKnown: chance(0.97),
          themes: (0..<3).map { chance(0.2 * Double($0 + 1)) }, told: chance(0.4)))
    }
    telling = InventedStories(of: people.filter(\.told), seed: seed)
    self.draws = draws
  }

  /// An answer of no meaning, with a number found nowhere else.
  mutating func number(_ unit: EstimateUnit, used: Int, eligible: Int) -> Answer {
    guard used > 1 else {
      return .notEstimable(.tooFew(needed: 2, found: used), used: used, eligible: eligible)
    }
    let value = Double.random(in: 10...90, using: &draws)
    return .estimated(
      Estimate(
        value, unit: unit, used: used, eligible: eligible, method: "t",
        degreesOfFreedom: Double(used - 1)))
  }

  func share(_ count: Int, of used: Int, eligible: Int) -> Answer {
    guard used > 0 else {
      return .notEstimable(.tooFew(needed: 1, found: 0), used: 0, eligible: eligible)
    }
    return .estimated(
      Estimate(
        Double(count) / Double(used), unit: .proportion, used: used, eligible: eligible,
        method: "wilson"))
  }

  func total(_ count: Int, _ used: Int, _ eligible: Int) -> Answer {
    .estimated(Estimate(Double(count), unit: .events, used: used, eligible: eligible))
  }

  static let scale = ScaleDescription(
    id: "qpr15", name: "QPR-15", measures: "recovery", higherIsBetter: true, low: 0, high: 60,
    step: 1, bands: [],
    source: "", role: .primary)
  static let later = TimeName(id: "later", label: "later")
  static let year = TimeName(id: "12-months", label: "12 months")

  /// Everyone, then each group.
  var named: [(name: GroupName, people: [Person])] {
    [(.everyone, people)]
      + groups.map { group in
        (GroupName(id: "arm=\(group)", label: group), people.filter { $0.group == group })
      }
  }

  mutating func findings() -> Findings {
    let steps: [Findings.Step] = [
      .init(id: "who", planned: .yes, finding: .reach(reach())),
      .init(id: "change", planned: .yes, finding: .change(change())),
      .init(id: "meaning", planned: .yes, finding: .meaning(meaning())),
      .init(id: "use", planned: .yes, finding: .serviceUse(serviceUse())),
      .init(id: "stories", planned: .yes, finding: .experience(experience())),
      .init(id: "limits", planned: .yes, finding: .certainty(certainty())),
    ]
    return Findings(
      study: StudyDescription(
        id: "s", title: "t", about: "", fictional: true,
        people: .init(one: "person", many: "people"),
        design: .beforeAfter, involvement: "", registered: nil, dataTo: nil, dayZero: "",
        outcomes: 1),
      provenance: Provenance(tool: "test", planSHA256: "", seed: 1, inputs: []), steps: steps)
  }
}

extension InventedCollege {
  var due: [Person] { people.filter(\.isDue) }

  mutating func reach() -> ReachFinding {
    func count(_ test: (Person) -> Bool) -> Int { people.count(where: test) }
    let size = people.count
    let came = count { $0.attended }
    let first = count { $0.first }
    let returned = count { $0.isDue && $0.second }
    let used = count { $0.isDue && $0.first && $0.second }
    let present = due.filter(\.second)
    let missing = due.filter { !$0.second }
    func variable(_ group: String?) -> ReachFinding.MissingComparison.Variable {
      .init(
        kind: .value(column: "arm", value: group ?? "not recorded"),
        present: share(
          present.count { $0.group == group }, of: present.count, eligible: present.count),
        missing: share(
          missing.count { $0.group == group }, of: missing.count, eligible: missing.count),
        standardisedDifference: number(.standardDeviations, used: due.count, eligible: due.count))
    }
    let values = groups.map(Optional.some) + (people.contains { $0.group == nil } ? [nil] : [])
    let arms = values.map { group in
      ReachFinding.Casemix.Value(
        value: group ?? "not recorded", people: .exactly(count { $0.group == group }))
    }
    let stages: [ReachFinding.Stage] = [
      .init(kind: .registered, people: .exactly(registered), lost: nil),
      .init(
        kind: .meets(column: "type", values: ["user"]), people: .exactly(size),
        lost: .exactly(registered - size)),
      .init(kind: .attendedAny, people: .exactly(came), lost: .exactly(size - came)),
      .init(kind: .withBaseline, people: .exactly(first), lost: nil),
      .init(kind: .dueFollowUp(occasion: "later"), people: .exactly(due.count), lost: nil),
      .init(
        kind: .withFollowUp(occasion: "later"), people: .exactly(returned),
        lost: .exactly(due.count - returned)),
      .init(
        kind: .analysed(occasion: "later"), people: .exactly(used), lost: .exactly(returned - used)),
    ]
    return ReachFinding(
      flows: [.init(scale: Self.scale, occasion: Self.later, stages: stages)],
      attendance: .init(
        offered: number(.events, used: size, eligible: size),
        attended: number(.events, used: size, eligible: size),
        missed: number(.events, used: size, eligible: size),
        cancelledByStudent: number(.events, used: size, eligible: size),
        cancelledByCollege: number(.events, used: size, eligible: size),
        attendedAny: .exactly(came),
        medianAttended: number(.events, used: came, eligible: size)),
      casemix: [.init(column: "arm", values: arms)],
      missing: [
        .init(
          scale: Self.scale, occasion: Self.later, present: .exactly(present.count),
          missing: .exactly(missing.count),
          variables: values.map { variable($0) })
      ],
      unusedForms: [
        .init(
          scale: "qpr15", occasion: Self.later, onlyUnscorable: .exactly(size % 7),
          severalForms: .exactly(size % 11))
      ])
  }

  mutating func change() -> ChangeFinding {
    let rows = named.map { group in
      let eligible = group.people.count { $0.isDue }
      let used = group.people.count { $0.isDue && $0.first && $0.second }
      func any(_ unit: EstimateUnit = .points) -> Answer {
        number(unit, used: used, eligible: eligible)
      }
      return ChangeFinding.Row(
        occasion: Self.later, group: group.name, used: .exactly(used), eligible: .exactly(eligible),
        meanBefore: any(),
        sdBefore: any(), meanAfter: any(), sdAfter: any(), correlation: any(), meanChange: any(),
        sdChange: any(),
        tStatistic: any(), wilcoxon: any(.rankSum), dAv: any(), gAv: any(), dZ: any(),
        dRm: any(), dB: any(), gB: any(), medianBefore: any(), medianAfter: any(),
        medianChange: any(), probabilityOfImprovement: improvement(group.people, eligible))
    }
    return ChangeFinding(
      outcomes: [
        .init(
          scale: Self.scale, rows: rows,
          forms: total(people.count, people.count, people.count),
          formsFilledIn: total(people.count % 7, people.count, people.count),
          filledIn: share(people.count % 7, of: people.count, eligible: people.count))
      ])
  }

  /// Who changed for the better, half of who did not change.
  private func improvement(_ people: [Person], _ eligible: Int) -> Answer {
    let changes = people.filter { $0.isDue && $0.first && $0.second }.map(\.change)
    guard !changes.isEmpty else {
      return .notEstimable(.tooFew(needed: 1, found: 0), used: 0, eligible: eligible)
    }
    let better = Double(changes.count { $0 > 0 }) + Double(changes.count { $0 == 0 }) / 2
    return .estimated(
      Estimate(
        better / Double(changes.count), unit: .proportion, used: changes.count, eligible: eligible))
  }

  mutating func meaning() -> MeaningFinding {
    let rows = named.map { group in
      let eligible = group.people.count { $0.isDue }
      let pairs = group.people.filter { $0.isDue && $0.first && $0.second }
      func part(_ test: (Person) -> Bool) -> MeaningFinding.Share {
        let count = pairs.count(where: test)
        return .init(
          people: .exactly(count), proportion: share(count, of: pairs.count, eligible: eligible))
      }
      return MeaningFinding.Row(
        occasion: Self.later, group: group.name, used: .exactly(pairs.count),
        eligible: .exactly(eligible),
        improved: part { $0.change > 0 }, unchanged: part { $0.change == 0 },
        deteriorated: part { $0.change < 0 },
        crossed: part { $0.crossed && $0.change >= 0 },
        recovered: part { $0.crossed && $0.change > 0 },
        harmed: part { $0.crossed && $0.change < 0 })
    }
    return MeaningFinding(
      outcomes: [
        .init(
          scale: Self.scale, reliability: nil,
          threshold: number(.points, used: people.count, eligible: people.count),
          cutOff: nil, rows: rows)
      ])
  }

  mutating func serviceUse() -> ServiceUseFinding {
    let rows = named.map { group in
      let counted = group.people.filter { $0.isLinked && $0.isKnown }
      let used = counted.count
      let eligible = group.people.count
      func any(_ unit: EstimateUnit) -> Answer { number(unit, used: used, eligible: eligible) }
      return ServiceUseFinding.Row(
        group: group.name, people: .exactly(used), eligible: .exactly(eligible),
        eventsBefore: total(counted.reduce(0) { $0 + $1.eventsBefore }, used, eligible),
        eventsAfter: total(counted.reduce(0) { $0 + $1.eventsAfter }, used, eligible),
        personTimeBefore: any(.personYears), personTimeAfter: any(.personYears),
        anyBefore: .exactly(counted.count { $0.eventsBefore > 0 }),
        anyAfter: .exactly(counted.count { $0.eventsAfter > 0 }), rateBefore: any(.perPersonYear),
        rateAfter: any(.perPersonYear), rateRatios: [any(.ratio), any(.ratio)],
        rateReduction: any(.proportion),
        differencePerPerson: any(.perPersonYear), wilcoxon: any(.rankSum))
    }
    let counted = people.filter { $0.isLinked && $0.isKnown }
    // Six bins: who has events before has them all in one of three, by the number of events.
    let bins = (-3..<3).map { month in
      let here =
        counted.filter { ($0.eventsBefore > 0) && month < 0 && $0.eventsBefore % 3 == month + 3 }
        + counted.filter { ($0.eventsAfter > 0) && month >= 0 && $0.eventsAfter % 3 == month }
      let events = here.reduce(0) { $0 + (month < 0 ? $1.eventsBefore : $1.eventsAfter) }
      return ServiceUseFinding.Bin(
        from: month, to: month + 1, events: total(events, counted.count, counted.count),
        peopleWithAny: .exactly(here.count),
        rate: number(.perPersonYear, used: counted.count, eligible: counted.count))
    }
    return ServiceUseFinding(
      outcomes: [
        .init(
          event: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
          window: Self.year,
          notLinkable: .exactly(people.count { !$0.isLinked }),
          notKnown: .exactly(people.count { $0.isLinked && !$0.isKnown }),
          noTimeAtRisk: .exactly(0),
          runningOnDayZero: .exactly(counted.count { $0.eventsBefore > 4 }),
          noRowsMeans: .noneHappened, rows: rows,
          timelineUnit: .months, timeline: bins)
      ])
  }

  func experience() -> ExperienceFinding { telling.finding(people: people.count) }

  mutating func certainty() -> CertaintyFinding {
    let used = people.count { $0.isDue && $0.first && $0.second }
    let left = people.count { !($0.isLinked && $0.isKnown) }
    return CertaintyFinding(
      limits: [
        .noComparator,
        .lowFollowUp(
          scale: "qpr15", occasion: Self.later,
          share: share(used, of: due.count, eligible: due.count)),
        .fewPeople(what: "QPR-15, later", people: .exactly(used)),
        .notLinked(event: "admission", people: .exactly(left)),
        .filledIn(
          scale: "qpr15", share: share(people.count % 7, of: people.count, eligible: people.count)),
      ],
      strength: .init(nesta: 2, maryland: 1, whyNotMore: ""))
  }
}
