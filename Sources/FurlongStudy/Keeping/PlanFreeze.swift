/// What is recorded of a plan that was frozen, as findings and reports carry it.
public struct PlanFreeze: Codable, Sendable, Equatable {
  /// How much of one kind of data was in; a handful of people is never counted.
  public enum Seen: Codable, Sendable, Equatable {
    /// Nothing.
    case nothing
    /// Some, and fewer than this.
    case fewerThan(Int)
    /// So many, 5 or more.
    case count(Int)
    /// So many, rounded, where the exact count may not be published.
    case about(Int)

    /// How much a count is.
    public init(_ count: Int) {
      self = count <= 0 ? .nothing : count < 5 ? .fewerThan(5) : .count(count)
    }
  }

  /// A day on which the plan was frozen or amended, and the data that were in by then.
  public struct Moment: Codable, Sendable, Equatable {
    /// The day, by the clock of the computer that recorded it.
    public var on: CalendarDay
    /// Forms at follow-ups.
    public var followUpForms: Seen
    /// People whose use of services after day 0 was covered.
    public var serviceUse: Seen
    /// Stories.
    public var stories: Seen
    /// Months of wards, teams or courses from the one on in which something began there.
    public var unitMonths: Seen

    /// A day, and what was in.
    public init(on: CalendarDay, data: DataIn) {
      self.on = on
      followUpForms = Seen(data.followUpForms)
      serviceUse = Seen(data.serviceUse)
      stories = Seen(data.stories)
      unitMonths = Seen(data.unitMonths ?? 0)
    }
  }

  /// A change of the plan after it was frozen.
  public struct Amendment: Codable, Sendable, Equatable {
    /// When, and what was in.
    public var moment: Moment
    /// Why, in a person's words.
    public var why: String
    /// The keys of the plan that changed: `outcomes[qpr15].reliability`.
    public var changed: [String]

    /// An amendment.
    public init(moment: Moment, why: String, changed: [String]) {
      self.moment = moment
      self.why = why
      self.changed = changed
    }
  }

  /// A step that the frozen plan had and the plan has no more.
  public struct DroppedStep: Codable, Sendable, Equatable {
    /// Its id.
    public var id: String
    /// Why it was taken out.
    public var why: String

    /// A dropped step.
    public init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  /// When the plan was frozen first.
  public var frozen: Moment
  /// SHA-256 of what that plan meant.
  public var frozenDigest: String
  /// SHA-256 of what the plan means that holds now.
  public var digest: String
  /// Its changes since, oldest first.
  public var amendments: [Amendment]
  /// The steps that were taken out.
  public var dropped: [DroppedStep]

  /// A record of a freeze.
  public init(
    frozen: Moment, frozenDigest: String, digest: String, amendments: [Amendment],
    dropped: [DroppedStep]
  ) {
    self.frozen = frozen
    self.frozenDigest = frozenDigest
    self.digest = digest
    self.amendments = amendments
    self.dropped = dropped
  }
}
