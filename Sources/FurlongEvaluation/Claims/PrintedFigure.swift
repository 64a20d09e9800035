import FurlongStatistics

/// A number as a source prints it, with the decimals that it has: `17.30` is not `17.3`.
public struct PrintedFigure: Hashable, Sendable {
  /// Its digits as a whole number.
  public let units: Int
  /// How many of them are decimals.
  public let decimals: Int

  /// The figure in a text such as `-17.30`; nil for any other text, for more than 6 decimals and for 10¹² and more.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let digits = Int(parts.joined()), !text.hasPrefix("+") else {
      return nil
    }
    let decimals = parts.count == 2 ? parts[1].count : 0
    if parts.contains(where: \.isEmpty) { return nil }
    guard (try? PrintedNumber(units: digits, decimals: decimals)) != nil else { return nil }
    units = digits
    self.decimals = decimals
  }

  /// The number itself.
  public var value: Double { number?.value ?? 0 }

  /// Half a unit of its last decimal: how far the number may be from what was rounded.
  var halfUnit: Double {
    var unit = 0.5
    for _ in 0..<decimals { unit /= 10 }
    return unit
  }

  /// The figure as statistics take it; there for every figure, since none is made that has none.
  var number: PrintedNumber? { try? PrintedNumber(units: units, decimals: decimals) }
}

extension PrintedFigure: Encodable {
  /// Writes the number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
