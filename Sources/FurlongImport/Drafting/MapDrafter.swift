import FurlongForms
public import FurlongScales
import FurlongStudy
public import FurlongTables

/// Drafts a mapping for an export from its headings and cells.
///
/// Nothing is decided unseen: the draft is a file that a person reads, with a remark where something was taken to be so and
/// `DECIDE` where it cannot be told. Of cells only the words of columns are shown whose words a mapping must list: marks of
/// registers, kinds of people, gender, ethnicity, legal status, occasions and answers.
public struct MapDrafter: Sendable {
  /// So many rows are looked at for what a column is.
  static let mostRows = 20_000

  /// The instruments.
  public let catalogue: ScaleCatalogue
  /// What the other exports say.
  public let others: OtherExports
  private let recogniser: InstrumentRecogniser

  /// A drafter that knows a catalogue's instruments.
  public init(_ catalogue: ScaleCatalogue, beside others: OtherExports = OtherExports()) {
    self.catalogue = catalogue
    self.others = others
    recogniser = InstrumentRecogniser(catalogue)
  }

  /// Drafts a mapping.
  ///
  /// - Parameters:
  ///   - table: the export, read in the shape.
  ///   - shape: how it is written.
  ///   - path: the export's path from the study folder.
  public func draft(_ table: SourceTable, shape: TableShape, path: String) -> MapDraft {
    let rows = min(table.rowCount, Self.mostRows)
    let data = (0..<rows).filter { row in
      let first = table.header.indices.first { !table.isBlank(row: row, column: $0) }
      return first.map {
        !PassedLine.beginsTotals(table.text(row: row, column: $0)) && !isFoot(row, of: table)
      } ?? false
    }
    let profiles = table.header.enumerated().map { place, heading in
      var sample = ColumnSample(heading: heading)
      for row in data where !table.isBlank(row: row, column: place) {
        let text = table.text(row: row, column: place)
        if shape.missing[text] == nil { sample.add(text) }
      }
      // SPSS says beside a variable what was asked.
      let questions =
        shape.questions.isEmpty
        ? table.header.map { heading in
          table.labels.first { $0.column == heading }?.label ?? ""
        } : shape.questions
      return ColumnProfile(
        sample, rows: data.count,
        question: questions.indices.contains(place) ? questions[place] : "")
    }
    var roles = profiles.map(role)
    let numbers = RowNumbers(table, rows: data, profiles: profiles, roles: roles)
    for (place, other) in numbers.places { roles[place] = .rowNumber(beside: other) }
    if let own = OwnIdentifier.column(profiles, roles) { roles[own] = .studentID }
    let own = Self.names(in: profiles, roles, PersonNames.words(in: table))
    let sheet = ExportSheet(
      table: table, shape: shape, path: path, profiles: profiles, roles: roles, others: others,
      names: own.union(others.names))
    var draft = content(sheet).draft
    draft.facts.names = own
    if draft.kind == .stories, let forms = forms(beside: draft, in: sheet) {
      let stories = draft
      draft = forms
      draft.facts.add(stories.facts)
      draft.beside = [stories]
    }
    return draft
  }

  /// The mapping of scales that stand in the rows of stories: a form often asks both.
  private func forms(beside stories: MapDraft, in sheet: ExportSheet) -> MapDraft? {
    let recognition = recognition(in: sheet)
    guard !recognition.forms.isEmpty,
      var draft = FormsDraft(sheet, recognition, catalogue, recogniser)?.draft
    else { return nil }
    draft.checks.append(
      "The same rows hold stories: a second mapping reads them, and each says under 'ignore' what the other reads. Both may read the one export, since they hold different things."
    )
    return draft
  }

  /// The scales in the columns of a sheet.
  private func recognition(in sheet: ExportSheet) -> Recognition {
    var recognition = ScalesInColumns(sheet, recogniser).recognition
    recognition.hideNames(sheet.names)
    recognition.readLabels(sheet.table.labels, catalogue)
    return recognition
  }

  /// The names of people in an export, those of columns such as `Attendee` with them.
  private static func names(
    in profiles: [ColumnProfile], _ roles: [ColumnRole], _ named: Set<String>
  ) -> Set<String> {
    profiles.indices.reduce(into: named) { names, place in
      guard roles[place] == .identifying,
        profiles[place].words.isOnly("student", "learner", "attendee", "participant", "tutor")
      else { return }
      names.formUnion(profiles[place].sample.texts.keys.flatMap(PersonNames.words))
    }
  }

  /// Whether one of the last rows has no id in its first column as the first row has, but words, and else only numbers: `Present in week,
  /// 27, 30`.
  private func isFoot(_ row: Int, of table: SourceTable) -> Bool {
    guard row >= table.rowCount - 3, row > 3, !table.isBlank(row: 0, column: 0),
      table.isBlank(row: row, column: 0)
        || PassedLine.isWords(table.text(row: row, column: 0))
          && table.text(row: 0, column: 0).contains(where: \.isNumber)
    else { return false }
    let cells = table.header.indices.map { table.text(row: row, column: $0) }.filter { !$0.isEmpty }
    return cells.count > 2 && ShortestNumber.number(cells[0]) == nil
      && cells.dropFirst().allSatisfy { ShortestNumber.number($0) != nil }
      && cells.dropFirst().contains { (ShortestNumber.number($0) ?? 0) > 1 }
  }

  /// What a column is; one whose cells a register's spelling brings into its form holds ids, whatever its heading.
  private func role(_ column: ColumnProfile) -> ColumnRole {
    let role = ColumnRole(column)
    let isOpen =
      [.other, .freeText, .identifying].contains(role)
      || role == .localID && IdentifierHeading(column.words) != nil
    guard let spelling = others.spelling, isOpen else {
      return role
    }
    let fits = column.share { spelling.fits(IdentifierSpelling.plain($0)) }
    let lettered = column.share { spelling.isLettered(IdentifierSpelling.plain($0)) }
    let isCalled = column.words.says("ref", "id", "number", "no", "code", "reference")
    return fits > 0.8 && (lettered > 0.3 || isCalled && lettered > 0) ? .studentID : role
  }

  /// The first kind of export that fits, the most telling first.
  private func content(_ sheet: ExportSheet) -> any ContentDraft {
    let recognition = recognition(in: sheet)
    let hasItems = recognition.forms.contains { $0.answers.columns.count > 1 }
    if !hasItems,
      let pair = LongPair.find(sheet.profiles, roles: sheet.roles, sheet.table, recogniser)
    {
      return LongFormsDraft(sheet, pair, catalogue)
    }
    if let stories = StoriesDraft(sheet) { return stories }
    if recognition.forms.isEmpty, let units = UnitsDraft(sheet) { return units }
    if recognition.forms.isEmpty, MonthCounts(sheet) != nil { return UnknownDraft(sheet) }
    if let forms = FormsDraft(sheet, recognition, catalogue, recogniser) { return forms }
    if let register = WideRegisterDraft(sheet) { return register }
    if let spells = SpellsDraft(sheet) { return spells }
    if let register = RegisterDraft(sheet) { return register }
    if let list = CaseloadDraft(sheet, besideRegister: others.hasRegister) { return list }
    if let people = PeopleDraft(sheet) { return people }
    if let events = EventsDraft(sheet) { return events }
    if let forms = FormsDraft(sheet, recognition, catalogue, recogniser, orPossible: true) {
      return forms
    }
    return UnknownDraft(sheet)
  }
}

/// One kind of export, as it is drafted.
protocol ContentDraft {
  /// The draft.
  var draft: MapDraft { get }
}

/// An export with everything that was seen of it.
struct ExportSheet {
  let table: SourceTable
  let shape: TableShape
  let path: String
  let profiles: [ColumnProfile]
  let roles: [ColumnRole]
  let others: OtherExports
  /// The single names of people in it and in the others, in small letters.
  let names: Set<String>

  /// The columns of a role, in order.
  func columns(_ role: ColumnRole) -> [ColumnProfile] {
    profiles.indices.filter { roles[$0] == role }.map { profiles[$0] }
  }

  /// The first column of a role.
  func first(_ role: ColumnRole) -> ColumnProfile? { columns(role).first }

  /// The columns that say whose a row is; where no heading says so, one called no more than a reference, or than `id`.
  ///
  /// Numbers that count the rows, such as the `ID` of Microsoft Forms, are nobody's.
  var identifiers: [(column: ColumnProfile, kind: IdentifierKind)] {
    let said = named
    if !said.isEmpty { return said }
    if let reference = profiles.indices.first(where: isReference) {
      return [(profiles[reference], .studentID)]
    }
    return profiles.indices.first { place in
      roles[place] == .other && profiles[place].filled == profiles[place].rows
        && profiles[place].words.isOnly("id", "case", "case id", "no", "nr", "key", "code")
        && !countsRows(place)
    }.map { [(profiles[$0], .localID)] } ?? []
  }

  /// Whether a column is called a reference and no more, and holds what looks like ids.
  private func isReference(_ place: Int) -> Bool {
    let column = profiles[place]
    guard roles[place] == .other || roles[place] == .freeText, !countsRows(place) else {
      return false
    }
    return IdentifierHeading(HeadingText(column.heading))?.isBare == true
      && IdentifierHeading.fits(column)
  }

  /// Whether a column holds 1, 2, 3 … in the order of the rows, or is the `ID` that Microsoft Forms gives each form.
  func countsRows(_ place: Int) -> Bool {
    let column = profiles[place]
    if column.words.isOnly("id"), isOfMicrosoftForms { return true }
    guard column.isRowNumber, let own = table.column(column.heading) else { return false }
    var last = 0
    return (0..<table.rowCount).allSatisfy { row in
      if table.isBlank(row: row, column: own) { return true }
      guard let number = Int(table.text(row: row, column: own)), number == last + 1 else {
        return false
      }
      last = number
      return true
    }
  }

  /// Whether the export has the columns that Microsoft Forms puts before every form.
  private var isOfMicrosoftForms: Bool {
    let headings = Set(table.header.map { HeadingText($0).words.joined(separator: " ") })
    return headings.isSuperset(of: ["id", "start time", "completion time"])
  }

  private var named: [(column: ColumnProfile, kind: IdentifierKind)] {
    profiles.indices.compactMap { place in
      switch roles[place] {
      case .studentID: (profiles[place], .studentID)
      case .localID: (profiles[place], .localID)
      case .nhsNumber: (profiles[place], .nhsNumber)
      default: nil
      }
    }
  }

  /// What SPSS says that the numbers of a column mean.
  func meanings(of column: ColumnProfile) -> [String: String] {
    table.labels.first { $0.column == column.heading }?.meanings ?? [:]
  }

  /// How the days of a column are read.
  func dayText(of column: ColumnProfile) -> DateText {
    DateText(
      order: column.days.order, shortYearsFrom: 1930,
      dayNumbers: column.days.hasDayNumbers ? .from1900 : nil)
  }

  /// All days in a column, read in the export's order.
  func days(in column: ColumnProfile) -> [CalendarDay] {
    guard let place = table.column(column.heading) else { return [] }
    let text = dayText(of: column)
    return (0..<table.rowCount).compactMap { try? text.day(table.text(row: $0, column: place)) }
  }

  /// The first and the last day of a column, slips left out: days that lie ten years from every other.
  func range(of column: ColumnProfile) -> DayRange? {
    let days = days(in: column).sorted()
    guard !days.isEmpty else { return nil }
    let middle = days[days.count / 2].number
    let near = days.filter { abs($0.number - middle) < 3_653 }
    return near.first.flatMap { first in near.last.map { DayRange(from: first, to: $0) } }
  }
}
