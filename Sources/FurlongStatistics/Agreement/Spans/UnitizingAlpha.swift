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
    let meetings = SpanMeetings(spans)
    let all = meetings.withGaps
    let coded = meetings.coded
    let gap = spans.codes.count
    let gapExpected = all.expectedApart(gap)
    let alpha = all.coefficient
    return UnitizingAgreement(
      texts: spans.texts, length: spans.length, coders: spans.coders, alpha: alpha,
      relevance: gapExpected > 0 ? 1 - all.observedApart(gap) / gapExpected : nil,
      coding: coded.coefficient, coverage: coded.total / all.total,
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

/// The lengths over which coders' segments meet, with gaps and without.
private struct SpanMeetings {
  /// Coincidences of lengths, and what segments would meet of themselves.
  struct Table {
    let cells: [[Double]]
    let margins: [Double]
    let total: Double
    /// The sums of squared lengths of the segments of each value.
    let own: [Double]
    private let divisor: Double

    init(_ cells: [[Double]], own: [Double]) {
      self.cells = cells
      margins = cells.map { $0.reduce(0, +) }
      total = margins.reduce(0, +)
      self.own = own
      divisor = total - own.reduce(0, +) / total
    }

    /// The length over which others than the value itself meet it.
    func observedApart(_ value: Int) -> Double { margins[value] - cells[value][value] }

    /// The length over which others would meet it by chance.
    func expectedApart(_ value: Int) -> Double {
      let others = total - margins[value]
      return divisor > 0 && others > 0 ? margins[value] * others / divisor : 0
    }

    /// 1 − the observed length of disagreement over that expected.
    ///
    /// Σ_{c≠k} of the expected lengths is ℓ − Σ ε_cc: the expected lengths add up to ℓ.
    var coefficient: Double? {
      var observed = CompensatedSum()
      var expected = CompensatedSum()
      for value in margins.indices {
        observed.add(observedApart(value))
        expected.add(expectedApart(value))
      }
      return expected.total > 0 ? 1 - observed.total / expected.total : nil
    }

    /// The same of one value, in shares of its own observed and expected length.
    func coefficient(of value: Int) -> Double? {
      let apart = expectedApart(value)
      if apart <= 0 { return nil }
      let expected = apart + (margins[value] * margins[value] - own[value]) / divisor
      return 1 - expected / margins[value] * observedApart(value) / apart
    }
  }

  let withGaps: Table
  let coded: Table

  init(_ spans: CodedSpans) {
    let gap = spans.codes.count
    let coders = spans.coders
    var times: [[Int]: Int] = [:]
    // The length over which each segment meets coded ones of each other coder.
    var met = spans.segments.map { list in
      [[Double]](repeating: [Double](repeating: 0, count: coders), count: list.count)
    }
    spans.forEachRun { length, inside in
      var counts = [Int](repeating: 0, count: gap + 1)
      for coder in 0..<coders {
        guard let place = inside[coder] else {
          counts[gap] += 1
          continue
        }
        counts[spans.segments[coder][place].code] += 1
        for other in 0..<coders where other != coder && inside[other] != nil {
          met[coder][place][other] += Double(length)
        }
      }
      times[counts, default: 0] += length
    }
    let counts = UnitCounts(times: times, categories: gap + 1)
    let cells = CoincidenceMatrix(of: counts).cells
    var own = [Double](repeating: 0, count: gap + 1)
    var ownMet = [Double](repeating: 0, count: gap)
    own[gap] = Double(coders * spans.length)
    for (coder, list) in spans.segments.enumerated() {
      for (place, segment) in list.enumerated() {
        own[segment.code] += Double(segment.length) * Double(segment.length)
        own[gap] -= Double(segment.length)
        let squares = met[coder][place].reduce(0) { $0 + $1 * $1 }
        ownMet[segment.code] += squares / Double(coders - 1)
      }
    }
    withGaps = Table(cells, own: own)
    coded = Table(cells.dropLast().map { Array($0.dropLast()) }, own: ownMet)
  }
}
