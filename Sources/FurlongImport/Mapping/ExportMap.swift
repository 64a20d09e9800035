public import FurlongStudy

/// How to read one layout of export: what it holds, its shape, and what each column means.
///
/// A mapping holds a layout and no decision. Every column of the export is named in it, dropped or ignored.
public struct ExportMap: Sendable, Equatable {
  /// The export's path from the study folder, or a pattern with `*` in the file's name.
  public var reads: String
  /// What a row is.
  public var rows: RowMeaning
  /// Encoding, delimiter, headings, numbers and dates.
  public var format: ExportFormat
  /// The columns that identify a person; all of a row's mean the same one.
  ///
  /// Empty for codings and units, and where each row is a person.
  public var person: [PersonColumn]
  /// Whether each row is a person of its own, as in datasets without identifiers.
  public var isPersonEachRow = false
  /// The column of the date of birth in an export that is no register: held against the days of its row, stored nowhere.
  public var born: String?
  /// Words that stand for "no value", and what each means; a blank cell never has a value.
  public var missing: [String: String]
  /// What is kept of the person, under names.
  public var about: [AboutColumn]
  /// Columns that are never stored and never shown.
  public var drop: [String]
  /// Columns that are known and not wanted.
  public var ignore: [String]
  /// Rows that are no data, by what stands in a column: trials of a survey, deleted records.
  public var leaveOut: [RowCondition] = []
  /// The columns that only this kind of export has.
  public var content: Content

  /// The columns of one kind of export.
  public enum Content: Sendable, Equatable {
    /// A register of people.
    case people(RegisterColumns)
    /// The trust's own list of the people whom it knows.
    case caseload(RegisterColumns)
    /// Forms of scales.
    case scores(ScoreColumns)
    /// Places at sessions.
    case attendance(AttendanceMapping)
    /// Service use.
    case events(EventColumns)
    /// Stories.
    case stories(StoryMapping)
    /// Codes that coders gave to stories.
    case codings(CodingColumns)
    /// Counts of units by month.
    case units(UnitColumns)
  }

  /// What the export holds.
  public var kind: ExportKind {
    switch content {
    case .people: .people
    case .caseload: .caseload
    case .scores: .scores
    case .attendance: .attendance
    case .events: .events
    case .stories: .stories
    case .codings: .codings
    case .units: .units
    }
  }

  /// Whether an export at a path from the study folder is one that this mapping reads.
  ///
  /// A `*` stands for any letters of a name, but not for `/`.
  public func reads(_ path: String) -> Bool {
    Self.matches(Array(path.unicodeScalars)[...], Array(reads.unicodeScalars)[...])
  }

  private static func matches(
    _ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    var text = text
    var pattern = pattern
    var retry: (text: ArraySlice<Unicode.Scalar>, pattern: ArraySlice<Unicode.Scalar>)?
    while true {
      if pattern.first == "*" {
        pattern.removeFirst()
        retry = (text, pattern)
      } else if let sign = text.first, sign == pattern.first {
        text.removeFirst()
        pattern.removeFirst()
      } else if text.isEmpty, pattern.isEmpty {
        return true
      } else if let last = retry, let skipped = last.text.first, skipped != "/" {
        text = last.text.dropFirst()
        pattern = last.pattern
        retry = (text, pattern)
      } else {
        return false
      }
    }
  }
}

/// What a row of an export is.
public enum RowMeaning: String, Sendable, CaseIterable {
  /// A person.
  case person = "one a person"
  /// A registration; a person may have several.
  case registration = "one a registration"
  /// A filled-in form.
  case form = "one a form"
  /// One answer of a form; the form has several rows.
  case item = "one an item"
  /// One score of a form; a column says of which scale.
  case score = "one a score"
  /// A student's place at a session.
  case session = "one a student and session"
  /// A student, with a column a session.
  case student = "one a student"
  /// An event.
  case event = "one an event"
  /// A spell from a start to an end.
  case spell = "one a spell"
  /// A person in a period.
  case period = "one a person and period"
  /// A story.
  case story = "one a story"
  /// A code given to a story by a coder.
  case code = "one a code"
  /// A ward, team or course in a calendar month.
  case unit = "one a unit and period"

  /// What the rows of a kind of export can be.
  static func allowed(for kind: ExportKind) -> [RowMeaning] {
    switch kind {
    case .people: [.registration, .person]
    case .caseload: [.person]
    case .scores: [.form, .person, .score, .item]
    case .attendance: [.session, .student]
    case .events: [.event, .spell, .period, .person]
    case .stories: [.story]
    case .codings: [.code]
    case .units: [.unit]
    }
  }
}

/// A column that identifies a person.
public struct PersonColumn: Sendable, Equatable {
  /// The column's heading.
  public var column: String
  /// What kind of identifier it carries.
  public var kind: IdentifierKind
  /// Whether a row may leave it blank.
  public var mayBeBlank: Bool
  /// How its ids are written in full, where people typed them by hand.
  public var spelling: IdentifierSpelling? = nil
  /// Whose numbering it is, where two systems number people each for itself; nil = one numbering for all exports.
  public var system: String? = nil
  /// Whether it stands only in the first row of each person's block.
  public var fillDown: Bool = false
}

/// A column of which a value is kept for each person.
public struct AboutColumn: Sendable, Equatable {
  /// What its cells hold.
  public enum Values: Sendable, Equatable {
    /// One of these words, kept under another.
    case words([String: String])
    /// A whole number.
    case wholeNumber
    /// Any text, kept as it is.
    case text
  }

  /// The name under which it is kept.
  public var name: String
  /// The column's heading.
  public var column: String
  /// What its cells hold.
  public var values: Values
  /// What any other word is kept as; nil = it sets its row aside.
  public var others: String? = nil
}
