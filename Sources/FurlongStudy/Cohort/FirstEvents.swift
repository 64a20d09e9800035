/// When each person first had an event from day 0 on, and until when it would have been seen.
///
/// A person is watched from day 0 as long as the exports cover every day, the person is known and has not left, and the data
/// reach.
public struct FirstEvents: Codable, Sendable, Equatable {
  /// How watching a person ended.
  public enum End: Codable, Sendable, Equatable {
    /// The event came, so many days after day 0.
    case had(day: Int)
    /// It had not come by the end of this day, counted from day 0; afterwards the person was lost from view.
    case lost(after: Int)
  }

  /// The event's id.
  public var event: String
  /// How watching each person ended; nil where the person was not watched from day 0.
  public var ends: [End?]
  /// People in the population who cannot be linked to the export.
  public var notLinkable: Int
  /// People who can be linked but were never known to the trust, or of whom nothing is known.
  public var notKnown: Int
  /// People of whom the exports do not speak on day 0.
  public var notWatched: Int
  /// People with a spell running on day 0: they had the event already.
  public var running: Int
  /// Why times cannot be told with these data; nil where they can.
  public var notPossible: ServiceUseColumns.Obstacle?

  /// Columns of first events.
  public init(
    event: String, ends: [End?], notLinkable: Int, notKnown: Int, notWatched: Int, running: Int,
    notPossible: ServiceUseColumns.Obstacle? = nil
  ) {
    self.event = event
    self.ends = ends
    self.notLinkable = notLinkable
    self.notKnown = notKnown
    self.notWatched = notWatched
    self.running = running
    self.notPossible = notPossible
  }
}
