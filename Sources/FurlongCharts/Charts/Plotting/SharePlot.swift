/// One bar of `StackedShares` with its words, measured before it is drawn.
struct SharePlot: Sendable {
  let row: StackedShares.Row
  let words: StackedShares.Words
  let left: Double
  let right: Double
  /// How thick the bar is.
  private static let thickness = 24.0
  private let edges: [Double]
  /// Whether *worse* and *better* have room on one line.
  private let sharesLine: Bool
  /// Whether the middle part's words have room inside it.
  private let namesInside: Bool
  private let namesLength: Double

  init(
    row: StackedShares.Row, words: StackedShares.Words, left: Double, right: Double,
    metrics: ArialMetrics
  ) {
    self.row = row
    self.words = words
    self.left = left
    self.right = right
    edges = row.edges(from: left, to: right)
    let worse = metrics.width(of: SharePlot.text(words.worse, row.worse), size: 15, isBold: true)
    let better = metrics.width(of: SharePlot.text(words.better, row.better), size: 15, isBold: true)
    sharesLine = worse + better + 52 <= right - left
    let middle = Self.middle(row, words)
    namesLength = metrics.width(of: middle, size: 14) + 16
    namesInside = namesLength + 18 <= edges[2] - edges[row.hidesTheRest ? 0 : 1]
  }

  /// How high the bar and its words are.
  var height: Double { headHeight + Self.thickness + (namesInside ? 0 : 22) }

  private var headHeight: Double { sharesLine ? 25 : 45 }

  private static func text(_ word: String, _ value: PlottedValue) -> String {
    "\(word): \(value.label)"
  }

  /// The words of the middle part, or of all that is not better where it is one.
  private static func middle(_ row: StackedShares.Row, _ words: StackedShares.Words) -> String {
    row.hidesTheRest
      ? text("not \(words.better)", row.unchanged) : text(words.unchanged, row.unchanged)
  }

  func draw(into scene: inout Scene, top: Double) {
    let barTop = top + headHeight
    drawParts(into: &scene, top: barTop, bottom: barTop + Self.thickness)
    let first = top + 15
    let last = barTop - 10
    scene.triangle(Place(left + 6, first - 5), pointing: .down, radius: 5.5, colour: Palette.ink)
    scene.text(SharePlot.text(words.worse, row.worse), Place(left + 16, first), .value)
    if row.worse.number != 0 {
      scene.line(Place(left + 6, first + 4), Place(left + 6, barTop - 1), Palette.ink)
    }
    let start = scene.text(
      SharePlot.text(words.better, row.better), Place(right, last), .value.anchored(.end)
    ).lowerBound
    scene.triangle(Place(start - 10, last - 5), pointing: .up, radius: 5.5, colour: Palette.ink)
    if row.better.number != 0 {
      scene.line(Place(right - 5, last + 4), Place(right - 5, barTop - 1), Palette.ink)
    }
    nameMiddle(into: &scene, barTop: barTop)
  }

  private func drawParts(into scene: inout Scene, top: Double, bottom: Double) {
    let fills = [Palette.orange, Palette.grey, Palette.blue]
    if row.hidesTheRest {
      scene.slot(
        from: edges[0] + 0.6, to: max(edges[2] - 1.6, edges[0] + 2), top: top + 0.6,
        bottom: bottom - 0.6)
    }
    for (index, part) in row.parts.enumerated() where !(row.hidesTheRest && index < 2) {
      let start = edges[index] + (index == 0 ? 0 : 1)
      let end = edges[index + 1] - (index == 2 ? 0 : 1)
      if part.number == nil {
        scene.slot(
          from: start + 0.6, to: max(end - 0.6, start + 2), top: top + 0.6, bottom: bottom - 0.6)
      } else if edges[index + 1] - edges[index] > 0.01 {
        let isGrey = fills[index] == Palette.grey
        // The outline stays inside the part.
        let inset = isGrey ? 0.5 : 0
        scene.bar(
          from: start + inset, to: max(end - inset, start + inset), centre: (top + bottom) / 2,
          thickness: Self.thickness - 2 * inset, .colour(fills[index]),
          outline: isGrey ? Palette.outline : nil)
      }
    }
  }

  private func nameMiddle(into scene: inout Scene, barTop: Double) {
    let middle = ((row.hidesTheRest ? edges[0] : edges[1]) + edges[2]) / 2
    let y = barTop + (namesInside ? Self.thickness / 2 + 5 : Self.thickness + 19)
    let start = min(max(middle - namesLength / 2, left), right - namesLength)
    if namesInside, row.unchanged.number == nil {
      scene.rectangle(
        left: start - 6, top: y - 14, right: start + namesLength + 6, bottom: y + 4,
        .colour(Palette.paper))
    }
    if !namesInside {
      scene.line(
        Place(middle, barTop + Self.thickness + 1), Place(middle, barTop + Self.thickness + 7),
        Palette.ink)
    }
    scene.dot(Place(start + 6, y - 5), radius: 5, colour: Palette.ink)
    scene.text(Self.middle(row, words), Place(start + 16, y), .label)
  }
}

extension StackedShares.Row {
  var parts: [PlottedValue] { [worse, unchanged, better] }

  /// Whether all that is not better is hidden: then it is drawn as one, not as two parts that look like data.
  var hidesTheRest: Bool { worse.number == nil && unchanged.number == nil && better.number != nil }

  /// Where the parts start and end: hidden ones share equally what the shown ones leave.
  ///
  /// A hidden part keeps at least an eighth of the bar, so that its slot can be seen.
  func edges(from left: Double, to right: Double) -> [Double] {
    let shown = parts.compactMap(\.number).map { min(max($0, 0), 1) }
    let hidden = parts.count - shown.count
    let total = max(shown.reduce(0, +), 1e-9)
    let room = 1 - Double(hidden) * 0.125
    let shrink = hidden == 0 ? 1 / total : min(1, room / total)
    let rest = hidden == 0 ? 0 : (1 - total * shrink) / Double(hidden)
    var edges = [left]
    for part in parts {
      let share = part.number.map { min(max($0, 0), 1) * shrink } ?? rest
      edges.append((edges.last ?? left) + share * (right - left))
    }
    return edges
  }
}
