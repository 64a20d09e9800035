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
    var attended: Int
    var isDue: Bool
    var first: Bool
    var second: Bool
    var change: Int
    var crossed: Bool
    var eventsBefore: Int
    var eventsAfter: Int
    var month: Int
    var isLinked: Bool
    var isKnown: Bool
    var stories: Int
    var themes: [Bool]
    var stateBefore: Int?
    var stateAfter: Int?
    var answers: [Answer] = []

    /// An answer that is asked for once, after a course.
    struct Answer {
      var course: String
      var score: Int
    }

    var isPaired: Bool { isDue && first && second }
    var isCounted: Bool { isLinked && isKnown }
  }

  var people: [Person] = []
  var registered: Int
  var groups: [String]
  /// Whether a step tells completers apart.
  let tellsCompleters: Bool
  /// Made from.
  let seed: UInt64
  private var draws: Draws

  static let scale = ScaleDescription(
    id: "qpr15", name: "QPR-15", measures: "recovery", higherIsBetter: true, low: 0, high: 60,
    step: 1, bands: [], source: "", role: .primary)
  static let later = TimeName(id: "later", label: "later")
  static let year = TimeName(id: "12-months", label: "12 months")
  static let all = GroupName.everyone.id

  init(seed: UInt64, size given: Int? = nil) {
    tellsCompleters = seed.isMultiple(of: 3)
    self.seed = seed
    var draws = Draws(state: seed)
    let size = given ?? Int.random(in: 8...160, using: &draws)
    groups = Int.random(in: 0..<3, using: &draws) == 0 ? ["a", "b", "c"] : ["a", "b"]
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
          group: chance(0.03) ? nil : groups[place],
          attended: chance(0.95) ? Int.random(in: 1...9, using: &draws) : 0, isDue: chance(0.85),
          first: chance(0.92), second: chance(returns),
          change: moved < worse
            ? (moved < worse / 2 ? -2 : -1) : moved < 0.5 ? 0 : moved < 0.7 ? 1 : 2,
          crossed: chance(0.5),
          eventsBefore: chance(events) ? Int.random(in: 1...6, using: &draws) : 0,
          eventsAfter: chance(events * 0.6) ? Int.random(in: 1...6, using: &draws) : 0,
          month: Int.random(in: 0..<3, using: &draws), isLinked: chance(links),
          isKnown: chance(0.97), stories: chance(0.4) ? Int.random(in: 1...2, using: &draws) : 0,
          themes: (0..<3).map { chance(0.2 * Double($0 + 1)) }))
    }
    self.draws = draws
    drawLives(seed: seed)
  }

  /// From a stream of its own, so that all else of a seed stays as it was.
  private mutating func drawLives(seed: UInt64) {
    var draws = Draws(state: seed &+ 0x5EED)
    let moves = Double.random(in: 0.02...0.5, using: &draws)
    let answers = Double.random(in: 0.2...0.9, using: &draws)
    for place in people.indices {
      func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &draws) < share }
      let before = Int.random(in: 0..<Self.states.count, using: &draws)
      let after = chance(moves) ? Int.random(in: 0..<Self.states.count, using: &draws) : before
      people[place].stateBefore = chance(0.93) ? before : nil
      people[place].stateAfter = people[place].second && chance(0.95) ? after : nil
      for course in ["art", "cooking", "sleep"] where chance(answers / 2) {
        people[place].answers.append(
          .init(course: course, score: Int.random(in: chance(0.7) ? 4...5 : 1...5, using: &draws)))
      }
    }
  }

  /// Everyone, then each group.
  var named: [(name: GroupName, people: [Person])] {
    [(.everyone, people)]
      + groups.map { group in
        (GroupName(id: "arm=\(group)", label: group), people.filter { $0.group == group })
      }
  }

  mutating func findings() -> Findings<Unreleased> {
    var steps: [Findings<Unreleased>.Step] = [
      .init(id: "who", planned: .yes, finding: .reach(reach())),
      .init(id: "change", planned: .yes, finding: .change(change())),
      .init(id: "meaning", planned: .yes, finding: .meaning(meaning())),
      .init(id: "use", planned: .yes, finding: .serviceUse(serviceUse())),
      .init(id: "money", planned: .yes, finding: .money(money())),
      .init(id: "stories", planned: .yes, finding: .experience(experience())),
      .init(id: "lives", planned: .yes, finding: .lifeOutcomes(lives())),
      .init(id: "feedback", planned: .yes, finding: .feedback(feedback())),
      .init(id: "limits", planned: .yes, finding: .certainty(certainty())),
    ]
    // Last, so that all else of a seed stays as it was.
    if tellsCompleters {
      let use = completersUse()
      steps.append(.init(id: "completers", planned: .yes, finding: .serviceUse(use)))
      var money = money()
      money.landmark = use.landmark
      money.completers = completersCost(use)
      for place in steps.indices where steps[place].id == "money" {
        steps[place].finding = .money(money)
      }
    }
    if Self.tellsTimes(seed) {
      steps.append(.init(id: "times", planned: .yes, finding: .timeToEvent(times(seed: seed))))
    }
    if Self.tellsUnits(seed) {
      steps.append(
        .init(id: "units", planned: .yes, finding: .unitRates(Self.units(seed: seed))))
    }
    return Findings(
      study: StudyDescription(
        id: "s", title: "t", about: "", fictional: true,
        people: .init(one: "person", many: "people"), design: .beforeAfter, involvement: "",
        registered: CalendarDay(iso: "2024-03-15").map { DayRange(from: $0, to: $0) },
        dataTo: CalendarDay(iso: "2025-08-31"), dayZero: "", outcomes: 1),
      provenance: Provenance(tool: "test", planSHA256: "", seed: 1, inputs: []), steps: steps)
  }

  /// An answer of no meaning, with a number found nowhere else.
  mutating func number(_ used: PeopleCount, of eligible: PeopleCount) -> FoundAnswer {
    guard used.count > 1 else {
      return .notEstimable(.tooFew(needed: 2, found: used.count), used: used, eligible: eligible)
    }
    let value = Double.random(in: 10...90, using: &draws)
    return .estimated(
      Estimate(
        value, used: used, eligible: eligible, standardError: value / 7,
        degreesOfFreedom: Double(used.count - 1),
        interval: Interval(low: value * 0.83, high: value * 1.21, level: 0.95), pValue: 0.0123456))
  }

  func share(
    _ count: Int, _ set: PeopleSet?, of used: PeopleCount, eligible: PeopleCount
  ) -> FoundAnswer {
    guard used.count > 0 else {
      return .notEstimable(.tooFew(needed: 1, found: 0), used: used, eligible: eligible)
    }
    return .estimated(
      Estimate(
        Double(count) / Double(used.count), used: used, eligible: eligible,
        interval: Interval.wilson(Double(count), of: used.count, level: 0.95),
        parts: .init(count: Double(count), people: set, of: used.count)))
  }

  func sum(_ values: [Int], _ used: PeopleCount, _ eligible: PeopleCount) -> FoundAnswer {
    .estimated(
      Estimate(
        Double(values.reduce(0, +)), used: used, eligible: eligible,
        contributors: [.init(to: values)]))
  }

  var everyone: PeopleCount { PeopleCount(people.count, .population(group: Self.all)) }
}
