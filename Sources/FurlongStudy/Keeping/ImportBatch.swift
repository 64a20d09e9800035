/// What kind of rows an export holds.
public enum ExportKind: String, Codable, Sendable, CaseIterable {
  /// A register of people. Ingested first: it ties identifiers together.
  case people
  /// The trust's own list of the people whom it knows: it makes nobody a student.
  case caseload
  /// Forms of scales.
  case scores
  /// Places at sessions.
  case attendance
  /// Service use.
  case events
  /// Stories.
  case stories
  /// Codes that coders gave to stories.
  case codings
  /// Counts of wards, teams or courses by month.
  case units

  /// Whether its rows name people; codings are of stories, and units are no people.
  public var namesPeople: Bool { self != .codings && self != .units }
  /// Whether its rows tie identifiers of one person together, so that the rows of other exports may become somebody's.
  public var tiesIdentifiers: Bool { self == .people || self == .caseload }
  /// Whether it is of a trust, which knows many people who are no students: that a row is nobody's in the register is no fault.
  public var isOfATrust: Bool { self == .caseload || self == .events }
}

/// What an export says of the people whom it does not mention.
public enum NoRowsMeaning: String, Codable, Sendable, CaseIterable {
  /// Nothing happened to people known to the trust who have no row.
  case noneHappened = "none happened"
  /// Who has no row is not known about.
  case notKnown = "not known"
}

/// The days of which an export of service use can speak, and what silence means.
public struct EventCoverage: Codable, Sendable, Equatable {
  /// The ids of the events that the export counts.
  public var events: [String]
  /// The ids of the events from whose stays the export holds home leave.
  public var leaveFrom: [String]
  /// The days covered; nil where counts are measured from day 0.
  public var days: DayRange?
  /// What a person without rows means.
  public var noRowsMeans: NoRowsMeaning

  /// A coverage.
  public init(
    events: [String], leaveFrom: [String] = [], days: DayRange?, noRowsMeans: NoRowsMeaning
  ) {
    self.leaveFrom = leaveFrom
    self.events = events
    self.days = days
    self.noRowsMeans = noRowsMeans
  }
}

/// One kept row of an export, after mapping: whose it is and what it says.
public struct ImportRow: Codable, Sendable, Equatable {
  /// The row of the export, counted as a spreadsheet does (the heading is row 1).
  public var sourceRow: Int
  /// The person's identifiers in this row; empty for codings and units.
  public var identifiers: [KeyedHash]
  /// What is kept of the person, by name.
  public var about: [String: String]
  /// The registration, in a register.
  public var registration: Registration?
  /// The forms in this row.
  public var forms: [FormRecord]
  /// The places at sessions in this row.
  public var places: [AttendanceRecord]
  /// The events in this row.
  public var events: [EventRecord]
  /// The story.
  public var story: StoryRecord?
  /// The coding.
  public var coding: CodingRecord?
  /// The counts of a unit in this row.
  public var units: [UnitRecord]

  /// A row with nothing in it yet.
  public init(sourceRow: Int, identifiers: [KeyedHash]) {
    self.sourceRow = sourceRow
    self.identifiers = identifiers
    about = [:]
    forms = []
    places = []
    events = []
    units = []
  }
}

/// What one export gave: its rows as study values, its problems, and where it came from.
public struct ImportBatch: Codable, Sendable, Equatable {
  /// The export, as a path from the study folder with forward slashes.
  public var file: String
  /// The mapping that read it, likewise.
  public var map: String
  /// What it holds.
  public var kind: ExportKind
  /// SHA-256 of the export's lines in sorted order: the same for any order of its rows.
  public var contentDigest: String
  /// SHA-256 of everything else on which the batch depends: the mapping, the tool's format, the plan's parts.
  public var ruleDigest: String
  /// Kept rows.
  public var rows: [ImportRow]
  /// Rows below the headings, blank ones included.
  public var rowsRead: Int
  /// Rows passed over.
  public var rowsSkipped: Int
  /// How many of them are other than blank, and why.
  public var skips: [SkippedRow: Int] = [:]
  /// Rows set aside: the number of distinct rows among the problems of that severity; where a form has several rows, all
  /// of its rows.
  public var rowsSetAside: Int
  /// What was wrong or worth a note.
  public var problems: [Problem]
  /// For service use: what the export can speak of.
  public var coverage: EventCoverage?
  /// Whether the export stopped whole; then it has no rows.
  public var stopped: Bool

  /// A batch.
  public init(
    file: String, map: String, kind: ExportKind, contentDigest: String, ruleDigest: String,
    rows: [ImportRow], rowsRead: Int, rowsSkipped: Int, rowsSetAside: Int, problems: [Problem],
    coverage: EventCoverage?, stopped: Bool
  ) {
    self.file = file
    self.map = map
    self.kind = kind
    self.contentDigest = contentDigest
    self.ruleDigest = ruleDigest
    self.rows = rows
    self.rowsRead = rowsRead
    self.rowsSkipped = rowsSkipped
    self.rowsSetAside = rowsSetAside
    self.problems = problems
    self.coverage = coverage
    self.stopped = stopped
  }
}
