public import FurlongForms

extension Scale {
  /// Reads an instrument from the text of its file.
  ///
  /// - Parameters:
  ///   - text: YAML; the shipped catalogue shows every key.
  ///   - file: the file's name, for errors.
  /// - Throws: an error at the first mistake: an unknown key, a range that its items cannot give, a table with a gap.
  public static func read(_ text: String, file: String) throws(FormError) -> Scale {
    try FormNode.read(text, file: file).table(ScaleForm.scale)
  }
}

/// Reads the tables of a scale's file and holds them against one another.
private enum ScaleForm {
  enum Direction: String, CaseIterable { case higher, lower }
  enum PlainScoring: String, CaseIterable { case sum }

  static func scale(_ table: FormTable) throws(FormError) -> Scale {
    let version = try table.required("furlong_scale")
    if try version.whole() != 1 {
      throw version.error("this form of scale file is not known", fix: "write furlong_scale: 1")
    }
    let items = try table.required("items").table(items)
    let sums = (items.count * items.answers.lowerBound)...(items.count * items.answers.upperBound)
    let scoring = try table.required("scoring")
    let conversion = try scoring.isTable ? conversion(scoring, sums: sums) : nil
    if conversion == nil { _ = try scoring.word(PlainScoring.self) }
    let range = try range(of: table.required("scores"), sums: sums, conversion: conversion)
    return Scale(
      id: try id(table.required("id")), name: try table.text("name"),
      fullName: try table.text("full_name"), measures: try table.text("measures"),
      higherIsBetter: try table.word("better", Direction.self) == .higher,
      itemCount: items.count, answers: items.answers, reversedItems: items.reversed,
      conversion: conversion, scores: range.scores, step: range.step,
      blankItemsAllowed: try blanks(table, items: items.count, converts: conversion != nil),
      reliabilities: try reliabilities(table.optional("reliabilities")),
      spread: try spread(table.optional("spread"), scores: range.scores),
      bands: try bands(table.optional("bands"), scores: range.scores),
      cutOff: try cutOff(table.optional("cut_off"), scores: range.scores),
      source: try table.text("source"), doi: try table.optionalText("doi"),
      licence: try table.text("licence"),
      notChecked: try table.optional("not_checked")?.texts() ?? [])
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

  private struct Items {
    var count: Int
    var answers: ClosedRange<Int>
    var reversed: [Int]
  }

  private static func items(_ table: FormTable) throws(FormError) -> Items {
    let node = try table.required("count")
    let count = try node.whole()
    if !(1...200).contains(count) {
      throw node.error("a scale has 1 to 200 items", fix: "write how many items it has")
    }
    let answers = try table.required("answers").table {
      (range: FormTable) throws(FormError) -> ClosedRange<Int> in
      let from = try range.whole("from")
      let to = try range.whole("to")
      if from >= to || from < -1_000 || to > 1_000 {
        throw range.node.error("'from' must be less than 'to'", fix: "write the least answer first")
      }
      return from...to
    }
    var reversed: [Int] = []
    for node in try table.optional("reversed")?.list() ?? [] {
      let item = try node.whole()
      if !(1...count).contains(item) || reversed.contains(item) {
        throw node.error(
          "a reversed item is one of 1 to \(count), each once", fix: "take it out or mend it")
      }
      reversed.append(item)
    }
    return Items(count: count, answers: answers, reversed: reversed.sorted())
  }

  private static func conversion(
    _ node: FormNode, sums: ClosedRange<Int>
  ) throws(FormError) -> ScoreConversion {
    var scores: [Int: Double] = [:]
    for entry in try node.entries() {
      guard let sum = Int(entry.key), sums.contains(sum), String(sum) == entry.key else {
        throw entry.value.error(
          "the items cannot add to '\(entry.key)'",
          fix: "keys are the sums \(sums.lowerBound) to \(sums.upperBound)")
      }
      scores[sum] = try entry.value.number()
    }
    var values: [Double] = []
    for sum in sums {
      guard let score = scores[sum] else {
        throw node.error("the table has no score for the sum \(sum)", fix: "add \"\(sum)\": …")
      }
      if let last = values.last, score <= last {
        throw node.error(
          "the table does not rise at the sum \(sum)", fix: "check that score and the one before")
      }
      values.append(score)
    }
    return ScoreConversion(firstSum: sums.lowerBound, values: values)
  }

  private static func range(
    of node: FormNode, sums: ClosedRange<Int>, conversion: ScoreConversion?
  ) throws(FormError) -> (scores: ClosedRange<Double>, step: Double) {
    try node.table {
      (table: FormTable) throws(FormError) -> (scores: ClosedRange<Double>, step: Double) in
      let from = try table.number("from")
      let to = try table.number("to")
      let least = conversion?.values.first ?? Double(sums.lowerBound)
      let greatest = conversion?.values.last ?? Double(sums.upperBound)
      if from != least || to != greatest {
        throw node.error(
          "the items give scores from \(least) to \(greatest), not from \(from) to \(to)",
          fix: "mend 'scores' or 'items'")
      }
      let step = try table.required("step")
      if try step.number() <= 0 {
        throw step.error(
          "a step is greater than 0", fix: "write 1 for whole scores, 0.01 for two decimals")
      }
      return (from...to, try step.number())
    }
  }

  private static func blanks(
    _ table: FormTable, items: Int, converts: Bool
  ) throws(FormError) -> Int {
    guard let node = try table.optional("blank_items") else { return 0 }
    return try node.table { (table: FormTable) throws(FormError) -> Int in
      let allow = try table.required("allow")
      let count = try allow.whole()
      if !(0..<items).contains(count) {
        throw allow.error("not so many items may be blank", fix: "allow 0 to \(items - 1)")
      }
      if converts, count > 0 {
        throw allow.error(
          "blank items cannot be filled in where a table converts the sum of all", fix: "allow 0")
      }
      return count
    }
  }

  private static func reliabilities(_ node: FormNode?) throws(FormError) -> [Reliability] {
    var found: [Reliability] = []
    for node in try node?.list() ?? [] {
      let next = try node.table { (table: FormTable) throws(FormError) -> Reliability in
        let coefficient = try table.required("coefficient")
        let value = try coefficient.number()
        if value <= 0 || value >= 1 {
          throw coefficient.error("a reliability lies between 0 and 1", fix: "write it like 0.89")
        }
        return Reliability(
          kind: try table.text("kind"), coefficient: value,
          error: try error(table.optional("error")),
          source: try table.text("source"),
          checked: try table.required("checked").yes())
      }
      if found.contains(where: { $0.kind == next.kind }) {
        throw node.error(
          "two reliabilities are of the kind '\(next.kind)'", fix: "keep one, or name the kinds")
      }
      found.append(next)
    }
    return found
  }

  private static func error(_ node: FormNode?) throws(FormError) -> Double? {
    guard let node else { return nil }
    let points = try node.number()
    if points <= 0 {
      throw node.error("a standard error of measurement is above 0", fix: "write it like 1.03")
    }
    return points
  }

  private static func spread(
    _ node: FormNode?, scores: ClosedRange<Double>
  ) throws(FormError) -> PublishedSpread? {
    guard let node else { return nil }
    return try node.table { (table: FormTable) throws(FormError) -> PublishedSpread in
      let sd = try table.required("sd")
      let value = try sd.number()
      if value <= 0 || value > scores.upperBound - scores.lowerBound {
        throw sd.error(
          "a standard deviation is above 0 and below the range of scores",
          fix: "write it in points of the score, like 3.92")
      }
      return PublishedSpread(
        sd: value, source: try table.text("source"),
        checked: try table.required("checked").yes())
    }
  }

  private static func bands(
    _ node: FormNode?, scores: ClosedRange<Double>
  ) throws(FormError) -> ScoreBands? {
    guard let node else { return nil }
    return try node.table { (table: FormTable) throws(FormError) -> ScoreBands in
      var list: [ScoreBands.Band] = []
      for node in try table.required("list").list() {
        let band = try node.table { (table: FormTable) throws(FormError) -> ScoreBands.Band in
          let from = try table.number("from")
          let to = try table.number("to")
          let last = list.last?.scores.upperBound ?? -.infinity
          if from > to || from <= last || !scores.contains(from) || !scores.contains(to) {
            throw node.error(
              "the band lies outside the scores, or does not follow the one before it",
              fix: "write bands from the lowest to the highest, without overlap")
          }
          return ScoreBands.Band(label: try table.text("label"), scores: from...to)
        }
        list.append(band)
      }
      return ScoreBands(
        list: list, source: try table.text("source"), checked: try table.required("checked").yes())
    }
  }

  private static func cutOff(
    _ node: FormNode?, scores: ClosedRange<Double>
  ) throws(FormError) -> CutOff? {
    guard let node else { return nil }
    return try node.table { (table: FormTable) throws(FormError) -> CutOff in
      let score = try table.required("score")
      let value = try score.number()
      if !scores.contains(value) {
        throw score.error(
          "the cut-off lies outside the scores",
          fix: "write a score from \(scores.lowerBound) to \(scores.upperBound)")
      }
      return CutOff(
        score: value, label: try table.text("label"), source: try table.text("source"),
        checked: try table.required("checked").yes())
    }
  }
}
