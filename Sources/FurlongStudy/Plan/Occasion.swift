/// When forms are expected: the baseline or a follow-up.
public struct Occasion: Codable, Sendable, Equatable {
  /// Before or after.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// The form before.
    case baseline
    /// A form after.
    case followUp = "follow-up"
  }

  /// Days from day 0, both ends included, and the day that a form should be nearest to.
  public struct Window: Codable, Sendable, Equatable {
    /// The first day, from day 0.
    public var from: Int
    /// The last day, from day 0.
    public var to: Int
    /// Of several forms the nearest to this day is picked; of two as near, the earlier.
    public var nearestTo: Int

    /// A window.
    public init(from: Int, to: Int, nearestTo: Int) {
      self.from = from
      self.to = to
      self.nearestTo = nearestTo
    }
  }

  /// Its id in results: `2m`, `four-months`.
  public var id: String
  /// Its words in the report: `2 months`.
  public var label: String
  /// Before or after.
  public var role: Role
  /// Its days; nil where the export names the occasion itself.
  public var window: Window?

  /// An occasion.
  public init(id: String, label: String, role: Role, window: Window?) {
    self.id = id
    self.label = label
    self.role = role
    self.window = window
  }
}

/// A scale that the plan asks for.
public struct ScaleRequest: Codable, Sendable, Equatable {
  /// The scale's id in the catalogue.
  public var scale: String
  /// How many items may be blank, the rest standing in by their mean; nil = the scale's own rule.
  public var blankItemsAllowed: Int?
  /// The follow-ups at which it is asked, by their ids; nil = all.
  public var askedAt: [String]?

  /// A request.
  public init(scale: String, blankItemsAllowed: Int?, askedAt: [String]? = nil) {
    self.scale = scale
    self.blankItemsAllowed = blankItemsAllowed
    self.askedAt = askedAt
  }
}
