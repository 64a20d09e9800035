/// How far coders agree where not everybody read everything: Krippendorff's α over the texts that any two or more read.
///
/// Coders who rotate (each text is read by some two of several) have no text that all of them read; α compares within each text those
/// who read it, and takes chance from what all of them said.
public struct AnyCodersAlpha: Equatable, Sendable {
  /// How texts are drawn, and how few give no interval; nil for no intervals at all.
  public var intervals: AgreementBootstrap?

  /// Chooses the intervals.
  public init(_ intervals: AgreementBootstrap? = nil) { self.intervals = intervals }

  /// α of each code, and over all.
  ///
  /// ```
  /// of a code     D_o = Σ_u 2 apart_u / (m_u − 1) / n     D_e = 2 Y (n − Y) / (n (n − 1))     n = Σ_u m_u
  /// over all      1 − Σ D_o / Σ D_e
  /// ```
  ///
  /// u is a character (a text of length 1 is one unit), m_u how many read it, apart_u how many pairs of them do not say the
  /// same, Y how often the code was given. It is ``KrippendorffAlpha`` of a matrix with gaps, and where all read everything
  /// ``TextsAgreement``'s α. Texts that one coder alone read do not count. The order of texts, codes and coders
  /// changes nothing. Krippendorff 2004, ch. 11.
  ///
  /// - Parameters:
  ///   - texts: the texts, each with the same coders; nil where one did not read it.
  ///   - codes: the codes, each once; spans of others do not count.
  /// - Throws: `unequalLengths` where texts differ in their number of coders; `tooFew` where no text was read by two;
  ///   `outsideRange` for a span that is empty or leaves its text, or a negative length; what
  ///   ``Bootstrap/estimate(of:statistic:)`` throws of its choices.
  public func agreement(
    of texts: [CodedText], on codes: [String]
  ) throws(StatisticsError) -> AlphaOfAnyCoders {
    let sums = try AnyCodersSums(texts, codes: codes)
    let drawn = try intervals.flatMap { sums.rows.count < $0.fewest ? nil : $0.bootstrap }
      .map { (bootstrap: Bootstrap) throws(StatisticsError) in
        try SumsBootstrap(bootstrap: bootstrap).estimates(of: sums.rows, count: codes.count + 1) {
          sums, values in
          for (place, value) in AnyCodersSums.alphas(Array(sums)).enumerated() {
            values[place] = value ?? .nan
          }
        }
      }
    let answers = AnyCodersSums.alphas(sums.total).enumerated().map { place, value in
      AgreementCoefficient(value: value, drawn: drawn?[place])
    }
    return AlphaOfAnyCoders(
      texts: sums.rows.count,
      codes: codes.indices.map {
        AlphaOfAnyCoders.Code(code: codes[$0], alpha: answers[sums.place(of: $0)])
      }, pooled: answers[codes.count])
  }
}

/// Krippendorff's α over texts that any two or more coders read.
public struct AlphaOfAnyCoders: Codable, Equatable, Sendable {
  /// One code.
  public struct Code: Codable, Equatable, Sendable {
    /// The code's id.
    public let code: String
    /// Its α.
    public let alpha: AgreementCoefficient
  }

  /// How many texts two or more coders read.
  public let texts: Int
  /// Each code, in the order asked for.
  public let codes: [Code]
  /// Over all codes, each counting by the disagreement that chance would give.
  public let pooled: AgreementCoefficient
}

/// What α needs of each text: how many values it has, and of each code how often it was given and how far its readers differ.
private struct AnyCodersSums {
  /// A row a text: values, then of each code times given and disagreement; sorted, codes in an order of their own.
  let rows: [[Double]]
  /// What all have together.
  let total: [Double]
  private let order: [Int]

  init(_ texts: [CodedText], codes: [String]) throws(StatisticsError) {
    let place = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
    let coders = texts.first?.coders.count ?? 0
    var found: [[Double]] = []
    for text in texts {
      if text.coders.count != coders { throw .unequalLengths(coders, text.coders.count) }
      let read = CodedText(length: text.length, coders: text.coders.filter { $0 != nil })
      if text.length < 0 {
        throw .outsideRange(
          what: "length of a text", value: Double(text.length), expected: "0 or more")
      }
      guard read.coders.count >= 2, text.length > 0 else { continue }
      let sums = SpanSums(try read.segments(place), length: read.length, codes: codes.count)
      let readers = Double(read.coders.count)
      var row = [sums.length * readers]
      for code in codes.indices {
        let characters = sums.characters(of: code)
        row += [characters.all, 2 * characters.apart / (readers - 1)]
      }
      found.append(row)
    }
    if found.isEmpty { throw .tooFew(of: "texts that two coders read", count: 0, needed: 1) }
    let width = 1 + 2 * codes.count
    func sum(_ rows: [[Double]]) -> [Double] {
      rows.reduce(into: [Double](repeating: 0, count: width)) { total, row in
        for place in row.indices { total[place] += row[place] }
      }
    }
    let sums = sum(found.sorted { $0.lexicographicallyPrecedes($1) })
    // Neither names nor rows decide which texts a draw takes.
    let order = codes.indices.sorted { left, right in
      let (first, second) = (
        [sums[1 + 2 * left], sums[2 + 2 * left]], [sums[1 + 2 * right], sums[2 + 2 * right]]
      )
      return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }
    let columns = [0] + order.flatMap { [1 + 2 * $0, 2 + 2 * $0] }
    rows = found.map { row in columns.map { row[$0] } }.sorted { $0.lexicographicallyPrecedes($1) }
    total = sum(rows)
    self.order = order
  }

  /// Where a code that was given at a place stands among the answers.
  func place(of code: Int) -> Int { order.firstIndex(of: code) ?? code }

  /// α of each code and over all, of some sums.
  static func alphas(_ sums: [Double]) -> [Double?] {
    let values = sums[0]
    let codes = stride(from: 1, to: sums.count, by: 2).map { place in
      let given = sums[place]
      return Disagreement(
        observed: sums[place + 1] / values,
        expected: 2 * given * (values - given) / (values * (values - 1)))
    }
    return codes.map(\.coefficient)
      + [codes.reduce(Disagreement(observed: 0, expected: 0)) { $0 + $1 }.coefficient]
  }
}
