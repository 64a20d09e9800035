import FurlongScales
import FurlongTables

/// One instrument of the catalogue, or one of its scores, in plain text.
struct ScalePage {
  let scale: Scale

  init(_ scale: Scale) { self.scale = scale }

  /// `7 to 35, higher is better`.
  var range: String {
    let ends = [scale.scores.lowerBound, scale.scores.upperBound].map(ShortestNumber.text)
    return "\(ends[0]) to \(ends[1]), \(scale.higherIsBetter ? "higher" : "lower") is better"
  }

  /// Everything that the catalogue says of an instrument.
  static func text(of instrument: Instrument) -> String {
    var lines = [
      "\(instrument.name) (\(instrument.id))", instrument.fullName, "",
      row("measures", instrument.measures),
    ]
    if let recall = instrument.recall { lines.append(row("asks about", recall)) }
    if let rater = instrument.ratedBy { lines.append(row("filled in by", rater)) }
    if let items = instrument.items { lines += self.items(items) }
    for scale in instrument.scales {
      if instrument.scales.count > 1 || scale.id != instrument.id {
        lines += ["", "\(scale.name) (\(scale.id))"]
      }
      lines += ScalePage(scale).lines(of: instrument)
    }
    if instrument.scales.count > 1 { lines.append("") }
    if let scale = instrument.scales.first {
      lines.append(row("source", scale.source + (scale.doi.map { ", doi:\($0)" } ?? "")))
      lines.append(row("licence", scale.licence))
      lines += scale.notChecked.map { row("not checked", $0) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func items(_ items: Instrument.ItemSet) -> [String] {
    var words =
      "\(items.count), answered \(items.answers.lowerBound) to \(items.answers.upperBound)"
    for (item, answers) in items.otherAnswers.sorted(by: { $0.key < $1.key }) {
      words += "; item \(item) \(answers.lowerBound) to \(answers.upperBound)"
    }
    if !items.reversed.isEmpty {
      words += "; reversed: " + items.reversed.map(String.init).joined(separator: ", ")
    }
    if !items.missing.isEmpty {
      words += "; not answered: " + items.missing.map(String.init).joined(separator: ", ")
    }
    return [row("items", words)]
      + (items.words.isEmpty ? [] : [row("answers", items.words.joined(separator: " / "))])
  }

  private func lines(of instrument: Instrument) -> [String] {
    var lines = [Self.row("score", range)]
    if scale.measures != instrument.measures { lines.append(Self.row("measures", scale.measures)) }
    lines.append(Self.row("scoring", scoring + (isPart(of: instrument) ? " " + itemList : "")))
    if scale.rule != .total { lines.append(Self.row("blank items", blanks)) }
    lines += scale.snomed.map { [Self.row("SNOMED CT", $0)] } ?? []
    lines += published
    return lines
  }

  private var published: [String] {
    var lines = scale.reliabilities.map { found in
      Self.row(
        "reliability",
        "\(found.kind) \(Self.number(found.coefficient))"
          + (found.error.map { ", error of measurement \(Self.number($0)) points" } ?? "")
          + said(found.source, found.checked))
    }
    if lines.isEmpty { lines = [Self.row("reliability", "not published, so none is used")] }
    lines += scale.changes.map { change in
      let size =
        switch change.size {
        case .points(let points): "\(Self.number(points)) points"
        case .percent(let percent): "\(Self.number(percent)) % of the first score"
        }
      let level = change.level.map { " at \(Self.number($0)) %" } ?? ""
      return Self.row(
        change.kind == .reliable ? "reliable" : "important",
        "a change of \(size)\(level)" + said(change.source, change.checked))
    }
    lines += scale.norms.map { norm in
      let mean = norm.mean.map { "mean \(Self.number($0))" }
      let sd = norm.sd.map { "SD \(Self.number($0))" }
      let people = norm.people.map { "\($0) people" }
      return Self.row(
        "norm",
        "\(norm.of): \([mean, sd, people].compactMap { $0 }.joined(separator: ", "))"
          + said(norm.source, norm.checked))
    }
    if let bands = scale.bands {
      lines += bands.list.map { band in
        Self.row(
          "band",
          "\(band.label): \(Self.number(band.scores.lowerBound)) to \(Self.number(band.scores.upperBound))"
        )
      }
      lines.append(Self.row("", said(bands.source, bands.checked).trimmingPrefix(" ").description))
    }
    lines += scale.cutOffs.map {
      Self.row("cut-off", "\(Self.number($0.score)): \($0.label)" + said($0.source, $0.checked))
    }
    if scale.cutOffs.isEmpty {
      lines.append(Self.row("cut-off", "none that the catalogue can name a source for"))
    }
    return lines
  }

  /// A number as the page prints it.
  static func number(_ value: Double) -> String { ShortestNumber.text(value) }

  private func isPart(of instrument: Instrument) -> Bool {
    !scale.items.isEmpty && scale.items.count != instrument.itemCount
  }

  private var itemList: String {
    "(\(scale.items.map(String.init).joined(separator: ", ")))"
  }

  private var scoring: String {
    func made(_ what: String, _ times: Double, _ over: Double) -> String {
      what + (times == 1 ? "" : " × \(Self.number(times))")
        + (over == 1 ? "" : " ÷ \(Self.number(over))")
    }
    switch scale.rule {
    case .sum(let times, let over): return made("sum of the items", times, over)
    case .mean(let times, let over): return made("mean of the items", times, over)
    case .table: return "sum of the items, converted by the published table"
    case .tariff: return "1 minus what the published value set takes for each answer"
    case .total: return "only totals are read"
    }
  }

  private var blanks: String {
    guard scale.blankItemsAllowed > 0 else {
      return "none allowed, unless the plan says how many"
    }
    let only =
      scale.blanks.only.isEmpty
      ? ""
      : " (only item \(scale.blanks.only.map { String(scale.items[$0 - 1]) }.joined(separator: ", ")))"
    return "up to \(scale.blankItemsAllowed)\(only), filled in by the mean of the others"
      + (scale.blanks.source.map { said($0, scale.blanks.checked ?? .fromMemory) } ?? "")
  }

  private func said(_ source: String, _ checked: Checked) -> String {
    switch checked {
    case .yes: " (\(source))"
    case .secondHand: " (\(source); read where it is quoted)"
    case .fromMemory: " (\(source); from memory, not verified)"
    }
  }

  private static func row(_ head: String, _ text: String) -> String {
    head.padding(toLength: 14, withPad: " ") + text
  }
}

extension String {
  fileprivate func padding(toLength length: Int, withPad pad: Character) -> String {
    self + String(repeating: pad, count: max(0, length - count))
  }
}
