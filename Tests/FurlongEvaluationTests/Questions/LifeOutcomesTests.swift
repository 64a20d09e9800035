import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What changed in people's lives")
struct LifeOutcomesTests {
  /// Twenty people worked by hand: 12 answered both times.
  ///
  /// ```
  ///                     after: working  studying  neither
  /// before working             2        1         1
  /// before studying            0        1         0
  /// before neither             3        1         3
  /// ```
  private var draft: StudyDraft {
    let pairs: [(String?, String?, Int)] = [
      ("working", "working", 2), ("working", "studying", 1), ("working", "neither", 1),
      ("studying", "studying", 1), ("neither", "working", 3), ("neither", "studying", 1),
      ("neither", "neither", 3), (nil, "working", 2), ("neither", nil, 4), (nil, nil, 1),
      // Not due: in no number.
      ("neither", "working", 1),
    ]
    let people = pairs.flatMap { pair in (0..<pair.2).map { _ in (pair.0, pair.1) } }
    var draft = StudyDraft(size: people.count)
    draft.live(
      StudyDraft.work, before: people.map(\.0), after: people.map(\.1),
      due: people.indices.map { $0 < people.count - 1 })
    return draft
  }

  @Test("is told of those who answered both times, among those due")
  func who() throws {
    let outcome = try draft.lives()
    let row = try #require(outcome.rows.first)
    #expect(row.used.count == 12)
    #expect(row.eligible.count == 19)
    let moves = try #require(outcome.moves.first)
    #expect(moves.answeredBefore.count == 16)
    #expect(moves.answeredAfter.count == 14)
  }

  @Test("counts who came into a state that people hope for and who left one")
  func counts() throws {
    let row = try #require(try draft.lives().rows.first)
    func count(_ measure: LifeMeasure) -> Double? { row[measure].estimate?.parts?.count }
    #expect(count(.soughtBefore) == 5)
    #expect(count(.soughtAfter) == 8)
    #expect(count(.gained) == 4)
    #expect(count(.lost) == 1)
    #expect(count(.unmoved) == 7)
    #expect(row[.netMovement].estimate?.value == 3.0 / 12)
  }

  @Test("keeps the table of who moved where")
  func table() throws {
    let moves = try #require(try draft.lives().moves.first)
    #expect(moves.states.map(\.name) == ["working", "studying", "neither"])
    #expect(moves.states.map { $0.became.map(\.count) } == [[2, 1, 1], [0, 1, 0], [3, 1, 3]])
    #expect(moves.states.map(\.before.count) == [4, 1, 7])
    #expect(moves.states.map(\.after.count) == [5, 3, 4])
    #expect(moves.states.map(\.isSought) == [true, true, false])
  }

  /// R 4.2.2: `binom.test(1, 5)$p.value` is 0.375; mid-p less `dbinom(1, 5, 0.5)` = 0.15625.
  ///
  /// Bowker by hand: (1−0)²/1 + (1−3)²/4 + (0−1)²/1 = 3 with 3 degrees of freedom.
  @Test("tests the movement by McNemar's mid-p and by Bowker", .tags(.reference))
  func tests() throws {
    let row = try #require(try draft.lives().rows.first)
    let mcNemar = try #require(row[.mcNemar].estimate)
    #expect(abs(try #require(mcNemar.pValue) - (0.375 - 0.15625)) < 1e-12)
    #expect(abs(mcNemar.value - 9.0 / 5) < 1e-12)
    let bowker = try #require(row[.bowker].estimate)
    #expect(abs(bowker.value - 3) < 1e-12)
    #expect(bowker.degreesOfFreedom == 3)
  }

  @Test("of nobody says how many are needed", .tags(.edge))
  func nobody() throws {
    var draft = StudyDraft(size: 2)
    draft.live(StudyDraft.work, before: [nil, "working"], after: ["working", nil])
    let row = try #require(try draft.lives().rows.first)
    for measure in LifeMeasure.allCases { #expect(row[measure].estimate == nil) }
  }

  @Test("where nobody moved, no test has an answer and the change is none", .tags(.edge))
  func still() throws {
    var draft = StudyDraft(size: 3)
    let states = ["working", "neither", "neither"]
    draft.live(StudyDraft.work, before: states, after: states)
    let row = try #require(try draft.lives().rows.first)
    #expect(row[.netMovement].estimate?.value == 0)
    #expect(row[.mcNemar].estimate == nil)
    #expect(row[.bowker].estimate == nil)
  }

  @Test("turned round in time swaps those who came and those who left", .tags(.law))
  func turned() throws {
    let forward = InventedStudy.draft(size: 40)
    var backward = forward
    for index in backward.scored.cohort.forms.indices
    where backward.scored.cohort.forms[index].scale == "work" {
      let isBefore = backward.scored.cohort.forms[index].occasion == "before"
      backward.scored.cohort.forms[index].occasion = isBefore ? "after" : "before"
      backward.scored.cohort.forms[index].due = Array(repeating: true, count: 40)
    }
    var allDue = forward
    for index in allDue.scored.cohort.forms.indices {
      allDue.scored.cohort.forms[index].due = Array(repeating: true, count: 40)
    }
    let there = try #require(try allDue.lives().rows.first)
    let back = try #require(try backward.lives().rows.first)
    #expect(there[.gained].estimate?.value == back[.lost].estimate?.value)
    #expect(there[.soughtBefore].estimate?.value == back[.soughtAfter].estimate?.value)
    let change = try #require(there[.netMovement].estimate)
    let turned = try #require(back[.netMovement].estimate)
    #expect(change.value == -turned.value)
    #expect(abs(try #require(change.interval).low + (try #require(turned.interval).high)) < 1e-12)
  }
}
