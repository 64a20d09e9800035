/// Where long work tells how far it is.
public struct Progress: Sendable {
  /// Told with what is being done and the share that is done, from 0 to 1; nil where that is not known.
  public let tell: @Sendable (_ what: String, _ share: Double?) -> Void

  /// Progress that is told to a listener.
  public init(tell: @escaping @Sendable (_ what: String, _ share: Double?) -> Void) {
    self.tell = tell
  }

  /// Progress that nobody hears.
  public static let silent = Progress { _, _ in }
}
