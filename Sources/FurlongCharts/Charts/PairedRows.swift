/// Before and after for several things, a row each, and beside them how after compares with before.
///
/// For rates of service use: each row has an axis of its own from zero, and the ratios stand on one logarithmic axis.
public struct PairedRows: Chart {
  /// One thing, before and after.
  public struct Row: Codable, Hashable, Sendable {
    /// What it is.
    public var label: String
    /// How many people or events, in words.
    public var detail: String?
    /// Before.
    public var before: PlottedEstimate
    /// After.
    public var after: PlottedEstimate
    /// After compared with before.
    public var effect: PlottedEstimate

    /// Makes a row.
    public init(
      _ label: String, detail: String? = nil, before: PlottedEstimate, after: PlottedEstimate,
      effect: PlottedEstimate
    ) {
      self.label = label
      self.detail = detail
      self.before = before
      self.after = after
      self.effect = effect
    }
  }

  /// The rows, first at the top.
  public var rows: [Row]
  /// What the first panel measures, such as "Events per 100 student-years"; that each row begins at 0 is added.
  public var levelLabel: String
  /// The words beside the open and the filled dot.
  public var words: Words
  /// What the second panel measures, such as "after as a share of before".
  public var effectLabel: String
  /// What the lines are, written once.
  public var note: String?

  /// The names of the two times.
  public struct Words: Codable, Hashable, Sendable {
    /// Beside the open dot.
    public var before: String
    /// Beside the filled dot.
    public var after: String

    /// Makes the pair.
    public init(before: String = "before", after: String = "after") {
      self.before = before
      self.after = after
    }
  }

  /// Makes the chart.
  public init(
    rows: [Row], levelLabel: String, words: Words = Words(), effectLabel: String,
    note: String? = nil
  ) {
    self.rows = rows
    self.levelLabel = levelLabel
    self.words = words
    self.effectLabel = effectLabel
    self.note = note
  }

  /// What is measured, before and after, row by row.
  public var mainNumbers: [String] {
    let told = rows.compactMap { row -> String? in
      guard let before = row.before.words, let after = row.after.words else { return nil }
      return "\(row.label): \(before) \(words.before), \(after) \(words.after)"
    }
    return told.headed(by: levelLabel)
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    width == .narrow ? narrowScene() : wideScene()
  }

  private var noEffect: Double { 1 }

  /// The two panels one below the other.
  private func narrowScene() -> Scene {
    var scene = Scene(.narrow)
    let head = writeHead(into: &scene, from: 0, to: scene.width)
    let labels = rows.map { RowLabel(name: $0.label, detail: $0.detail) }
    let plan = RowPlan(labels, width: .narrow, top: head + 12, marks: 44, gap: 14)
    drawLevels(into: &scene, plan: plan, top: head + 4, from: 0, to: scene.width)
    let levelsEnd = plan.bottom + 12
    IntervalRows(
      rows: rows.map { IntervalRows.Row($0.label, $0.effect) }, axisLabel: effectLabel,
      axis: .logarithmic, reference: noEffect, note: note
    ).draw(into: &scene, from: levelsEnd + 10, width: .narrow)
    return scene
  }

  /// The two panels side by side.
  private func wideScene() -> Scene {
    var scene = Scene(.wide)
    let metrics = scene.metrics
    let labels = rows.map { RowLabel(name: $0.label, detail: $0.detail) }
    let probe = RowPlan(labels, width: .wide, top: 0, marks: 42, gap: 6, widest: 150)
    let split = probe.left + (scene.width - probe.left) * 0.53
    let head = max(
      writeHead(into: &scene, from: probe.left, to: split - 20),
      16 + Double(metrics.lines(of: effectLabel, size: 13, within: scene.width - split).count) * 16)
    let plan = RowPlan(labels, width: .wide, top: head + 10, marks: 42, gap: 6, widest: 150)
    scene.lines(
      metrics.lines(of: effectLabel, size: 13, within: scene.width - split), Place(split, 16),
      .detail)
    for row in plan.rows.dropLast() {
      scene.line(Place(0, row.bottom + 6), Place(split - 20, row.bottom + 6), Palette.grid)
    }
    plan.write(into: &scene)
    drawLevels(into: &scene, plan: plan, top: head + 2, from: plan.left, to: split - 20)
    let axis = ValueAxis(
      .logarithmic, covering: rows.flatMap(\.effect.extent) + [noEffect], from: split + 8,
      to: scene.width - 14, format: TickFormat())
    axis.draw(into: &scene, top: head + 2, bottom: plan.bottom + 8, reference: noEffect)
    for (index, row) in rows.enumerated() {
      let y = plan.rows[index].centre + 10
      guard let number = row.effect.number else {
        scene.emptyPlace(row.effect.label, from: split + 8, to: scene.width - 2, at: y - 8)
        continue
      }
      scene.estimate(row.effect, on: axis, at: y, shape: .diamond, colour: Palette.blue)
      var lettering = Lettering.label
      lettering.isBold = true
      scene.result(
        row.effect.label, above: axis.position(of: number), at: y - 14, from: split,
        clearOf: axis.position(of: noEffect), lettering)
    }
    var y = plan.bottom + 30
    if let note {
      for line in metrics.lines(of: note, size: 13, within: scene.width) {
        y += Lettering.detail.leading
        scene.text(line, Place(0, y), .detail)
      }
    }
    scene.height = y + 6
    return scene
  }

  /// Writes the first panel's heading and the key of its dots; returns where they end.
  private func writeHead(into scene: inout Scene, from left: Double, to right: Double) -> Double {
    let metrics = scene.metrics
    let heading = metrics.lines(
      of: "\(levelLabel), each row from 0", size: 13, within: right - left)
    scene.lines(heading, Place(left, 16), .detail)
    let y = 16 + Double(heading.count) * Lettering.detail.leading + 2
    scene.dot(Place(left + 7, y - 4.5), colour: Palette.blue, isOpen: true)
    let end = scene.text(words.before, Place(left + 18, y), .label).upperBound
    scene.dot(Place(end + 20, y - 4.5), colour: Palette.turquoise)
    scene.text(words.after, Place(end + 31, y), .label)
    return y + 6
  }

  private func drawLevels(
    into scene: inout Scene, plan: RowPlan, top: Double, from left: Double, to right: Double
  ) {
    let metrics = scene.metrics
    let labels = rows.flatMap { [$0.before, $0.after] }.filter { $0.number != nil }
    let room =
      labels.map { metrics.width(of: $0.label, size: 14, isBold: true) }.max().map { $0 + 12 } ?? 0
    let end = right - room
    if left == 0 { plan.write(into: &scene) }
    for (index, row) in rows.enumerated() {
      let y = plan.rows[index].centre
      let axis = ValueAxis(
        exact: [0] + row.before.extent + row.after.extent, from: left + 2, to: end)
      scene.line(Place(left + 2, y - 21), Place(left + 2, y + 21), Palette.outline)
      draw(row.before, on: axis, at: y - 11, isBefore: true, limit: right, into: &scene)
      draw(row.after, on: axis, at: y + 12, isBefore: false, limit: right, into: &scene)
    }
  }

  private func draw(
    _ estimate: PlottedEstimate, on axis: ValueAxis, at y: Double, isBefore: Bool, limit: Double,
    into scene: inout Scene
  ) {
    guard let number = estimate.number else {
      scene.emptyPlace(estimate.label, from: axis.start + 4, to: limit, at: y)
      return
    }
    scene.estimate(
      estimate, on: axis, at: y, shape: isBefore ? .openDot : .dot,
      colour: isBefore ? Palette.blue : Palette.turquoise)
    let end = max(
      axis.position(of: estimate.interval?.upper ?? number), axis.position(of: number) + 6)
    var lettering = Lettering.label.haloed
    lettering.isBold = !isBefore
    scene.text(estimate.label, Place(end + 7, y + 5), lettering)
  }
}
