import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What people thought of it")
struct FeedbackTests {
  /// Six forms of four people: the first answered after two courses.
  private var draft: StudyDraft {
    var draft = StudyDraft(size: 10)
    draft.ask(
      once: "csq8", reaching: 24,
      [
        (0, "art", false, 10), (0, "cooking", true, 30), (1, "art", true, 24), (2, "art", true, 23),
        (3, nil, true, 32),
      ])
    return draft
  }

  @Test("counts the last form of each person, and the last of each course")
  func counts() throws {
    let outcome = try draft.feedback()
    #expect(outcome.eligible.count == 10)
    #expect(outcome.rows.map(\.course) == [nil, "art", "cooking"])
    #expect(outcome.rows.map(\.used.count) == [4, 3, 1])
    #expect(outcome.rows.map { $0.reached?.estimate?.parts?.count } == [3, 1, 1])
    #expect(outcome.rows.first?.mean?.estimate?.value == (30 + 24 + 23 + 32) / 4.0)
  }

  @Test("by course goes by the words of its name, not by capitals and blanks")
  func spellings() throws {
    var draft = StudyDraft(size: 10)
    draft.ask(
      once: "csq8", reaching: 24,
      [
        (0, "Sleep Well", false, 10), (0, "sleep  well", true, 30), (1, "Sleep Well", true, 24),
        (2, "sleep well", true, 23), (3, "Sleep", true, 32),
      ])
    let outcome = try draft.feedback()
    #expect(outcome.rows.map(\.course) == [nil, "Sleep", "Sleep Well"])
    #expect(outcome.rows.map(\.used.count) == [4, 1, 3], "the first answered once, the last time")
    #expect(outcome.rows.last?.mean?.estimate?.value == (30 + 24 + 23) / 3.0)
  }

  @Test("lists the scores of a short scale, and then gives no mean")
  func scores() throws {
    var draft = StudyDraft(size: 3)
    draft.ask(
      once: "ucla3", reaching: 5, label: "are seldom lonely",
      [(0, nil, true, 3), (1, nil, true, 5), (2, nil, true, 9)])
    let outcome = try draft.feedback()
    #expect(outcome.scores.map(\.score) == [3, 4, 5, 6, 7, 8, 9])
    #expect(outcome.scores.map(\.people.count) == [1, 0, 1, 0, 0, 0, 1])
    #expect(outcome.rows.first?.mean == nil)
    // Lower is better there: at most 5.
    #expect(outcome.rows.first?.reached?.estimate?.parts?.count == 2)
  }

  @Test("by course only where it is asked")
  func byCourse() throws {
    #expect(try draft.feedback(byCourse: false).rows.count == 1)
  }

  @Test("of nobody is no share and no mean", .tags(.edge))
  func nobody() throws {
    var draft = StudyDraft(size: 5)
    draft.ask(once: "csq8", reaching: 24, [])
    let row = try #require(try draft.feedback().rows.first)
    #expect(row.used.count == 0)
    #expect(row.reached?.estimate == nil)
    #expect(row.mean?.estimate == nil)
  }
}
