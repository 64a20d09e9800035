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

  /// What is said of the rows together.
  func problems(file: String, dataTo: CalendarDay?) -> [Problem] {
    func note(
      _ severity: Problem.Severity, _ code: ProblemCode, _ column: String?, _ message: String,
      _ fix: String
    ) -> Problem {
      Problem(
        severity: severity, code: code.rawValue, file: file, row: nil, column: column,
        message: message, fix: fix)
    }
    var problems: [Problem] = []
    if let last = dataTo {
      for (column, count) in late.sorted(by: { $0.key < $1.key }) {
        problems.append(
          note(
            .note, .implausibleDate, column,
            "\(count) \(count == 1 ? "date lies" : "dates lie") after \(last), the plan's 'data_to'.",
            "Nothing, if the export is newer than the plan; else correct them."))
      }
    }
    if outsideCoverage > 0 {
      let rows = outsideCoverage == 1 ? "1 row lies" : "\(outsideCoverage) rows lie"
      problems.append(
        note(
          .note, .implausibleDate, nil, "\(rows) outside the days that the mapping says it covers.",
          "Check 'covers' in the mapping; days outside it are not counted."))
    }
    if sameEvents > 0 {
      let rows = sameEvents == 1 ? "1 row is" : "\(sameEvents) rows are"
      problems.append(
        note(
          .note, .sameEvent, nil,
          "\(rows) the same event as another row; each event is counted once.",
          "Nothing; 'once_a' in the mapping says so."))
    }
    if sameAnswers > 0 {
      let rows = sameAnswers == 1 ? "1 row gives" : "\(sameAnswers) rows give"
      problems.append(
        note(
          .note, .sameEvent, nil,
          "\(rows) the same answer as another row of the same person and day; each is counted once.",
          "Nothing need be done."))
    }
    if otherMeasures > 0 {
      let rows = otherMeasures == 1 ? "1 row is" : "\(otherMeasures) rows are"
      problems.append(
        note(
          .note, .otherMeasures, nil,
          "\(rows) of other questions or measures than the mapping names; passed over.",
          "Nothing, if they are not wanted; else name them under 'scores' in the mapping."))
    }
    if halfReviewed > 0 {
      let stories = halfReviewed == 1 ? "1 story has" : "\(halfReviewed) stories have"
      problems.append(
        note(
          .warning, .halfReviewed, nil,
          "\(stories) a reviewer without a day, or a day without a reviewer: not quoted.",
          "Fill in both where they were exported from."))
    }
    return problems
  }
}
