import FurlongNumerics

/// Coders by chance: what the coders of texts found, each moved round by its own random distance.
///
/// The texts that all read are put end to end as a ring. Each coder by chance has the units of a coder drawn
/// among all, moved on by a distance drawn among those that lie at least half a mean unit's length from the
/// distances of the others (among all where there is no room). What passes the end comes in again at the
/// beginning, a unit over the end stays whole. Lengths, overlaps and numbers of units, codes and their order
/// stay as they are. Mathet, Widlöcher & Métivier 2015, section 5.2.
///
/// Nothing depends on the order of spans, coders or texts (but for texts that only differ in which coder found what).
public struct ContinuumShuffle: Equatable, Sendable {
  /// The texts' length together.
  public let length: Int
  /// How many units the coders found together.
  public let units: Int
  /// The units of each coder in the texts end to end.
  private let coders: [[CodedSpan]]

  /// Puts texts end to end.
  ///
  /// - Parameter texts: the texts, each with the same coders; a coder's spans may overlap.
  /// - Throws: as ``BestAlignment/align(_:)``, but for weights and ways.
  public init(_ texts: [CodedText]) throws(StatisticsError) {
    let read = try CodedSpans.readByAll(texts).map { (text: $0, key: $0.key.sorted()) }
      .sorted {
        $0.text.length != $1.text.length
          ? $0.text.length < $1.text.length : $0.key.lexicographicallyPrecedes($1.key)
      }
    var coders = [[CodedSpan]](repeating: [], count: read[0].text.coders.count)
    var offset = 0
    for (text, _) in read {
      for (coder, spans) in text.coders.enumerated() {
        let spans = spans ?? []
        try CodedSpans.requireInside(spans, text.length)
        coders[coder] += spans.map {
          CodedSpan(code: $0.code, start: $0.start + offset, end: $0.end + offset)
        }
      }
      offset += text.length
    }
    length = offset
    units = coders.reduce(0) { $0 + $1.count }
    self.coders = coders.map { (spans: $0, key: $0.map(\.key).sorted()) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.spans)
  }

  /// One of the continua of a seed.
  ///
  /// - Parameters:
  ///   - number: which one; each is drawn for itself, from a stream of its own.
  ///   - seed: the seed.
  /// - Returns: a text with at least one unit, unless no coder found any. It is longer than the texts by the
  ///   longest unit, for what reaches over the end.
  public func continuum(_ number: Int, seed: UInt64) -> CodedText {
    var stream = RandomStream(seed: seed, stream: UInt64(truncatingIfNeeded: number))
    let longest = coders.joined().map(\.length).max() ?? 0
    var drawn = draw(from: &stream)
    while units > 0 && drawn.allSatisfy(\.isEmpty) { drawn = draw(from: &stream) }
    return CodedText(length: length + longest, coders: drawn)
  }

  private func draw(from stream: inout RandomStream) -> [[CodedSpan]] {
    var free = FreeDistances(length: length)
    return coders.indices.map { _ in
      let distance = free.draw(from: &stream)
      free.takeAround(distance, reach: reach)
      return coders[stream.integer(below: coders.count)].map { span in
        let start = (span.start + distance) % length
        return CodedSpan(code: span.code, start: start, end: start + span.length)
      }
    }
  }

  /// The furthest that lies less than half a mean unit's length away.
  private var reach: Int {
    let sum = coders.joined().reduce(0) { $0 + $1.length }
    // The smallest whole number that is half the mean or more, less 1.
    return units == 0 ? 0 : max(0, (sum + 2 * units - 1) / (2 * units) - 1)
  }
}

/// The distances on a ring that may still be drawn.
private struct FreeDistances {
  private let length: Int
  private var free: [Range<Int>]

  init(length: Int) {
    self.length = length
    free = [0..<length]
  }

  /// One of them, each with the same probability; any where none is left.
  func draw(from stream: inout RandomStream) -> Int {
    let count = free.reduce(0) { $0 + $1.count }
    if count == 0 { return stream.integer(below: length) }
    var place = stream.integer(below: count)
    for range in free {
      if place < range.count { return range.lowerBound + place }
      place -= range.count
    }
    return place
  }

  /// Takes away those that lie up to `reach` from a distance, round the ring.
  mutating func takeAround(_ distance: Int, reach: Int) {
    for middle in [distance - length, distance, distance + length] {
      let (low, high) = (middle - reach, middle + reach + 1)
      free = free.flatMap { range in
        [
          range.clamped(to: range.lowerBound..<max(range.lowerBound, low)),
          range.clamped(to: min(range.upperBound, high)..<range.upperBound),
        ]
      }
      .filter { !$0.isEmpty }
    }
  }
}
