import FurlongForms
import FurlongStudy

/// Reads the columns of registers, caseloads, forms, attendance, stories and codings.
enum ContentForm {
  private enum TotalKind: String, CaseIterable { case rawSum = "raw sum" }
  private enum BirthKeeping: String, CaseIterable { case ageBand = "age band at day 0" }

  static func register(_ table: FormTable) throws(FormError) -> RegisterColumns {
    let registered = try table.optionalText("registered_on")
    let known = try table.optionalText("known_to_trust_from")
    let left = try table.optional("left_on").map(LeavingColumn.read)
    let born = try table.optional("born")?.table {
      (table: FormTable) throws(FormError) -> String in
      _ = try table.word("keep", BirthKeeping.self)
      return try table.text("column")
    }
    return RegisterColumns(
      registeredOn: registered, knownToTrustFrom: known, leftOn: left, born: born)
  }

  static func caseload(_ table: FormTable) throws(FormError) -> RegisterColumns {
    let known = try table.optionalText("known_to_trust_from")
    let left = try table.optional("left_on").map(LeavingColumn.read)
    return RegisterColumns(knownToTrustFrom: known, leftOn: left)
  }

  static func scores(
    _ table: FormTable, rows: RowMeaning
  ) throws(FormError) -> ScoreColumns {
    let date = try table.optionalText("date")
    let occasion = try table.optional("occasion")?.table(occasionColumn)
    let days = try table.optional("days_from_day_0")
    if let days, date != nil {
      throw days.error(
        "'date' and 'days_from_day_0' exclude each other", fix: "keep the one that the export has")
    }
    let isDated = date != nil || occasion != nil || days != nil
    let long = try long(table, rows: rows)
    let others = long == nil ? nil : try table.optionalWord("others", Others.self)
    let course = try table.optionalText("course")
    let states = try states(table.optional("states"), isDated: isDated)
    let scores = try states.isEmpty ? table.required("scores") : table.optional("scores")
    var forms: [ScoreColumns.Form] = []
    for node in try scores?.list() ?? [] {
      let form = try node.table { (table: FormTable) throws(FormError) -> ScoreColumns.Form in
        let scale = try table.text("scale")
        let occasion = try table.optionalText("occasion")
        let ownDate = long == nil ? try table.optionalText("date") : nil
        if ownDate == nil { try requireMoment(occasion, isDated: isDated, at: node) }
        let items = try table.optional("items")?.texts()
        let total = try table.optionalText("total")
        let from = try table.optional("coded_from")
        if let from, !(-1_000...1_000).contains(try from.whole()) {
          throw from.error(
            "'coded_from' is what the export writes for the least answer", fix: "write it like 1")
        }
        let coding = ItemCoding(
          from: try from?.whole(),
          isTurned: try table.yes("already_reversed", default: false),
          words: try words(table.optional("answers")))
        let totalIs = try table.optionalWord("total_is", TotalKind.self)
        var form: ScoreColumns.Form
        switch (items, total) {
        case (let items?, let total):
          form = ScoreColumns.Form(scale: scale, occasion: occasion, answers: .items(items))
          form.checkedTotal = total
        case (nil, let total?):
          form = ScoreColumns.Form(scale: scale, occasion: occasion, answers: .total(total))
          if coding.from != nil || coding.isTurned {
            throw node.error(
              "'coded_from' and 'already_reversed' are about items",
              fix: "name the 'items', or take them out")
          }
        case (nil, nil):
          throw node.error("a form has 'items' or a 'total'", fix: "name one of the two")
        }
        form.coding = coding
        form.date = ownDate
        form.totalIsRaw = totalIs == .rawSum
        return form
      }
      // In a long export a scale may go by several names.
      if long == nil,
        forms.contains(where: {
          $0.scale == form.scale && $0.occasion == form.occasion && $0.date == form.date
        })
      {
        throw node.error(
          "'\(form.scale)' stands twice for the same occasion", fix: "keep one of them")
      }
      forms.append(form)
    }
    if let scores, forms.isEmpty {
      throw scores.error("no scale is named", fix: "add { scale: …, items: […] }")
    }
    var columns = ScoreColumns(date: date, course: course, forms: forms, states: states)
    columns.occasion = occasion
    columns.daysFromDayZero = try days?.text()
    columns.long = long
    columns.passesOthers = others != nil
    return columns
  }

  private enum Others: String, CaseIterable { case skip }

  private static func occasionColumn(
    _ table: FormTable
  ) throws(FormError) -> ScoreColumns.OccasionColumn {
    var words: [String: String] = [:]
    for entry in try table.required("values").entries() {
      words[entry.key] = try entry.value.text()
    }
    return ScoreColumns.OccasionColumn(column: try table.text("column"), words: words)
  }

  private static func long(
    _ table: FormTable, rows: RowMeaning
  ) throws(FormError) -> ScoreColumns.Long? {
    switch rows {
    case .item: .items(which: try table.text("item"), answer: try table.text("answer"))
    case .score: .scores(which: try table.text("measure"), score: try table.text("score"))
    default: nil
    }
  }

  /// The columns of parts of life.
  private static func states(
    _ node: FormNode?, isDated: Bool
  ) throws(FormError) -> [ScoreColumns.State] {
    var states: [ScoreColumns.State] = []
    for node in try node?.list() ?? [] {
      let state = try node.table { (table: FormTable) throws(FormError) -> ScoreColumns.State in
        let outcome = try table.text("life_outcome")
        let occasion = try table.optionalText("occasion")
        try requireMoment(occasion, isDated: isDated, at: node)
        var state = ScoreColumns.State(
          lifeOutcome: outcome, occasion: occasion, column: try table.text("column"))
        for entry in try table.optional("values")?.entries() ?? [] {
          state.words[ItemCoding.plain(entry.key)] = try entry.value.text()
        }
        return state
      }
      if states.contains(where: {
        $0.lifeOutcome == state.lifeOutcome && $0.occasion == state.occasion
      }) {
        throw node.error(
          "'\(state.lifeOutcome)' stands twice for the same occasion", fix: "keep one of them")
      }
      states.append(state)
    }
    return states
  }

  private static func requireMoment(
    _ occasion: String?, isDated: Bool, at node: FormNode
  ) throws(FormError) {
    guard (occasion == nil) != isDated else { return }
    throw node.error(
      isDated
        ? "the form has an occasion, and the mapping a 'date' or an 'occasion' for all"
        : "nothing says when the form was filled in",
      fix: isDated
        ? "take out the mapping's 'date' or 'occasion', and write 'date: COLUMN' beside the form's 'occasion'"
        : "name an 'occasion' for each form, or a 'date' column for the mapping")
  }

  /// Words for answers, in small letters.
  private static func words(_ node: FormNode?) throws(FormError) -> [String: Int] {
    var words: [String: Int] = [:]
    for entry in try node?.entries() ?? [] {
      words[ItemCoding.plain(entry.key)] = try entry.value.whole()
    }
    return words
  }

  static func stories(_ table: FormTable) throws(FormError) -> StoryMapping {
    let story = try table.required("story").table {
      (table: FormTable) throws(FormError) -> StoryMapping in
      let (id, date) = (try table.optionalText("id"), try table.optionalText("date"))
      let (text, file) = (try table.optionalText("text"), try table.optionalText("file"))
      guard let column = text ?? file, text == nil || file == nil else {
        throw table.node.error(
          "a story has a 'text', or a 'file' that holds it", fix: "name the one column or the other"
        )
      }
      return StoryMapping(id: id, date: date, text: column, namesFiles: text == nil)
    }
    var map = story
    try table.required("consent").table { (table: FormTable) throws(FormError) in
      map.consent = try ConsentForm.columns(table)
      map.consentGivenOn = try table.optionalText("given_on")
      map.consentUntil = try table.optionalText("until")
      map.withdrawnOn = try table.optionalText("withdrawn_on")
      map.withdrawn = try table.optionalText("withdrawn")
    }
    try table.optional("reviewed")?.table { (table: FormTable) throws(FormError) in
      map.reviewedBy = try table.text("by")
      map.reviewedOn = try table.text("on")
    }
    return map
  }

  static func codings(_ table: FormTable) throws(FormError) -> CodingColumns {
    CodingColumns(
      story: try table.text("story"), coder: try table.text("coder"),
      code: try table.text("code"), nothingFound: try table.optionalText("nothing_found"))
  }
}
