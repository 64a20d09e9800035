import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Themes by change")
struct StoryChangeTests {
  private typealias Display = StoriesByChange<Unreleased>

  /// Eight people of whom five have a story.
  ///
  /// A to E told one, and E's was not read; F's was withdrawn; G and H told none, and H did not come back. A change of 6
  /// points counts.
  private func draft(told codings: [(String, String, String?)] = Self.codings) -> StudyDraft {
    var draft = StudyDraft(size: 8)
    draft.score(
      "core10", reliability: .points(6), before: [20, 22, 18, 20, 25, 15, 20, 30],
      after: [10, 21, 26, 14, 20, 16, 14, nil])
    draft.plan.stories = StoriesPlan(
      codebook: "chime-d", quotePurpose: .publicReport, consentOn: CalendarDay(number: 20_000))
    draft.scored.cohort.stories = StoryColumns(
      entries: ["A", "B", "C", "D", "E", "F"].enumerated().map { person, id in
        .init(person: person, story: story(id, isWithdrawn: id == "F"))
      }, codings: codings.map { CodingRecord(story: $0.0, coder: $0.1, code: $0.2) },
      outsidePopulation: 0)
    return draft
  }

  private static let codings: [(String, String, String?)] = [
    ("A", "x", "hope"), ("B", "x", "hope"), ("B", "y", nil), ("C", "x", "difficulties"),
    ("D", "x", nil), ("F", "x", "hope"),
  ]

  private func story(_ id: String, isWithdrawn: Bool) -> StoryRecord {
    StoryRecord(
      id: id, toldOn: nil, text: "Words.", agreed: AgreedPurposes([.analysis]),
      consentGivenOn: CalendarDay(number: 19_000), consentUntil: nil,
      withdrawnOn: isWithdrawn ? CalendarDay(number: 19_100) : nil, reviewedOn: nil)
  }

  private func groups(_ display: Display, _ theme: String) throws -> (Display.Group, Display.Group)
  {
    let found = try #require(display.rows[0].themes.first { $0.id == theme })
    return (found.with, found.without)
  }

  private func counts(_ group: Display.Group) -> [Int?] {
    [group.used.count]
      + [.improved, .unchanged, .deteriorated].map { (measure: StoryChangeMeasure) in
        group[measure].estimate?.parts.map { Int($0.count) }
      }
  }

  @Test("better, neither and worse of those with a theme, without it and without a story")
  func byHand() throws {
    let display = try #require(draft().experience().change)
    #expect(display.scale.id == "core10")
    #expect(display.threshold.estimate?.value == 6)
    let (hope, other) = try groups(display, "hope")
    // A fell by 10, B by 1; C rose by 8, which is worse on CORE-10, and D fell by 6, which reaches the threshold.
    #expect(counts(hope) == [2, 1, 1, 0])
    #expect(counts(other) == [2, 1, 0, 1])
    #expect(hope[.meanBefore].estimate?.value == 21)
    #expect(hope[.meanChange].estimate?.value == -5.5)
    // Student's t with one degree of freedom: 12.7062 times 9/√2/√2.
    expectClose(
      try #require(hope[.meanChange].estimate?.interval?.high), -5.5 + 12.706_204_736 * 4.5,
      relative: 1e-8)
    #expect(other[.meanChange].estimate?.value == 1)
    // E fell by 5, F rose by 1, G fell by 6; H did not come back.
    #expect(counts(display.rows[0].noStory) == [3, 1, 2, 0])
    #expect(display.rows[0].noStory.eligible.count == 4)
  }

  @Test(
    "the groups of a theme are everyone with both forms, and so are those who got better and worse",
    .tags(.law))
  func partition() throws {
    for draft in [draft(), InventedStudy.draft()] {
      let finding = try draft.experience()
      let display = try #require(finding.change)
      let meaning = try draft.meaning()
      for row in display.rows {
        let everyone = try #require(
          meaning.rows.first { $0.occasion == row.occasion && $0.group == .everyone })
        for theme in row.themes {
          let groups = [theme.with, theme.without, row.noStory]
          #expect(groups.reduce(0) { $0 + $1.used.count } == everyone.used.count)
          for measure in StoryChangeMeasure.allCases {
            guard let judged = measure.judged else { continue }
            #expect(
              groups.reduce(0) { $0 + ($1[measure].estimate?.parts?.count ?? 0) }
                == everyone[judged].estimate?.parts?.count)
          }
        }
      }
    }
  }

  @Test("the results have a row a number, by what people told")
  func results() throws {
    var draft = draft()
    draft.plan.steps = [StudyDraft.step("stories", .experience)]
    let rows = ResultsTable(try draft.findings()).rows
    func row(_ measure: String, _ group: String) throws -> ResultRow {
      try #require(rows.first { $0.measure == measure && $0.group == group })
    }
    let better = try row("improved_reliably", "theme:hope=yes")
    #expect(better.outcome == "core10" && better.occasion == "after")
    #expect(better.count == 1 && better.of == 2 && better.nEligible == 2)
    #expect(try row("mean_change", "theme:hope=no").estimate == 1)
    #expect(try row("people_with_both_forms", "stories:read=no").estimate == 3)
  }

  @Test("there is none where nobody read a story, or nothing is followed up", .tags(.edge))
  func nothing() throws {
    #expect(try draft(told: []).experience().change == nil)
    var draft = draft()
    draft.plan.outcomes = []
    #expect(try draft.experience().change == nil)
    draft = self.draft()
    draft.cohortPlan.occasions = [StudyDraft.before]
    #expect(try draft.experience().change == nil)
  }

  @Test("a scale without the plan's reliability has means and no judgement", .tags(.edge))
  func notJudged() throws {
    var draft = draft()
    draft.plan.outcomes[0].reliability = .none
    let (hope, _) = try groups(try #require(draft.experience().change), "hope")
    #expect(hope[.improved].none?.reason == .noReliability)
    #expect(hope[.meanChange].estimate?.value == -5.5)
  }
}
