import FurlongNumerics
import FurlongStatistics

/// The intervals of agreement of two coders over three categories, and what they should hold.
enum CoverageOfAgreement {
  /// In 100 units, how often the first coder gives a row's category and the second a column's.
  private static let hundred = [[40, 5, 2], [6, 25, 3], [2, 4, 13]]

  static func designs() throws -> [CoverageDesign] {
    [
      CoverageDesign(try intervals(), of: "two coders, three categories", seed: 62) {
        count, stream in
        var table = [[Int]](repeating: [0, 0, 0], count: 3)
        let weights = hundred.joined().map { Double($0) }
        for _ in 0..<count {
          let cell = stream.index(weights: weights)
          table[cell / 3][cell % 3] += 1
        }
        return table
      }
    ]
  }

  private static let weights: [(String, CategoryWeights)] = [
    ("", .identity), (", linear weights", .linear), (", quadratic weights", .quadratic),
    (", ordinal weights", .ordinal),
  ]

  private static func intervals() throws -> [CoveredInterval<[[Int]]>] {
    try weights.flatMap { words, weights in
      let kappa = CohenKappa(weights: weights)
      let gwet = GwetCoefficient(weights: weights)
      let free = BrennanPrediger(weights: weights)
      return [
        CoveredInterval(
          name: "Cohen's κ\(words)", truth: try kappa.agreement(hundred).kappa ?? .nan,
          make: { try kappa.agreement($0).interval }),
        try several("Scott's π\(words)") { try ScottPi(weights: weights).agreement($0) },
        try several(words.isEmpty ? "Gwet's AC1" : "Gwet's AC2\(words)") {
          try gwet.agreement(of: CodedUnits(table: $0).counts)
        },
        try several("Brennan and Prediger\(words)") {
          try free.agreement(of: CodedUnits(table: $0).counts)
        },
      ]
    } + [
      CoveredInterval(
        name: "Cramér's V", truth: try CramersV().association(hundred).v,
        make: { try CramersV().association($0).interval })
    ]
  }

  private static func several(
    _ name: String, _ agreement: @escaping @Sendable ([[Int]]) throws -> CodersAgreement
  ) throws -> CoveredInterval<[[Int]]> {
    CoveredInterval(
      name: name, truth: try agreement(hundred).coefficient ?? .nan,
      make: { try agreement($0).interval })
  }
}
