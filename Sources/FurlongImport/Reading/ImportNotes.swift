import FurlongStudy

/// What is counted over the rows and said once.
struct ImportNotes {
  /// Dates after the plan's last day, by column.
  var late: [String: Int] = [:]
  /// Rows outside the days that the export covers.
  var outsideCoverage = 0
  /// Rows that are the same event as an earlier one.
  var sameEvents = 0
  /// Rows of a long export that give the same answer as another.
  var sameAnswers = 0
  /// Rows of a long export that are of other items or measures than those named.
  var otherMeasures = 0
  /// Stories with a reviewer or a day of review, but not both.
  var halfReviewed = 0
  /// Rows that are kept without their form of a scale, by its name.
  var formsLeftOut: [String: Int] = [:]
  /// Places at sessions that are left out of rows that are kept.
  var placesLeftOut = 0
  /// Cells of a column of leaving that say something else than moving away or dying, by column.
  var leavingOtherwise: [String: Int] = [:]
  /// Cells of it that hold a day and do not say why, by column.
  var leavingDaysAlone: [String: Int] = [:]
  /// Rows whose count is blank, by column: the first of them, and how many they are.
  var blankCounts: [String: (rows: [Int], count: Int, last: Int)] = [:]
  /// What the row in hand is kept without.
  var ofRow: [RowRefusal.Fault] = []

  /// Notes that a row has no count in a column.
  mutating func addBlankCount(_ column: String, row: Int) {
    var found = blankCounts[column] ?? ([], 0, 0)
    // Several rules may read one column.
    if found.last == row { return }
    found.last = row
    if found.rows.count < 5 { found.rows.append(row) }
    found.count += 1
    blankCounts[column] = found
  }

  /// What is said of the rows together.
  func problems(file: String, dataTo: CalendarDay?) -> [Problem] {
    var problems: [Problem] = []
    func say(
      _ code: ProblemCode, _ count: Int, _ one: String, _ many: String, _ rest: String,
      fix: String, column: String? = nil, severity: Problem.Severity = .note
    ) {
      guard count > 0 else { return }
      problems.append(
        Problem(
          severity: severity, code: code.rawValue, file: file, row: nil, column: column,
          message: "\(count) \(count == 1 ? one : many) \(rest)", fix: fix))
    }
    for (name, count) in formsLeftOut.sorted(by: { $0.key < $1.key }) {
      say(
        .formLeftOut, count, "row is", "rows are",
        "kept without \(name): an answer or a day of it cannot be used.",
        fix: "`furlong problems` lists each with what is wrong; correct them, then import again.",
        severity: .warning)
    }
    say(
      .formLeftOut, placesLeftOut, "place at a session is", "places at sessions are",
      "left out of rows that are kept: what stands there is not among the mapping's words.",
      fix:
        "`furlong problems` lists each; correct them, or add the words to the mapping, then import again.",
      severity: .warning)
    if let last = dataTo {
      for (column, count) in late.sorted(by: { $0.key < $1.key }) {
        say(
          .implausibleDate, count, "date lies", "dates lie", "after \(last), the plan's 'data_to'.",
          fix: "Nothing, if the export is newer than the plan; else correct them.", column: column)
      }
    }
    for (column, count) in leavingOtherwise.sorted(by: { $0.key < $1.key }) {
      say(
        .notADate, count, "cell says", "cells say",
        "nothing of moving away or dying: whatever day stands there ends nothing.",
        fix:
          "Nothing, if that is so; else add the words that say it to 'says' of 'left_on' in the mapping.",
        column: column)
    }
    for (column, count) in leavingDaysAlone.sorted(by: { $0.key < $1.key }) {
      say(
        .notADate, count, "cell holds", "cells hold",
        "a day and not why the person left: taken for that of leaving the college, which ends nothing.",
        fix:
          "If it is the day of moving away or dying, add '\(LeavingColumn.dayAlone)' to 'says' of 'left_on' in the mapping.",
        column: column)
    }
    for (column, found) in blankCounts.sorted(by: { $0.key < $1.key }) {
      let more = found.count - found.rows.count
      let rows =
        found.rows.map(String.init).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
      say(
        .blankCount, found.count, "count is", "counts are",
        "blank under '\(column)' (\(found.count == 1 ? "row" : "rows") \(rows)): a blank is no 0, so nothing is counted there and the time is not known for it.",
        fix:
          "Where nothing happened, write 0 where it was exported from; where it was not recorded, nothing need be done.",
        column: column, severity: .warning)
    }
    say(
      .implausibleDate, outsideCoverage, "row lies", "rows lie",
      "outside the days that the mapping says it covers.",
      fix: "Check 'covers' in the mapping; days outside it are not counted.")
    say(
      .sameEvent, sameEvents, "row is", "rows are",
      "the same event as another row; each event is counted once.",
      fix: "Nothing; 'once_a' in the mapping says so.")
    say(
      .sameEvent, sameAnswers, "row gives", "rows give",
      "the same answer as another row of the same person and day; each is counted once.",
      fix: "Nothing need be done.")
    say(
      .otherMeasures, otherMeasures, "row is", "rows are",
      "of other questions or measures than the mapping names; passed over.",
      fix: "Nothing, if they are not wanted; else name them under 'scores' in the mapping.")
    say(
      .halfReviewed, halfReviewed, "story has", "stories have",
      "a reviewer without a day, or a day without a reviewer: not quoted.",
      fix: "Fill in both where they were exported from.", severity: .warning)
    return problems
  }
}
