/// A number month by month, joined by a line, with its average and the limits of its usual ups and downs.
///
/// Months that stand out have a triangle and a letter, which the words beside the chart take up. A month without a
/// point (nothing was held) leaves room; one that may not be shown leaves an empty slot, and the line breaks.
public struct MonthLine: Chart {
  /// Where a marked point stands out to.
  public enum Side: String, Codable, Hashable, Sendable {
    /// Above what is usual.
    case up
    /// Below what is usual.
    case down
  }

  /// One calendar month.
  public struct Month: Codable, Hashable, Sendable {
    /// Its short name, such as "Oct 2022".
    public var name: String
    /// Its number; nil where there is no point.
    public var value: PlottedValue?
    /// How it stands out; nil where it does not.
    public var side: Side?
    /// What is written beside it, such as "A".
    public var mark: String

    /// Its name in a sentence: a number alone is of no calendar.
    var words: String { name.first?.isLetter == true ? name : "month \(name)" }

    /// Makes a month.
    public init(_ name: String, _ value: PlottedValue?, side: Side? = nil, mark: String = "") {
      self.name = name
      self.value = value
      self.side = side
      self.mark = mark
    }
  }

  /// A line across all months.
  public struct Level: Codable, Hashable, Sendable {
    /// Where it lies.
    public var value: Double
    /// What it is, such as "average".
    public var name: String
    /// Its number in print.
    public var label: String

    /// Makes a line.
    public init(_ value: Double, name: String, label: String) {
      self.value = value
      self.name = name
      self.label = label
    }
  }

  /// Where something began: a line down between two months.
  public struct Start: Codable, Hashable, Sendable {
    /// The place of the first month after it.
    public var month: Int
    /// Its words, such as "began".
    public var label: String

    /// Makes a beginning.
    public init(_ month: Int, label: String) {
      self.month = month
      self.label = label
    }
  }

  /// Every calendar month from the first to the last.
  public var months: [Month]
  /// The average or the median.
  public var centre: Level?
  /// The limits.
  public var limits: [Level]
  /// What is counted, such as "Sessions attended a month".
  public var valueLabel: String
  /// What the triangles are; printed if there are any.
  public var markLabel: String
  /// What the slots are; printed if there are any.
  public var hiddenLabel: String
  /// Where something began; nil where nothing did.
  public var start: Start?

  /// Makes the chart.
  public init(
    months: [Month], centre: Level?, limits: [Level] = [], valueLabel: String,
    markLabel: String = "", hiddenLabel: String = "[c] not shown, to protect people",
    start: Start? = nil
  ) {
    self.start = start
    self.months = months
    self.centre = centre
    self.limits = limits
    self.valueLabel = valueLabel
    self.markLabel = markLabel
    self.hiddenLabel = hiddenLabel
  }

  /// What is counted, with the level in the middle, the highest month and the lowest.
  public var mainNumbers: [String] {
    let shown = months.compactMap { month in
      month.value.flatMap { value in
        value.number.map { (number: $0, words: "\(value.label) in \(month.words)") }
      }
    }
    let told = [
      centre.map { "\($0.name) \($0.label)" },
      shown.max { $0.number < $1.number }.map { "highest \($0.words)" },
      shown.min { $0.number < $1.number }.map { "lowest \($0.words)" },
    ].compactMap { $0 }
    return told.headed(by: valueLabel)
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let levels = ([centre].compactMap { $0 } + limits).map(\.value)
    let values = months.compactMap { $0.value?.number } + levels
    let ends = LinearScale(covering: [0] + values, steps: 4, start: 0, end: 1)
    let ticks = ends.ticks(about: 4)
    let texts = TickFormat().texts(for: ticks)
    let gutter = (texts.map { scene.metrics.width(of: $0, size: 13) }.max() ?? 0) + 8
    let top = 36.0
    let bottom = top + (width == .wide ? 150 : 170)
    let scale = LinearScale(lower: ends.lower, upper: ends.upper, start: bottom, end: top)
    let written = ([centre].compactMap { $0 } + limits).flatMap { [$0.name, $0.label] }
    let margin = (written.map { scene.metrics.width(of: $0, size: 13) }.max() ?? 0) + 8
    let right = scene.width - margin
    let left = gutter + 12
    let step = months.count > 1 ? (right - 12 - left) / Double(months.count - 1) : 0
    scene.text(valueLabel, Place(0, 16), .detail)
    for (tick, text) in zip(ticks, texts) {
      let y = scale.position(of: tick)
      scene.line(Place(gutter, y), Place(right, y), Palette.grid)
      scene.text(text, Place(gutter - 6, y + 4.5), .detail.anchored(.end))
    }
    let places = months.enumerated().map { index, month in
      month.value?.number.map { Place(left + Double(index) * step, scale.position(of: $0)) }
    }
    for limit in limits {
      let y = scale.position(of: limit.value)
      scene.line(
        Place(gutter, y), Place(right, y), Palette.outline, width: 1.5, dashes: "6 4")
    }
    if let centre {
      let y = scale.position(of: centre.value)
      scene.line(Place(gutter, y), Place(right, y), Palette.ink, width: 1.5)
    }
    if let start {
      let x = left + (Double(start.month) - 0.5) * step
      scene.line(Place(x, top), Place(x, bottom), Palette.ink, width: 1.5, dashes: "2 4")
      scene.text(start.label, Place(x + 5, top + 10), Lettering.detail.haloed)
    }
    join(places, into: &scene)
    for (index, month) in months.enumerated() {
      if case .hidden? = month.value {
        let x = left + Double(index) * step
        let half = min(7, max(3, step * 0.4))
        scene.slot(from: x - half, to: x + half, top: bottom - 26, bottom: bottom)
      }
    }
    scene.line(Place(gutter, bottom), Place(right, bottom), Palette.outline)
    for (month, place) in zip(months, places) {
      guard let place else { continue }
      draw(month, at: place, radius: max(4.5, min(7, step * 0.55)), into: &scene)
    }
    writeMarks(places, into: &scene)
    writeLevels(into: &scene, scale: scale, at: right + 6)
    writeMonths(into: &scene, left: left, step: step, at: bottom)
    writeKey(into: &scene, from: bottom + 30)
    return scene
  }

  private func join(_ places: [Place?], into scene: inout Scene) {
    var stretch: [Place] = []
    func close() {
      if stretch.count > 1 {
        scene.marks.append(.polyline(stretch, Stroke(colour: Palette.blue, width: 2)))
      }
      stretch = []
    }
    for (month, place) in zip(months, places) {
      if let place { stretch.append(place) } else if month.value != nil { close() }
    }
    close()
  }

  private func draw(
    _ month: Month, at place: Place, radius: Double, into scene: inout Scene
  ) {
    guard let side = month.side else {
      scene.dot(place, radius: 4.5, colour: Palette.blue)
      return
    }
    scene.triangle(
      place, pointing: side == .up ? .up : .down, radius: radius, colour: Palette.orange)
  }

  /// Writes the letters of marked points, each clear of those before it.
  private func writeMarks(_ places: [Place?], into scene: inout Scene) {
    var bold = Lettering.label
    bold.isBold = true
    var used: [(x: ClosedRange<Double>, y: Double)] = []
    for (month, place) in zip(months, places) where !month.mark.isEmpty {
      guard let place, month.side != nil else { continue }
      let half = scene.metrics.width(of: month.mark, size: 14, isBold: true) / 2 + 2
      let x = (place.x - half)...(place.x + half)
      // Always above: below a low month stands the axis.
      var y = place.y - 12
      while used.contains(where: { $0.x.overlaps(x) && abs($0.y - y) < 16 }) { y -= 16 }
      used.append((x, y))
      scene.text(month.mark, Place(place.x, y), bold.anchored(.middle).haloed)
    }
  }

  /// Writes what each line is beside it, from the top, each clear of the one above.
  private func writeLevels(into scene: inout Scene, scale: LinearScale, at x: Double) {
    let levels = ([centre].compactMap { $0 } + limits).sorted { $0.value > $1.value }
    var free = 0.0
    for level in levels {
      let y = max(scale.position(of: level.value) - 2, free)
      scene.text(level.name, Place(x, y), .detail)
      scene.text(level.label, Place(x, y + 15), .label)
      free = y + 33
    }
  }

  /// Writes as many names of months as have room.
  private func writeMonths(into scene: inout Scene, left: Double, step: Double, at bottom: Double) {
    let room = (months.map { scene.metrics.width(of: $0.name, size: 13) }.max() ?? 0) + 12
    let every = [1, 2, 3, 4, 6, 12, 24, 36].first { Double($0) * step >= room } ?? 60
    for (index, month) in months.enumerated() where index.isMultiple(of: every) {
      let x = left + Double(index) * step
      scene.line(Place(x, bottom), Place(x, bottom + 5), Palette.outline)
      scene.text(month.name, Place(x, bottom + 21), .detail.anchored(.middle))
    }
  }

  /// Writes what triangles and slots are, and sets the height.
  private func writeKey(into scene: inout Scene, from start: Double) {
    var y = start
    func write(_ label: String) {
      let lines = scene.metrics.lines(of: label, size: 13, within: scene.width - 46)
      scene.lines(lines, Place(44, y + 16), .detail)
      y += 6 + Double(lines.count) * Lettering.detail.leading
    }
    if months.contains(where: { $0.side != nil && $0.value?.number != nil }) {
      scene.triangle(Place(8, y + 11), pointing: .up, radius: 7, colour: Palette.orange)
      scene.triangle(Place(28, y + 11), pointing: .down, radius: 7, colour: Palette.orange)
      write(markLabel)
    }
    if months.contains(where: { $0.value != nil && $0.value?.number == nil }) {
      scene.slot(from: 1, to: 15, top: y + 4, bottom: y + 18)
      write(hiddenLabel)
    }
    scene.height = y + 8
  }
}
