/// Shares of people who got worse, did not change reliably, and got better: one bar a row.
///
/// *Worse* and *better* stand above the bar in the same size, each at its own end, so that a narrow
/// part is read as easily as a wide one. Parts that may not be shown are hatched, and share what is
/// left of the bar: their lengths say nothing, which the note under the chart repeats.
public struct StackedShares: Chart {
  /// One bar.
  public struct Row: Codable, Hashable, Sendable {
    /// Whose bar, or under which threshold.
    public var label: String
    /// More about it, such as the number of people.
    public var detail: String?
    /// The share that got worse, from 0 to 1.
    public var worse: PlottedValue
    /// The share without reliable change.
    public var unchanged: PlottedValue
    /// The share that got better.
    public var better: PlottedValue

    /// Makes a row.
    public init(
      _ label: String, detail: String? = nil, worse: PlottedValue, unchanged: PlottedValue,
      better: PlottedValue
    ) {
      self.label = label
      self.detail = detail
      self.worse = worse
      self.unchanged = unchanged
      self.better = better
    }
  }

  /// The words for the three parts.
  public struct Words: Codable, Hashable, Sendable {
    /// Beside ▼.
    public var worse: String
    /// Beside ●.
    public var unchanged: String
    /// Beside ▲.
    public var better: String

    /// Makes the words.
    public init(
      worse: String = "worse", unchanged: String = "no reliable change", better: String = "better"
    ) {
      self.worse = worse
      self.unchanged = unchanged
      self.better = better
    }
  }

  /// The rows, first at the top.
  public var rows: [Row]
  /// The words for the three parts.
  public var words: Words
  /// What the hatching means; printed if a part is hidden.
  public var hiddenLabel: String

  /// Makes the chart.
  public init(
    rows: [Row], words: Words = Words(),
    hiddenLabel: String = "Hatched: not shown, to protect people; its length has no meaning."
  ) {
    self.rows = rows
    self.words = words
    self.hiddenLabel = hiddenLabel
  }

  /// The worse and the better part of each bar, or what stands for one that is hidden.
  public var mainNumbers: [String] {
    rows.compactMap { row in
      guard row.worse.words != nil || row.better.words != nil else { return nil }
      let whose = [row.label, row.detail].compactMap { $0 }.joined(separator: ", ")
      return
        "\(whose): \(words.worse) \(row.worse.label), \(words.better) \(row.better.label)"
    }
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isNarrow = width == .narrow
    let labels = rows.map { RowLabel(name: $0.label, detail: $0.detail) }
    let gap = isNarrow ? 18.0 : 9
    // The rows' heights depend on where the bars start, which depends on the labels alone.
    let left = RowPlan(labels, width: width, top: 4, marks: 0, gap: gap, widest: 170).left
    let plots = rows.map { row in
      SharePlot(row: row, words: words, left: left, right: scene.width - 1, metrics: scene.metrics)
    }
    let plan = RowPlan(
      labels, width: width, top: 4, heights: plots.map(\.height), gap: gap, widest: 170)
    plan.write(into: &scene)
    for (plot, place) in zip(plots, plan.rows) {
      plot.draw(into: &scene, top: place.centre - plot.height / 2)
    }
    var y = plan.bottom + 2
    if rows.contains(where: { row in row.parts.contains { $0.number == nil } }) {
      for line in scene.metrics.lines(of: hiddenLabel, size: 13, within: scene.width - plan.left) {
        y += Lettering.detail.leading
        scene.text(line, Place(plan.left, y), .detail)
      }
      y += 4
    }
    scene.height = y + 4
    return scene
  }
}
