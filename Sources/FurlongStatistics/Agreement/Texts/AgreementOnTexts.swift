/// The agreement of coders on codes in texts.
public struct AgreementOnTexts: Codable, Equatable, Sendable {
  /// The coefficients of one code, or over all.
  public struct Coefficients: Codable, Equatable, Sendable {
    /// Cohen's κ of each character, of more than two coders Conger's.
    public let kappa: AgreementCoefficient
    /// Krippendorff's α of each character.
    public let alpha: AgreementCoefficient
    /// Gwet's AC1 of each character, which is defined where nothing varies.
    public let ac1: AgreementCoefficient
    /// uα of spans, each code against all else.
    public let unitizing: AgreementCoefficient
  }

  /// One code.
  public struct Code: Codable, Equatable, Sendable {
    /// The code's id.
    public let code: String
    /// How many characters each coder gave it.
    public let coded: [Int]
    /// The mean share of pairs of coders who agree on a character.
    public let observed: Double
    /// How far beyond chance.
    public let coefficients: Coefficients
  }

  /// uα and its relatives, of spans of all codes at once.
  public struct Spans: Codable, Equatable, Sendable {
    /// uα: whether coders find the same spans and give them the same codes.
    public let alpha: AgreementCoefficient
    /// |uα: whether they find the same spans, whatever their codes.
    public let relevance: AgreementCoefficient
    /// cuα: whether spans that meet have the same codes.
    public let coding: AgreementCoefficient
  }

  /// How many texts all coders read.
  public let texts: Int
  /// Their length together.
  public let length: Int
  /// How many coders there are.
  public let coders: Int
  /// Each code, in the order asked for.
  public let codes: [Code]
  /// Over all codes, each counting by the disagreement that chance would give.
  public let pooled: Coefficients
  /// Spans of all codes at once; nil where a coder gave one character two codes.
  public let spans: Spans?
}

/// A coefficient of agreement with its interval.
public struct AgreementCoefficient: Codable, Equatable, Sendable {
  /// The coefficient; nil where nothing varies.
  public let value: Double?
  /// What the draws gave; nil where there is no coefficient or none were asked for.
  public let drawn: BootstrapEstimate?

  /// The interval by BCa, or else by percentiles; nil where neither is, or where all draws gave the same.
  ///
  /// Coders who never differed never differ in a drawn sample either: that says nothing of what they would do.
  public var interval: ConfidenceInterval? {
    if case .noVariation? = drawn?.diagnostic { return nil }
    guard let interval = drawn?.bca ?? drawn?.percentile, interval.low < interval.high else {
      return nil
    }
    return interval
  }
}
