import FurlongStudy
import FurlongWorkflow

/// The lanes in which overlapping codings of a story are drawn under its words, so that no line lies over another.
///
/// A coding keeps its lane for its whole stretch; lanes that came free are given again, the topmost first.
struct TextLanes {
  /// So many lanes are drawn; what lies deeper is counted.
  static let drawn = 4

  /// The codings with a place, and the lane of each, from 0; in order of place, the longer first.
  let codings: [(shown: StoryPage.Shown, span: TextSpan, lane: Int)]

  /// Gives lanes to codings.
  init(_ shown: [StoryPage.Shown]) {
    var free: [Int] = []
    var placed: [(StoryPage.Shown, TextSpan, Int)] = []
    let inOrder = shown.compactMap { coding in coding.span.map { (coding, $0) } }
      .sorted { ($0.1.start, -$0.1.end) < ($1.1.start, -$1.1.end) }
    for (coding, span) in inOrder {
      let lane = free.firstIndex { $0 <= span.start } ?? free.count
      if lane == free.count { free.append(span.end) } else { free[lane] = span.end }
      placed.append((coding, span, lane))
    }
    codings = placed
  }

  /// A stretch cut wherever a coding begins or ends in it.
  func pieces(of span: TextSpan) -> [TextSpan] {
    var cuts: Set<Int> = [span.start, span.end]
    for coding in codings where coding.span.meets(span) {
      cuts.formUnion([coding.span.start, coding.span.end].filter { span.start < $0 && $0 < span.end })
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).compactMap { TextSpan(from: $0, to: $1) }
  }

  /// The codings that a stretch meets.
  func over(_ span: TextSpan) -> [(shown: StoryPage.Shown, span: TextSpan, lane: Int)] {
    codings.filter { $0.span.meets(span) }
  }
}
