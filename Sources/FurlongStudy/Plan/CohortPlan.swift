/// Who is in the numbers, from which day time is counted, and what is picked for each person.
public struct CohortPlan: Codable, Sendable, Equatable {
  /// The day from which time is counted.
  public enum DayZero: String, Codable, Sendable, CaseIterable {
    /// The exports have no dates: occasions come by name, counts by period.
    case none
    /// The first registration; who registers again keeps it.
    case firstRegistration = "first registration"
    /// The first session attended.
    case firstSessionAttended = "first session attended"
  }

  /// A line of `who:` a column of what is known about people, and the values that count.
  public struct Criterion: Codable, Sendable, Equatable {
    /// The name under which the mapping keeps it.
    public var column: String
    /// The values that count.
    public var values: [String]
    /// What the report calls those with other values, where the plan says so: `carer` are `carers`.
    public var others: [String: String]

    /// A criterion.
    public init(column: String, values: [String], others: [String: String] = [:]) {
      self.column = column
      self.values = values
      self.others = others
    }
  }

  /// The study's id; pseudonyms depend on it.
  public var studyID: String
  /// Whether the study is invented; allows NHS numbers of the 999 range.
  public var fictional: Bool
  /// Whose registrations count; nil = all.
  public var registered: DayRange?
  /// The last day that all exports cover; nil in exports without dates.
  public var dataTo: CalendarDay?
  /// Who is in the numbers: all lines must hold.
  public var criteria: [Criterion]
  /// Who agreed that their records be linked: of others no use of services is counted; nil where everybody's is.
  public var linkage: Criterion?
  /// The day from which time is counted.
  public var dayZero: DayZero
  /// What day 0 is, in words: `first registration`, `randomisation`.
  public var dayZeroWords: String
  /// Baseline and follow-ups, in the plan's order.
  public var occasions: [Occasion]
  /// The scales that are asked for, before and after.
  public var scales: [ScaleRequest]
  /// The parts of life that are asked for, before and after.
  public var lifeOutcomes: [LifeOutcome]
  /// The scales that are asked once, with no form before.
  public var askedOnce: [ScaleRequest]
  /// The events that are counted.
  public var events: [EventKind]
  /// The windows of service use.
  public var windows: [ServiceWindow]
  /// The terms by which attendance is counted.
  public var terms: AcademicTerms
  /// The day on which completers are told apart; nil where they are not.
  public var landmark: Landmark?
  /// Whether use is counted in every way, and not in the usual ones alone.
  public var countsEveryWay: Bool
  /// The events of which it is asked when each person first had them.
  public var timedEvents: [String]
  /// What is counted of wards, teams or courses; nil where nothing is.
  public var units: UnitsPlan?
  /// The two arms of a randomised trial: who has both in the exports is in neither; nil where none are compared.
  public var arms: Criterion?

  /// A plan of a cohort.
  public init(
    studyID: String, fictional: Bool, registered: DayRange?, dataTo: CalendarDay?,
    criteria: [Criterion], dayZero: DayZero, dayZeroWords: String, occasions: [Occasion],
    scales: [ScaleRequest], events: [EventKind], windows: [ServiceWindow],
    terms: AcademicTerms = .usual, lifeOutcomes: [LifeOutcome] = [],
    askedOnce: [ScaleRequest] = [], landmark: Landmark? = nil,
    countsEveryWay: Bool = false, timedEvents: [String] = [],
    units: UnitsPlan? = nil, linkage: Criterion? = nil, arms: Criterion? = nil
  ) {
    self.arms = arms
    self.linkage = linkage
    self.units = units
    self.timedEvents = timedEvents
    self.countsEveryWay = countsEveryWay
    self.landmark = landmark
    self.lifeOutcomes = lifeOutcomes
    self.askedOnce = askedOnce
    self.studyID = studyID
    self.fictional = fictional
    self.registered = registered
    self.dataTo = dataTo
    self.criteria = criteria
    self.dayZero = dayZero
    self.dayZeroWords = dayZeroWords
    self.occasions = occasions
    self.scales = scales
    self.events = events
    self.windows = windows
    self.terms = terms
  }

  /// The occasion before everything else; nil where the plan has none.
  public var baseline: Occasion? { occasions.first { $0.role == .baseline } }
  /// The occasions after it, in the plan's order.
  public var followUps: [Occasion] { occasions.filter { $0.role == .followUp } }

  /// The occasions at which a scale, or a part of life, is asked.
  public func occasions(of id: String) -> [Occasion] {
    guard let asked = scales.first(where: { $0.scale == id })?.askedAt else { return occasions }
    return occasions.filter { $0.role == .baseline || asked.contains($0.id) }
  }

  /// The follow-ups at which a scale, or a part of life, is asked.
  public func followUps(of id: String) -> [Occasion] {
    occasions(of: id).filter { $0.role == .followUp }
  }
}
