/// A mean before and after on the whole scale, and beside it the change on an axis of its own.
///
/// The score axis runs over the scale's real range, never a stretch chosen to make a change look
/// large; the second panel is where the change can be read.
public struct EstimationPair: Chart {
  /// The mean on one occasion.
  public struct Occasion: Codable, Hashable, Sendable {
    /// When, such as "before" or "8 months".
    public var label: String
    /// How many people, in words, such as "n = 209".
    public var detail: String?
    /// The mean, its interval and its printed form.
    public var mean: PlottedEstimate

    /// Makes an occasion.
    public init(_ label: String, detail: String? = nil, _ mean: PlottedEstimate) {
      self.label = label
      self.detail = detail
      self.mean = mean
    }
  }

  /// A change from the first occasion.
  public struct Change: Codable, Hashable, Sendable {
    /// To when; printed only if there are several changes.
    public var label: String
    /// The change, its interval and its printed form.
    public var estimate: PlottedEstimate

    /// Makes a change.
    public init(_ label: String, _ estimate: PlottedEstimate) {
      self.label = label
      self.estimate = estimate
    }
  }

  /// What is measured, with the range, such as "Mean SWEMWBS score (scale runs from 7 to 35)".
  public var scoreLabel: String
  /// The scale's real range.
  public var range: PlottedInterval
  /// A stretch of the scale with a name.
  public var band: PlottedBand?
  /// The occasions, first to last; the first is drawn open.
  public var occasions: [Occasion]
  /// What the second panel measures, such as "Change in points".
  public var changeLabel: String
  /// The changes.
  public var changes: [Change]
  /// What the lines are, written once.
  public var note: String?
  /// How the numbers along the change axis are written.
  public var changeTicks: TickFormat

  /// Makes the chart.
  public init(
    scoreLabel: String, range: PlottedInterval, band: PlottedBand? = nil, occasions: [Occasion],
    changeLabel: String, changes: [Change], note: String? = nil,
    changeTicks: TickFormat = TickFormat(isSigned: true)
  ) {
    self.scoreLabel = scoreLabel
    self.range = range
    self.band = band
    self.occasions = occasions
    self.changeLabel = changeLabel
    self.changes = changes
    self.note = note
    self.changeTicks = changeTicks
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isNarrow = width == .narrow
    let split = occasions.count > 3 ? 372.0 : 330.0
    let scoresEnd = isNarrow ? scene.width : split
    let scores = drawScores(into: &scene, to: scoresEnd - 2)
    let changesEnd = drawChanges(
      into: &scene, from: isNarrow ? 0 : split + 34, top: isNarrow ? scores.end + 22 : 4,
      least: isNarrow ? nil : scores.plotBottom)
    var y = max(scores.end, changesEnd) + 4
    if let note {
      for line in scene.metrics.lines(of: note, size: 13, within: scene.width) {
        y += Lettering.detail.leading
        scene.text(line, Place(0, y), .detail)
      }
    }
    scene.height = y + 6
    return scene
  }

  /// Draws the means and returns where the plot and the panel end.
  private func drawScores(into scene: inout Scene, to right: Double) -> (
    plotBottom: Double, end: Double
  ) {
    let metrics = scene.metrics
    let heading = metrics.lines(of: scoreLabel, size: 13, within: right)
    scene.lines(heading, Place(0, 16), .detail)
    let top = 16 + Double(heading.count) * Lettering.detail.leading
    let bottom = top + 200
    let scale = LinearScale(lower: range.lower, upper: range.upper, start: bottom, end: top)
    let ticks = scale.ticksWithEnds(about: 5)
    let texts = TickFormat().texts(for: ticks)
    let gutter = (texts.map { metrics.width(of: $0, size: 13) }.max() ?? 0) + 8
    if let band {
      let low = scale.position(of: band.lower)
      let high = scale.position(of: band.upper)
      scene.rectangle(
        left: gutter, top: high, right: right, bottom: low, .colour(Palette.wash))
    }
    for (tick, text) in zip(ticks, texts) {
      let y = scale.position(of: tick)
      scene.line(Place(gutter, y), Place(right, y), Palette.grid)
      scene.text(text, Place(gutter - 6, y + 4.5), .detail.anchored(.end))
    }
    if let band {
      let standsLow = band.lower <= range.lower
      let y =
        standsLow ? scale.position(of: band.lower) - 7 : scale.position(of: band.upper) + 16
      scene.text(band.label, Place(right - 6, y), .detail.anchored(.end).haloed)
    }
    let bands = BandScale(count: occasions.count, start: gutter, end: right)
    var path: [Place] = []
    for (index, occasion) in occasions.enumerated() {
      guard let mean = occasion.mean.number else { continue }
      path.append(Place(bands.centre(of: index), scale.position(of: mean)))
    }
    if path.count > 1 {
      scene.marks.append(.polyline(path, Stroke(colour: Palette.blue, width: 1.5)))
    }
    var lowest = bottom
    for (index, occasion) in occasions.enumerated() {
      let x = bands.centre(of: index)
      draw(occasion, isFirst: index == 0, at: x, on: scale, room: bands.step - 6, into: &scene)
      let names = metrics.lines(of: occasion.label, size: 14, within: bands.step - 4)
      scene.lines(names, Place(x, bottom + 20), Lettering.label.anchored(.middle))
      let y = bottom + 20 + Double(names.count) * Lettering.label.leading - 1
      let details = metrics.lines(of: occasion.detail ?? "", size: 13, within: bands.step - 4)
      scene.lines(details, Place(x, y), .detail.anchored(.middle))
      lowest = max(lowest, y - 13 + Double(details.count) * Lettering.detail.leading)
    }
    return (bottom, lowest)
  }

  private func draw(
    _ occasion: Occasion, isFirst: Bool, at x: Double, on scale: LinearScale, room: Double,
    into scene: inout Scene
  ) {
    guard let mean = occasion.mean.number else {
      let middle = (scale.start + scale.end) / 2
      let lines = scene.metrics.lines(of: occasion.mean.label, size: 13, within: room - 8)
      let half = Double(lines.count) * Lettering.detail.leading / 2 + 6
      scene.slot(from: x - room / 2, to: x + room / 2, top: middle - half, bottom: middle + half)
      var lettering = Lettering.detail.anchored(.middle).haloed
      lettering.colour = Palette.ink
      scene.lines(lines, Place(x, middle - half + 18), lettering)
      return
    }
    let y = scale.position(of: mean)
    var highest = y
    if let interval = occasion.mean.interval {
      highest = scale.position(of: interval.upper)
      scene.line(
        Place(x, scale.position(of: interval.lower)), Place(x, highest), Palette.blue, width: 3,
        isRound: true)
    }
    scene.dot(Place(x, y), colour: Palette.blue, isOpen: isFirst)
    let above = min(highest, y - 6) - 8
    let isAtTop = above - 12 < scale.end
    scene.text(
      occasion.mean.label, Place(x, isAtTop ? y + 26 : above),
      Lettering.value.anchored(.middle).haloed)
  }

  /// Draws the changes and returns where the panel ends.
  private func drawChanges(
    into scene: inout Scene, from left: Double, top: Double, least: Double?
  ) -> Double {
    let metrics = scene.metrics
    let heading = metrics.lines(of: changeLabel, size: 13, within: scene.width - left)
    scene.lines(heading, Place(left, top + 12), .detail)
    let plotTop = top + 12 + Double(heading.count) * Lettering.detail.leading - 6
    let hasNames = changes.count > 1
    let rowHeight = hasNames ? 66.0 : 70.0
    let natural = rowHeight * Double(max(changes.count, 1)) + 8
    let plotBottom = max(plotTop + natural, least ?? 0)
    let axis = ValueAxis(
      .linear, covering: changes.flatMap(\.estimate.extent) + [0], from: left + 10,
      to: scene.width - 14, format: changeTicks)
    axis.draw(into: &scene, top: plotTop, bottom: plotBottom, reference: 0)
    let bands = BandScale(count: changes.count, start: plotTop, end: plotBottom)
    for (index, change) in changes.enumerated() {
      let y = bands.centre(of: index) + (hasNames ? 17 : 6)
      if hasNames {
        scene.text(change.label, Place(left, y - 34), Lettering.label.haloed)
      }
      guard let number = change.estimate.number else {
        scene.emptyPlace(change.estimate.label, from: left + 10, to: scene.width - 2, at: y - 2)
        continue
      }
      scene.estimate(
        change.estimate, on: axis, at: y, shape: .diamond, colour: Palette.blue)
      scene.result(
        change.estimate.label, above: axis.position(of: number), at: y - 14, from: left,
        clearOf: axis.position(of: 0), Lettering.value)
    }
    return plotBottom + 22
  }
}
