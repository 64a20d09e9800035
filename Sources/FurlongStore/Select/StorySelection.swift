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
    let kept = "\(KeptRows.condition) AND t.copy = 0"
    let stories = KeptRows.of("story")
    let entries = try Row.fetchAll(
      database,
      sql: """
        SELECT w.idx, t.* FROM \(stories) JOIN member w ON w.person = m.person
        WHERE \(kept) ORDER BY t.story
        """
    ).map { row in
      StoryColumns.Entry(
        person: row["idx"],
        story: StoryRecord(
          id: row["story"], toldOn: day(row["told_on"]), text: row["text"],
          agreed: AgreedPurposes(rawValue: row["agreed"]),
          consentGivenOn: day(row["consent_given_on"]),
          consentUntil: day(row["consent_until"]), withdrawnOn: day(row["withdrawn_on"]),
          reviewedOn: day(row["reviewed_on"])))
    }
    let all =
      try Int.fetchOne(
        database, sql: "SELECT COUNT(*) FROM \(stories) WHERE \(kept)") ?? 0
    let codings = try Row.fetchAll(
      database,
      sql: """
        SELECT t.story, t.coder, t.code, t.span_from, t.span_to FROM \(KeptRows.of("coding"))
        WHERE \(kept) AND t.story IN (
          SELECT t.story FROM \(stories) JOIN member w ON w.person = m.person WHERE \(kept))
        ORDER BY t.story, t.coder, t.code, t.span_from, t.span_to
        """
    ).map { row in
      let (from, to): (Int?, Int?) = (row["span_from"], row["span_to"])
      return CodingRecord(
        story: row["story"], coder: row["coder"], code: row["code"],
        span: from.flatMap { from in to.flatMap { TextSpan(from: from, to: $0) } })
    }
    return StoryColumns(
      entries: entries, codings: codings, outsidePopulation: all - entries.count)
  }

  private func day(_ number: Int?) -> CalendarDay? { number.map(CalendarDay.init(number:)) }
}
