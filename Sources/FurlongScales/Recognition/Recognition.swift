/// What stands in a table's columns, as far as it can be told.
public struct Recognition: Codable, Sendable, Equatable {
  /// A column of the table.
  public struct Column: Codable, Sendable, Equatable, Hashable {
    /// Its place, counted from 0.
    public var place: Int
    /// Its heading.
    public var heading: String
  }

  /// What is given of a form.
  public enum Answers: Codable, Sendable, Equatable {
    /// The columns of items 1, 2, 3 … in the scale's order.
    case items(columns: [Column])
    /// The column of the total.
    case total(column: Column)

    /// All columns.
    public var columns: [Column] {
      switch self {
      case .items(let columns): columns
      case .total(let column): [column]
      }
    }
  }

  /// How the cells are written.
  public struct Coding: Codable, Sendable, Equatable {
    /// What is written for the least answer, where not as the scale does.
    public var codedFrom: Int?
    /// Words and labels that the scale's own words do not hold as they are, and the answer of each.
    public var labels: [String: Int] = [:]
    /// Texts and numbers that say that nothing was answered.
    public var missing: [String] = []
    /// Whether totals are raw sums of a scale whose table converts them.
    public var totalIsRaw = false

    /// As the scale writes them.
    public init() {}
  }

  /// An instrument, or one of its scores, in some columns.
  public struct Form: Codable, Sendable, Equatable {
    /// The id that a mapping writes.
    public var scale: String
    /// The instrument's id.
    public var instrument: String
    /// When it was filled in, as the headings say; nil where they do not.
    public var occasion: String?
    /// Its columns.
    public var answers: Answers
    /// A column with the total of these items.
    public var checkedTotal: Column?
    /// How its cells are written.
    public var coding: Coding
    /// What speaks for and against it.
    public var evidence: [RecognitionEvidence]
    /// What to check.
    public var doubts: [RecognitionDoubt]
    /// The next likely instrument, and what speaks for and against that.
    public var runnerUp: Rival?

    /// The evidence added up.
    public var score: Int { evidence.map(\.weight).reduce(0, +) }
  }

  /// An instrument that also fits to some degree.
  public struct Rival: Codable, Sendable, Equatable {
    /// Its id, or that of one of its scores.
    public var scale: String
    /// What speaks for and against it.
    public var evidence: [RecognitionEvidence]
    /// The evidence added up.
    public var score: Int { evidence.map(\.weight).reduce(0, +) }
  }

  /// Columns that may hold one of several instruments, or one for which too little speaks.
  public struct Possible: Codable, Sendable, Equatable {
    /// The columns.
    public var columns: [Column]
    /// When they were filled in, as the headings say.
    public var occasion: String?
    /// What they could be, likeliest first.
    public var rivals: [Rival]
    /// Instruments that would fill the columns one after another, in an order that is not told.
    public var together: [[String]]
  }

  /// A column that names the instrument of each row: an export with one row a score.
  public struct LongColumn: Codable, Sendable, Equatable {
    /// The column.
    public var column: Column
    /// Whether it holds codes of SNOMED CT, or names.
    public var isSNOMED: Bool
    /// The scores that are named, and in how many cells.
    public var scales: [Count]
    /// How many cells name none that is known.
    public var unknown: Int

    /// A score and its cells.
    public struct Count: Codable, Sendable, Equatable {
      /// The score's or the instrument's id.
      public var scale: String
      /// How many cells name it.
      public var cells: Int
    }
  }

  /// What was recognised, in the order of the columns.
  public var forms: [Form] = []
  /// What could be one thing or another.
  public var possible: [Possible] = []
  /// Columns that name the instrument of each row.
  public var long: [LongColumn] = []
  /// Columns in which nothing was recognised, counted from 0.
  public var others: [Int] = []

  /// Nothing was recognised yet.
  public init() {}

  /// Gives every column another heading, by its place.
  public mutating func rename(_ heading: (Int) -> String) {
    func renamed(_ column: Column) -> Column {
      Column(place: column.place, heading: heading(column.place))
    }
    for place in forms.indices {
      switch forms[place].answers {
      case .items(let columns): forms[place].answers = .items(columns: columns.map(renamed))
      case .total(let column): forms[place].answers = .total(column: renamed(column))
      }
      forms[place].checkedTotal = forms[place].checkedTotal.map(renamed)
    }
    for place in possible.indices {
      possible[place].columns = possible[place].columns.map(renamed)
    }
    for place in long.indices { long[place].column = renamed(long[place].column) }
  }
}
