import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTables

/// The rows of a study's exports, as a person names them and as an import reads them.
///
/// Exports are read when first asked for, and held in memory alone.
final class StudyRows {
  /// A row: which export, which of its rows.
  struct Place: Equatable {
    var file: String
    var row: Int
    /// `exports/forms.csv:88`.
    var words: String { "\(file):\(row)" }
  }

  /// An export as it is read.
  struct Read {
    var table: SourceTable
    var map: ExportMap
    /// Its cells with what people corrected.
    var corrected: SourceTable
    var identifiers: RowIdentifiers
    var strangers: [Int: String]

    /// The place of a row in the table, by its number; nil where it holds no such row.
    func place(_ row: Int) -> Int? {
      (0..<table.rowCount).first { table.sourceRow($0) == row }
    }

    /// Whose a row is, by its place.
    func hashes(_ place: Int) -> [KeyedHash] {
      identifiers.hashes(of: place, in: table, stranger: strangers[table.sourceRow(place)])
    }
  }

  let exports: [ExportList.Export]
  let marks: RowMark
  private let pseudonymiser: Pseudonymiser
  private let fictional: Bool
  private let people: PeopleDecisions
  private var read: [String: Read] = [:]

  init(workflow: Workflow, plan: StudyPlan, key: [UInt8], book: DecisionBook) throws {
    exports = try ExportList(
      folder: workflow.folder, rules: [], corrections: book.corrections(key: key)
    ).exports()
    pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    fictional = plan.cohort.fictional
    people = book.people(key: key)
    marks = RowMark(pseudonymiser)
  }

  /// The row that words such as `exports/forms.csv:88` name.
  func place(_ words: String) throws(WorkflowError) -> Place {
    guard let (name, row) = Self.parts(words) else {
      throw WorkflowError(
        "'\(words)' names no row", fix: "name an export and its row, such as exports/forms.csv:88")
    }
    let named = exports.filter { $0.file == name || $0.file.hasSuffix("/" + name) }
    guard let export = named.first, named.count == 1 else {
      let near = NearestWord(among: exports.map(\.file)).to(name).map { "did you mean '\($0)'?" }
      throw WorkflowError(
        named.isEmpty
          ? "no mapping reads an export '\(name)'" : "'\(name)' may be more than one export",
        fix: near ?? "name it by its path from the study folder, as `furlong import` lists it")
    }
    return Place(file: export.file, row: row)
  }

  /// The export and the row of `exports/forms.csv:88`; nil where words do not end in a row.
  static func parts(_ words: String) -> (file: String, row: Int)? {
    guard let colon = words.lastIndex(of: ":"), colon != words.startIndex,
      let row = Int(words[words.index(after: colon)...]), row > 0
    else { return nil }
    return (String(words[..<colon]), row)
  }

  /// An export, read.
  func export(_ file: String) throws(WorkflowError) -> Read {
    if let known = read[file] { return known }
    guard let export = exports.first(where: { $0.file == file }), let source = export.source else {
      throw WorkflowError(
        "\(file) cannot be read", at: file, fix: "mend what `furlong problems` names")
    }
    do throws(TableError) {
      let table = try source.table(name: file)
      let corrected = export.corrections?.applied(
        to: table, marks: marks, file: file, book: DecisionBook.file)
      let new = Read(
        table: table, map: source.map, corrected: corrected?.table ?? table,
        identifiers: RowIdentifiers(
          map: source.map, pseudonymiser: pseudonymiser, fictional: fictional, people: people),
        strangers: corrected?.strangers ?? [:])
      read[file] = new
      return new
    } catch {
      throw WorkflowError("\(file) \(error.what)", at: file, fix: error.fix)
    }
  }

  /// A row that is there, in its export.
  func row(_ place: Place) throws(WorkflowError) -> (export: Read, place: Int) {
    let export = try export(place.file)
    guard let row = export.place(place.row) else {
      throw WorkflowError(
        "\(place.file) has no row \(place.row) that can be read", at: place.words,
        fix:
          "rows are counted as a spreadsheet does: the headings are row 1, if nothing stands above"
      )
    }
    return (export, row)
  }

  /// A row with its mark, for a decision about it.
  func marked(_ place: Place) throws(WorkflowError) -> Decision.Row {
    let (export, row) = try row(place)
    return Decision.Row(
      file: place.file,
      row: ExportCorrections.Row(row: place.row, mark: marks.mark(of: row, in: export.table)))
  }
}
