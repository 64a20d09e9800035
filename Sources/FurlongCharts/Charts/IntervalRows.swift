/// Estimates with their intervals, a row each, on one axis with a line where there is no
/// difference.
public struct IntervalRows: Chart {
  /// One estimate.
  public struct Row: Codable, Hashable, Sendable {
    /// Whose estimate it is.
    public var label: String
    /// The number of people, in words, such as "n = 52".
    public var detail: String?
    /// The estimate, its interval and its printed form.
    public var estimate: PlottedEstimate
    /// Whether it is the estimate of all together, drawn as a diamond.
    public var isOverall: Bool

    /// Makes a row.
    public init(
      _ label: String, detail: String? = nil, _ estimate: PlottedEstimate, isOverall: Bool = false
    ) {
      self.label = label
      self.detail = detail
      self.estimate = estimate
      self.isOverall = isOverall
    }
  }

  /// The rows, first at the top.
  public var rows: [Row]
  /// What the axis measures, with its unit.
  public var axisLabel: String
  /// Whether the axis is of differences or of ratios.
  public var axis: AxisKind
  /// The value that means no difference; `nil` draws no line.
  public var reference: Double?
  /// A stretch of the axis to shade and name.
  public var band: PlottedBand?
  /// What it means to stand left and right of the reference, printed under the axis.
  public var sides: Sides?
  /// What the lines are, written once, such as "Lines are 95% confidence intervals".
  public var note: String?
  /// How the numbers along the axis are written.
  public var ticks: TickFormat
  /// Whether rows stand close together: for many rows.
  public var isDense: Bool

  /// What the two directions of an axis mean.
  public struct Sides: Codable, Hashable, Sendable {
    /// Left of the reference.
    public var below: String
    /// Right of the reference.
    public var above: String

    /// Makes the pair.
    public init(below: String, above: String) {
      self.below = below
      self.above = above
    }
  }

  /// Makes the chart.
  public init(
    rows: [Row], axisLabel: String, axis: AxisKind = .linear, reference: Double? = 0,
    band: PlottedBand? = nil, sides: Sides? = nil, note: String? = nil,
    ticks: TickFormat = TickFormat(), isDense: Bool = false
  ) {
    self.rows = rows
    self.axisLabel = axisLabel
    self.axis = axis
    self.reference = reference
    self.band = band
    self.sides = sides
    self.note = note
    self.ticks = ticks
    self.isDense = isDense
  }

  /// What is measured, and the estimates with their intervals, first at the top.
  public var mainNumbers: [String] {
    let told = rows.compactMap { row -> String? in
      // A dash says that the row belongs to the one above.
      let label = row.label.hasPrefix("– ") ? String(row.label.dropFirst(2)) : row.label
      return row.estimate.words.map { "\(label) \($0)" }
    }
    return told.headed(by: axisLabel)
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    draw(into: &scene, from: 4, width: width)
    return scene
  }

  /// Draws below what the scene already holds and moves its lower edge.
  func draw(into scene: inout Scene, from top: Double, width: ChartWidth) {
    let isNarrow = width == .narrow
    let metrics = scene.metrics
    let heading = metrics.lines(of: axisLabel, size: 13, within: scene.width - 20)
    let hasBandName = band.map { !$0.label.isEmpty } ?? false
    let headRoom = Double(heading.count) * Lettering.detail.leading + (hasBandName ? 22 : 6)
    let labels = rows.map {
      RowLabel(
        name: $0.label, detail: $0.detail,
        result: $0.estimate.number == nil ? nil : $0.estimate.label)
    }
    let plan = RowPlan(
      labels, width: width, top: top + headRoom + (isDense ? 6 : 10),
      marks: isNarrow ? 20 : isDense ? 18 : 24, gap: isNarrow ? 14 : isDense ? 3 : 12,
      widest: isDense ? 240 : 200)
    let shown = rows.filter { $0.estimate.number != nil }
    let widest =
      shown.map { metrics.width(of: $0.estimate.label, size: 14, isBold: true) }.max() ?? 0
    let resultRoom = isNarrow || widest == 0 ? 0 : widest + 22
    let right = scene.width - resultRoom - (isNarrow ? 10 : 6)
    let values =
      rows.flatMap(\.estimate.extent) + (reference.map { [$0] } ?? [])
      + (band.map { [$0.lower, $0.upper] } ?? [])
    let axis = ValueAxis(
      self.axis, covering: values, from: plan.left + (isNarrow ? 10 : 8), to: right, format: ticks)
    let plotTop = top + headRoom
    let plotBottom = plan.bottom + (isNarrow ? 4 : 10)
    let strips = isNarrow ? plan.strips(24) : [(top: plotTop, bottom: plotBottom)]
    scene.lines(heading, Place(plan.left, top + 12), .detail)
    if let band {
      let left = axis.position(of: band.lower)
      let end = axis.position(of: band.upper)
      for strip in strips {
        scene.rectangle(
          left: left, top: strip.top, right: end, bottom: strip.bottom, .colour(Palette.wash))
      }
      if hasBandName {
        scene.text(
          band.label, Place((left + end) / 2, plotTop - 5), .detail.anchored(.middle))
      }
    }
    axis.draw(into: &scene, strips: strips, bottom: plotBottom, reference: reference)
    plan.write(into: &scene)
    for (index, row) in rows.enumerated() {
      let y = plan.rows[index].centre
      guard row.estimate.number != nil else {
        scene.emptyPlace(row.estimate.label, from: axis.start, to: scene.width - 2, at: y)
        continue
      }
      scene.estimate(
        row.estimate, on: axis, at: y, shape: row.isOverall ? .diamond : .dot,
        colour: Palette.blue)
      if !isNarrow {
        var lettering = Lettering.label.anchored(.end)
        lettering.isBold = true
        scene.text(row.estimate.label, Place(scene.width - 1, y + 5), lettering)
      }
    }
    var y = plotBottom + 24
    if let sides {
      y = write(sides, at: y + 16, axis: axis, into: &scene)
    }
    if let note {
      for line in metrics.lines(of: note, size: 13, within: scene.width) {
        y += Lettering.detail.leading
        scene.text(line, Place(isNarrow ? 0 : plan.left, y), .detail)
      }
    }
    scene.height = y + 6
  }

  /// Writes what left and right mean: beside the reference, else at the two ends, else below each
  /// other.
  ///
  /// Returns the last line's place.
  private func write(_ sides: Sides, at y: Double, axis: ValueAxis, into scene: inout Scene)
    -> Double
  {
    let x = axis.position(of: reference ?? axis.ticks.first ?? 0)
    let below = scene.metrics.width(of: sides.below, size: 13) + 24
    let above = scene.metrics.width(of: sides.above, size: 13) + 24
    let isBeside = x - below >= 0 && x + above <= scene.width
    let left = isBeside ? x - 10 : 6
    let right = isBeside ? x + 10 : scene.width - 6
    if !isBeside, below + above + 10 > scene.width {
      return writeBelowEachOther(sides, at: y, into: &scene)
    }
    scene.triangle(Place(left, y - 4.5), pointing: .left, radius: 4, colour: Palette.soft)
    scene.text(
      sides.below, Place(isBeside ? x - 20 : 16, y), .detail.anchored(isBeside ? .end : .start))
    scene.triangle(Place(right, y - 4.5), pointing: .right, radius: 4, colour: Palette.soft)
    scene.text(
      sides.above, Place(isBeside ? x + 20 : scene.width - 16, y),
      .detail.anchored(isBeside ? .start : .end))
    return y + 2
  }

  private func writeBelowEachOther(_ sides: Sides, at y: Double, into scene: inout Scene) -> Double
  {
    var y = y
    for (words, direction) in [(sides.below, Direction.left), (sides.above, .right)] {
      scene.triangle(Place(6, y - 4.5), pointing: direction, radius: 4, colour: Palette.soft)
      let lines = scene.metrics.lines(of: words, size: 13, within: scene.width - 18)
      scene.lines(lines, Place(16, y), .detail)
      y += Double(max(lines.count, 1)) * Lettering.detail.leading + 2
    }
    return y - 16
  }
}
