/// How reliably coders find the spans of a code, by how far their ends lie apart: α_U of 1995 and 2004.
///
/// ``UnitizingAlpha`` of 2016 replaced it; this one is for comparison with figures that were made with it.
public struct UnitizingAlpha2004: Equatable, Sendable {
  /// Makes the method, which has no choices.
  public init() {}

  /// α_U of each code, and of all together.
  ///
  /// ```
  /// α_U = 1 − D_o / D_e        δ² = (b₁ − b₂)² + (e₁ − e₂)² where spans of two coders meet,
  ///                            l² where a span lies in the other's gap
  /// D_o = Σ δ² / (m (m − 1) L²)
  /// D_e = (2/L) Σ_g ((N − 1)/3 (2l³ − 3l² + l) + l² Σ_{gaps h ≥ l} (h − l + 1)) / (mL (mL − 1) − Σ l (l − 1))
  /// ```
  ///
  /// Krippendorff 1995, doi:10.2307/271061; the correction of D_e: Krippendorff 2004, pp. 251–256. Of all codes
  /// together it is 1 − Σ D_o / Σ D_e. Agrees with the book and with the tests of DKPro Statistics to their
  /// figures. O(spans log spans × coders²).
  ///
  /// - Parameter spans: spans of different codes may overlap.
  /// - Throws: `tooFew` where nobody gave any code.
  public func agreement(
    of spans: CodedSpans
  ) throws(StatisticsError) -> Unitizing2004Agreement {
    if spans.codes.isEmpty { throw .tooFew(of: "coded spans", count: 0, needed: 1) }
    let codes = spans.codes.map { code in
      let segments = spans.only(code).segments
      let apart = disagreement(in: segments, length: spans.length)
      let chance = chanceDisagreement(in: segments, length: spans.length)
      return Unitizing2004Agreement.Code(
        code: code, observed: apart, expected: chance,
        alpha: chance > 0 ? 1 - apart / chance : nil)
    }
    let expected = codes.reduce(0) { $0 + $1.expected }
    let observed = codes.reduce(0) { $0 + $1.observed }
    return Unitizing2004Agreement(
      texts: spans.texts, length: spans.length, coders: spans.coders, codes: codes,
      alpha: expected > 0 ? 1 - observed / expected : nil)
  }

  private func disagreement(in segments: [[CodedSpans.Segment]], length: Int) -> Double {
    var sum = 0.0
    for (first, list) in segments.enumerated() {
      for (second, others) in segments.enumerated() where second != first {
        var start = 0
        for segment in list {
          while start < others.count && others[start].end <= segment.start { start += 1 }
          var place = start
          while place < others.count && others[place].start < segment.end {
            let before = Double(segment.start - others[place].start)
            let behind = Double(segment.end - others[place].end)
            sum += before * before + behind * behind
            place += 1
          }
          // A span and the gap around it count in both orders, of which only this one comes by here.
          if place == start { sum += 2 * Double(segment.length) * Double(segment.length) }
        }
      }
    }
    let coders = Double(segments.count)
    return sum / (coders * (coders - 1) * Double(length) * Double(length))
  }

  private func chanceDisagreement(in segments: [[CodedSpans.Segment]], length: Int) -> Double {
    let gaps = Gaps(segments, length: length)
    let count = Double(segments.reduce(0) { $0 + $1.count })
    var sum = 0.0
    var own = 0.0
    for segment in segments.joined() {
      let l = Double(segment.length)
      sum += (count - 1) / 3 * (2 * l * l * l - 3 * l * l + l) + l * l * gaps.places(segment.length)
      own += l * (l - 1)
    }
    let all = Double(segments.count) * Double(length)
    let pairs = all * (all - 1) - own
    return pairs > 0 ? 2 / Double(length) * sum / pairs : 0
  }
}

/// The gaps of all coders between the spans of a code.
private struct Gaps {
  /// Their lengths in ascending order.
  private let lengths: [Int]
  /// The sums of the lengths from each on.
  private let sums: [Double]

  init(_ segments: [[CodedSpans.Segment]], length: Int) {
    var lengths: [Int] = []
    for list in segments {
      var at = 0
      for segment in list {
        if segment.start > at { lengths.append(segment.start - at) }
        at = segment.end
      }
      if length > at { lengths.append(length - at) }
    }
    lengths.sort()
    var sums = [Double](repeating: 0, count: lengths.count + 1)
    for place in lengths.indices.reversed() {
      sums[place] = sums[place + 1] + Double(lengths[place])
    }
    self.lengths = lengths
    self.sums = sums
  }

  /// In how many places a span of a length fits into a gap.
  func places(_ length: Int) -> Double {
    var low = 0
    var high = lengths.count
    while low < high {
      let middle = (low + high) / 2
      if lengths[middle] < length { low = middle + 1 } else { high = middle }
    }
    return sums[low] - Double(lengths.count - low) * Double(length - 1)
  }
}

/// α_U of 2004.
public struct Unitizing2004Agreement: Codable, Equatable, Sendable {
  /// One code.
  public struct Code: Codable, Equatable, Sendable {
    /// The code's id.
    public let code: String
    /// The observed disagreement, in squares of the whole length.
    public let observed: Double
    /// The disagreement expected by chance.
    public let expected: Double
    /// α_U of the code.
    public let alpha: Double?
  }

  /// How many texts all coders read.
  public let texts: Int
  /// Their length together.
  public let length: Int
  /// How many coders there are.
  public let coders: Int
  /// Each code, in alphabetical order.
  public let codes: [Code]
  /// α_U of all codes together.
  public let alpha: Double?
}
