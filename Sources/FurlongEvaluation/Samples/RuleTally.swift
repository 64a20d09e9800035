import FurlongStatistics
import FurlongStudy

/// What became of each person on one scale; nil where a score is missing or nothing judges it.
struct PersonalChanges {
  struct Judged {
    var change: ReliableChange
    /// Whether the first and the last score lie in the clinical range.
    var wasClinical: Bool
    var isClinical: Bool
  }

  private let due: [Bool]
  private let judged: [Judged?]

  func isDue(_ person: Int) -> Bool { due.indices.contains(person) && due[person] }

  subscript(person: Int) -> Judged? {
    judged.indices.contains(person) ? judged[person] : nil
  }

  init(
    _ scale: RuleFinding<Unreleased>.Scale, _ material: Material, from baseline: Occasion,
    to occasion: Occasion
  ) {
    let ruled = scale.ruled
    let better: BetterScores = ruled.scale.higherIsBetter ? .higher : .lower
    let first = material.scored.scores(scale: ruled.scale.id, occasion: baseline.id)
    let second = material.scored.scores(scale: ruled.scale.id, occasion: occasion.id)
    let judge = scale.threshold.estimate.map {
      ChangeJudge($0.value, isReachedAtOnce: ruled.reliability.points != nil, better: better)
    }
    let cutOff = ruled.cutOff.map { ClinicalCutOff($0.score, better: better) }
    due = second?.due ?? []
    judged = (second?.values ?? []).enumerated().map { person, after in
      guard let judge, let before = first?.values[person], let after else { return nil }
      return Judged(
        change: judge.judge(from: before, to: after),
        wasClinical: cutOff?.isClinical(before) ?? false,
        isClinical: cutOff?.isClinical(after) ?? false)
    }
  }
}

/// People counted by a set of rules, as entries of the cohort's columns.
struct RuleTally {
  private(set) var due: [Int] = []
  private var people: [RuleCount: [Int]] = [:]

  /// How many.
  subscript(count: RuleCount) -> Int { people[count]?.count ?? 0 }

  /// Who.
  func who(_ count: RuleCount) -> [Int] { people[count] ?? [] }

  init(_ rules: RuleSet, of scales: [PersonalChanges], _ members: [Int]) {
    for person in members where scales.contains(where: { $0.isDue(person) }) {
      due.append(person)
      let judged = scales.compactMap { $0[person] }
      guard rules == .youngPeople ? !judged.isEmpty : judged.count == scales.count else { continue }
      add(person, to: .judged)
      let change = Self.change(of: judged.map(\.change), by: rules)
      add(person, to: RuleCount(change))
      guard judged.contains(where: \.wasClinical) else { continue }
      add(person, to: .caseness)
      guard !judged.contains(where: \.isClinical) else { continue }
      add(person, to: .recovered)
      if change == .improved { add(person, to: .reliablyRecovered) }
    }
  }

  private mutating func add(_ person: Int, to what: RuleCount) {
    people[what, default: []].append(person)
  }

  /// One person's change over several scales.
  private static func change(of changes: [ReliableChange], by rules: RuleSet) -> RuleMeasure {
    switch (rules, changes.contains(.improved), changes.contains(.deteriorated)) {
    case (_, false, false): .unchanged
    case (_, true, false): .improved
    case (_, false, true): .deteriorated
    // Better on one scale and worse on another.
    case (.youngPeople, true, true): .deteriorated
    case (.nhsTalkingTherapies, true, true), (.nhsCommunity, true, true): .unchanged
    }
  }
}
