import FurlongStudy

/// Reads what one kind of export has in a row.
protocol ContentReader {
  /// Whether a row is judged together with others of the export, so that none is certain before the last is read.
  var holdsBack: Bool { get }

  /// Reads a row whose identifiers are known.
  ///
  /// - Throws: why the row is set aside.
  mutating func read(
    _ cells: RowCells, into row: inout KeptRow, notes: inout ImportNotes
  ) throws(RowRefusal)

  /// Sees a row that is set aside, for what it says of others.
  mutating func setAside(_ cells: RowCells)

  /// Looks at all kept rows together, where they were held back.
  ///
  /// - Returns: rows that are set aside after all, by their number in the export.
  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal]
}

extension ContentReader {
  var holdsBack: Bool { false }

  mutating func setAside(_ cells: RowCells) {}

  mutating func finish(_ rows: inout [KeptRow]) -> [Int: RowRefusal] {
    [:]
  }
}

extension ExportMap {
  /// The reader of this mapping's kind of export.
  ///
  /// - Parameters:
  ///   - scales: the instruments that the mapping names, by id.
  ///   - lifeOutcomes: the parts of life that the plan has.
  ///   - baselines: the plan's occasions that are baselines.
  ///   - codes: the ids of the codebook's codes; nil = any code is taken.
  ///   - keepsAllWords: whether a story's words are kept that may never be quoted.
  ///   - storyTexts: gives the words in a file of `stories/`.
  ///   - rules: the export's columns.
  func contentReader(
    scales: [String: ScaleSheet], lifeOutcomes: [LifeOutcome], baselines: Set<String>,
    codes: [String]?, keepsAllWords: Bool, storyTexts: StoryTexts?,
    rules: CellRules
  ) -> any ContentReader {
    switch content {
    case .people(let columns), .caseload(let columns):
      RegisterReader(columns: columns, rules: rules)
    case .scores(let columns):
      FormReader(
        columns: columns, scales: scales,
        states: columns.states.compactMap { StateReader($0, of: lifeOutcomes) },
        baselines: baselines, rules: rules)
    case .attendance(let columns):
      AttendanceReader(
        columns: columns, sessions: sessionColumns(among: rules.header), sheet: format.sheet,
        rules: rules)
    case .events(let columns): EventReader(columns: columns, rules: rules)
    case .stories(let columns):
      StoryReader(
        columns: columns, keepsAllWords: keepsAllWords, texts: storyTexts)
    case .codings(let columns): CodingReader(columns: columns, codes: codes)
    case .units(let columns): UnitReader(columns: columns, rules: rules)
    }
  }
}
