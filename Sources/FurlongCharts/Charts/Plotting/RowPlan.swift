/// What is written at the head of a row.
struct RowLabel: Hashable, Sendable {
  var name: String
  var detail: String?
  /// The row's result, printed under the name where there is no column for it.
  var result: String?
}

/// Rows one below another: where their labels, marks and edges stand.
///
/// On a wide page the label stands left of the marks; on a narrow one above them.
struct RowPlan: Sendable {
  struct Row: Sendable {
    var top: Double
    /// The middle of the marks.
    var centre: Double
    var bottom: Double
    var name: [String]
    var detail: [String]
    var result: [String]
    /// Whether the result stands at the right end of the name's line.
    var isResultBeside: Bool
  }

  let rows: [Row]
  /// Where the marks start.
  let left: Double
  let bottom: Double
  private let isNarrow: Bool

  init(
    _ labels: [RowLabel], width: ChartWidth, top: Double, marks: Double, gap: Double = 12,
    widest: Double = 200
  ) {
    self.init(
      labels, width: width, top: top, heights: labels.map { _ in marks }, gap: gap, widest: widest)
  }

  /// Rows whose marks differ in height.
  init(
    _ labels: [RowLabel], width: ChartWidth, top: Double, heights: [Double], gap: Double,
    widest: Double
  ) {
    let metrics = ArialMetrics()
    isNarrow = width == .narrow
    let room = isNarrow ? width.units : widest
    var columns: [Double] = []
    var rows: [Row] = []
    var y = top
    for (label, marks) in zip(labels, heights) {
      let name = metrics.lines(
        of: label.name, size: Lettering.label.size, isBold: isNarrow, within: room)
      let detail = metrics.lines(of: label.detail ?? "", size: Lettering.detail.size, within: room)
      let result =
        isNarrow
        ? metrics.lines(
          of: label.result ?? "", size: Lettering.label.size, isBold: true, within: room)
        : []
      let both = (name + result).map { metrics.width(of: $0, size: 14, isBold: true) }.reduce(20, +)
      let isBeside = name.count == 1 && result.count == 1 && both <= room
      columns += name.map { metrics.width(of: $0, size: Lettering.label.size) }
      columns += detail.map { metrics.width(of: $0, size: Lettering.detail.size) }
      let text =
        Double(name.count + (isBeside ? 0 : result.count)) * Lettering.label.leading
        + Double(detail.count) * Lettering.detail.leading
      let height = isNarrow ? text + 4 + marks : max(text, marks)
      let centre = isNarrow ? y + text + 4 + marks / 2 : y + height / 2
      rows.append(
        Row(
          top: y, centre: centre, bottom: y + height, name: name, detail: detail, result: result,
          isResultBeside: isBeside))
      y += height + gap
    }
    self.rows = rows
    bottom = rows.isEmpty ? top : y - gap
    left = isNarrow ? 0 : ((columns.max() ?? 0) + 14).rounded(.up)
  }

  /// Writes the labels.
  func write(into scene: inout Scene) {
    for row in rows {
      let text =
        Double(row.name.count) * Lettering.label.leading
        + Double(row.detail.count) * Lettering.detail.leading
      var name = Lettering.label
      name.isBold = isNarrow
      var y = (isNarrow ? row.top : row.centre - text / 2) + name.size - 1
      scene.lines(row.name, Place(0, y), name)
      if row.isResultBeside {
        scene.lines(row.result, Place(scene.width - 1, y), name.anchored(.end))
      }
      y += Double(row.name.count) * name.leading
      scene.lines(row.detail, Place(0, y), .detail)
      y += Double(row.detail.count) * Lettering.detail.leading
      if !row.isResultBeside { scene.lines(row.result, Place(0, y), name) }
    }
  }

  /// The strips of the rows' marks, each as high as asked for.
  func strips(_ height: Double) -> [(top: Double, bottom: Double)] {
    rows.map { ($0.centre - height / 2, $0.centre + height / 2) }
  }
}
