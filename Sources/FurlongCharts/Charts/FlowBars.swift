/// How many people came through each step, in blocks that each only shrink.
///
/// The last bar is turquoise where it is whom the report is about. A step that may not be shown
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

  /// Steps that each hold the next.
  public struct Block: Codable, Hashable, Sendable {
    /// What they are steps of; nil for no heading.
    public var heading: String?
    /// The steps, first to last.
    public var steps: [Step]

    /// Makes a block.
    public init(_ heading: String? = nil, steps: [Step]) {
      self.heading = heading
      self.steps = steps
    }
  }

  /// The blocks, first to last.
  public var blocks: [Block]
  /// Whether the last bar has a colour of its own.
  public var lastStandsOut: Bool

  /// Makes the chart.
  public init(blocks: [Block], lastStandsOut: Bool = true) {
    self.blocks = blocks
    self.lastStandsOut = lastStandsOut
  }

  private var steps: [Step] { blocks.flatMap(\.steps) }

  /// How many came through each step, first to last.
  public var mainNumbers: [String] {
    blocks.flatMap { block in
      let told = block.steps.compactMap { step in
        step.value.words.map { "\(step.label): \($0)" }
      }
      // A block's heading is said once.
      let heading = block.heading.map { "\($0), " } ?? ""
      return told.prefix(1).map { heading + $0 } + told.dropFirst()
    }
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isNarrow = width == .narrow
    let metrics = scene.metrics
    let notes = steps.map { step in
      isNarrow
        ? [] : metrics.lines(of: step.note ?? "", size: Lettering.detail.size, within: 150)
    }
    let noteRoom = notes.flatMap { $0 }.map { metrics.width(of: $0, size: 13) }.max() ?? 0
    let valueRoom =
      steps.map { metrics.width(of: $0.value.label, size: 15, isBold: true) }.max() ?? 0
    let right = scene.width - noteRoom - valueRoom - (noteRoom > 0 ? 26 : 10)
    let most = max(steps.compactMap(\.value.number).max() ?? 1, 1)
    // A row is as high as its note.
    let heights = notes.map { max(20, Double($0.count) * Lettering.detail.leading) }
    let all = steps.map { RowLabel(name: $0.label, detail: isNarrow ? $0.note : nil) }
    // All blocks start where the longest label of them all ends, so that their bars can be compared.
    let left = RowPlan(all, width: width, top: 4, marks: 20, gap: 6).left
    var y = 4.0
    var index = 0
    for block in blocks {
      if let heading = block.heading {
        var bold = Lettering.label
        bold.isBold = true
        scene.text(heading, Place(0, y + 14), bold)
        y += isNarrow ? 24 : 20
      }
      let labels = block.steps.map { RowLabel(name: $0.label, detail: isNarrow ? $0.note : nil) }
      let marks = heights[index..<index + block.steps.count].map { isNarrow ? 22 : $0 }
      let plan = RowPlan(
        labels, width: width, top: y, heights: marks, gap: isNarrow ? 12 : 6, widest: 200)
      plan.write(into: &scene)
      let scale = LinearScale(lower: 0, upper: most, start: left, end: right)
      for (row, step) in block.steps.enumerated() {
        let centre = plan.rows[row].centre
        let thickness = isNarrow ? 22.0 : 20.0
        var end = left + 64
        if let number = step.value.number {
          end = scale.position(of: number)
          let colour = lastStandsOut && index == steps.count - 1 ? Palette.turquoise : Palette.blue
          scene.bar(from: left, to: end, centre: centre, thickness: thickness, .colour(colour))
        } else {
          scene.slot(
            from: left + 0.6, to: end, top: centre - thickness / 2 + 0.6,
            bottom: centre + thickness / 2 - 0.6)
        }
        scene.text(step.value.label, Place(end + 8, centre + 5), .value)
        let offset = Double(notes[index].count - 1) * Lettering.detail.leading / 2
        scene.lines(
          notes[index], Place(scene.width - 1, centre + 4.5 - offset), .detail.anchored(.end))
        index += 1
      }
      y = plan.bottom + (isNarrow ? 14 : 9)
    }
    scene.height = y - (isNarrow ? 8 : 3)
    return scene
  }
}
