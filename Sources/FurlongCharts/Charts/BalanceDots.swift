/// How those who are missing differ from those who are present, in standard deviations.
///
/// The shaded band marks differences too small to trouble anyone; the caller names its width.
public struct BalanceDots: Chart {
  /// One thing compared.
  public struct Row: Codable, Hashable, Sendable {
    /// What was compared, with both values if they may be shown.
    public var label: String
    /// The two groups' values, in words.
    public var detail: String?
    /// The standardised difference and its printed form.
    public var difference: PlottedValue

    /// Makes a row.
    public init(_ label: String, detail: String? = nil, _ difference: PlottedValue) {
      self.label = label
      self.detail = detail
      self.difference = difference
    }
  }

  /// The rows, first at the top.
  public var rows: [Row]
  /// What the axis measures.
  public var axisLabel: String
  /// The stretch that counts as balanced.
  public var band: PlottedBand
  /// What it means to stand left and right of zero.
  public var sides: IntervalRows.Sides?

  /// Makes the chart.
  public init(
    rows: [Row], axisLabel: String, band: PlottedBand, sides: IntervalRows.Sides? = nil
  ) {
    self.rows = rows
    self.axisLabel = axisLabel
    self.band = band
    self.sides = sides
  }

  /// The differences in standard deviations, first at the top.
  public var mainNumbers: [String] {
    rows.compactMap { row in row.difference.words.map { "\(row.label) \($0)" } }
      .headed(by: "Standard deviations")
  }

  /// Lays the chart out for a width of page.
  public func scene(for width: ChartWidth) -> Scene {
    let rows = rows.map { row in
      let estimate: PlottedEstimate =
        switch row.difference {
        case .shown(let number, let label): .shown(number, interval: nil, label: label)
        case .hidden(let label): .hidden(label: label)
        }
      return IntervalRows.Row(row.label, detail: row.detail, estimate)
    }
    return IntervalRows(
      rows: rows, axisLabel: axisLabel, reference: 0, band: band, sides: sides, isDense: true
    ).scene(for: width)
  }
}
