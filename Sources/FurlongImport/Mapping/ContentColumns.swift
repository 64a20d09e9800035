public import FurlongStudy

/// The columns of a register.
public struct RegisterColumns: Sendable, Equatable {
  /// The day of registration.
  public var registeredOn: String?
  /// Since when the trust has known the person; blank = never.
  public var knownToTrustFrom: String?
  /// When the person moved away or died; blank = still there.
  public var leftOn: LeavingColumn?
  /// The date of birth, of which only the age band at registration is kept.
  public var born: String?
}

/// The columns of an export of forms.
public struct ScoreColumns: Sendable, Equatable {
  /// One scale at one occasion, or on the row's day.
  public struct Form: Sendable, Equatable {
    /// What is given of a form.
    public enum Answers: Sendable, Equatable {
      /// The columns of items 1, 2, 3 … in the scale's order.
      case items([String])
      /// The column of the total.
      case total(String)
    }

    /// The scale's id.
    public var scale: String
    /// The occasion's id; nil where a day decides, or the row's own column.
    public var occasion: String?
    /// The column of this form's own day, where the row has a day a form.
    public var date: String?
    /// What is given.
    public var answers: Answers
    /// How the export writes answers.
    public var coding = ItemCoding()
    /// The column of a total that the items must give; nil where none is held against them.
    public var checkedTotal: String?
    /// Whether totals are raw sums, for a scale whose table converts them.
    public var totalIsRaw = false
  }

  /// The column of a part of life, whose cells say in which state a person is.
  public struct State: Sendable, Equatable {
    /// The id of the part of life.
    public var lifeOutcome: String
    /// The occasion's id; nil where the row's day decides.
    public var occasion: String?
    /// The column.
    public var column: String
    /// What the export's words mean, in small letters; the plan's own words need not be among them.
    public var words: [String: String] = [:]
  }

  /// A column that says at which occasion a row's forms were filled in.
  public struct OccasionColumn: Sendable, Equatable {
    /// The column.
    public var column: String
    /// What its words mean: ids of occasions.
    public var words: [String: String]
  }

  /// How forms stand in several rows.
  public enum Long: Sendable, Equatable {
    /// A row an item: one column says which, another holds the answer.
    case items(which: String, answer: String)
    /// A row a score: one column says of which scale, another holds it.
    case scores(which: String, score: String)

    /// The two columns.
    public var columns: (which: String, holds: String) {
      switch self {
      case .items(let which, let answer): (which, answer)
      case .scores(let which, let score): (which, score)
      }
    }
  }

  /// The day on which the form was filled in; nil where occasions have names.
  public var date: String?
  /// The column of the days from day 0 to the form, in datasets without dates: counted by the dataset itself.
  public var daysFromDayZero: String?
  /// The column that says at which occasion the form was filled in.
  public var occasion: OccasionColumn?
  /// How forms stand in several rows; nil where a row holds whole forms.
  public var long: Long?
  /// Whether rows of other items or measures than those named are passed over.
  public var passesOthers = false
  /// The course after which the form was filled in; nil where the export does not say.
  public var course: String?
  /// The forms of a row.
  public var forms: [Form]
  /// The parts of life of a row.
  public var states: [State] = []
}

/// How an export writes the answers to items, where not as the scale does.
public struct ItemCoding: Sendable, Equatable {
  /// What it writes for the least answer; nil where as the scale does.
  public var from: Int?
  /// Whether the answers to reversed items come turned round already.
  public var isTurned = false
  /// Its words for answers or totals, in small letters, and the numbers that they are.
  public var words: [String: Int] = [:]

  /// A word as it is compared: in small letters, without spaces around it, one between its words.
  static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The columns of an export of stories.
public struct StoryMapping: Sendable, Equatable {
  /// The story's id; nil where the export has none, and a story is known by its words.
  public var id: String?
  /// The day on which it was told.
  public var date: String?
  /// Its words, or the name of the file that holds them.
  public var text: String
  /// Whether the column holds names of files in `stories/`.
  public var namesFiles = false
  /// The columns of what the teller agreed to, which add up; blank = nothing.
  public var consent: [ConsentColumn] = []
  /// The day of the consent.
  public var consentGivenOn: String?
  /// The last day on which it holds; blank = no end.
  public var consentUntil: String?
  /// The day of withdrawal; blank = not withdrawn.
  public var withdrawnOn: String?
  /// A column in which whatever stands, but for no, says that the teller has withdrawn; nil where none does.
  public var withdrawn: String?
  /// Who looked for names and places; blank = nobody.
  public var reviewedBy: String?
  /// When.
  public var reviewedOn: String?
}

/// What an answer of a teller means for the story's use.
public enum ConsentAnswer: Sendable, Equatable {
  /// It allows so much, beside what other columns allow.
  case allows(AgreedPurposes)
  /// The words are not quoted, whatever other columns allow.
  case noQuoting
}

/// A column of what people agreed to.
public struct ConsentColumn: Sendable, Equatable {
  /// What its cells are.
  public enum Cells: Sendable, Equatable {
    /// Levels of the usual ladder, 0 to 6.
    case levels
    /// Words or sentences, and what each means.
    case words([String: ConsentAnswer])
  }

  /// The column.
  public var column: String
  /// What its cells are.
  public var cells: Cells
}

/// The columns of an export of codings.
public struct CodingColumns: Sendable, Equatable {
  /// The story's id.
  public var story: String
  /// The coder's short name.
  public var coder: String
  /// The code's id.
  public var code: String
  /// The word for "read, and nothing found"; nil where there is none.
  public var nothingFound: String?
}
