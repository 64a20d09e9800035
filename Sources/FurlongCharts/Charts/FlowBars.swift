/// How many people came through each step, from all to those in the figures.
///
/// The last bar is turquoise: the people whom the report is about. A step that may not be shown
/// keeps its place as an empty slot.
public struct FlowBars: Chart {
  /// One step.
  public struct Step: Codable, Hashable, Sendable {
    /// What people did.
    public var label: String
    /// How many did.
    public var value: PlottedValue
    /// What became of the others, such as "67 came without one".
    public var note: String?

    /// Makes a step.
    public init(_ label: String, _ value: PlottedValue, note: String? = nil) {
      self.label = label
      self.value = value
      self.note = note
    }
  }

  /// The steps, first to last.
  public var steps: [Step]

  /// Makes the chart.
  public init(steps: [Step]) {
    self.steps = steps
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isNarrow = width == .narrow
    let labels = steps.map { RowLabel(name: $0.label, detail: isNarrow ? $0.note : nil) }
    let plan = RowPlan(
      labels, width: width, top: 4, marks: isNarrow ? 22 : 26, gap: isNarrow ? 12 : 10)
    let metrics = scene.metrics
    let notes = steps.map { step in
      isNarrow
        ? [] : metrics.lines(of: step.note ?? "", size: Lettering.detail.size, within: 150)
    }
    let noteRoom = notes.flatMap { $0 }.map { metrics.width(of: $0, size: 13) }.max() ?? 0
    let valueRoom =
      steps.map { metrics.width(of: $0.value.label, size: 15, isBold: true) }.max() ?? 0
    let right = scene.width - noteRoom - valueRoom - (noteRoom > 0 ? 26 : 10)
    let top = steps.compactMap(\.value.number).max() ?? 1
    let scale = LinearScale(lower: 0, upper: max(top, 1), start: plan.left, end: right)
    plan.write(into: &scene)
    for (index, step) in steps.enumerated() {
      let centre = plan.rows[index].centre
      let thickness = isNarrow ? 22.0 : 26.0
      var end = plan.left + 64
      if let number = step.value.number {
        end = scale.position(of: number)
        let colour = index == steps.count - 1 ? Palette.turquoise : Palette.blue
        scene.bar(
          from: plan.left, to: end, centre: centre, thickness: thickness, .colour(colour))
      } else {
        scene.slot(
          from: plan.left + 0.6, to: end, top: centre - thickness / 2 + 0.6,
          bottom: centre + thickness / 2 - 0.6)
      }
      scene.text(step.value.label, Place(end + 8, centre + 5), .value)
      let offset = Double(notes[index].count - 1) * Lettering.detail.leading / 2
      scene.lines(
        notes[index], Place(scene.width - 1, centre + 4.5 - offset), .detail.anchored(.end))
    }
    scene.height = plan.bottom + 6
    return scene
  }
}
