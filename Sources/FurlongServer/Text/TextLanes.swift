import FurlongStudy

/// The lanes in which overlapping stretches of a story are drawn under its words, so that no line lies over another.
///
/// A stretch keeps its lane for its whole length; lanes that came free are given again, the topmost first.
struct TextLanes {
  /// So many lanes are drawn; what lies deeper is counted.
  static let drawn = 4

  /// A stretch in its lane.
  struct Placed {
    var span: TextSpan
    /// From 0.
    var lane: Int
    /// Its place among those that were given.
    var number: Int
  }

  /// The stretches, in order of place, the longer first.
  let placed: [Placed]

  /// Gives lanes to stretches; nil stands for one without a place.
  init(_ spans: [TextSpan?]) {
    var free: [Int] = []
    placed = spans.enumerated().compactMap { number, span in span.map { (number, $0) } }
      .sorted { ($0.1.start, -$0.1.end, $0.0) < ($1.1.start, -$1.1.end, $1.0) }
      .map { number, span in
        let lane = free.firstIndex { $0 <= span.start } ?? free.count
        if lane == free.count { free.append(span.end) } else { free[lane] = span.end }
        return Placed(span: span, lane: lane, number: number)
      }
  }

  /// A stretch cut wherever another begins or ends in it.
  func pieces(of span: TextSpan) -> [TextSpan] {
    var cuts: Set<Int> = [span.start, span.end]
    for one in over(span) {
      cuts.formUnion([one.span.start, one.span.end].filter { span.start < $0 && $0 < span.end })
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).compactMap { TextSpan(from: $0, to: $1) }
  }

  /// Those that a stretch meets.
  func over(_ span: TextSpan) -> [Placed] { placed.filter { $0.span.meets(span) } }
}
