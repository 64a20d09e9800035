/// How far coders agree on where codes apply in texts, code by code and over all, with intervals by drawing texts.
///
/// All that is asked of a drawn sample of texts is sums of what each text has (``SpanSums``), so that thousands of texts
/// are drawn a thousand times in a moment. Where every text is one unit long, each is a unit that has a code or not.
public struct TextsAgreement: Equatable, Sendable {
  /// How texts are drawn, and how few give no interval; nil for no intervals at all.
  public var intervals: AgreementBootstrap?

  /// Chooses the intervals.
  public init(_ intervals: AgreementBootstrap? = nil) {
    self.intervals = intervals
  }

  /// The agreement on codes, over the texts that all coders read.
  ///
  /// ```
  /// over all codes    κ, AC1: (p̄_o − p̄_e) / (1 − p̄_e), means over codes        α, uα: 1 − Σ D_o / Σ D_e
  /// ```
  ///
  /// So each code counts by how much chance alone would have coders disagree on it, and one that nobody gave for nothing
  /// (in AC1 as agreement). For κ this is the pooled kappa of de Vries, Elliott, Kanouse & Teleki 2008,
  /// doi:10.1177/1525822X08317166. Chance is taken within each code: coders who only know that one code is common and
  /// another rare get nothing for it. Overlaps of one coder and code are merged. The order of texts, codes and coders changes
  /// no coefficient. Coefficients are those of ``CharacterAgreement`` and ``UnitizingAlpha`` to 1e-12.
  ///
  /// - Parameters:
  ///   - texts: the texts, each with the same coders.
  ///   - codes: the codes, each once; spans of others do not count.
  /// - Throws: `unequalLengths` where texts differ in their number of coders; `tooFew` for fewer than two coders or where
  ///   no text was read by all; `outsideRange` for a span that is empty or leaves its text; what
  ///   ``Bootstrap/estimate(of:statistic:)`` throws of its choices.
  public func agreement(
    of texts: [CodedText], on codes: [String]
  ) throws(StatisticsError) -> AgreementOnTexts {
    let measured = try MeasuredTexts(texts, codes: codes)
    let shape = measured.shape
    let isExclusive = measured.isExclusive
    let values = try intervals.flatMap { measured.rows.count < $0.fewest ? nil : $0.bootstrap }
      .map { (bootstrap: Bootstrap) throws(StatisticsError) in
        try SumsBootstrap(bootstrap: bootstrap).estimates(
          of: measured.rows, count: Coefficients.count(shape)
        ) { sums, values in
          Coefficients(SpanSums(sums, shape: shape), isExclusive: isExclusive).write(to: values)
        }
      }
    let whole = Coefficients(measured.sums, isExclusive: isExclusive).values
    let answers = whole.enumerated().map { place, value in
      AgreementCoefficient(value: value, drawn: values?[place])
    }
    func coefficients(_ place: Int) -> AgreementOnTexts.Coefficients {
      AgreementOnTexts.Coefficients(
        kappa: answers[4 * place], alpha: answers[4 * place + 1], ac1: answers[4 * place + 2],
        unitizing: answers[4 * place + 3])
    }
    let joint = 4 * (codes.count + 1)
    return AgreementOnTexts(
      texts: measured.rows.count, length: Int(measured.sums.length), coders: shape.coders,
      codes: codes.enumerated().map { place, code in
        let characters = measured.sums.characters(of: measured.place(of: place))
        return AgreementOnTexts.Code(
          code: code, coded: measured.inOrder(characters.yes).map { Int($0) },
          observed: characters.observed, coefficients: coefficients(measured.place(of: place)))
      },
      pooled: coefficients(codes.count),
      spans: isExclusive
        ? AgreementOnTexts.Spans(
          alpha: answers[joint], relevance: answers[joint + 1], coding: answers[joint + 2]) : nil)
  }

  /// All coefficients of some sums: four of each code, four over all codes, three of spans of all codes.
  private struct Coefficients {
    var values: [Double?] = []

    static func count(_ shape: SpanSums.Shape) -> Int { 4 * (shape.codes + 1) + 3 }

    init(_ sums: SpanSums, isExclusive: Bool) {
      let codes = (0..<sums.shape.codes).map { code in
        let characters = sums.characters(of: code)
        return (
          kappa: characters.kappa, alpha: characters.krippendorff, ac1: characters.gwet,
          spans: sums.unitizing(of: code).disagreement
        )
      }
      for code in codes {
        values += [
          code.kappa.coefficient, code.alpha.coefficient, code.ac1.coefficient,
          code.spans.coefficient,
        ]
      }
      let none = Disagreement(observed: 0, expected: 0)
      values += [
        ChanceAgreement.mean(codes.map(\.kappa))?.coefficient,
        codes.reduce(none) { $0 + $1.alpha }.coefficient,
        ChanceAgreement.mean(codes.map(\.ac1))?.coefficient,
        codes.reduce(none) { $0 + $1.spans }.coefficient,
      ]
      let all = isExclusive ? sums.unitizing : nil
      values += [
        all?.disagreement.coefficient, all?.disagreement(of: codes.count).coefficient,
        isExclusive ? sums.meeting.disagreement.coefficient : nil,
      ]
    }

    func write(to buffer: UnsafeMutableBufferPointer<Double>) {
      for (place, value) in values.enumerated() { buffer[place] = value ?? .nan }
    }
  }
}
