import Foundation

/// How the numbers along an axis are written: the only numbers that a chart writes itself.
public struct TickFormat: Codable, Hashable, Sendable {
  /// Decimals to print; `nil` takes as many as the ticks need.
  public var decimals: Int?
  /// Whether positive values carry a plus.
  public var isSigned: Bool
  /// What follows each number, such as `%`.
  public var suffix: String

  /// Makes a format.
  public init(decimals: Int? = nil, isSigned: Bool = false, suffix: String = "") {
    self.decimals = decimals
    self.isSigned = isSigned
    self.suffix = suffix
  }

  /// The texts for the ticks of one axis, with U+2212 as minus and commas between thousands.
  public func texts(for ticks: [Double]) -> [String] {
    let places = decimals ?? ticks.map(TickFormat.places).max() ?? 0
    return ticks.map { text(for: $0, places: places) }
  }

  private func text(for value: Double, places: Int) -> String {
    let scale = pow(10, Double(places))
    let units = Int((abs(value) * scale).rounded())
    let whole = units / Int(scale)
    let sign = units == 0 ? "" : value < 0 ? "\u{2212}" : isSigned ? "+" : ""
    guard places > 0 else { return sign + TickFormat.grouped(whole) + suffix }
    let digits = String(units % Int(scale))
    let padding = String(repeating: "0", count: places - digits.count)
    return sign + TickFormat.grouped(whole) + "." + padding + digits + suffix
  }

  /// The decimals that a round value needs, four at most.
  private static func places(_ value: Double) -> Int {
    (0...4).first { place in
      let scaled = value * pow(10, Double(place))
      return abs(scaled - scaled.rounded()) < 1e-6
    } ?? 4
  }

  private static func grouped(_ whole: Int) -> String {
    let digits = Array(String(whole))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
