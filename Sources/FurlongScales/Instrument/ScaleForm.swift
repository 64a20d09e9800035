import FurlongForms

/// Reads one score of an instrument.
struct ScaleForm {
  enum Direction: String, CaseIterable { case higher, lower }
  private enum PlainRule: String, CaseIterable { case sum, mean, total }
  private enum Made: String, CaseIterable { case sum, mean }

  /// What the instrument says of all its scores.
  struct About {
    var fullName: String
    var measures: String
    var better: Direction?
    var items: Instrument.ItemSet?
    var source: String
    var doi: String?
    var licence: String
    var notChecked: [String]
  }

  let about: About

  func scale(
    _ table: FormTable, id: String, name: String, items: [Int]
  ) throws(FormError) -> Scale {
    let better = try table.optionalWord("better", Direction.self) ?? about.better
    guard let better else {
      // Nothing is assumed of a direction.
      _ = try table.required("better")
      throw table.node.error("'better' is missing", fix: "write better: higher or better: lower")
    }
    let answers = items.map { about.items?.answers(to: $0) ?? 0...1 }
    let reversed = about.items?.reversed ?? []
    let rule = try rule(table, answers: answers)
    let used = rule == .total ? [] : items
    let range = try range(of: table.optional("scores"), table, rule: rule, answers: answers)
    let published = PublishedForm(scores: range.scores)
    return Scale(
      id: id, name: name, fullName: about.fullName,
      measures: try table.optionalText("measures") ?? about.measures,
      higherIsBetter: better == .higher, items: used, itemAnswers: rule == .total ? [] : answers,
      reversedItems: used.indices.filter { reversed.contains(used[$0]) }.map { $0 + 1 }, rule: rule,
      scores: range.scores, step: range.step,
      blanks: try blanks(table, items: items, rule: rule),
      snomed: try table.optionalText("snomed"),
      reliabilities: try published.reliabilities(table.optional("reliabilities")),
      norms: try published.norms(table.optional("norms")),
      bands: try published.bands(table.optional("bands")),
      cutOffs: try published.cutOffs(table.optional("cut_offs")),
      changes: try published.changes(table.optional("changes")),
      source: about.source, doi: about.doi, licence: about.licence, notChecked: about.notChecked)
  }

  private func rule(
    _ table: FormTable, answers: [ClosedRange<Int>]
  ) throws(FormError) -> ScoreRule {
    guard let node = try table.optional("score") else {
      return answers.isEmpty ? .total : .sum(times: 1, over: 1)
    }
    guard node.isTable else {
      let plain = try node.word(PlainRule.self)
      if plain != .total, answers.isEmpty {
        throw node.error(
          "there are no items to make a \(plain.rawValue) of",
          fix: "add 'items', or write score: total")
      }
      switch plain {
      case .sum: return .sum(times: 1, over: 1)
      case .mean: return .mean(times: 1, over: 1)
      case .total: return .total
      }
    }
    if answers.isEmpty {
      throw node.error("there are no items to score", fix: "add 'items', or write score: total")
    }
    return try node.table { (rule: FormTable) throws(FormError) -> ScoreRule in
      if let conversion = try rule.optional("table") {
        return .table(try conversionTable(conversion, answers))
      }
      if let tariff = try rule.optional("tariff") {
        return .tariff(try self.tariff(tariff, answers))
      }
      let made = try rule.word("of", Made.self)
      let times = try rule.optionalNumber("times") ?? 1
      let over = try rule.optionalNumber("over") ?? 1
      if times <= 0 || over <= 0 {
        throw node.error("'times' and 'over' are above 0", fix: "write them like times: 4")
      }
      return made == .sum ? .sum(times: times, over: over) : .mean(times: times, over: over)
    }
  }

  private func conversionTable(
    _ node: FormNode, _ answers: [ClosedRange<Int>]
  ) throws(FormError) -> ScoreConversion {
    let sums = Self.sums(answers)
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

  private func tariff(
    _ node: FormNode, _ answers: [ClosedRange<Int>]
  ) throws(FormError) -> ItemTariff {
    var decrements: [Int: [Double]] = [:]
    for entry in try node.entries() {
      guard let answer = Int(entry.key), answers.allSatisfy({ $0.contains(answer) }) else {
        throw entry.value.error("'\(entry.key)' is no answer", fix: "keys are answers")
      }
      var figures: [Double] = []
      for figure in try entry.value.list() { figures.append(try figure.number()) }
      if figures.count != answers.count {
        throw entry.value.error(
          "there are \(figures.count) figures for \(answers.count) items",
          fix: "write one figure an item")
      }
      decrements[answer] = figures
    }
    return ItemTariff(decrements: decrements)
  }

  static func sums(_ answers: [ClosedRange<Int>]) -> ClosedRange<Int> {
    answers.map(\.lowerBound).reduce(0, +)...answers.map(\.upperBound).reduce(0, +)
  }

  /// The least and the greatest score that a rule gives; nil where the rule does not say.
  private func reach(
    _ rule: ScoreRule, _ answers: [ClosedRange<Int>]
  ) -> (least: Double, greatest: Double)? {
    let sums = Self.sums(answers)
    let (low, high) = (Double(sums.lowerBound), Double(sums.upperBound))
    switch rule {
    case .sum(let times, let over): return (low * times / over, high * times / over)
    case .mean(let times, let over):
      let items = Double(answers.count)
      return (low / items * times / over, high / items * times / over)
    case .table(let conversion):
      return conversion.values.first.flatMap { first in
        conversion.values.last.map { (first, $0) }
      }
    case .tariff(let tariff):
      // The least of every item, since no answer need be the worst of all.
      let worst = answers.indices.map { place in
        tariff.decrements.values.map { $0[place] }.max() ?? 0
      }.reduce(0, +)
      return (((1 - worst) * 1_000).rounded() / 1_000, 1)
    case .total: return nil
    }
  }

  private func range(
    of node: FormNode?, _ scale: FormTable, rule: ScoreRule, answers: [ClosedRange<Int>]
  ) throws(FormError) -> (scores: ClosedRange<Double>, step: Double) {
    guard let node else {
      // Whole sums have no other range than that of their items.
      if case .sum(1, 1) = rule, let reach = reach(rule, answers) {
        return (reach.least...reach.greatest, 1)
      }
      _ = try scale.required("scores")
      throw scale.node.error("'scores' is missing", fix: "add scores: { from: …, to: … }")
    }
    return try node.table {
      (table: FormTable) throws(FormError) -> (scores: ClosedRange<Double>, step: Double) in
      let from = try table.number("from")
      let to = try table.number("to")
      if from >= to {
        throw node.error("'from' must be less than 'to'", fix: "write the least score first")
      }
      if let reach = reach(rule, answers),
        abs(from - reach.least) > 1e-9 || abs(to - reach.greatest) > 1e-9
      {
        throw node.error(
          "the items give scores from \(reach.least) to \(reach.greatest), not from \(from) to \(to)",
          fix: "mend 'scores' or 'items'")
      }
      let step = try table.optional("step")
      let value = try step?.number() ?? 1
      if let step, value <= 0 {
        throw step.error(
          "a step is greater than 0", fix: "write 1 for whole scores, 0.01 for two decimals")
      }
      return (from...to, value)
    }
  }

  private func blanks(
    _ table: FormTable, items: [Int], rule: ScoreRule
  ) throws(FormError) -> BlankItems {
    guard let node = try published(table.optional("blank_items")) else { return .none }
    return try node.table { (table: FormTable) throws(FormError) -> BlankItems in
      let allow = try table.required("allow")
      let count = try allow.whole()
      if !(0..<max(items.count, 1)).contains(count) {
        throw allow.error(
          "not so many items may be blank", fix: "allow 0 to \(max(items.count, 1) - 1)")
      }
      switch rule {
      case .table, .tariff:
        if count > 0 {
          throw allow.error(
            "blank items cannot be filled in where a table needs all of them", fix: "allow 0")
        }
      case .sum, .mean, .total: break
      }
      var only: [Int] = []
      for node in try table.optional("only")?.list() ?? [] {
        let number = try node.whole()
        guard let place = items.firstIndex(of: number) else {
          throw node.error("\(number) is no item of this score", fix: "name one of its items")
        }
        only.append(place + 1)
      }
      return BlankItems(
        allowed: count, only: only, source: try table.optionalText("source"),
        checked: try table.optionalWord("checked", Checked.self))
    }
  }
}
