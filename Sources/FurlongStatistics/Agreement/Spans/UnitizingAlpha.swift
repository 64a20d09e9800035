/// How reliably coders find spans in texts and code them: the family uα of 2016.
///
/// Unlike agreement on characters it knows spans: two coders' spans can meet by chance only as wholes.
public struct UnitizingAlpha: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// uα, |uα, cuα and (k)uα of spans of which no coder's overlap.
  ///
  /// ```
  /// uα = 1 − (ℓ − Σ ℓ_cc) / (ℓ − Σ ε_cc)        ε_ck = (ℓ_c ℓ_k − [c = k] s_c) / (ℓ − Σ s / ℓ)
  /// |uα = 1 − (ℓ_φ − ℓ_φφ) / (ε_φ − ε_φφ)
  /// ```
  ///
  /// ℓ_ck is the length over which a coder's c meets another's k, φ being the gaps; s_c the sum of squared
  /// lengths of the segments with c, s_φ the length of the gaps. cuα is the same over the stretches where
  /// coded spans meet, with each span's length there, squared, as the mean over the other coders.
  /// Krippendorff, Mathet, Bouvry & Widlöcher 2016, doi:10.1007/s11135-015-0266-1. Agrees with
  /// krippendorff-unitized-alpha 0.1.0 on half-open spans to 1e-13. O(spans × coders²).
  ///
  /// - Throws: `outsideRange` where a coder gave one character two codes: compare code by code.
  public func agreement(of spans: CodedSpans) throws(StatisticsError) -> UnitizingAgreement {
    if !spans.isExclusive {
      throw .outsideRange(
        what: "number of codes on one character", value: 2,
        expected: "1 a coder; compare one code at a time with only(_:)")
    }
    let sums = SpanSums(spans.segments, length: spans.length, codes: spans.codes.count)
    let all = sums.unitizing
    let coded = sums.meeting
    let alpha = all.disagreement.coefficient
    return UnitizingAgreement(
      texts: spans.texts, length: spans.length, coders: spans.coders, alpha: alpha,
      relevance: all.disagreement(of: spans.codes.count).coefficient,
      coding: coded.disagreement.coefficient, coverage: coded.total / all.total,
      codes: spans.codes.enumerated().map { place, code in
        UnitizingAgreement.Code(
          code: code, alpha: coded.coefficient(of: place),
          coverage: coded.margins[place] / all.margins[place])
      },
      undefined: alpha == nil ? .noVariation : nil)
  }

  /// The same for one code against all else, whatever other codes overlap it: uα and |uα are equal then.
  ///
  /// - Parameters:
  ///   - code: the code's id; where nobody gave it, nothing varies.
  ///   - spans: the texts and spans.
  public func agreement(
    on code: String, of spans: CodedSpans
  ) throws(StatisticsError) -> UnitizingAgreement {
    try agreement(of: spans.only(code))
  }
}

/// uα and its relatives.
public struct UnitizingAgreement: Codable, Equatable, Sendable {
  /// One code where coded spans meet.
  public struct Code: Codable, Equatable, Sendable {
    /// The code's id.
    public let code: String
    /// (k)uα: whether the spans that meet this code have it too; nil where no other code is met.
    public let alpha: Double?
    /// The share of its length over which another coder's coded spans meet it.
    public let coverage: Double
  }

  /// How many texts all coders read.
  public let texts: Int
  /// Their length together.
  public let length: Int
  /// How many coders there are.
  public let coders: Int
  /// uα: whether coders find the same spans and give them the same codes; nil where nothing varies.
  public let alpha: Double?
  /// |uα: whether coders find the same spans, whatever their codes; nil where all or nothing is coded.
  public let relevance: Double?
  /// cuα: whether spans that meet have the same codes; nil where only one code meets itself.
  public let coding: Double?
  /// The share of the length of all coders over which coded spans meet.
  public let coverage: Double
  /// Each code, in alphabetical order.
  public let codes: [Code]
  /// Why there is no uα, or nil where there is one.
  public let undefined: AgreementDiagnostic?
}
