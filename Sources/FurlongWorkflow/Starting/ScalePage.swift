import FurlongScales
import FurlongTables

/// One scale of the catalogue in plain text.
struct ScalePage {
  let scale: Scale

  init(_ scale: Scale) { self.scale = scale }

  /// `7 to 35, higher is better`.
  var range: String {
    let ends = [scale.scores.lowerBound, scale.scores.upperBound].map(ShortestNumber.text)
    return "\(ends[0]) to \(ends[1]), \(scale.higherIsBetter ? "higher" : "lower") is better"
  }

  /// Everything that the catalogue says of it.
  var text: String {
    var lines = [
      "\(scale.name) (\(scale.id))", scale.fullName, "",
      "measures      \(scale.measures)",
      "score         \(range)",
      "items         \(scale.itemCount), answered \(scale.answers.lowerBound) to \(scale.answers.upperBound)"
        + reversed,
      "scoring       " + scoring,
      "blank items   " + blanks,
    ]
    for reliability in scale.reliabilities {
      lines.append(
        "reliability   \(reliability.kind) \(ShortestNumber.text(reliability.coefficient))"
          + (reliability.error.map { ", error of measurement \(ShortestNumber.text($0)) points" }
            ?? "")
          + " (\(reliability.source)\(unchecked(reliability.checked)))")
    }
    if let spread = scale.spread {
      lines.append(
        "spread        SD \(ShortestNumber.text(spread.sd)) "
          + "(\(spread.source)\(unchecked(spread.checked)))")
    }
    for band in scale.bands?.list ?? [] {
      lines.append(
        "band          \(band.label): \(ShortestNumber.text(band.scores.lowerBound)) to "
          + ShortestNumber.text(band.scores.upperBound))
    }
    if let bands = scale.bands {
      lines.append("              (\(bands.source)\(unchecked(bands.checked)))")
    }
    if let cutOff = scale.cutOff {
      lines.append(
        "cut-off       \(ShortestNumber.text(cutOff.score)): \(cutOff.label) "
          + "(\(cutOff.source)\(unchecked(cutOff.checked)))")
    } else {
      lines.append("cut-off       none that the catalogue can name a source for")
    }
    lines.append("source        \(scale.source)" + (scale.doi.map { ", doi:\($0)" } ?? ""))
    lines.append("licence       \(scale.licence)")
    for note in scale.notChecked {
      lines.append("not checked   \(note)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A number as the page prints it.
  static func number(_ value: Double) -> String { ShortestNumber.text(value) }

  private var reversed: String {
    scale.reversedItems.isEmpty
      ? "" : "; reversed: " + scale.reversedItems.map(String.init).joined(separator: ", ")
  }

  private var scoring: String {
    scale.conversion == nil
      ? "sum of the items" : "sum of the items, converted by the published table"
  }

  private var blanks: String {
    scale.blankItemsAllowed == 0
      ? "none allowed, unless the plan says how many"
      : "up to \(scale.blankItemsAllowed), filled in by the mean of the others"
  }

  private func unchecked(_ checked: Bool) -> String {
    checked ? "" : "; not checked against the primary paper"
  }
}
