import FurlongScales
import FurlongStudy

/// Reads the forms in a row.
struct FormReader: ContentReader {
  private let columns: ScoreColumns
  private let date: CellColumn?
  private let daysFromDayZero: CellColumn?
  private let occasion: (column: CellColumn, words: CellWords<String>)?
  private let forms: [Form]
  private let states: [StateReader]
  /// The plan's occasions that are baselines.
  private let baselines: Set<String>
  /// The named occasions of each person with their days, held while the export is read.
  private var days: [KeyedHash: [(row: Int, isBaseline: Bool, day: CalendarDay)]] = [:]

  /// A form of the mapping, with its columns in the export.
  private struct Form {
    enum Answers {
      case items(ItemCells)
      case total(CellColumn)
    }

    var meant: ScoreColumns.Form
    var sheet: ScaleSheet
    var date: CellColumn?
    var answers: Answers
  }

  init(
    columns: ScoreColumns, scales: [String: ScaleSheet], states: [StateReader],
    baselines: Set<String>, rules: CellRules
  ) {
    self.columns = columns
    self.states = states
    self.baselines = baselines
    date = columns.date.map(rules.column)
    daysFromDayZero = columns.daysFromDayZero.map(rules.column)
    occasion = columns.occasion.map { (rules.column($0.column), CellWords($0.words)) }
    forms = columns.forms.compactMap { form in
      guard let sheet = scales[form.scale] else { return nil }
      let answers: Form.Answers =
        switch form.answers {
        case .items(let columns): .items(ItemCells(columns, form.coding, rules))
        case .total(let column): .total(rules.column(column))
        }
      return Form(meant: form, sheet: sheet, date: form.date.map(rules.column), answers: answers)
    }
  }

  var holdsBack: Bool { occasion != nil }

  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    var faults: [RowRefusal.Fault] = []
    var day: CalendarDay?
    if let column = date {
      do throws(RowRefusal) {
        day = try cells.pastDay(column, &notes)
      } catch {
        faults += error.faults
      }
    } else if let column = daysFromDayZero {
      do throws(RowRefusal) {
        day = try cells.dayFromDayZero(column)
      } catch {
        faults += error.faults
      }
    }
    var at: String?
    if let occasion {
      do throws(RowRefusal) {
        at = try cells.word(occasion.column, occasion.words)
      } catch {
        faults += error.faults
      }
    }
    // What is wrong with one form costs that form alone, while another of the row can be kept.
    var ofForms: [RowRefusal.Fault] = []
    func leaveOut(_ name: String, _ own: [RowRefusal.Fault]) {
      ofForms += own.map { fault in
        var fault = fault
        fault.part = .form(name)
        return fault
      }
    }
    for form in forms {
      let (meant, sheet) = (form.meant, form.sheet)
      var own: [RowRefusal.Fault] = []
      let scored: [(scale: String, answers: FormAnswers)]
      switch form.answers {
      case .items(let columns):
        let answers = items(columns, sheet, cells, &own)
        // Each score keeps its own items, so that one can be judged without the others.
        scored =
          answers.map { answers in
            sheet.parts.map { part in
              (part.scale.id, .items(part.places.map { answers[$0] }))
            }.filter { part in part.answers.answered != 0 }
          } ?? []
      case .total(let column):
        let answers = sheet.total.flatMap {
          total(column, $0, meant, cells, &own)
        }
        scored = answers.map { [(meant.scale, $0)] } ?? []
      }
      var dated = day
      if let column = form.date, !scored.isEmpty {
        do throws(RowRefusal) {
          dated = try cells.pastDay(column, &notes)
          if dated == nil, meant.occasion ?? at == nil { own += cells.blank(column.name).faults }
        } catch {
          own += error.faults
        }
      }
      if own.isEmpty, faults.isEmpty {
        own += keep(scored, at: meant.occasion ?? at, dated, cells, &row)
      }
      leaveOut(sheet.name, own)
    }
    for state in states {
      do throws(RowRefusal) {
        guard let found = try state.state(cells) else { continue }
        guard faults.isEmpty else { continue }
        leaveOut(
          "'\(state.lifeOutcome)'",
          keep([(state.lifeOutcome, .state(found))], at: state.occasion ?? at, day, cells, &row))
      } catch {
        leaveOut("'\(state.lifeOutcome)'", error.faults)
      }
    }
    if !faults.isEmpty || row.row.forms.isEmpty, !(faults + ofForms).isEmpty {
      throw RowRefusal((faults + ofForms).wholeRow)
    }
    notes.ofRow += ofForms
    if let at, let day, let person = row.row.identifiers.first {
      days[person, default: []].append((cells.sourceRow, baselines.contains(at), day))
    }
  }

  /// Sets aside a person's form of a later occasion that is of before the first.
  ///
  /// Who has several of either may have come twice: their days tell nothing.
  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] {
    var refused: [Int: RowRefusal] = [:]
    for forms in days.values where forms.count == 2 {
      guard let first = forms.first(where: \.isBaseline),
        let later = forms.first(where: { !$0.isBaseline }), later.day < first.day
      else { continue }
      refused[later.row] = RowRefusal(
        .implausibleDate, columns.date,
        "The form is of before the same person's form at the start (row \(first.row)).",
        fix: "Correct one of the two days where they were exported from.")
    }
    return refused
  }

  /// Keeps what was found under its occasion, or under the row's day; what is wrong where it has neither.
  private func keep(
    _ found: [(scale: String, answers: FormAnswers)], at occasion: String?, _ day: CalendarDay?,
    _ cells: RowCells, _ row: inout KeptRow
  ) -> [RowRefusal.Fault] {
    guard !found.isEmpty else { return [] }
    let moment: FormMoment
    switch (occasion, day) {
    case (let occasion?, let day?): moment = .occasionOn(occasion, day)
    case (let occasion?, nil): moment = .occasion(occasion)
    case (nil, let day?): moment = .day(day)
    case (nil, nil):
      let column = columns.date ?? columns.daysFromDayZero ?? columns.occasion?.column
      return column.map { cells.blank($0).faults } ?? []
    }
    let course = columns.course.flatMap(cells.value)
    row.row.forms += found.map {
      FormRecord(scale: $0.scale, moment: moment, answers: $0.answers, course: course)
    }
    return []
  }

  /// The answers item by item; nil where all are blank, since that is no form.
  private func items(
    _ items: ItemCells, _ sheet: ScaleSheet, _ cells: RowCells,
    _ faults: inout [RowRefusal.Fault]
  ) -> [Int?]? {
    let coding = items.coding
    var answers: [Int?] = []
    answers.reserveCapacity(items.columns.count)
    for (place, column) in items.columns.enumerated() {
      do throws(RowRefusal) {
        let allowed = sheet.answers[place]
        let written = try sheet.written(place, of: items, cells)
        let answer = written.flatMap { sheet.answer($0, at: place, coding) }
        if let written, let answer, !allowed.contains(answer) {
          if MissingWord.isUsual(written) {
            throw MissingWord.refusal(column.name, String(written))
          }
          let shift = (coding.from ?? allowed.lowerBound) - allowed.lowerBound
          throw RowRefusal(
            .scoreRange, column.name,
            "\(cells.subject(cells.value(column) ?? "", column.name, .number)) is not an answer of "
              + "\(sheet.name); allowed are \(allowed.lowerBound + shift) to "
              + "\(allowed.upperBound + shift).",
            fix: "Correct it where it was exported from.")
        }
        answers.append(answer)
      } catch {
        faults += error.faults
      }
    }
    guard answers.count == items.columns.count else { return nil }
    return answers.allSatisfy { $0 == nil } ? nil : answers
  }

  /// The number in a cell, or that for which its word stands.
  private func number(
    _ column: CellColumn, _ words: [String: Int], _ cells: RowCells
  ) throws(RowRefusal) -> Double? {
    if !words.isEmpty, let text = cells.text(column), let known = words[ItemCoding.plain(text)] {
      return Double(known)
    }
    return try cells.number(column)
  }

  private func total(
    _ column: CellColumn, _ scale: Scale, _ meant: ScoreColumns.Form, _ cells: RowCells,
    _ faults: inout [RowRefusal.Fault]
  ) -> FormAnswers? {
    let isRaw = meant.totalIsRaw
    do throws(RowRefusal) {
      guard let total = try number(column, meant.coding.words, cells) else { return nil }
      if let code = Int(exactly: total), MissingWord.isUsual(code), isNoScore(total, scale, isRaw) {
        throw MissingWord.refusal(column.name, String(code))
      }
      let name = column.name
      let subject = cells.subject(cells.value(column) ?? "", name, .number)
      if isRaw, scale.hasRawSums {
        if let score = scale.score(ofRawSum: total) { return .total(score) }
        throw RowRefusal(
          .scoreRange, name,
          "\(subject) is not a raw sum of \(scale.name); allowed are the whole numbers "
            + "\(scale.rawScores.lowerBound) to \(scale.rawScores.upperBound).",
          fix: "Correct it where it was exported from.")
      }
      switch scale.fit(ofTotal: total) {
      case .score(let score): return .total(score)
      case .outOfRange:
        throw RowRefusal(
          .scoreRange, name,
          "\(subject) is not a score of \(scale.name); allowed are \(Self.text(scale.scores.lowerBound)) "
            + "to \(Self.text(scale.scores.upperBound)).",
          fix: "Correct it where it was exported from.")
      case .betweenScores:
        throw RowRefusal(
          .scoreRange, name, "\(subject) is not a score that \(scale.name) can have.",
          fix: "Export the items, or the scores without rounding.")
      case .notConverted:
        throw RowRefusal(
          .notConverted, name,
          "\(subject) is a raw sum of \(scale.name), not the score that is made of it.",
          fix:
            "If all of them are raw sums, write 'total_is: raw sum' in the mapping; else export the items, or the converted scores."
        )
      }
    } catch {
      faults += error.faults
      return nil
    }
  }

  private func isNoScore(_ total: Double, _ scale: Scale, _ isRaw: Bool) -> Bool {
    isRaw
      ? !(Double(scale.rawScores.lowerBound)...Double(scale.rawScores.upperBound)).contains(total)
      : !scale.scores.contains(total)
  }

  private static func text(_ score: Double) -> String {
    Int(exactly: score).map(String.init) ?? String(score)
  }
}

extension [RowRefusal.Fault] {
  /// The faults of a row of which nothing is kept, each said once.
  fileprivate var wholeRow: Self {
    var seen: Set<String> = []
    return compactMap { fault in
      var fault = fault
      fault.part = nil
      return seen.insert("\(fault.code) \(fault.column ?? "") \(fault.message)").inserted
        ? fault : nil
    }
  }
}
