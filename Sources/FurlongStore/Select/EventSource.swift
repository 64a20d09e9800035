import FurlongStudy
import GRDB

/// The exports that count one event: what they can speak of, and of whom.
struct EventSource: Hashable {
  /// How the exports give the event.
  enum Shape {
    /// On days, in nights, within covered days.
    case dated
    /// As counts over days measured from day 0.
    case counted
  }

  var shape: Shape
  /// What a person without rows means; of several exports the more careful answer holds.
  var noRowsMeans: NoRowsMeaning
  var batches: [Int64]
  /// The exports that hold home leave from its stays; none where it is not known.
  var leaveBatches: [Int64] = []

  /// The source of an event; nil where no export counts it.
  static func find(_ event: String, in database: Database) throws -> EventSource? {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT b.id, b.covers_from, b.no_rows_means FROM batch b
        JOIN batch_event v ON v.batch = b.id
        WHERE v.event = ? AND v.is_leave = 0 AND b.stopped = 0 ORDER BY b.id
        """, arguments: [event])
    guard !rows.isEmpty else { return nil }
    let isDated = rows.allSatisfy { ($0["covers_from"] as Int?) != nil }
    let isNoneHappened = rows.allSatisfy {
      ($0["no_rows_means"] as String?) == NoRowsMeaning.noneHappened.rawValue
    }
    return EventSource(
      shape: isDated ? .dated : .counted, noRowsMeans: isNoneHappened ? .noneHappened : .notKnown,
      batches: rows.map { $0["id"] },
      leaveBatches: try Int64.fetchAll(
        database,
        sql: """
          SELECT b.id FROM batch b JOIN batch_event v ON v.batch = b.id
          WHERE v.event = ? AND v.is_leave = 1 AND b.stopped = 0 ORDER BY b.id
          """, arguments: [event]))
  }

  /// The days that the exports cover, joined where they touch; the ends are not included.
  ///
  /// Where home leave stands in exports of its own, the days that these cover too: of others it is not known who was there.
  func coverage(in database: Database) throws -> [(from: Int, to: Int)] {
    let stays = try Self.coverage(of: list, in: database)
    if leaveBatches.isEmpty { return stays }
    let leave = try Self.coverage(of: listOfLeave, in: database)
    return stays.flatMap { span in
      leave.map { (from: max(span.from, $0.from), to: min(span.to, $0.to)) }
        .filter { $0.from < $0.to }
    }
  }

  private static func coverage(
    of list: String, in database: Database
  ) throws -> [(from: Int, to: Int)] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT covers_from, covers_to FROM batch
        WHERE id IN (\(list)) AND covers_from IS NOT NULL ORDER BY covers_from
        """)
    var joined: [(from: Int, to: Int)] = []
    for row in rows {
      let from: Int = row[0]
      let to = (row[1] as Int) + 1
      if let last = joined.last, from <= last.to {
        joined[joined.count - 1].to = max(last.to, to)
      } else {
        joined.append((from, to))
      }
    }
    return joined
  }

  /// The members who have an identifier of a kind that the exports use, those of home leave too, and who agreed to its use where the
  /// plan asks for that.
  func linkable(in database: Database) throws -> Set<Int> {
    let linkable = try Self.linkable(to: list, in: database)
    if leaveBatches.isEmpty { return linkable }
    // An export without a row has no kind of identifier: nobody was on leave.
    let hasRows = try Bool.fetchOne(
      database,
      sql: "SELECT EXISTS (SELECT 1 FROM batch_identifier_kind WHERE batch IN (\(listOfLeave)))")
    guard hasRows == true else { return linkable }
    return linkable.intersection(try Self.linkable(to: listOfLeave, in: database))
  }

  private static func linkable(to list: String, in database: Database) throws -> Set<Int> {
    try Int.fetchSet(
      database,
      sql: """
        SELECT m.idx FROM identifier i JOIN member m ON m.person = i.person
        WHERE i.kind IN (SELECT kind FROM batch_identifier_kind WHERE batch IN (\(list)))
          AND m.idx NOT IN (SELECT idx FROM not_linked)
        """)
  }

  /// The members of whom the exports hold a row.
  func mentioned(in database: Database) throws -> Set<Int> {
    try Int.fetchSet(
      database,
      sql: """
        SELECT m.idx FROM mention n JOIN member m ON m.person = n.person
        WHERE n.batch IN (\(list)) AND n.placed = 1
          AND n.source_rows > (SELECT COUNT(*) FROM disputed d WHERE d.mention = n.id)
        """)
  }

  private var list: String { batches.map(String.init).joined(separator: ", ") }
  private var listOfLeave: String { leaveBatches.map(String.init).joined(separator: ", ") }
}
