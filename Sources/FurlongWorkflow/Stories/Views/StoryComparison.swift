import FurlongStories
public import FurlongStudy

/// What two coders found in a story, side by side.
public struct StoryComparison: Codable, Sendable, Equatable {
  /// A code that one or both gave at a place.
  public struct Row: Codable, Sendable, Equatable {
    /// How far they agree.
    public enum State: String, Codable, Sendable, Equatable {
      /// Both, on the same stretch.
      case same
      /// Both, on stretches that meet.
      case overlapping
      /// The first alone.
      case onlyFirst
      /// The second alone.
      case onlySecond
    }

    /// The code's id.
    public var code: String
    /// The code's words.
    public var label: String
    /// From where the earliest stretch begins to where the last ends; nil for a whole story.
    public var span: TextSpan?
    /// The numbers of the sentences that it meets.
    public var sentences: ClosedRange<Int>?
    /// The first coder's codings there.
    public var first: [StoryPage.Shown]
    /// The second coder's.
    public var second: [StoryPage.Shown]

    /// How far they agree.
    public var state: State {
      if first.isEmpty { return .onlySecond }
      if second.isEmpty { return .onlyFirst }
      return first.map(\.span) == second.map(\.span) ? .same : .overlapping
    }
  }

  /// The story, with the codings that were settled.
  public var story: StoryPage
  /// The first coder.
  public var first: String
  /// The second coder.
  public var second: String
  /// Whether each has read it to its end.
  public var isRead: [Bool]
  /// The rows, in order of place and code.
  public var rows: [Row]

  /// The rows in which they do not agree.
  public var disputes: [Row] { rows.filter { $0.state != .same } }
}

extension StoryComparison {
  /// Compares two coders' codings of a story; codings that lost their place are left out.
  init(
    _ page: StoryPage, _ first: (name: String, page: StoryPage),
    _ second: (name: String, page: StoryPage)
  ) {
    let given = (first.page.codings.map { (true, $0) } + second.page.codings.map { (false, $0) })
      .filter { !$0.1.isLost }
    var rows: [Row] = []
    for (isFirst, coding) in given.sorted(by: { Self.comesBefore($0.1, $1.1) }) {
      let place = rows.indices.last { row in
        guard rows[row].code == coding.code else { return false }
        guard let span = rows[row].span, let new = coding.span else {
          return rows[row].span == nil && coding.span == nil
        }
        return span.meets(new)
      }
      let at = place ?? rows.endIndex
      if place == nil {
        rows.append(
          Row(
            code: coding.code, label: coding.label, span: coding.span,
            sentences: coding.sentences, first: [], second: []))
      }
      if let span = rows[at].span, let new = coding.span { rows[at].span = span.joined(with: new) }
      if let old = rows[at].sentences, let new = coding.sentences {
        rows[at].sentences =
          min(old.lowerBound, new.lowerBound)...max(old.upperBound, new.upperBound)
      }
      if isFirst { rows[at].first.append(coding) } else { rows[at].second.append(coding) }
    }
    self.init(
      story: page, first: first.name, second: second.name,
      isRead: [first.page.isRead, second.page.isRead], rows: rows)
  }

  private static func comesBefore(_ left: StoryPage.Shown, _ right: StoryPage.Shown) -> Bool {
    switch (left.span, right.span) {
    case (nil, _?): true
    case (_?, nil): false
    case (let first?, let second?) where first != second: first < second
    default: Coding.inOrder(left.code, right.code)
    }
  }
}
