/// One thing that findings measure, declared once: results, gate and tables go by it.
public struct Measure: Sendable, Hashable {
  /// What a number is, and so by which rule it may be published.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whole things counted: people, events, places, stories, forms.
    case count
    /// Time, summed over people.
    case time
    /// Hours at sessions, summed over people: a count of sessions, each by its length.
    case hours
    /// A part of a whole, made of two counts.
    case share
    /// One share minus another, made of four counts.
    case shareDifference
    /// A mean, or a spread around one.
    case mean
    /// A value that splits people in two, in halves or at a quarter.
    case median
    /// A share of people by a time, of whom some were lost from view before it.
    case shareByTime
    /// The time by which half of people had something, some of whom were lost from view.
    case medianTime
    /// Events over time.
    case rate
    /// A quotient of two numbers that each rest on many people, or a coefficient.
    case ratio
    /// What was counted of whole units, such as wards, or over what: nothing is known of whose it was.
    case unitSum
    /// A number that rests on such sums.
    case unitEstimate
    /// Pounds, made of what people used.
    case money
    /// Pounds that the plan states, shared among people.
    case shared
    /// What somebody else publishes, over the days of people: nothing is counted of them.
    case published
    /// What a test is made of: its statistic, ranks, degrees of freedom.
    case statistic
    /// What the plan or a publication says, not the data.
    case stated
  }

  /// Which way a difference is taken.
  public enum Sign: Sendable, Hashable {
    /// It is no difference.
    case none
    /// Later minus earlier: 0 is no change.
    case laterMinusEarlier
    /// After over before: 1 is no change.
    case afterOverBefore
    /// Those missing minus those present: 0 is no difference.
    case missingMinusPresent
    /// The people of the report minus those who could have come: 0 is no difference.
    case peopleMinusPopulation
    /// Treated minus control: 0 is no difference.
    case treatedMinusControl
    /// Treated over control: 1 is no difference.
    case treatedOverControl

    /// The value that says that nothing changed, or differs; nil where the measure is no difference.
    public var noChange: Double? {
      switch self {
      case .none: nil
      case .laterMinusEarlier, .missingMinusPresent, .treatedMinusControl, .peopleMinusPopulation: 0
      case .afterOverBefore, .treatedOverControl: 1
      }
    }
  }

  /// Its word in the results table.
  public let word: String
  /// What it is.
  public let kind: Kind
  /// What it is counted in.
  public let unit: EstimateUnit
  /// How it is made, where the number itself does not say otherwise.
  public let method: Method
  /// Which way it is taken.
  public let sign: Sign

  /// A measure.
  public init(
    _ word: String, _ kind: Kind, _ unit: EstimateUnit, _ method: Method = .plain,
    sign: Sign = .none
  ) {
    self.word = word
    self.kind = kind
    self.unit = unit
    self.method = method
    self.sign = sign
  }
}

/// A set of measures that a finding always has together.
public protocol FindingMeasure: CaseIterable, Hashable, Sendable {
  /// The measure's declaration.
  var declared: Measure { get }
}

/// What an estimate is counted in.
public enum EstimateUnit: String, Codable, Sendable, CaseIterable {
  /// The scale's points.
  case points
  /// Standard deviations, named by the measure.
  case standardDeviations = "sd"
  /// A share from 0 to 1.
  case proportion
  /// People.
  case people
  /// Events, places at sessions, stories.
  case events
  /// Days divided by 365.25, summed over people.
  case personYears = "person_years"
  /// Events a person-year.
  case perPersonYear = "per_person_year"
  /// What a plan counts over, such as bed days.
  case exposure
  /// Events over so many of these as the plan says.
  case perExposure = "per_exposure"
  /// In what somebody else publishes it: the label says.
  case asPublished = "as_published"
  /// One rate over another.
  case ratio
  /// A rank statistic.
  case rankSum = "rank_sum"
  /// A test statistic.
  case statistic
  /// A coefficient between −1 and 1.
  case coefficient
  /// A level of a published scale of evidence.
  case level
  /// Pounds of the plan's price year.
  case pounds
  /// Pounds a person and year watched.
  case poundsPerPersonYear = "pounds_per_person_year"
  /// Pounds a person.
  case poundsPerPerson = "pounds_per_person"
  /// Pounds a point of the leading scale.
  case poundsPerPoint = "pounds_per_point"
  /// Outcomes of the plan.
  case outcomes
  /// Calendar months.
  case months
  /// Hours.
  case hours
  /// Weeks of seven days.
  case weeks
  /// Nothing: the row says that a limit holds.
  case none = ""
}
