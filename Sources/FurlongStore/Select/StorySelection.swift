import FurlongStudy
import GRDB

/// The stories of people in the population and their codings, in order of story.
struct StorySelection {
  var database: Database

  /// The stories; nil where no export of stories was read.
  func select() throws -> StoryColumns? {
    let isThere = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM batch WHERE kind = 'stories' AND stopped = 0)")
    guard isThere == true else { return nil }
    let kept = "e.unplaced = 0 AND e.disputed = 0 AND s.copy = 0"
    let entries = try Row.fetchAll(
      database,
      sql: """
        SELECT m.idx, s.* FROM story s JOIN entry e ON e.id = s.entry
        JOIN member m ON m.person = e.person WHERE \(kept) ORDER BY s.story
        """
    ).map { row in
      StoryColumns.Entry(
        person: row["idx"],
        story: StoryRecord(
          id: row["story"], toldOn: day(row["told_on"]), text: row["text"],
          consentLevel: row["consent_level"], consentGivenOn: day(row["consent_given_on"]),
          consentUntil: day(row["consent_until"]), withdrawnOn: day(row["withdrawn_on"]),
          reviewedOn: day(row["reviewed_on"])))
    }
    let all =
      try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM story s JOIN entry e ON e.id = s.entry WHERE \(kept)")
      ?? 0
    let codings = try Row.fetchAll(
      database,
      sql: """
        SELECT c.story, c.coder, c.code FROM coding c JOIN entry o ON o.id = c.entry
        WHERE o.unplaced = 0 AND o.disputed = 0 AND c.copy = 0 AND c.story IN (
          SELECT s.story FROM story s JOIN entry e ON e.id = s.entry
          JOIN member m ON m.person = e.person WHERE \(kept))
        ORDER BY c.story, c.coder, c.code
        """
    ).map { CodingRecord(story: $0["story"], coder: $0["coder"], code: $0["code"]) }
    return StoryColumns(
      entries: entries, codings: codings, outsidePopulation: all - entries.count)
  }

  private func day(_ number: Int?) -> CalendarDay? { number.map(CalendarDay.init(number:)) }
}
