/// How prices moved from year to year, as one edition of a publication says.
///
/// Editions differ: each may revise the years before. So an index is data with its edition, and a report prints which.
public struct PriceIndex: Codable, Sendable, Equatable {
  /// The change into one year.
  public struct Change: Codable, Sendable, Equatable {
    /// The year into which prices changed.
    public var into: FinancialYear
    /// By how many percent.
    public var percent: Double
    /// Whether the edition calls it provisional.
    public var isProvisional: Bool

    /// A change.
    public init(into year: FinancialYear, percent: Double, isProvisional: Bool = false) {
      into = year
      self.percent = percent
      self.isProvisional = isProvisional
    }
  }

  /// Its id: the name of its file.
  public var id: String
  /// What it is called.
  public var name: String
  /// Which edition of it.
  public var edition: String
  /// Where it was read.
  public var source: String
  /// The changes.
  public var changes: [Change]

  /// An index.
  public init(id: String, name: String, edition: String, source: String, changes: [Change]) {
    self.id = id
    self.name = name
    self.edition = edition
    self.source = source
    self.changes = changes
  }

  /// By what a price of one year is multiplied to be one of another.
  ///
  /// ```
  /// from a to b later: ∏ (1 + change into y) over the years y after a up to b      from b to a: its reciprocal
  /// ```
  ///
  /// - Returns: nil where the index does not know a year between them.
  public func factor(from: FinancialYear, to: FinancialYear) -> Double? {
    if to < from { return factor(from: to, to: from).map { 1 / $0 } }
    var factor = 1.0
    var year = from
    while year < to {
      year = year.next
      guard let change = changes.first(where: { $0.into == year }) else { return nil }
      factor *= 1 + change.percent / 100
    }
    return factor
  }

  /// Whether a provisional change lies between two years.
  public func isProvisional(from: FinancialYear, to: FinancialYear) -> Bool {
    let (first, last) = (min(from, to), max(from, to))
    return changes.contains { $0.isProvisional && first < $0.into && $0.into <= last }
  }
}
