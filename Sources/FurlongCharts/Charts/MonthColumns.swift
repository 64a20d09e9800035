/// Rates or numbers a month before and after the day that counts.
///
/// Month 0 is the first month after that day, month −1 the last before it. A month that may not be
/// shown stays as an empty slot.
public struct MonthColumns: Chart {
  /// One month.
  public struct Month: Codable, Hashable, Sendable {
    /// Months from the day that counts; negative before it.
    public var offset: Int
    /// Its rate or number.
    public var value: PlottedValue
    /// Whether the month is set apart, such as the run-up left out of a cautious figure.
    public var isSetApart: Bool

    /// Makes a month.
    public init(_ offset: Int, _ value: PlottedValue, isSetApart: Bool = false) {
      self.offset = offset
      self.value = value
      self.isSetApart = isSetApart
    }

    /// Such as "month 1 before".
    var name: String { offset < 0 ? "month \(-offset) before" : "month \(offset + 1) after" }
  }

  /// The months, in any order.
  public var months: [Month]
  /// What is counted, such as "Admissions a month".
  public var valueLabel: String
  /// What the horizontal axis counts, such as "months from joining".
  public var axisLabel: String
  /// What happened on the day, such as "joined".
  public var dayLabel: String
  /// What the hollow columns are; printed if there are any.
  public var setApartLabel: String
  /// What the slots are; printed if there are any.
  public var hiddenLabel: String

  /// Makes the chart.
  public init(
    months: [Month], valueLabel: String, axisLabel: String, dayLabel: String,
    setApartLabel: String = "", hiddenLabel: String = "[c] not shown, to protect people"
  ) {
    self.months = months
    self.valueLabel = valueLabel
    self.axisLabel = axisLabel
    self.dayLabel = dayLabel
    self.setApartLabel = setApartLabel
    self.hiddenLabel = hiddenLabel
  }

  /// What is counted, the highest month and the lowest.
  public var mainNumbers: [String] {
    let shown = months.compactMap { month in
      month.value.number.map { (number: $0, words: "\(month.value.label) in \(month.name)") }
    }
    return [
      shown.max { $0.number < $1.number }.map { "\(valueLabel): highest \($0.words)" },
      shown.min { $0.number < $1.number }.map { "lowest \($0.words)" },
    ].compactMap { $0 }
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    var scene = Scene(width)
    let metrics = scene.metrics
    let most = months.compactMap(\.value.number).max() ?? 1
    let ends = LinearScale(covering: [0, most > 0 ? most : 1], steps: 4, start: 0, end: 1)
    let ticks = ends.ticks(about: 4)
    let texts = TickFormat().texts(for: ticks)
    let gutter = (texts.map { metrics.width(of: $0, size: 13) }.max() ?? 0) + 8
    let first = min(months.map(\.offset).min() ?? 0, 0)
    let last = max(months.map(\.offset).max() ?? 0, 0)
    let bands = BandScale(
      count: last - first + 1, start: gutter + 2, end: scene.width - 2, gap: 0.16)
    let day = gutter + 2 + Double(-first) * bands.step
    let apart = apartLines(day: day, metrics: metrics)
    let top = 62 + Double(max(apart.count - 2, 0)) * Lettering.detail.leading
    let bottom = top + (width == .wide ? 140 : 150)
    let scale = LinearScale(lower: ends.lower, upper: ends.upper, start: bottom, end: top)
    scene.text(valueLabel, Place(0, 16), .detail)
    for (tick, text) in zip(ticks, texts) {
      let y = scale.position(of: tick)
      scene.line(Place(gutter, y), Place(scene.width, y), Palette.grid)
      scene.text(text, Place(gutter - 6, y + 4.5), .detail.anchored(.end))
    }
    for month in months {
      let left = bands.position(of: month.offset - first)
      if let number = month.value.number {
        let y = scale.position(of: number)
        // What is set apart is hollow, so that it is told from the others without colour.
        let fill = month.offset < 0 ? Palette.blue : Palette.turquoise
        scene.rectangle(
          left: left, top: number > 0 ? min(y, bottom - 1) : bottom - 0.5,
          right: left + bands.width, bottom: bottom,
          .colour(month.isSetApart ? Palette.paper : fill), radius: 1,
          outline: month.isSetApart ? Stroke(colour: Palette.blue, width: 1.5) : nil)
      } else {
        scene.slot(from: left, to: left + bands.width, top: bottom - 26, bottom: bottom)
      }
    }
    scene.line(Place(gutter, bottom), Place(scene.width, bottom), Palette.outline)
    scene.line(Place(day, 34), Place(day, bottom + 6), Palette.ink, width: 2)
    writeHeads(apart, into: &scene, top: top, day: day, bands: bands, first: first)
    writeMonths(into: &scene, first: first, last: last, day: day, step: bands.step, at: bottom + 22)
    scene.text(
      axisLabel, Place((gutter + scene.width) / 2, bottom + 42), .detail.anchored(.middle))
    var y = bottom + 46
    if months.contains(where: { $0.value.number == nil }) {
      scene.slot(from: 1, to: 15, top: y + 6, bottom: y + 20)
      let lines = metrics.lines(of: hiddenLabel, size: 13, within: scene.width - 24)
      scene.lines(lines, Place(22, y + 18), .detail)
      y += 10 + Double(lines.count) * Lettering.detail.leading
    }
    scene.height = y + 6
    return scene
  }

  /// The name of the columns set apart, if there are any, in the room left of the day.
  private func apartLines(day: Double, metrics: ArialMetrics) -> [String] {
    guard months.contains(where: \.isSetApart) else { return [] }
    return metrics.lines(of: setApartLabel, size: 13, within: min(max(day - 12, 90), 210))
  }

  /// Names the day and the columns set apart, above the columns.
  private func writeHeads(
    _ apart: [String], into scene: inout Scene, top: Double, day: Double, bands: BandScale,
    first: Int
  ) {
    var bold = Lettering.label
    bold.isBold = true
    scene.text(dayLabel, Place(day + 7, 46), bold)
    let columns = months.filter(\.isSetApart).map { bands.position(of: $0.offset - first) }
    guard let left = columns.min(), let right = columns.max(), !apart.isEmpty else { return }
    let end = right + bands.width
    let y = top - 10 - Double(apart.count - 1) * Lettering.detail.leading
    scene.lines(apart, Place(end - 2, y), .detail.anchored(.end))
    scene.line(Place(left, top - 4), Place(end, top - 4), Palette.soft, width: 1.5)
  }

  /// Writes every third, sixth or twelfth month, as the room allows, at the edge between two
  /// columns.
  private func writeMonths(
    into scene: inout Scene, first: Int, last: Int, day: Double, step: Double, at y: Double
  ) {
    let every = [1, 2, 3, 6, 12, 24].first { Double($0) * step >= 44 } ?? 60
    let format = TickFormat(decimals: 0, isSigned: true)
    let values = (first...(last + 1)).filter { $0.isMultiple(of: every) }
    for (value, text) in zip(values, format.texts(for: values.map(Double.init))) {
      scene.text(
        text, Place(day + Double(value) * step, y), .detail.anchored(.middle))
    }
  }
}
