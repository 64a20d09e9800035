import FurlongEvaluation
import FurlongScales
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite struct ExperienceTests {
  private static let today = CalendarDay(number: 20_000)

  private func story(
    _ id: String, level: Int = 4, until: CalendarDay? = nil, withdrawn: CalendarDay? = nil,
    reviewed: Bool = true
  ) -> StoryRecord {
    StoryRecord(
      id: id, toldOn: nil, text: "Words of \(id).", agreed: AgreedPurposes(level: level) ?? [],
      consentGivenOn: CalendarDay(number: 19_000), consentUntil: until, withdrawnOn: withdrawn,
      reviewedOn: reviewed ? CalendarDay(number: 19_500) : nil)
  }

  /// Stories told by these people, with what coders found.
  private func draft(
    _ stories: [(person: Int, story: StoryRecord)], _ codings: [(String, String, String?)]
  ) -> StudyDraft {
    var draft = StudyDraft(size: 10)
    draft.plan.stories = StoriesPlan(
      codebook: "chime-d", quotePurpose: .publicReport, consentOn: Self.today)
    draft.scored.cohort.stories = StoryColumns(
      entries: stories.map { .init(person: $0.person, story: $0.story) },
      codings: codings.map { CodingRecord(story: $0.0, coder: $0.1, code: $0.2) },
      outsidePopulation: 0)
    return draft
  }

  private func theme(
    _ id: String, _ finding: ExperienceFinding<Unreleased>
  ) throws -> ExperienceFinding<Unreleased>.Theme {
    try #require(finding.themes.first { $0.id == id })
  }

  @Test func `themes are counted by person, by either coder and by all`() throws {
    let finding = try draft(
      [(0, story("A")), (0, story("B")), (1, story("C")), (2, story("D"))],
      [
        ("A", "x", "hope"), ("A", "y", "hope"), ("B", "x", "hope"), ("B", "y", nil),
        ("C", "x", "hope"), ("C", "y", "identity"), ("D", "x", nil), ("D", "y", nil),
      ]
    ).experience()
    let hope = try theme("hope", finding)
    #expect(hope.people.count == 2)
    #expect(hope.byAll.count == 1)
    expectClose(try #require(hope[.share].estimate?.value), 2.0 / 3, relative: 1e-15)
    #expect(hope[.share].estimate?.eligible.count == 10)
    #expect(finding.stories[.stories].estimate?.value == 4)
    #expect(finding.storytellers.count == 3)
    #expect(finding.stories[.codedByTwo].estimate?.value == 4)
    #expect(finding.nothingFound.count == 1)
    #expect(finding.themes.count == 6)
  }

  @Test func `agreement is by story, and undefined where nothing varies`() throws {
    let finding = try draft(
      [(0, story("A")), (1, story("B")), (2, story("C")), (3, story("D"))],
      [
        ("A", "x", "hope"), ("A", "y", "hope"), ("B", "x", "hope"), ("B", "y", nil),
        ("C", "x", nil), ("C", "y", nil), ("D", "x", nil), ("D", "y", nil),
      ]
    ).experience()
    // Agreed on 3 of 4; by chance (2·1 + 2·3) / 16 = 1/2.
    expectClose(
      try #require(theme("hope", finding)[.agreement].estimate?.value), 0.5, relative: 1e-14)
    #expect(
      try theme("identity", finding)[.agreement].none
        == NoNumber(.noVariation, used: 4, eligible: 4))
  }

  @Test func `over all themes agreement is Krippendorff's, with an interval from ten stories on`()
    throws
  {
    func finding(_ count: Int) throws -> ExperienceFinding<Unreleased> {
      try draft(
        (0..<count).map { ($0, story("S\($0)")) },
        (0..<count).flatMap { place -> [(String, String, String?)] in
          [
            ("S\(place)", "x", place % 2 == 0 ? "hope" : nil),
            ("S\(place)", "y", place % 4 == 0 ? "hope" : nil),
          ]
        }
      ).experience()
    }
    let few = try #require(finding(8).agreement.estimate)
    // 2 of 8 stories differ, and 6 of 16 values are yes: 1 − (2·2/16) / (2·6·10 / (16·15)) = 1/2.
    expectClose(few.value, 0.5, relative: 1e-12)
    #expect(few.interval == nil && few.caveats == [.tooFewStories(needed: 10)])
    let ten = try #require(finding(10).agreement.estimate)
    let interval = try #require(ten.interval)
    #expect(interval.low < ten.value && ten.value < interval.high && interval.level == 0.95)
    #expect(ten.caveats == [])
  }

  @Test func `of three coders agreement is on the stories that all read`() throws {
    let finding = try draft(
      [(0, story("A")), (1, story("B")), (2, story("C")), (3, story("D"))],
      [
        ("A", "x", "hope"), ("A", "y", "hope"), ("A", "z", "hope"), ("B", "x", nil),
        ("B", "y", nil), ("B", "z", "hope"), ("C", "x", nil), ("C", "y", nil), ("C", "z", nil),
        ("D", "x", "hope"), ("D", "y", nil),
      ]
    ).experience()
    #expect(finding.coders == 3)
    let hope = try #require(theme("hope", finding)[.agreement].estimate)
    #expect(hope.used.count == 3 && hope.used.people == .codedByAll)
    #expect(hope.method == .congerKappa)
    // Pairs agree in 7 of 9; by chance 1/3·1/3 + 2/3·2/3 of x and y, 1/3·2/3 + 2/3·1/3 of each with z: 13/27.
    expectClose(hope.value, (7.0 / 9 - 13.0 / 27) / (1 - 13.0 / 27), relative: 1e-12)
    #expect(finding.stories[.codedByTwo].estimate?.value == 4)
    let apart = try draft(
      [(0, story("A")), (1, story("B"))],
      [("A", "x", "hope"), ("A", "y", nil), ("B", "x", "hope"), ("B", "z", nil)]
    ).experience()
    #expect(try theme("hope", apart)[.agreement].none?.reason == .noStoryReadByAll)
    // Over all themes the stories count that any two read. Of the first four 11 values, 5 of them yes, differ in two
    // stories: 1 − ((2·2/2 + 2)/11) / (2·5·6 / (11·10)) = 1/3; of these two 4 values, 2 of them yes: 1 − 1 / (2/3).
    let all = try #require(finding.agreement.estimate)
    expectClose(all.value, 1.0 / 3, relative: 1e-12)
    #expect(all.used == PeopleCount(4, .codedByTwo))
    let two = try #require(apart.agreement.estimate)
    expectClose(two.value, -0.5, relative: 1e-12)
    #expect(two.caveats == [.tooFewStories(needed: 10)])
    let alone = try draft(
      [(0, story("A")), (1, story("B"))], [("A", "x", "hope"), ("B", "z", nil)]
    ).experience()
    #expect(alone.agreement.none?.reason == .noStoryReadByAll)
  }

  @Test func `why stories may not be quoted is counted, the first thing that stands against each`()
    throws
  {
    var unsaid = story("E")
    unsaid.consentGivenOn = nil
    let finding = try draft(
      [
        (0, story("A")), (0, story("B")), (1, story("C", level: 2)),
        (2, story("D", level: 3, reviewed: false)), (3, unsaid), (4, story("F", reviewed: false)),
        (5, story("G", withdrawn: Self.today)), (6, story("H", level: 0)),
      ], []
    ).experience()
    let counts = QuoteMeasure.allCases.map { finding.quotes[$0].estimate?.value }
    #expect(counts == [2, 2, 1, 0, 1, 0])
    #expect(counts.reduce(0) { $0 + ($1 ?? 0) } == finding.stories[.stories].estimate?.value)
    #expect(finding.quotable.count == 1)
  }

  @Test func `one coder gives no agreement`() throws {
    let finding = try draft([(0, story("A"))], [("A", "x", "hope")]).experience()
    #expect(
      try theme("hope", finding)[.agreement].none
        == NoNumber(.notTwoCoders(found: 1), used: 0, eligible: 1))
    #expect(finding.stories[.codedByTwo].estimate?.value == 0)
  }

  @Test func `words are shown only under a consent that holds, once reviewed`() throws {
    let yesterday = Self.today.adding(days: -1)
    func quote(_ story: StoryRecord) throws -> StoryQuote? {
      let finding = try draft([(0, story)], [("A", "x", "hope")]).experience()
      return try theme("hope", finding).quote
    }
    #expect(
      try quote(story("A")) == StoryQuote(text: "Words of A.", purpose: .publicReport))
    #expect(try quote(story("A", until: Self.today)) != nil)
    #expect(try quote(story("A", until: yesterday)) == nil)
    #expect(try quote(story("A", withdrawn: yesterday)) == nil)
    #expect(try quote(story("A", reviewed: false)) == nil)
    #expect(try quote(story("A", level: 3)) == nil)
  }

  @Test func `who took the consent back is not counted; who was not reviewed is`() throws {
    let yesterday = Self.today.adding(days: -1)
    let finding = try draft(
      [
        (0, story("A")), (1, story("B", withdrawn: yesterday)), (2, story("C", until: yesterday)),
        (3, story("D", level: 0)), (4, story("E", level: 1, reviewed: false)),
      ],
      ["A", "B", "C", "D", "E"].map { ($0, "x", "hope") }
    ).experience()
    #expect(finding.stories[.stories].estimate?.value == 2)
    #expect(try theme("hope", finding).people.count == 2)
    #expect(finding.quotable.count == 1)
  }

  @Test func `of a theme one passage that speaks against it is quoted, where a code says so`()
    throws
  {
    let codebook = try Codebook.read(
      """
      furlong_codebook: 1
      id: chime-d
      name: Own
      source: us
      codes:
        - { id: hope, label: Hope, description: d }
        - id: difficulties
          label: Difficulties
          description: d
          codes: [{ id: lost, label: Hope lost, description: d, against: hope }]
      """, file: "own.yaml")
    func finding(
      _ stories: [(person: Int, story: StoryRecord)], _ codings: [(String, String, String?)]
    ) throws -> ExperienceFinding<Unreleased> {
      var draft = draft(stories, codings)
      draft.plan.steps = [StudyDraft.step("only", .experience)]
      let found = try Evaluator(
        plan: draft.plan, cohortPlan: draft.cohortPlan, catalogue: .shipped(), codebook: codebook
      ).evaluate(draft.scored, provenance: StudyDraft.provenance)
      guard case .experience(let finding)? = found.steps.first?.finding else {
        throw StudyDraft.WrongFinding()
      }
      return finding
    }
    let codings = [("A", "x", "hope"), ("B", "x", "lost")]
    let both = try finding([(0, story("A")), (1, story("B"))], codings)
    #expect(try theme("hope", both).people.count == 1)
    #expect(try theme("difficulties", both).people.count == 1)
    #expect(
      try theme("hope", both).contradicting
        == ContradictingQuote(
          label: "Hope lost", theme: "difficulties",
          quote: StoryQuote(text: "Words of B.", purpose: .publicReport)))
    #expect(try theme("difficulties", both).contradicting == nil)
    let low = try finding([(0, story("A")), (1, story("B", level: 3))], codings)
    #expect(try theme("hope", low).contradicting == nil)
    // What was settled goes before what one coder found.
    let settled = try finding(
      [(0, story("A")), (1, story("B"))], codings + [("B", CodingRecord.settled, "difficulties")])
    #expect(try theme("hope", settled).contradicting == nil)
  }

  @Test func `no words are shown twice while others are left`() throws {
    let finding = try draft(
      [(0, story("A")), (1, story("B"))],
      [("A", "x", "hope"), ("A", "x", "identity"), ("B", "x", "hope"), ("B", "x", "identity")]
    ).experience()
    let quotes = finding.themes.compactMap(\.quote?.text)
    #expect(Set(quotes).count == 2)
    #expect(quotes.count == 2)
  }

  @Test(.tags(.edge)) func `without stories there are reasons`() throws {
    var draft = draft([], [])
    #expect(try draft.experience().stories[.stories].estimate?.value == 0)
    #expect(
      try theme("hope", draft.experience())[.share].none
        == NoNumber(.tooFew(needed: 1, found: 0), used: 0, eligible: 10))
    draft.scored.cohort.stories = nil
    #expect(
      try draft.experience().stories[.stories].none == NoNumber(.noData, used: 0, eligible: 10))
    draft.plan.stories = nil
    #expect(throws: EvaluationError.noStoriesPlan(step: "only")) { try draft.experience() }
  }
}
