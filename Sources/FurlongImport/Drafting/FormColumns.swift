import FurlongScales
import FurlongStudy
import FurlongTables

/// What stands in the columns of an export of forms: scales of the catalogue, the college's own, runs of answers that no scale is
/// known for, and what says when a form was filled in.
struct FormColumns {
  let sheet: ExportSheet
  /// The scales that were recognised, each with its occasion.
  private(set) var recognition: Recognition
  /// Scores that no scale of the catalogue has.
  private(set) var own: [OwnColumns.Group]
  /// Items of which no score is made.
  let unscored: UnscoredItems
  /// Columns that look like answers, of which no scale was recognised.
  let run: ItemRun?
  /// The scale that another export asks in the same questions, and which of the run's columns hold it.
  let same: (of: SameQuestions, headings: [String])?
  /// Whether columns that could be one of several scales are looked at.
  let isPossible: Bool
  /// Headings of columns that could be one of several scales.
  let possible: [String]
  /// Headings of columns in which a scale was recognised.
  let taken: Set<String>
  /// Whether headings say when their forms were filled in.
  let byHeading: Bool
  /// The numbered occasions that headings name.
  let waves: Waves
  /// The occasion that a column says.
  let said: OccasionColumn?
  /// The days that a dataset counts itself.
  let counted: ColumnProfile?
  /// The occasion that the name of the file says.
  let file: FileOccasion?
  /// The day of an occasion that a heading or the file says, by the plan's id.
  private(set) var dayOf: [String: ColumnProfile] = [:]

  /// What stands in a sheet; nil where no scale does.
  ///
  /// - Parameter orPossible: whether columns that could be one of several scales will do.
  init?(
    _ sheet: ExportSheet, _ recognised: Recognition, _ catalogue: ScaleCatalogue, orPossible: Bool
  ) {
    self.sheet = sheet
    recognition = recognised
    possible = recognised.possible.flatMap(\.columns).map(\.heading)
    taken = Set(
      recognised.forms.flatMap { $0.answers.columns + [$0.checkedTotal].compactMap { $0 } }.map(
        \.heading))
    unscored = UnscoredItems(recognised, sheet)
    said = OccasionColumn(sheet)
    counted = FormDay.column(sheet) == nil ? FormDay.counted(sheet) : nil
    // Days that a dataset counts itself are no score.
    let notScores = taken.union(unscored.between).union(
      [said?.column.heading, counted?.heading].compactMap { $0 })
    let others = sheet.profiles.indices.filter {
      sheet.roles[$0] == .other && !notScores.contains(sheet.profiles[$0].heading)
    }.map { sheet.profiles[$0] }
    waves = Waves(
      recognised.forms.compactMap(\.occasion)
        + others.filter(\.isCounts).compactMap { HeadingOccasion($0.heading)?.label })
    own = OwnColumns.groups(others, waves)
    if own.isEmpty, said != nil || counted != nil {
      own = OwnColumns.changing(sheet, notIn: notScores, catalogue)
    }
    run = ItemRun.longest(
      sheet, notIn: taken.union(unscored.between).union(own.flatMap(\.columns).map(\.heading)))
    same = run?.known(by: sheet.others.questions, catalogue)
    if let same {
      recognition.possible.removeAll {
        $0.columns.allSatisfy { same.headings.contains($0.heading) }
      }
    }
    isPossible = orPossible && !recognition.possible.isEmpty
    byHeading =
      own.contains { $0.columns.contains { $0.occasion != nil } }
      || recognition.forms.contains { $0.occasion != nil }
    file = byHeading || said != nil || counted != nil ? nil : FileOccasion(sheet)
    guard !recognition.forms.isEmpty || !own.isEmpty || isPossible || same != nil else {
      return nil
    }
    if let file { beOf(file) }
    if byHeading { findDays() }
  }

  /// Makes every form one of the occasion that the file's name says.
  private mutating func beOf(_ file: FileOccasion) {
    for place in recognition.forms.indices { recognition.forms[place].occasion = file.id }
    for place in recognition.possible.indices { recognition.possible[place].occasion = file.id }
    for group in own.indices {
      own[group].columns = own[group].columns.map { (file.id, $0.heading) }
    }
    dayOf[file.id] = FormDay.column(sheet)
  }

  /// `Pre date` beside `PHQ9 pre` is the day of those forms.
  private mutating func findDays() {
    for column in sheet.columns(.day) {
      guard let heading = HeadingOccasion(column.heading) else { continue }
      let id = waves.id(heading.label)
      dayOf[id] = dayOf[id] ?? column
    }
  }

  /// The column of the day of all forms.
  var date: ColumnProfile? { byHeading || file != nil ? nil : FormDay.column(sheet) }
  /// The column that says when, where headings do not.
  var occasion: OccasionColumn? { byHeading ? nil : said }

  /// The days of the occasions of which there are forms.
  var usedDays: [String: ColumnProfile] {
    let used = Set(
      recognition.forms.compactMap(\.occasion).map(waves.id)
        + own.flatMap(\.columns).compactMap(\.occasion) + [file?.id].compactMap { $0 })
    return dayOf.filter { used.contains($0.key) }
  }

  /// How many cells of a column hold something.
  func filled(_ heading: String) -> Int {
    sheet.profiles.first { $0.heading == heading }?.filled ?? 0
  }
}
