/// Something that a linear model explains an outcome by: a number for each person.
public struct ModelTerm: Equatable, Sendable {
  /// What it is called among the coefficients and in errors.
  public var name: String
  /// Each person's number, in the order of the outcomes; yes and no are 1 and 0.
  public var values: [Double]

  /// Makes a term of its name and a number a person.
  public init(_ name: String, _ values: [Double]) {
    self.name = name
    self.values = values
  }
}

/// How much an outcome differs, in the mean, for one unit of a term, all other terms held.
public struct Coefficient: Codable, Equatable, Sendable {
  /// The term's name.
  public let name: String
  /// The coefficient, in units of the outcome for a unit of the term.
  public let estimate: Double
  /// Standard error, interval, t and p of the coefficient.
  public let test: MeanTest
}

/// A linear model with what it was fitted to.
public struct LinearFit: Codable, Equatable, Sendable {
  /// How many people it is made of.
  public let count: Int
  /// The constant, where there is one, and then the terms as they were given.
  public let coefficients: [Coefficient]
  /// How the coefficients' variances were made.
  public let variance: CoefficientVariance
  /// People less coefficients.
  public let df: Double
  /// √(Σe²/df), in units of the outcome.
  public let residualSD: Double
  /// The share of the outcome's squares that is explained: about its mean, or about 0 without a constant.
  public let rSquared: Double
  /// How nearly the terms depend on each other: see ``PivotedQR/condition``.
  public let condition: Double

  /// The coefficient of a name; nil where the model has none.
  public subscript(name: String) -> Coefficient? {
    coefficients.first { $0.name == name }
  }
}
