import Foundation

/// A number as a source prints it: its digits, and how many of them are decimals.
///
/// `5.20` is not `5.2`: it says more.
public struct PrintedNumber: Hashable, Sendable {
  /// The digits as a whole number, with their sign: 520 of `5.20`.
  public let units: Int
  /// How many of the digits are decimals: 2 of `5.20`.
  public let decimals: Int

  /// A printed number.
  ///
  /// - Throws: `outsideRange` for more than 6 decimals, or more than 10¹² units.
  public init(units: Int, decimals: Int) throws(StatisticsError) {
    if !(0...6).contains(decimals) {
      throw .outsideRange(
        what: "number of decimals", value: Double(decimals), expected: "from 0 to 6")
    }
    if abs(Double(units)) > 1e12 {
      throw .outsideRange(
        what: "printed number", value: Double(units), expected: "of twelve digits at most")
    }
    self.units = units
    self.decimals = decimals
  }

  /// The number itself.
  public var value: Double { Double(units) / pow(10, Double(decimals)) }

  /// How many units make 1.
  var unitsInOne: Int128 {
    var power: Int128 = 1
    for _ in 0..<decimals { power *= 10 }
    return power
  }
}

/// The product of whole numbers.
///
/// - Throws: `overflow` where it is too large to be exact.
func exactProduct(_ factors: Int128...) throws(StatisticsError) -> Int128 {
  var product: Int128 = 1
  for factor in factors {
    let (next, overflow) = product.multipliedReportingOverflow(by: factor)
    if overflow { throw .overflow(in: "product of the figures") }
    product = next
  }
  return product
}

/// The largest whole number that is not above a quotient; the divisor is above 0.
func floorQuotient(_ dividend: Int128, _ divisor: Int128) -> Int128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  return remainder < 0 ? quotient - 1 : quotient
}

/// The smallest whole number that is not below a quotient; the divisor is above 0.
func ceilingQuotient(_ dividend: Int128, _ divisor: Int128) -> Int128 {
  -floorQuotient(-dividend, divisor)
}
