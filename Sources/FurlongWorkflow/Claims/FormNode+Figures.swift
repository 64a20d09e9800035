import FurlongEvaluation
import FurlongForms

extension FormNode {
  /// A number with the decimals that it is printed with: `17.30` keeps its nought.
  func figure() throws(FormError) -> PrintedFigure {
    _ = try number()
    guard let figure = PrintedFigure(try text()) else {
      throw error(
        "a figure has 6 decimals and 12 digits at most, and no exponent",
        fix: "write it as the source prints it")
    }
    return figure
  }

  /// A whole number from a least to a most.
  func count(from least: Int = 1, to most: Int = 1_000_000_000) throws(FormError) -> Int {
    let count = try whole()
    if count < least || count > most {
      throw error(
        "this should be from \(least) to \(most)", fix: "write a count as the source has it")
    }
    return count
  }
}

extension FormTable {
  /// The count of a key that may be left out.
  func count(_ key: String) throws(FormError) -> Int? { try optional(key)?.count() }

  /// The percentage of a key that may be left out.
  func percent(_ key: String, to most: Double = 100) throws(FormError) -> PrintedFigure? {
    guard let node = try optional(key) else { return nil }
    let figure = try node.figure()
    if !(0...most).contains(figure.value) {
      throw node.error("a percentage lies between 0 and 100", fix: "write 78 for 78%")
    }
    return figure
  }

  /// `interval: [low, high]` with `level:`, 95 where it is left out.
  func interval() throws(FormError) -> PublishedClaim.Interval? {
    let level = try percent("level")?.value ?? 95
    guard let node = try optional("interval") else { return nil }
    let limits = try node.list()
    guard limits.count == 2 else {
      throw node.error("an interval has two limits", fix: "write interval: [low, high]")
    }
    let (low, high) = (try limits[0].figure(), try limits[1].figure())
    if low.value >= high.value || level <= 0 || level >= 100 {
      throw node.error(
        "an interval goes from a lower to a higher limit, and its level lies between 0 and 100",
        fix: "write interval: [low, high] and level: 95")
    }
    return PublishedClaim.Interval(low: low, high: high, level: level)
  }
}
