/// Mean scores before and after, joined, on the whole scale with its bands; and the change on an axis of its own.
///
/// The score axis runs over the scale's real range, never a stretch chosen to make a change look large; the change
/// can be read on its own axis. Each line joins the two forms of the same people: of several follow-ups each begins where its
/// own people began, and ends at its true time.
public struct ScoreTravel: Chart {
  /// The scores of one occasion.
  public struct Spread: Codable, Hashable, Sendable {
    /// The mean and its printed form.
    public var mean: PlottedEstimate
    /// Between which scores the middle half of people lies; nil where that is not shown.
    public var middle: PlottedInterval?

    /// Makes a spread.
    public init(_ mean: PlottedEstimate, middle: PlottedInterval? = nil) {
      self.mean = mean
      self.middle = middle
    }
  }

  /// From before to one follow-up, of those with both forms.
  public struct Journey: Codable, Hashable, Sendable {
    /// To when, such as "8 months".
    public var label: String
    /// How many people, in words, such as "n = 209".
    public var detail: String?
    /// How long after the start, in any unit; nil where that is not known.
    public var time: Double?
    /// Before.
    public var before: Spread
    /// After.
    public var after: Spread
    /// The change, its interval and its printed form.
    public var change: PlottedEstimate

    /// Makes a journey.
    public init(
      to label: String, detail: String? = nil, time: Double? = nil, before: Spread, after: Spread,
      change: PlottedEstimate
    ) {
      self.label = label
      self.detail = detail
      self.time = time
      self.before = before
      self.after = after
      self.change = change
    }
  }

  /// The journeys of one group.
  public struct Panel: Codable, Hashable, Sendable {
    /// Whose they are; nil where there is one panel.
    public var label: String?
    /// The journeys, first follow-up first.
    public var journeys: [Journey]

    /// Makes a panel.
    public init(_ label: String? = nil, journeys: [Journey]) {
      self.label = label
      self.journeys = journeys
    }
  }

  /// What is measured, with the range, such as "Mean SWEMWBS score (scale runs from 7 to 35)".
  public var scoreLabel: String
  /// The scale's real range.
  public var range: PlottedInterval
  /// The scale's bands, lowest first.
  public var bands: [PlottedBand]
  /// A panel a group.
  public var panels: [Panel]
  /// What the second axis measures, such as "Change in points".
  public var changeLabel: String
  /// What the lines are, written once.
  public var note: String?
  /// How the numbers along the change axis are written.
  public var changeTicks: TickFormat

  /// Makes the chart.
  public init(
    scoreLabel: String, range: PlottedInterval, bands: [PlottedBand] = [], panels: [Panel],
    changeLabel: String, note: String? = nil, changeTicks: TickFormat = TickFormat(isSigned: true)
  ) {
    self.scoreLabel = scoreLabel
    self.range = range
    self.bands = bands
    self.panels = panels
    self.changeLabel = changeLabel
    self.note = note
    self.changeTicks = changeTicks
  }

  /// The means before and after, panel by panel.
  public var mainNumbers: [String] {
    panels.flatMap { panel in
      panel.journeys.compactMap { journey in
        guard let before = journey.before.mean.words, let after = journey.after.mean.words else {
          return nil
        }
        let whose = [panel.label, journey.label].compactMap { $0 }.joined(separator: ", ")
        return "\(whose): \(before) before, \(after) after"
      }
    }
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let isBeside = width == .wide && panels.count == 1
    let scoresEnd = isBeside ? 366 : scene.width
    let top = writeKey(into: &scene, to: scoresEnd - 2)
    let plots = ScorePlots(self, columns: width == .wide ? min(panels.count, 2) : 1)
    let scores = plots.draw(into: &scene, top: top, to: scoresEnd - 2)
    let changes = ChangeRows(self)
    let changesEnd =
      isBeside
      ? changes.draw(into: &scene, from: scoresEnd + 30, top: 4, least: scores.plotBottom)
      : panels.count == 1
        ? changes.draw(into: &scene, from: 0, top: scores.end + 22, least: nil)
        : changes.drawAll(into: &scene, top: scores.end + 22, width: width)
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

  /// Whether the middle half of any scores is drawn.
  private var hasMiddles: Bool {
    panels.flatMap(\.journeys).contains { $0.before.middle != nil || $0.after.middle != nil }
  }

  /// Writes what is measured and what the marks are; returns where they end.
  private func writeKey(into scene: inout Scene, to right: Double) -> Double {
    let metrics = scene.metrics
    let heading = metrics.lines(of: scoreLabel, size: 13, within: right)
    scene.lines(heading, Place(0, 16), .detail)
    var y = 16 + Double(heading.count) * Lettering.detail.leading + 2
    scene.dot(Place(7, y - 4.5), colour: Palette.blue, isOpen: true)
    var x = scene.text("before", Place(18, y), .label).upperBound + 20
    scene.dot(Place(x, y - 4.5), colour: Palette.blue)
    x = scene.text("after", Place(x + 11, y), .label).upperBound + 16
    if hasMiddles {
      let words = "middle half of people"
      if x + 18 + metrics.width(of: words, size: 14) > right {
        y += Lettering.label.leading
        x = 1
      }
      scene.middleHalf(from: y - 11, to: y + 2, at: x + 6, width: 11, isBefore: false)
      scene.text(words, Place(x + 18, y), .label)
    }
    return y + 12
  }
}

extension Scene {
  /// The bar between the scores of the middle half of people, open before and filled after.
  mutating func middleHalf(
    from top: Double, to bottom: Double, at x: Double, width: Double, isBefore: Bool
  ) {
    rectangle(
      left: x - width / 2, top: min(top, bottom), right: x + width / 2, bottom: max(top, bottom),
      .colour(isBefore ? Palette.paper : Palette.grey), radius: 2,
      outline: Stroke(colour: Palette.outline, width: 1))
  }
}
