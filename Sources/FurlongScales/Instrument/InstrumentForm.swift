public import FurlongForms

extension Instrument {
  /// Reads an instrument from the text of its file.
  ///
  /// - Parameters:
  ///   - text: YAML; docs/guides/scales.md lists every key.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake: an unknown key, a range that its items cannot give, a table with a gap.
  public static func read(_ text: String, file: String) throws(FormError) -> Instrument {
    try FormNode.read(text, file: file).table(InstrumentForm.instrument)
  }
}

/// Reads a scale's file and holds its tables against one another.
private enum InstrumentForm {
  static func instrument(_ table: FormTable) throws(FormError) -> Instrument {
    let version = try table.required("furlong_scale")
    if try version.whole() != 1 {
      throw version.error("this form of scale file is not known", fix: "write furlong_scale: 1")
    }
    let id = try id(table.required("id"))
    let name = try table.text("name")
    var instrument = Instrument(
      id: id, name: name, fullName: try table.optionalText("full_name") ?? name,
      measures: try table.optionalText("measures") ?? name,
      recall: try published(table.optional("recall"))?.text(),
      ratedBy: try table.optionalText("rated_by"),
      alsoCalled: try table.optional("also_called")?.texts() ?? [],
      items: try table.optional("items")?.table(items), scales: [])
    let about = ScaleForm.About(
      fullName: instrument.fullName, measures: instrument.measures,
      better: try table.optionalWord("better", ScaleForm.Direction.self),
      items: instrument.items,
      source: try table.optionalText("source") ?? "this college’s own",
      doi: try table.optionalText("doi"),
      licence: try table.optionalText("licence") ?? "not stated",
      notChecked: try table.optional("not_checked")?.texts() ?? [])
    let parts = try table.optional("subscales")
    if parts == nil || table.isPresent("score") {
      let all = instrument.items.map { Array(1...$0.count) } ?? []
      instrument.scales.append(
        try ScaleForm(about: about).scale(table, id: id, name: name, items: all))
    }
    for node in try parts?.list() ?? [] {
      let scale = try node.table { (table: FormTable) throws(FormError) -> Scale in
        let idNode = try table.required("id")
        let part = try Self.id(idNode)
        let numbers = try itemNumbers(table.optional("items"), instrument.items)
        let full = "\(id).\(part)"
        if instrument.scales.contains(where: { $0.id == full }) {
          throw idNode.error("two subscales have the id '\(part)'", fix: "give one another id")
        }
        return try ScaleForm(about: about).scale(
          table, id: full, name: table.text("name"), items: numbers)
      }
      instrument.scales.append(scale)
    }
    return instrument
  }

  private static func id(_ node: FormNode) throws(FormError) -> String {
    let id = try node.text()
    let plain = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    if id.isEmpty || !plain {
      throw node.error("an id is small letters, digits and hyphens", fix: "write it like qpr15")
    }
    return id
  }

  private static func items(_ table: FormTable) throws(FormError) -> Instrument.ItemSet {
    let node = try table.required("count")
    let count = try node.whole()
    if !(1...200).contains(count) {
      throw node.error("a scale has 1 to 200 items", fix: "write how many items it has")
    }
    let answers = try table.required("answers").table(answers)
    var others: [Int: ClosedRange<Int>] = [:]
    for node in try table.optional("other_answers")?.list() ?? [] {
      try node.table { (table: FormTable) throws(FormError) in
        others[try item(table.required("item"), of: count, taken: Array(others.keys))] =
          try Self.answers(table)
      }
    }
    let wordsNode = try table.optional("words")
    let words = try wordsNode?.texts() ?? []
    if let wordsNode, words.count != answers.count {
      throw wordsNode.error(
        "there are \(words.count) words for \(answers.count) answers",
        fix: "write one word for each answer from \(answers.lowerBound) to \(answers.upperBound)")
    }
    var reversed: [Int] = []
    for node in try table.optional("reversed")?.list() ?? [] {
      reversed.append(try item(node, of: count, taken: reversed))
    }
    var missing: [Int] = []
    for node in try table.optional("missing")?.list() ?? [] {
      let code = try node.whole()
      if answers.contains(code) {
        throw node.error("\(code) is an answer too", fix: "take it out of 'missing'")
      }
      missing.append(code)
    }
    let knownNode = try table.optional("known_by")
    let known = try knownNode?.texts() ?? []
    if let knownNode, known.count != count || Set(known).count != count {
      throw knownNode.error(
        "each of the \(count) items needs words of its own here",
        fix: "write one entry for each item, such as 'happy yesterday', or take 'known_by' out")
    }
    return Instrument.ItemSet(
      count: count, answers: answers, otherAnswers: others, words: words,
      reversed: reversed.sorted(), missing: missing, knownBy: known)
  }

  private static func answers(_ range: FormTable) throws(FormError) -> ClosedRange<Int> {
    let from = try range.whole("from")
    let to = try range.whole("to")
    if from >= to || from < -1_000 || to > 1_000 {
      throw range.node.error("'from' must be less than 'to'", fix: "write the least answer first")
    }
    return from...to
  }

  private static func item(
    _ node: FormNode, of count: Int, taken: [Int]
  ) throws(FormError) -> Int {
    let item = try node.whole()
    if !(1...count).contains(item) || taken.contains(item) {
      throw node.error(
        "'\(item)' at \(node.path): an item is one of 1 to \(count), each once",
        fix: "take it out or mend it")
    }
    return item
  }

  private static func itemNumbers(
    _ node: FormNode?, _ items: Instrument.ItemSet?
  ) throws(FormError) -> [Int] {
    var numbers: [Int] = []
    for entry in try node?.list() ?? [] {
      guard let items else {
        throw entry.error("the instrument has no items", fix: "add 'items' to it, or take this out")
      }
      numbers.append(try item(entry, of: items.count, taken: numbers))
    }
    return numbers
  }
}

/// A node, or nil where it says that nothing was published.
func published(_ node: FormNode?) throws(FormError) -> FormNode? {
  guard let node else { return nil }
  if let text = try? node.text(), text == "not published" { return nil }
  return node
}
