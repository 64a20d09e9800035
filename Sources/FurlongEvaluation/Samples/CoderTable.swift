import FurlongStatistics

/// In how many stories two coders found one theme: both, only the first, only the second.
///
/// Whoever releases findings needs it, to know what an agreement tells of the counts behind it.
public struct CoderTable: Sendable, Equatable {
  /// Stories in which both found it.
  public var both: Int
  /// Stories in which only the first found it.
  public var onlyFirst: Int
  /// Stories in which only the second found it.
  public var onlySecond: Int
  /// Stories that both read.
  public var stories: Int

  /// A table; its three counts add up to at most `stories`.
  public init(both: Int, onlyFirst: Int, onlySecond: Int, stories: Int) {
    self.both = both
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    self.stories = stories
  }

  /// Cohen's κ; nil where nothing varies, or where there are no stories.
  public var agreement: Double? {
    let neither = stories - both - onlyFirst - onlySecond
    return try? CohenKappa().agreement([[both, onlyFirst], [onlySecond, neither]]).kappa
  }
}
