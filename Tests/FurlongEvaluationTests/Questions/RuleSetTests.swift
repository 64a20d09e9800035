import FurlongEvaluation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

/// Made-up people, each worked by hand: what they are by each set of rules, and why.
@Suite("Named sets of rules")
struct RuleSetTests {
  /// One person's scores, first and last, on each scale.
  private struct Line {
    var scores: [(before: Double?, after: Double?)]
    var isDue = true

    init(_ scores: (Double?, Double?)..., isDue: Bool = true) {
      self.scores = scores.map { ($0.0, $0.1) }
      self.isDue = isDue
    }
  }

  private func draft(
    _ scales: [(id: String, reliability: ReliabilityChoice)], _ lines: [Line]
  ) -> StudyDraft {
    var draft = StudyDraft(size: lines.count)
    for (place, scale) in scales.enumerated() {
      draft.score(
        scale.id, reliability: scale.reliability, before: lines.map { $0.scores[place].before },
        after: lines.map { $0.scores[place].after }, due: lines.map(\.isDue))
    }
    return draft
  }

  private func finding(
    _ rules: RuleSet, _ draft: StudyDraft, groups: [String] = []
  ) throws -> RuleFinding<Unreleased> {
    guard
      case .meaning(let found)? = try draft.finding(
        .meaning(outcomes: [], rules: [rules]), groups: groups)
    else { throw StudyDraft.WrongFinding() }
    return try #require(found.rules.first)
  }

  /// The count behind a share, and of how many.
  private func parts(_ answer: FoundAnswer?) -> [Int]? {
    answer?.estimate?.parts.map { [Int($0.count), $0.of] }
  }

  private func counts(_ row: RuleFinding<Unreleased>.Row) -> [Int?] {
    RuleMeasure.allCases.map { parts(row.changes[$0])?.first }
  }

  // MARK: NHS Talking Therapies

  /// PHQ-9 (caseness from 10, 6 points) and GAD-7 (caseness from 8, 4 points).
  private static let talking = [
    // A case on both, below both at the end, less on both: recovered, improved, so reliably recovered.
    Line((18, 6), (15, 5)),
    // A case by PHQ-9 alone, below at the end, by 3 points: recovered, but not improved.
    Line((12, 9), (5, 4)),
    // Less by exactly 6, still a case: improved, not recovered.
    Line((20, 14), (12, 12)),
    // Less by 5 and by 3, still a case: neither.
    Line((15, 10), (11, 8)),
    // Less by 4 on GAD-7 and more by 6 on PHQ-9: better on one, worse on the other, so neither.
    Line((10, 16), (14, 10)),
    // No case; more by exactly 6: worse.
    Line((3, 9), (2, 4)),
    // No case; GAD-7 more by exactly 4, into the range: worse.
    Line((4, 5), (5, 9)),
    // No case; less by 6: improved, and in no count of recovery.
    Line((9, 3), (7, 7)),
    // A case by exactly 10, no case at 9: recovered, not improved.
    Line((10, 9), (7, 7)),
    // A case by exactly 8 on GAD-7, less by 4: recovered and improved.
    Line((5, 5), (8, 4)),
    // Less by 11 and by 4, but GAD-7 is at 8 still: improved, not recovered.
    Line((16, 5), (12, 8)),
    // More by 6 and by 5: worse.
    Line((11, 17), (9, 14)),
    // No case, no change.
    Line((6, 6), (6, 6)),
    // Due, but without a second GAD-7: not judged, however much PHQ-9 fell.
    Line((14, 2), (10, nil)),
    // Due, but without a first PHQ-9: not judged.
    Line((nil, 5), (9, 3)),
    // Both forms, but not due: nowhere.
    Line((20, 1), (20, 1), isDue: false),
  ]

  private let bothScales: [(id: String, reliability: ReliabilityChoice)] = [
    ("phq9", .points(6)), ("gad7", .points(4)),
  ]

  @Test("NHS Talking Therapies: sixteen people by hand")
  func talkingTherapies() throws {
    let found = try finding(.nhsTalkingTherapies, draft(bothScales, Self.talking))
    #expect(found.scales.map { $0.ruled.reliability.points } == [6, 4])
    #expect(found.scales.map { $0.ruled.cutOff?.score } == [10, 8])
    #expect(found.rules.isFromMemory)
    let row = try #require(found.lines.first?.rows.first)
    #expect(found.lines.count == 1 && found.lines[0].scale == nil)
    #expect(row.eligible.count == 15)
    #expect(row.used.count == 13)
    #expect(counts(row) == [5, 5, 3])
    #expect(parts(row.recovery?[.caseness]) == [9, 13])
    #expect(parts(row.recovered) == [4, 9])
    #expect(parts(row.recovery?[.reliablyRecovered]) == [2, 9])
    #expect(row.recovered?.estimate?.value == 4.0 / 9)
    #expect(row.ofDue == nil)
  }

  @Test("the points of the rules hold whatever reliability the plan chooses", .tags(.law))
  func planChoice() throws {
    let own = try finding(.nhsTalkingTherapies, draft(bothScales, Self.talking))
    let other = try finding(
      .nhsTalkingTherapies, draft([("phq9", "alpha"), ("gad7", .none)], Self.talking))
    #expect(own.lines == other.lines)
  }

  @Test("the first and the last forms swapped swap better and worse", .tags(.law))
  func swapped() throws {
    let turned = Self.talking.map { line in
      var line = line
      line.scores = line.scores.map { ($0.after, $0.before) }
      return line
    }
    let one = try finding(.nhsTalkingTherapies, draft(bothScales, Self.talking)).lines[0].rows[0]
    let other = try finding(.nhsTalkingTherapies, draft(bothScales, turned)).lines[0].rows[0]
    #expect(counts(other) == [3, 5, 5])
    #expect(counts(one) == counts(other).reversed())
  }

  @Test("the order of people changes nothing", .tags(.law))
  func order() throws {
    for rules in RuleSet.allCases {
      let lines = rules == .nhsCommunity ? Self.community : Self.talking
      let scales = rules == .nhsCommunity ? communityScales : bothScales
      #expect(
        try finding(rules, draft(scales, lines))
          == finding(rules, draft(scales, lines.reversed())))
    }
  }

  @Test("a group's rules count its people alone", .tags(.law))
  func groups() throws {
    var study = draft(bothScales, Self.talking)
    study.scored.cohort.about = ["team": (0..<16).map { $0 < 8 ? "north" : "south" }]
    study.plan.groups = [
      GroupPlan(
        column: "team", label: "team",
        values: ["north", "south"].map { .init(value: $0, label: $0) })
    ]
    let rows = try finding(.nhsTalkingTherapies, study, groups: ["team"]).lines[0].rows
    #expect(rows.map(\.group.id) == ["all", "team=north", "team=south"])
    // The first eight: 1, 3 and 8 improved; 6 and 7 got worse.
    #expect(counts(rows[1]) == [3, 3, 2])
    #expect(parts(rows[1].recovered) == [2, 5])
    for measure in RuleMeasure.allCases {
      let each = rows.map { parts($0.changes[measure])?.first ?? 0 }
      #expect(each[0] == each[1] + each[2])
    }
  }

  // MARK: NHS England's community services

  /// ReQoL-10 (below 25, 5 points), an item of DIALOG (1 point) and a goal of GBO (3 points).
  private static let community = [
    // ReQoL-10 more by exactly 5, from below 25 to 25: reliably recovered. The item and the goal just count.
    Line((20, 25), (3, 4), (2, 5)),
    // From 24 to 29: reliably recovered. The item stays; the goal moves by 2, too little.
    Line((24, 29), (4, 4), (2, 4)),
    // From 21 to 25, more by 4: left the range, but no reliable change. The item less by 1: worse.
    Line((21, 25), (5, 4), (nil, 3)),
    // More by 9, at 24 still in the range: improved, not recovered. Item and goal worse.
    Line((15, 24), (7, 1), (6, 3)),
    // At 25 at first, so never in the range: improved alone. No first item.
    Line((25, 30), (nil, 3), (0, 10)),
    // Less by exactly 5: worse. The others stay.
    Line((30, 25), (2, 2), (5, 5)),
    // Less by 4: neither. The item better; the goal less by 2: neither.
    Line((26, 22), (1, 7), (3, 1)),
    // In the range, and stays. Item and goal worse.
    Line((10, 10), (6, 5), (9, 6)),
    // In the range, less by 5: worse. No first goal.
    Line((24, 19), (3, 3), (nil, 5)),
    // No first ReQoL-10; the item better; no goal.
    Line((nil, 20), (4, 6), (nil, nil)),
    // Due, and nothing came back: in the second whole alone.
    Line((12, nil), (4, nil), (4, nil)),
    // Not due: nowhere.
    Line((10, 35), (1, 7), (0, 10), isDue: false),
  ]

  private let communityScales: [(id: String, reliability: ReliabilityChoice)] = [
    ("reqol10", "test-retest"), ("dialog.item-1", .none), ("gbo.goal-1", .none),
  ]

  @Test("NHS England's community services: twelve people by hand, each scale by itself")
  func communityServices() throws {
    let found = try finding(.nhsCommunity, draft(communityScales, Self.community))
    #expect(found.scales.map { $0.ruled.reliability.points } == [5, 1, 3])
    // Below 25 is 24 or less.
    #expect(found.scales.map { $0.ruled.cutOff?.score } == [24, nil, nil])
    #expect(found.lines.map { $0.scale?.id } == ["reqol10", "dialog.item-1", "gbo.goal-1"])
    let rows = found.lines.map { $0.rows[0] }
    #expect(rows.map(\.used.count) == [9, 9, 7])
    #expect(rows.map(\.eligible.count) == [11, 11, 11])
    #expect(rows.map(counts) == [[4, 3, 2], [3, 3, 3], [2, 3, 2]])
    // The same people of all who are due.
    #expect(rows.map { parts($0.ofDue?[.improved]) } == [[4, 11], [3, 11], [2, 11]])
    #expect(rows.map { parts($0.ofDue?[.deteriorated]) } == [[2, 11], [3, 11], [2, 11]])
    #expect(parts(rows[0].recovery?[.caseness]) == [6, 9])
    #expect(parts(rows[0].recovery?[.reliablyRecovered]) == [2, 6])
    #expect(rows[0].recovered == nil && rows[1].recovery == nil)
  }

  @Test("of one scale the first and the last forms swapped swap better and worse", .tags(.law))
  func swappedCommunity() throws {
    let turned = Self.community.map { line in
      var line = line
      line.scores = line.scores.map { ($0.after, $0.before) }
      return line
    }
    let one = try finding(.nhsCommunity, draft(communityScales, Self.community))
    let other = try finding(.nhsCommunity, draft(communityScales, turned))
    for (line, back) in zip(one.lines, other.lines) {
      #expect(counts(line.rows[0]) == counts(back.rows[0]).reversed())
    }
  }

  // MARK: Several scales at once

  /// PHQ-9 by the plan's 6 points, GAD-7 by the published 4, and a scale that nothing judges.
  private static let young = [
    // Better on PHQ-9 and the same on GAD-7: improved.
    Line((20, 14), (10, 10), (40, 80)),
    // Better on PHQ-9 and worse on GAD-7: worse.
    Line((20, 10), (5, 9), (40, 80)),
    // The same on both: neither.
    Line((10, 10), (10, 10), (40, 80)),
    // Worse on PHQ-9, and no GAD-7: worse.
    Line((10, 16), (nil, nil), (40, 80)),
    // No pair of PHQ-9, better on GAD-7: improved.
    Line((nil, 3), (12, 8), (40, 80)),
    // Less by 5 and by 3: neither.
    Line((9, 4), (9, 6), (40, 80)),
    // Due without a pair of the two: not judged, though the third has one.
    Line((5, nil), (nil, 4), (40, 80)),
    // Not due: nowhere.
    Line((20, 1), (20, 1), (40, 80), isDue: false),
    // Better on both: improved.
    Line((10, 4), (12, 2), (40, 80)),
    // The same on PHQ-9, worse by exactly 4 on GAD-7: worse.
    Line((3, 3), (3, 7), (40, 80)),
  ]

  @Test("several scales at once: ten people by hand")
  func severalScales() throws {
    let study = draft([("phq9", .points(6)), ("gad7", .none), ("who5", .none)], Self.young)
    let found = try finding(.youngPeople, study)
    #expect(found.scales.map(\.ruled.scale.id) == ["phq9", "gad7"])
    #expect(found.leftOut == ["WHO-5"])
    let row = try #require(found.lines.first?.rows.first)
    #expect(row.eligible.count == 9 && row.used.count == 8)
    #expect(counts(row) == [3, 2, 3])
    #expect(row.recovery == nil && row.recovered == nil && row.ofDue == nil)
  }

  @Test("several scales at once go by the plan's own reliability where it has one")
  func ownReliability() throws {
    // At 10 points of PHQ-9 the fall of 6 no longer counts; those of 10 do.
    let lines = Self.young.map { Line(($0.scores[0].before, $0.scores[0].after)) }
    let strict = draft(
      [("phq9", .own(coefficient: 0.5, source: "our pilot"))], lines)
    let found = try finding(.youngPeople, strict)
    let threshold = try #require(found.scales[0].threshold.estimate?.value)
    #expect(threshold > 10 && found.scales[0].ruled.reliability.points == nil)
    let row = found.lines[0].rows[0]
    let falls = lines.count { line in
      guard let before = line.scores[0].before, let after = line.scores[0].after else {
        return false
      }
      return before - after > threshold
    }
    #expect(counts(row)[0] == falls)
  }

  // MARK: Where they cannot be used

  @Test("a set whose scales are not there names what is missing")
  func lacking() throws {
    let catalogue = try ScaleCatalogue.shipped()
    func lack(_ rules: RuleSet, _ scales: [String]) -> RuleLack? {
      rules.lacks(
        among: scales.map { OutcomePlan(scale: $0, role: .primary, reliability: .none) }, catalogue)
    }
    #expect(lack(.nhsTalkingTherapies, ["phq9", "gad7"]) == nil)
    #expect(lack(.nhsTalkingTherapies, ["phq9"])?.what.contains("does not have gad7") == true)
    #expect(
      lack(.nhsTalkingTherapies, ["swemwbs"])?.what.contains("does not have phq9 and gad7") == true)
    #expect(lack(.nhsCommunity, ["gbo.goal-2"]) == nil)
    #expect(
      lack(.nhsCommunity, ["dialog.quality-of-life"])?.what
        .contains("'dialog.quality-of-life' is a mean") == true)
    #expect(lack(.nhsCommunity, ["swemwbs"])?.what.contains("is a mean") == false)
    #expect(lack(.youngPeople, ["gad7"]) == nil)
    #expect(lack(.youngPeople, ["qpr15"])?.what.contains("reliable change") == true)
  }

  @Test("an evaluation that asks for it says so too")
  func refused() throws {
    let study = draft(
      [("phq9", .points(6))], Self.talking.map { Line(($0.scores[0].before, $0.scores[0].after)) })
    #expect(throws: EvaluationError.self) { try finding(.nhsTalkingTherapies, study) }
  }

  @Test("no pair is no share, with its reason", .tags(.edge))
  func nobody() throws {
    let study = draft(bothScales, [Line((10, nil), (10, nil)), Line((nil, 3), (nil, 3))])
    let row = try finding(.nhsTalkingTherapies, study).lines[0].rows[0]
    #expect(row.used.count == 0 && row.eligible.count == 2)
    #expect(
      row.changes[.improved].none == NoNumber(.tooFew(needed: 1, found: 0), used: 0, eligible: 2))
    #expect(row.recovered?.none == NoNumber(.tooFew(needed: 1, found: 0), used: 0, eligible: 0))
  }

  @Test("all points and cut-offs of the rules are verified in the catalogue", .tags(.reference))
  func catalogue() throws {
    let catalogue = try ScaleCatalogue.shipped()
    let all = catalogue.scales.map {
      OutcomePlan(scale: $0.id, role: .primary, reliability: .none)
    }
    let talking = RuleSet.nhsTalkingTherapies.judged(all, by: catalogue)
    #expect(
      talking.map { [$0.reliability.points, $0.cutOff?.score] }.sorted {
        ($0[0] ?? 0) < ($1[0] ?? 0)
      }
        == [[4, 8], [6, 10]])
    let community = RuleSet.nhsCommunity.judged(all, by: catalogue)
    #expect(community.count == 15)
    for scale in community {
      let points: Double =
        scale.scale.id == "reqol10" ? 5 : scale.scale.id.hasPrefix("gbo") ? 3 : 1
      #expect(scale.reliability.points == points, "\(scale.scale.id)")
    }
    #expect((talking + community).allSatisfy { !$0.reliability.isFromMemory })
  }

  @Test("who is in the wholes of the rules is who the findings count", .tags(.law))
  func membership() throws {
    var study = draft(bothScales, Self.talking)
    study.plan.steps = [
      StudyDraft.step("m", .meaning(outcomes: [], rules: [.nhsTalkingTherapies, .youngPeople]))
    ]
    let found = try Evaluator(
      plan: study.plan, cohortPlan: study.cohortPlan, catalogue: .shipped()
    ).membership(of: study.scored)
    let who = Dictionary(uniqueKeysWithValues: found.groups.map { ($0.name, $0.people) })
    #expect(who["judged nhs-tt after all"] == Array(0...12))
    #expect(who["caseness nhs-tt after all"] == [0, 1, 2, 3, 4, 8, 9, 10, 11])
    // Those with one pair too.
    #expect(who["judged cyp after all"] == Array(0...14))
  }

  @Test("every number of the rules has a row of its own", .tags(.law))
  func rows() throws {
    var study = draft(bothScales, Self.talking)
    study.plan.steps = [
      StudyDraft.step("m", .meaning(outcomes: [], rules: [.nhsTalkingTherapies, .youngPeople]))
    ]
    let rows = ResultsTable(try study.findings()).rows
    #expect(Set(rows.map(\.key)).count == rows.count)
    let recovered = try #require(rows.first { $0.measure == "recovered_by_rules" })
    #expect(recovered.estimator == "rules, nhs-tt" && recovered.interval == "wilson")
    #expect(recovered.count == 4 && recovered.of == 9)
    #expect(rows.filter { $0.measure == "rule_threshold" }.map(\.estimate) == [6, 4, 6, 4])
  }
}
