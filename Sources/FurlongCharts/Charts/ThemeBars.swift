/// How many people's stories hold each theme, most frequent first or in the caller's order.
public struct ThemeBars: Chart {
  /// What a bar stands for, repeated by its label.
  public enum Tone: String, Codable, Hashable, Sendable {
    /// A theme like the others.
    case main
    /// A theme of difficulties.
    case contrast
  }

  /// One theme.
  public struct Row: Codable, Hashable, Sendable {
    /// The theme.
    public var label: String
    /// How many people, with the printed form, such as "19 people".
    public var people: PlottedValue
    /// How many the second coder found; drawn as a diamond unless the row is hidden.
    public var secondCoder: Double?
    /// How the bar is filled.
    public var tone: Tone

    /// Makes a row.
    public init(
      _ label: String, _ people: PlottedValue, secondCoder: Double? = nil, tone: Tone = .main
    ) {
      self.label = label
      self.people = people
      self.secondCoder = secondCoder
      self.tone = tone
    }
  }

  /// The rows, first at the top.
  public var rows: [Row]
  /// How many people told a story: where the axis ends.
  public var everyone: Double
  /// What the axis counts.
  public var axisLabel: String
  /// The word beside the diamond; printed if any row has one.
  public var secondCoderLabel: String

  /// Makes the chart.
  public init(
    rows: [Row], everyone: Double, axisLabel: String, secondCoderLabel: String = "second coder"
  ) {
    self.rows = rows
    self.everyone = everyone
    self.axisLabel = axisLabel
    self.secondCoderLabel = secondCoderLabel
  }

  /// How many people each theme has, first at the top.
  public var mainNumbers: [String] {
    rows.compactMap { row in row.people.words.map { "\(row.label): \($0)" } }
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isNarrow = width == .narrow
    let metrics = scene.metrics
    let plan = RowPlan(
      rows.map { RowLabel(name: $0.label) }, width: width, top: 8, marks: 20,
      gap: isNarrow ? 10 : 5)
    let valueRoom =
      rows.map { metrics.width(of: $0.people.label, size: 14, isBold: true) }.max() ?? 0
    let right = scene.width - valueRoom - 22
    let shown = rows.filter { $0.people.number != nil }
    let counts: [Double] = shown.flatMap { [$0.people.number ?? 0, $0.secondCoder ?? 0] }
    let most = max(everyone, counts.max() ?? 0)
    let axis = ValueAxis(exact: [0, max(most, 1)], from: plan.left + 1, to: right)
    let plotBottom = plan.bottom + 8
    let strips = isNarrow ? plan.strips(26) : [(top: 2, bottom: plotBottom)]
    axis.draw(into: &scene, strips: strips, bottom: plotBottom, reference: nil)
    plan.write(into: &scene)
    for (index, row) in rows.enumerated() {
      let y = plan.rows[index].centre
      let thickness = 20.0
      var end = axis.start + 56
      if let number = row.people.number {
        end = axis.position(of: number)
        scene.bar(
          from: axis.start, to: end, centre: y, thickness: thickness,
          .colour(row.tone == .main ? Palette.blue : Palette.orange))
      } else {
        scene.slot(
          from: axis.start, to: end, top: y - thickness / 2 + 0.6, bottom: y + thickness / 2 - 0.6)
      }
      // The second coder's count would give a hidden one away.
      if row.people.number != nil, let second = row.secondCoder {
        let x = axis.position(of: second)
        scene.diamond(Place(x, y), radius: 6.5, colour: Palette.ink)
        end = max(end, x + 6)
      }
      var lettering = Lettering.label.haloed
      lettering.isBold = true
      scene.text(row.people.label, Place(end + 8, y + 5), lettering)
    }
    var y = plotBottom + 38
    scene.lines(
      metrics.lines(of: axisLabel, size: 13, within: scene.width - plan.left),
      Place(plan.left, y), .detail)
    y += Double(metrics.lines(of: axisLabel, size: 13, within: scene.width - plan.left).count) * 16
    if shown.contains(where: { $0.secondCoder != nil }) {
      scene.diamond(Place(plan.left + 7, y - 1.5), radius: 6.5, colour: Palette.ink)
      scene.text(secondCoderLabel, Place(plan.left + 19, y + 3), .detail)
      y += 18
    }
    scene.height = y - 4
    return scene
  }
}
