/// The lengths that agreement on spans is made of: those of several texts together are the sums of each one's.
///
/// Whole numbers, so that sums are exact and their order changes nothing. A drawn sample of texts needs no more than
/// the sum of its texts' values.
struct SpanSums: Sendable {
  /// Where each number stands among the values.
  struct Shape: Equatable, Sendable {
    let coders: Int
    let codes: Int

    /// How many numbers there are.
    var width: Int { 2 + codes * (coders + 4) }

    /// Of a code: the length that each coder gave it, that which pairs of coders both gave it, and the squared lengths of
    /// its segments.
    func lengths(of code: Int) -> Int { 1 + code * (coders + 2) }
    func pairs(of code: Int) -> Int { lengths(of: code) + coders }
    func squares(of code: Int) -> Int { pairs(of: code) + 1 }

    /// The length that pairs of coders both left uncoded.
    var gaps: Int { lengths(of: codes) }
    /// Of a code: the length over which it meets coded spans of each other coder, and that of each segment squared.
    func met(of code: Int) -> Int { gaps + 1 + 2 * code }
    func metSquares(of code: Int) -> Int { met(of: code) + 1 }
  }

  let shape: Shape
  /// The length, then what each code has, then what is known only where no coder's spans overlap, else 0.
  private(set) var values: [Double]

  /// Takes numbers that were added up.
  init(_ values: some Collection<Double>, shape: Shape) {
    self.shape = shape
    self.values = Array(values)
  }

  /// Measures the segments of each coder, by start; those of one code do not overlap.
  init(_ segments: [[CodedSpans.Segment]], length: Int, codes: Int) {
    shape = Shape(coders: segments.count, codes: codes)
    values = [Double](repeating: 0, count: shape.width)
    values[0] = Double(length)
    for code in 0..<codes {
      let own = segments.map { $0.filter { $0.code == code } }
      for (coder, list) in own.enumerated() {
        for segment in list {
          let length = Double(segment.length)
          values[shape.lengths(of: code) + coder] += length
          values[shape.squares(of: code)] += length * length
        }
      }
      for (first, second) in Self.pairs(of: own) {
        var both = 0
        Self.forEachMeeting(first, second) { _, _, length in both += length }
        values[shape.pairs(of: code)] += Double(both)
      }
    }
    if segments.allSatisfy(CodedSpans.areApart) { measureMeetings(segments, length: length) }
  }

  private mutating func measureMeetings(_ segments: [[CodedSpans.Segment]], length: Int) {
    for (first, second) in Self.pairs(of: segments) {
      var (met, metBack) = (
        [Int](repeating: 0, count: first.count), [Int](repeating: 0, count: second.count)
      )
      Self.forEachMeeting(first, second) { place, other, length in
        met[place] += length
        metBack[other] += length
      }
      for (list, met) in [(first, met), (second, metBack)] {
        for (segment, length) in zip(list, met) {
          values[shape.met(of: segment.code)] += Double(length)
          values[shape.metSquares(of: segment.code)] += Double(length) * Double(length)
        }
      }
      let coded = (first + second).reduce(0) { $0 + $1.length } - met.reduce(0, +)
      values[shape.gaps] += Double(length - coded)
    }
  }

  private static func pairs(
    of lists: [[CodedSpans.Segment]]
  ) -> [([CodedSpans.Segment], [CodedSpans.Segment])] {
    lists.indices.flatMap { first in lists[(first + 1)...].map { (lists[first], $0) } }
  }

  /// Calls with the places of two segments that share a length, and the length; neither list may overlap itself.
  private static func forEachMeeting(
    _ first: [CodedSpans.Segment], _ second: [CodedSpans.Segment], _ body: (Int, Int, Int) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < first.count && j < second.count {
      let shared = min(first[i].end, second[j].end) - max(first[i].start, second[j].start)
      if shared > 0 { body(i, j, shared) }
      if first[i].end < second[j].end { i += 1 } else { j += 1 }
    }
  }

  /// The length of the texts.
  var length: Double { values[0] }

  /// Each character as a unit that a coder gave a code, or not.
  func characters(of code: Int) -> YesNoSums {
    YesNoSums(
      units: length,
      yes: Array(values[shape.lengths(of: code)..<shape.pairs(of: code)]),
      pairs: values[shape.pairs(of: code)])
  }

  /// The lengths over which segments of one code meet each other and gaps.
  func unitizing(of code: Int) -> UnitizingTable {
    let yes = characters(of: code)
    let gap = length * yes.coders - yes.all
    let apart = yes.all - agreed(yes.pairs)
    return UnitizingTable(
      agreed: [agreed(yes.pairs), gap - apart], margins: [yes.all, gap],
      own: [values[shape.squares(of: code)], gap])
  }

  /// The lengths over which segments of all codes meet each other and gaps, which come last.
  ///
  /// Expects that no coder gave one character two codes.
  var unitizing: UnitizingTable {
    let codes = (0..<shape.codes).map { characters(of: $0) }
    let gap = codes.reduce(length * Double(shape.coders)) { $0 - $1.all }
    return UnitizingTable(
      agreed: codes.map { agreed($0.pairs) } + [agreed(values[shape.gaps])],
      margins: codes.map(\.all) + [gap],
      own: (0..<shape.codes).map { values[shape.squares(of: $0)] } + [gap])
  }

  /// The same over the stretches where coded segments meet.
  ///
  /// Expects that no coder gave one character two codes.
  var meeting: UnitizingTable {
    let others = Double(shape.coders - 1)
    return UnitizingTable(
      agreed: (0..<shape.codes).map { agreed(values[shape.pairs(of: $0)]) },
      margins: (0..<shape.codes).map { values[shape.met(of: $0)] / others },
      own: (0..<shape.codes).map { values[shape.metSquares(of: $0)] / others })
  }

  /// The coincidence of a value with itself, of the length that pairs of coders share.
  private func agreed(_ pairs: Double) -> Double { 2 * pairs / Double(shape.coders - 1) }
}
