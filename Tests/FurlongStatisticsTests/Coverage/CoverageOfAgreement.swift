import FurlongNumerics
import FurlongStatistics

/// The intervals of agreement of two coders over three categories, and what they should hold.
enum CoverageOfAgreement {
  /// In 100 units, how often the first coder gives a row's category and the second a column's.
  private static let hundred = [[40, 5, 2], [6, 25, 3], [2, 4, 13]]

  static func table(_ units: Int, _ stream: inout RandomStream) -> [[Int]] {
    var table = [[Int]](repeating: [0, 0, 0], count: 3)
    let weights = hundred.joined().map { Double($0) }
    for _ in 0..<units {
      let cell = stream.index(weights: weights)
      table[cell / 3][cell % 3] += 1
    }
    return table
  }

  static func intervals() throws -> [CoveredInterval<[[Int]]>] {
    try [("identity", CategoryWeights.identity), ("quadratic", .quadratic)].map { name, weights in
      let kappa = CohenKappa(weights: weights)
      return CoveredInterval(
        name: name == "identity" ? "Cohen's κ" : "Cohen's κ, \(name) weights",
        truth: try kappa.agreement(hundred).kappa ?? .nan,
        make: { try kappa.agreement($0).interval })
    } + [
      CoveredInterval(
        name: "Scott's π", truth: try ScottPi().agreement(hundred).coefficient ?? .nan,
        make: { try ScottPi().agreement($0).interval }),
      CoveredInterval(
        name: "Gwet's AC1",
        truth: try GwetCoefficient().agreement(of: CodedUnits(table: hundred).counts).coefficient
          ?? .nan,
        make: { try GwetCoefficient().agreement(of: CodedUnits(table: $0).counts).interval }),
      CoveredInterval(
        name: "Brennan and Prediger",
        truth: try BrennanPrediger().agreement(of: CodedUnits(table: hundred).counts).coefficient
          ?? .nan,
        make: { try BrennanPrediger().agreement(of: CodedUnits(table: $0).counts).interval }),
      CoveredInterval(
        name: "Cramér's V", truth: try CramersV().association(hundred).v,
        make: { try CramersV().association($0).interval }),
    ]
  }
}
