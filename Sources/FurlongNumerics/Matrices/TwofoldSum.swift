/// A sum of numbers and products as if it had twice the figures of a `Double`.
///
/// Ogita, Rump & Oishi 2005 (Sum2 and Dot2), doi:10.1137/030601818.
struct TwofoldSum: Equatable, Sendable {
  private var sum: Double
  private var lost = 0.0

  /// Begins with a number.
  init(_ value: Double) {
    sum = value
  }

  /// The sum, rounded once.
  var value: Double { sum + lost }

  /// Adds a number.
  mutating func add(_ value: Double) {
    let next = sum + value
    let part = next - sum
    lost += (sum - (next - part)) + (value - part)
    sum = next
  }

  /// Adds a product, with what its rounding takes.
  mutating func add(_ factor: Double, times other: Double) {
    let product = factor * other
    add(product)
    lost += (-product).addingProduct(factor, other)
  }
}
