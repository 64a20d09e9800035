import FurlongStudy
import GRDB

/// A way in which rows can disagree: rows of the same key that say different things.
struct Dispute {
  /// The table of what rows say.
  var table: String
  /// What makes two entries speak of the same thing.
  var key: String
  /// What they then must agree in.
  var says: String
  /// Which entries say anything.
  var condition = "1"
  /// What is shown of the key in a message; never a value of a person.
  var shown: String
  /// Answers of which the differing items are named.
  var answers = "NULL"
  /// What both rows need where neither is wrong.
  var apart: String
  /// The message, from the rows and what is shown.
  var message: @Sendable (_ rows: String, _ shown: String) -> String

  static let all = [
    Dispute(
      table: "form", key: "m.person, t.scale, t.day, t.occasion, t.course", says: "t.answers",
      condition: "t.answered IS NULL OR t.answered > 0", shown: "t.scale",
      answers: "t.answers",
      apart:
        "Where both are right, a column tells them apart: name 'occasion' or 'course' in the mapping.",
      message: { "\($0) disagree for the same person and day (\($1))." }),
    Dispute(
      table: "tally", key: "m.person, t.kind, t.from_day, t.to_day", says: "t.count",
      shown: "(SELECT name FROM event_kind WHERE id = t.kind)",
      apart: "Where both are right, add them up where they were exported from.",
      message: { "\($0) give different counts for the same person and period (\($1))." }),
    Dispute(
      table: "unit_month", key: "t.kind, lower(t.unit), t.month",
      says: "json_array(t.number, t.over)", shown: "t.kind",
      apart: "Where both are right, add them up where they were exported from.",
      message: { "\($0) give different counts for the same unit and month (\($1))." }),
    Dispute(
      table: "story", key: "t.story",
      says: """
        json_array(m.person, t.told_on, t.text, t.agreed, t.consent_given_on,
          t.consent_until, t.withdrawn_on, t.reviewed_on)
        """, shown: "''",
      apart: "Where they are two stories, give each an id of its own.",
      message: { rows, _ in "\(rows) have the same story id and differ." }),
  ]

  /// Writes a problem at each row in dispute; returns the rows.
  ///
  /// - Parameter lesser: takes forms that another says more than, and does not contradict.
  func report(
    in database: Database, batch: Int64?, lesser: inout LesserForms
  ) throws -> Set<RowOfMention> {
    let kept = "m.placed = 1 AND (?1 IS NULL OR m.batch = ?1) AND (\(condition))"
    let match = key.split(separator: ",").enumerated().map { place, column in
      "q.k\(place) IS \(column.trimmed)"
    }.joined(separator: " AND ")
    let columns = key.split(separator: ",").enumerated().map { place, column in
      "\(column.trimmed) AS k\(place)"
    }.joined(separator: ", ")
    let rows = try Row.fetchAll(
      database,
      sql: """
        WITH quarrel AS MATERIALIZED (
          SELECT \(columns), MIN(t.id) AS quarrel
          FROM \(KeptRows.of(table)) WHERE \(kept)
          GROUP BY \(key) HAVING COUNT(DISTINCT \(says)) > 1)
        SELECT DISTINCT q.quarrel, m.id, m.batch, b.file, t.source_row, \(shown) AS shown,
          \(answers) AS answers, t.id AS entry
        FROM \(KeptRows.of(table)) JOIN batch b ON b.id = m.batch
        JOIN quarrel q ON \(match)
        WHERE \(kept) ORDER BY q.quarrel, b.file, t.source_row
        """, arguments: [batch])
    let problems = ProblemWriter(database: database, origin: .duplicates)
    var disputed: Set<RowOfMention> = []
    for group in Dictionary(grouping: rows, by: { $0["quarrel"] as Int64 }).values {
      let forms = group.map { row in
        (row["answers"] as String?).flatMap { AnswersText(text: $0).answers }
      }
      let difference = LesserForms.Difference(forms)
      if lesser.take(group, difference) { continue }
      // Two entries of one row stand here twice where they differ.
      var seen: Set<RowOfMention> = []
      let items =
        Self.differingItems(forms)
        + (difference == .eachLacks ? ": each leaves blank what another answers" : "")
      let group = group.filter { row in
        seen.insert(RowOfMention(mention: row["id"], row: row["source_row"])).inserted
      }
      let places = group.map { RowPlace(file: $0["file"], row: $0["source_row"]) }
      for row in group {
        let problem = Problem(
          severity: .setAside, code: "I039", file: row["file"], row: row["source_row"], column: nil,
          message: message(RowPlace.sentence(places), row["shown"] + items),
          fix:
            "Correct or delete the wrong row in the system that the export comes from, or leave it out here "
            + "(`furlong problems --as csv`, then `--apply`). \(apart)")
        try problems.write(problem, batch: row["batch"])
        disputed.insert(RowOfMention(mention: row["id"], row: row["source_row"]))
      }
    }
    return disputed
  }

  /// `, item 6` or `, items 6 and 9`, where few items differ; blank where many do, or what differs are no items.
  private static func differingItems(_ answers: [FormAnswers?]) -> String {
    let forms = answers.compactMap { form -> [Int?]? in
      if case .items(let items)? = form { items } else { nil }
    }
    guard forms.count == answers.count, let first = forms.first else { return "" }
    let differing = first.indices.filter { place in
      forms.contains { !$0.indices.contains(place) || $0[place] != first[place] }
    }.map { String($0 + 1) }
    guard (1...3).contains(differing.count), let last = differing.last else { return "" }
    return differing.count == 1
      ? ", item \(last)" : ", items \(differing.dropLast().joined(separator: ", ")) and \(last)"
  }
}

/// A row of an export, by the mention that it holds.
struct RowOfMention: Hashable {
  var mention: Int64
  var row: Int
}

/// A row of an export, for messages.
private struct RowPlace {
  var file: String
  var row: Int

  /// `Rows 31 and 77`, or with their files where there are several.
  static func sentence(_ places: [RowPlace]) -> String {
    let severalFiles = Set(places.map(\.file)).count > 1
    let shown = places.prefix(5).map { severalFiles ? "\($0.file):\($0.row)" : "\($0.row)" }
    let more = places.count - shown.count
    guard places.count > 1, let last = shown.last else {
      return "Two entries of row \(shown.first ?? "")"
    }
    if more > 0 { return "Rows \(shown.joined(separator: ", ")) and \(more) more" }
    return "Rows \(shown.dropLast().joined(separator: ", ")) and \(last)"
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
