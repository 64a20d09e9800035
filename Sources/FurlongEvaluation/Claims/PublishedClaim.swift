/// A claim about a service as its source makes it: facts and figures, no data of anybody.
///
/// What the source does not say is nil or `notStated`; nothing is filled in.
public struct PublishedClaim: Hashable, Sendable {
  /// What is claimed, in a few words.
  public var title: String
  /// Who says it.
  public var source: Source
  /// Whom it is about.
  public var people: People
  /// With whom they were compared.
  public var comparison: Comparison
  /// Money saved, averted or freed.
  public var money: [Money] = []
  /// Totals, with what is said of the middle one.
  public var totals: [Total] = []
  /// Costs of two groups, one of whom had what is evaluated.
  public var savings: [Saving] = []
  /// Mean scores.
  public var scores: [Score] = []
  /// Counts with their percentages.
  public var shares: [Share] = []
  /// Falls in percent, at several times.
  public var falls: [Fall] = []
  /// What the source looked for and did not find.
  public var notFound: [String] = []

  /// A claim without figures.
  public init(title: String, source: Source, people: People, comparison: Comparison) {
    self.title = title
    self.source = source
    self.people = people
    self.comparison = comparison
  }

  /// Where a claim stands.
  public struct Source: Hashable, Sendable {
    /// Its authors and year.
    public var who: String
    /// Its DOI, without an address before it.
    public var doi: String?
    /// Where it stands, if it has no DOI.
    public var place: String?

    /// A source.
    public init(who: String, doi: String?, place: String?) {
      self.who = who
      self.doi = doi
      self.place = place
    }
  }

  /// The people whom a claim is about.
  public struct People: Hashable, Sendable {
    /// How many they are.
    public var count: Int?
    /// Which people they are.
    public var who: Whom
    /// Of how many people in all.
    public var all: Int?
    /// How many began, where those who are counted are what is left of them.
    public var began: Int?
    /// Whether they are in the numbers because they had used services.
    public var isChosenForCare: Bool

    /// People.
    public init(
      count: Int? = nil, who: Whom = .notStated, all: Int? = nil, began: Int? = nil,
      isChosenForCare: Bool = false
    ) {
      self.count = count
      self.who = who
      self.all = all
      self.began = began
      self.isChosenForCare = isChosenForCare
    }
  }

  /// Which people are meant.
  public enum Whom: String, Codable, Sendable, CaseIterable {
    /// All who registered.
    case registered
    /// Those who came.
    case attending
    /// Those who completed.
    case completing
    /// The source does not say.
    case notStated = "not-stated"
  }

  /// With whom people were compared.
  public enum Comparison: String, Codable, Sendable, CaseIterable {
    /// With nobody.
    case none
    /// With themselves before.
    case ownPast = "own-past"
    /// With other people, not by chance.
    case otherPeople = "other-people"
    /// With people whom chance gave something else.
    case randomised
    /// The source does not say.
    case notStated = "not-stated"

    /// Whether other people stand beside them.
    public var hasOthers: Bool { self == .otherPeople || self == .randomised }
  }
}
