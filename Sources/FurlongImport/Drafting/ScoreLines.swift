import FurlongForms
public import FurlongScales
public import FurlongTables

/// Lines for a mapping of scores: what was recognised, and as comments what has to be decided first.
public struct ScoreLines {
  private let recognition: Recognition
  private let catalogue: ScaleCatalogue
  private let delimiter: CSVFormat.Delimiter

  /// The lines for what was recognised.
  public init(
    _ recognition: Recognition, catalogue: ScaleCatalogue, delimiter: CSVFormat.Delimiter
  ) {
    self.recognition = recognition
    self.catalogue = catalogue
    self.delimiter = delimiter
  }

  /// The lines; empty where there is nothing to map.
  public var text: String {
    let usable = recognition.forms.filter { !$0.doubts.contains(.onlyTotalIsScored) }
    let choices = recognition.possible.flatMap { choice($0, [:]) }
    guard !usable.isEmpty || !choices.isEmpty else { return "" }
    var lines: [String] = []
    if delimiter != .comma {
      lines.append("# in 'format': delimiter: \(delimiter.rawValue)")
    }
    let (words, remarks) = missing(with: [])
    if !words.isEmpty {
      let texts = words.map { "\(YAMLText.quoted($0)): not answered" }.joined(separator: ", ")
      lines.append("missing: { \"\": blank, \(texts) }   # holds for every column of the mapping")
    }
    lines += remarks
    let byOccasion = usable.contains { $0.occasion != nil }
    if byOccasion {
      lines.append("# 'occasion' as the headings have it: write the id that study.yaml gives it")
    } else {
      lines.append("# date: add the column of the day on which the form was filled in")
    }
    let (ready, comments) = entries { $0 }
    if ready.isEmpty {
      lines.append("# scores:")
    } else {
      lines.append("scores:")
    }
    return (lines + (ready + comments).map { "  " + $0 }).joined(separator: "\n") + "\n"
  }

  /// The entries of `scores:` that can be used as they are, and those that are comments for a person to decide.
  ///
  /// - Parameters:
  ///   - occasion: the plan's id for an occasion as the headings have it.
  ///   - days: the column of the day of an occasion, by the plan's id.
  ///   - canRepeat: whether a scale may stand twice, under other names.
  func entries(
    canRepeat: Bool = false, days: [String: String] = [:], occasion: (String) -> String
  ) -> (ready: [String], comments: [String]) {
    let usable = recognition.forms.filter { !$0.doubts.contains(.onlyTotalIsScored) }
    let byOccasion = usable.contains { $0.occasion != nil }
    var seen: Set<String> = []
    var ready: [String] = []
    var open: [String] = []
    for form in usable {
      var form = form
      form.occasion = form.occasion.map(occasion)
      let line = self.line(form, day: form.occasion.flatMap { days[$0] })
      if byOccasion, form.occasion == nil {
        open.append("# \(line)   # no heading says when: add 'occasion'")
      } else if !seen.insert("\(form.scale) \(form.occasion ?? "")").inserted, !canRepeat {
        open.append("# \(line)   # the same scale stands above: keep one, or add 'occasion'")
      } else if let remark = remark(form) {
        if remark.isOpen { open.append("# \(line)   # \(remark.words)") }
        if !remark.isOpen { ready.append("\(line)   # \(remark.words)") }
      } else {
        ready.append(line)
      }
    }
    return (ready, open + recognition.possible.flatMap { choice($0, days) })
  }

  /// What has to be done to a line, and whether it can be used only after that.
  private func remark(_ form: Recognition.Form) -> (words: String, isOpen: Bool)? {
    for doubt in form.doubts {
      switch doubt {
      case .unknownWords(let words, _):
        return words.isEmpty
          ? ("some texts are no answers", false)
          : ("which answer is each of these words? or put it under 'missing'", false)
      case .rawAndConverted: return ("two kinds of total in one column", true)
      case .rawOrConverted: return ("add total_is: raw sum if these are raw sums", false)
      case .otherCodingFits(let from): return ("or coded_from: \(from): ask", false)
      default: continue
      }
    }
    return nil
  }

  private func line(_ form: Recognition.Form, day: String? = nil) -> String {
    var parts = ["scale: \(form.scale)"]
    if let occasion = form.occasion { parts.append("occasion: \(YAMLText.word(occasion))") }
    if let day { parts.append("date: \(YAMLText.word(day))") }
    switch form.answers {
    case .items(let columns):
      parts.append("items: [\(columns.map { YAMLText.word($0.heading) }.joined(separator: ", "))]")
      if let total = form.checkedTotal { parts.append("total: \(YAMLText.word(total.heading))") }
    case .total(let column): parts.append("total: \(YAMLText.word(column.heading))")
    }
    if let from = form.coding.codedFrom { parts.append("coded_from: \(from)") }
    if form.coding.totalIsRaw { parts.append("total_is: raw sum") }
    let shift = shift(form)
    let labels =
      form.coding.labels.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { "\(YAMLText.word($0.key)): \($0.value + shift)" }
      // A word that is read as nothing would set each form aside in which it stands.
      + form.unknownWords.map { "\(YAMLText.word($0)): \(DraftLines.decide)" }
    if !labels.isEmpty { parts.append("answers: { \(labels.joined(separator: ", ")) }") }
    return "- { \(parts.joined(separator: ", ")) }"
  }

  /// Words of a mapping are given in the coding of its numbers.
  private func shift(_ form: Recognition.Form) -> Int {
    guard let from = form.coding.codedFrom,
      let items = (try? catalogue.instrument(form.instrument))?.items
    else { return 0 }
    return from - items.answers.lowerBound
  }

  /// What could be, each as a comment.
  private func choice(_ possible: Recognition.Possible, _ days: [String: String]) -> [String] {
    let day = possible.occasion.flatMap { days[$0] }
    let moment =
      (possible.occasion.map { "occasion: \(YAMLText.word($0)), " } ?? "")
      + (day.map { "date: \(YAMLText.word($0)), " } ?? "")
    var lines: [String] = []
    if let pair = possible.together.first {
      lines = inOrder(pair, possible, moment)
      if pair[0] != pair[1] { lines += inOrder(pair.reversed(), possible, moment) }
    }
    return lines
      + possible.rivals.compactMap { rival in
        if let total = total(possible, as: rival.scale, moment) { return total }
        guard let items = (try? catalogue.instrument(rival.scale))?.itemCount,
          items == possible.columns.count, items > 1
        else { return nil }
        let columns = possible.columns.map { YAMLText.word($0.heading) }.joined(separator: ", ")
        return
          "# - { scale: \(rival.scale), \(moment)items: [\(columns)] }   # only if this is what it is"
      }
  }

  /// One column that could be a score's totals, as a comment; nil where it is no such score.
  private func total(
    _ possible: Recognition.Possible, as scale: String, _ moment: String
  ) -> String? {
    guard let column = possible.columns.first, possible.columns.count == 1,
      (try? catalogue.scale(scale)) != nil
    else { return nil }
    return
      "# - { scale: \(scale), \(moment)total: \(YAMLText.word(column.heading)) }   # only if this is what it is"
  }

  /// Instruments one after another, as comments.
  private func inOrder(
    _ ids: [String], _ possible: Recognition.Possible, _ moment: String
  ) -> [String] {
    var rest = possible.columns.map(\.heading)[...]
    return ids.map { id in
      let count = (try? catalogue.instrument(id))?.itemCount ?? 0
      let columns = rest.prefix(count).map(YAMLText.word).joined(separator: ", ")
      rest = rest.dropFirst(count)
      return
        "# - { scale: \(id), \(moment)items: [\(columns)] }   # only if \(ids[0]) \(ids[0] == ids[1] ? "was asked twice: add 'occasion'" : "comes first")"
    }
  }

  /// Texts for "not answered", and what is to be said of numbers that may be so and cannot be declared.
  ///
  /// - Parameter others: words for "no value" of other columns.
  func missing(with others: [String]) -> (words: [String], remarks: [String]) {
    let codes = Set(recognition.forms.flatMap(\.coding.missing) + others).sorted()
    let isSafe = { (code: String) in
      Int(code).map { number in recognition.forms.allSatisfy { !allows(number, $0) } } ?? true
    }
    return (
      codes.filter(isSafe),
      codes.filter { !isSafe($0) }.map { code in
        "# \(code) may mean 'not answered', and is an answer or a score of another column: it cannot stand in 'missing'"
      }
    )
  }

  private func allows(_ number: Int, _ form: Recognition.Form) -> Bool {
    switch form.answers {
    case .total:
      return (try? catalogue.scale(form.scale))?.scores.contains(Double(number)) ?? true
    case .items:
      guard let items = (try? catalogue.instrument(form.instrument))?.items else { return true }
      let shift = shift(form)
      let total = form.checkedTotal != nil && number >= 0
      return total
        || (1...items.count).contains { item in
          items.answers(to: item).contains(number - shift)
        }
    }
  }
}

extension Recognition.Form {
  /// Words in its cells that are no answers of it, as far as they may be shown.
  fileprivate var unknownWords: [String] {
    guard case .items = answers else { return [] }
    return doubts.flatMap { doubt -> [String] in
      if case .unknownWords(let words, _) = doubt { words } else { [] }
    }
  }
}
