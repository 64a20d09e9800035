/// Wards, teams or courses that exports count by month, and the day on which something began on each.
///
/// No person is in these counts.
public struct UnitsPlan: Codable, Sendable, Equatable {
  /// What is counted on each unit, and over what.
  public struct Count: Codable, Sendable, Equatable {
    /// Its id in results, and in mappings.
    public var id: String
    /// One of it: `restraint`.
    public var one: String
    /// Several: `restraints`.
    public var many: String
    /// Whether it decides.
    public var role: OutcomeRole
    /// What it is counted over: `bed days`.
    public var over: String
    /// Of how many of these a rate is.
    public var per: Int

    /// A count.
    public init(
      id: String, one: String, many: String, role: OutcomeRole, over: String, per: Int
    ) {
      self.id = id
      self.one = one
      self.many = many
      self.role = role
      self.over = over
      self.per = per
    }
  }

  /// One unit: `ward`.
  public var one: String
  /// Several: `wards`.
  public var many: String
  /// What began on them, in words that follow "before": `the safety programme`.
  public var what: String
  /// The day on which it began, by the unit's name.
  public var began: [String: CalendarDay]
  /// How much of the time before and after is counted; nil where all.
  public var months: Int?
  /// What is counted.
  public var counts: [Count]

  /// A plan for units.
  public init(
    one: String, many: String, what: String, began: [String: CalendarDay], months: Int?,
    counts: [Count]
  ) {
    self.one = one
    self.many = many
    self.what = what
    self.began = began
    self.months = months
    self.counts = counts
  }
}
