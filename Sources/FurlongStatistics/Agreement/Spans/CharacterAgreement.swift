/// How far coders agree on where a code applies, character by character.
///
/// Every character counts as a unit, coded or not: text that nobody coded is agreement that the code does not
/// apply. It tells where the code is, not how many spans there are. It gives no interval: for one, draw
/// texts with ``AgreementBootstrap``.
public struct CharacterAgreement: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// The agreement on a code.
  ///
  /// - Parameters:
  ///   - code: the code's id; where nobody gave it, nothing varies.
  ///   - spans: the texts and spans.
  /// - Throws: nothing for spans that were made.
  public func agreement(
    on code: String, of spans: CodedSpans
  ) throws(StatisticsError) -> CodeOnCharacters {
    let characters = try spans.characters(of: code)
    let counts = characters.counts
    let alpha = try KrippendorffAlpha().agreement(of: counts)
    let kappa =
      spans.coders == 2
      ? try CohenKappa().agreement(characters.table(0, 1)).kappa
      : try CongerKappa().agreement(of: characters).coefficient
    let gwet = try GwetCoefficient().agreement(of: counts)
    var coded = [Int](repeating: 0, count: spans.coders)
    for pattern in characters.patterns {
      for (coder, code) in pattern.codes.enumerated() { coded[coder] += code * pattern.times }
    }
    return CodeOnCharacters(
      texts: spans.texts, length: spans.length, coded: coded, observed: gwet.observed,
      kappa: kappa, alpha: alpha.alpha, ac1: gwet.coefficient, undefined: alpha.undefined)
  }
}

/// The agreement on one code, character by character.
public struct CodeOnCharacters: Codable, Equatable, Sendable {
  /// How many texts all coders read.
  public let texts: Int
  /// How many characters these have.
  public let length: Int
  /// How many characters each coder gave the code.
  public let coded: [Int]
  /// The mean share of pairs of coders who agree on a character.
  public let observed: Double
  /// Cohen's κ, of more than two coders Conger's; nil where nothing varies.
  public let kappa: Double?
  /// Krippendorff's α without an order; nil where nothing varies.
  public let alpha: Double?
  /// Gwet's AC1, which is defined even where nothing varies.
  public let ac1: Double?
  /// Why there is no κ and no α, or nil where there are.
  public let undefined: AgreementDiagnostic?
}
