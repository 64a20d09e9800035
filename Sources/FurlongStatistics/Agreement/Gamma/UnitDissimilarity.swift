/// How unlike two units of different coders are, in place and code: the dissimilarity under ``GammaCoefficient``.
///
/// ```
/// d(u, v) = (α ((|s_u − s_v| + |e_u − e_v|) / (l_u + l_v))² + β [codes differ]) Δ        d(u, nothing) = Δ
/// ```
///
/// s is a unit's start, e its end, l its length. Mathet, Widlöcher & Métivier 2015, doi:10.1162/COLI_a_00227.
public struct UnitDissimilarity: Equatable, Sendable {
  /// α: what the place counts.
  public var position: Double
  /// β: what the code counts.
  public var category: Double
  /// Δ: how unlike a unit is to nothing; disorders are multiples of it, and γ does not depend on it.
  public var emptyUnit: Double

  /// Chooses the weights, 1 each as in the paper.
  public init(position: Double = 1, category: Double = 1, emptyUnit: Double = 1) {
    self.position = position
    self.category = category
    self.emptyUnit = emptyUnit
  }

  /// How unlike two units are in place, without its weight.
  public func positional(_ first: CodedSpan, _ second: CodedSpan) -> Double {
    let ends = abs(first.start - second.start) + abs(first.end - second.end)
    let apart = Double(ends) / Double(first.length + second.length)
    return apart * apart * emptyUnit
  }

  /// How unlike two units are in their codes, without its weight: 0 where they are the same, else Δ.
  public func categorical(_ first: CodedSpan, _ second: CodedSpan) -> Double {
    first.code == second.code ? 0 : emptyUnit
  }

  /// How unlike two units are.
  public func between(_ first: CodedSpan, _ second: CodedSpan) -> Double {
    position * positional(first, second) + category * categorical(first, second)
  }

  /// The disorder of a unitary alignment: the mean over all pairs of coders, Δ where either has nothing.
  ///
  /// - Parameter units: a place for each of two coders or more, nil where the coder has no unit.
  public func disorder(of units: [CodedSpan?]) -> Double {
    var sum = 0.0
    for (place, first) in units.enumerated() {
      for second in units[..<place] {
        if let first, let second { sum += between(first, second) } else { sum += emptyUnit }
      }
    }
    return sum / Double(Self.pairs(of: units.count))
  }

  /// The disorder of an alignment: the sum over its unitary alignments by the mean number of units a coder.
  ///
  /// - Parameter alignment: unitary alignments, each with a place for each coder.
  /// - Returns: nil where there is no unit.
  public func disorder(ofAlignment alignment: [[CodedSpan?]]) -> Double? {
    let units = alignment.reduce(0) { $0 + $1.count { $0 != nil } }
    guard units > 0, let coders = alignment.first?.count else { return nil }
    let sum = alignment.reduce(0) { $0 + disorder(of: $1) }
    return sum / (Double(units) / Double(coders))
  }

  /// How many pairs so many have.
  static func pairs(of count: Int) -> Int { count * (count - 1) / 2 }

  /// Throws unless weights are 0 or more and Δ is above 0.
  func requireUsable() throws(StatisticsError) {
    for (name, weight) in [("position", position), ("category", category)]
    where !(weight >= 0 && weight.isFinite) {
      throw .outsideRange(what: "weight of \(name)", value: weight, expected: "0 or more")
    }
    if !(emptyUnit > 0 && emptyUnit.isFinite) {
      throw .outsideRange(
        what: "dissimilarity of a unit and nothing", value: emptyUnit, expected: "above 0")
    }
  }
}
