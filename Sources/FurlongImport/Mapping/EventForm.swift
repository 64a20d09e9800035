import FurlongForms
import FurlongStudy

/// Reads the columns of service use and what is counted.
enum EventForm {
  static func events(_ table: FormTable, rows: RowMeaning) throws(FormError) -> EventColumns {
    let moment = try moment(table, rows: rows)
    var covers: DayRange?
    var noRows = NoRowsMeaning.notKnown
    if moment != .periods {
      covers = try covered(table.required("covers"))
      noRows = try table.word("no_rows_means", NoRowsMeaning.self)
    }
    let node = try table.required("events")
    var rules: [EventRule] = []
    for node in try node.list() { rules.append(try rule(node, moment: moment, rows: rows)) }
    if rules.isEmpty { throw node.error("no event is named", fix: "add { event: …, count: … }") }
    try requireSilence(of: rules, noRows, at: node)
    let onceNode = try table.optional("once_a")
    let once = try onceNode?.word(EventColumns.OnceA.self)
    let team = try table.optionalText("team")
    if let onceNode, once == .personDayAndTeam, team == nil {
      throw onceNode.error(
        "'once_a' names a team, and 'team' is missing", fix: "add 'team: COLUMN'")
    }
    if let onceNode, rows != .event {
      throw onceNode.error(
        "'once_a' needs rows that are events on a day", fix: "take it out, or change 'rows'")
    }
    return EventColumns(
      moment: moment, covers: covers, noRowsMeans: noRows, rules: rules, onceA: once, team: team)
  }

  /// Of a list of leave alone, who has no row in it had none: else nobody without leave could be counted.
  private static func requireSilence(
    of rules: [EventRule], _ noRows: NoRowsMeaning, at node: FormNode
  ) throws(FormError) {
    let nights = rules.filter { $0.count == .nights }.map(\.event)
    guard noRows == .notKnown,
      let leave = rules.first(where: { $0.count == .leave && !nights.contains($0.event) })
    else { return }
    throw node.error(
      "home leave from '\(leave.event)' stands in a file of its own, and who has no row there is not known",
      fix: "write 'no_rows_means: none happened' if the file holds all leave")
  }

  private static func moment(
    _ table: FormTable, rows: RowMeaning
  ) throws(FormError) -> EventColumns.Moment {
    switch rows {
    case .event: return .day(column: try table.text("date"))
    case .spell:
      let start = try table.text("start")
      return .spell(start: start, end: try table.optional("end").map(end))
    default: return .periods
    }
  }

  private enum BlankEnd: String, CaseIterable { case stillThere = "still there" }

  private static func end(_ node: FormNode) throws(FormError) -> EventColumns.End {
    if !node.isTable { return .init(column: try node.text(), blankMeansStillThere: false) }
    return try node.table { (table: FormTable) throws(FormError) -> EventColumns.End in
      let word = try table.optionalWord("blank_means", BlankEnd.self)
      return .init(column: try table.text("column"), blankMeansStillThere: word != nil)
    }
  }

  private static func covered(_ node: FormNode) throws(FormError) -> DayRange {
    try node.table { (table: FormTable) throws(FormError) -> DayRange in
      let from = try day(table.required("from"))
      let to = try day(table.required("to"))
      if from > to { throw node.error("'from' lies after 'to'", fix: "swap the two days") }
      return DayRange(from: from, to: to)
    }
  }

  private static func day(_ node: FormNode) throws(FormError) -> CalendarDay {
    guard let day = CalendarDay(iso: try node.text()) else {
      throw node.error("this is no date", fix: "write it like 2021-09-01")
    }
    return day
  }

  private static func rule(
    _ node: FormNode, moment: EventColumns.Moment, rows: RowMeaning
  ) throws(FormError) -> EventRule {
    try node.table { (table: FormTable) throws(FormError) -> EventRule in
      let event = try table.text("event")
      let count = try count(table, moment: moment, rows: rows)
      return EventRule(
        event: event, count: count, conditions: try RowCondition.readAll(table.optional("where")))
    }
  }

  private static func count(
    _ table: FormTable, moment: EventColumns.Moment, rows: RowMeaning
  ) throws(FormError) -> EventRule.Count {
    let node = try table.required("count")
    let word = try node.text()
    switch (word, moment) {
    case ("rows", .day): return .rows
    case ("starts", .spell): return .starts
    case ("nights", .spell(_, let end)), ("days", .spell(_, let end)),
      ("leave", .spell(_, let end)):
      if end == nil {
        throw node.error(
          "\(word) \(word == "leave" ? "needs" : "need") an end", fix: "add 'end: COLUMN'")
      }
      return word == "nights" ? .nights : word == "days" ? .days : .leave
    case (_, .day):
      throw node.error("rows that are events are counted by 'rows'", fix: "write count: rows")
    case (_, .spell):
      throw node.error(
        "spells are counted by 'starts', 'nights' or 'days', and home leave by 'leave'",
        fix: "write one of the four")
    case ("rows", .periods), ("starts", .periods), ("nights", .periods), ("days", .periods),
      ("leave", .periods):
      throw node.error(
        "'\(word)' needs rows that are events or spells",
        fix: "name the column that holds the count, or change 'rows'")
    case (_, .periods): return try columnCount(word, node, table, rows: rows)
    }
  }

  private static func columnCount(
    _ column: String, _ node: FormNode, _ table: FormTable, rows: RowMeaning
  ) throws(FormError) -> EventRule.Count {
    if let period = try table.optionalText("period") {
      var periods: [String: EventRule.Offsets] = [:]
      for entry in try table.required("periods").entries() {
        periods[entry.key] = try entry.value.table(offsets)
      }
      return .columnByPeriod(column, period: period, periods: periods)
    }
    let at = try offsets(table)
    let repeats = try table.yes("repeats", default: false)
    if rows == .period, !repeats {
      throw node.error(
        "rows are periods, and this count names none",
        fix: "name its 'period' column, or write 'repeats: yes' if it is the same on all rows")
    }
    return .column(column, at: at, repeats: repeats)
  }

  private static func offsets(_ table: FormTable) throws(FormError) -> EventRule.Offsets {
    let from = try days(table.required("from"))
    let to = try days(table.required("to"))
    if from >= to {
      throw table.node.error("'from' must lie before 'to'", fix: "'to' is the day after the last")
    }
    return EventRule.Offsets(from: from, to: to)
  }

  private static func days(_ node: FormNode) throws(FormError) -> Int {
    guard let length = TimeLength(try node.text()), let days = length.days else {
      throw node.error(
        "this is no number of days or weeks from day 0", fix: "write it like -8 weeks or 14 days")
    }
    return days
  }
}
