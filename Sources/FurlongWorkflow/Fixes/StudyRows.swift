import FurlongForms
import FurlongImport
import FurlongStore
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
    var table: TableWalk
    var map: ExportMap
    /// Its cells with what people corrected.
    var corrected: TableWalk
    var identifiers: RowIdentifiers
    var strangers: [Int: String]

    /// Whose a row of a piece is.
    func hashes(of row: Int, in piece: SourceTable) -> [KeyedHash] {
      identifiers.hashes(of: row, in: piece, stranger: strangers[piece.sourceRow(row)])
    }
  }

  /// A row that is there.
  struct Found {
    var export: Read
    /// The piece of the export in which it stands, and its place there.
    var piece: SourceTable
    var row: Int

    /// Whose it is.
    var hashes: [KeyedHash] { export.hashes(of: row, in: piece) }
  }

  let exports: [ExportList.Export]
  let marks: RowMark
  private let pseudonymiser: Pseudonymiser
  private let fictional: Bool
  private let dataTo: CalendarDay?
  private let people: PeopleDecisions
  private var read: [String: Read] = [:]

  convenience init(workflow: Workflow, plan: StudyPlan, key: [UInt8], book: DecisionBook) throws {
    // What coders wrote down is nobody's row.
    let exports = try ExportList(
      folder: workflow.folder, rules: [], corrections: book.corrections(key: key)
    ).exports().filter { $0.codings == nil }
    try self.init(exports, plan: plan, key: key, people: book.people(key: key))
  }

  /// The rows of some exports.
  init(_ exports: [ExportList.Export], plan: StudyPlan, key: [UInt8], people: PeopleDecisions)
    throws
  {
    self.exports = exports
    pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    fictional = plan.cohort.fictional
    dataTo = plan.cohort.dataTo
    self.people = people
    marks = RowMark(pseudonymiser)
  }

  /// The row that words such as `exports/forms.csv:88` name.
  func place(_ words: String) throws(WorkflowError) -> Place {
    guard let (name, row) = Self.parts(words) else {
      throw WorkflowError(
        "'\(words)' names no row", fix: "name an export and its row, such as exports/forms.csv:88")
    }
    var named = exports.filter { $0.file == name || $0.file.hasSuffix("/" + name) }
    if named.isEmpty {
      // A row of an export that several mappings read is one row.
      let read = exports.filter {
        let export = ReadingName.export($0.file)
        return export == name || export.hasSuffix("/" + name)
      }
      if Set(read.map { ReadingName.export($0.file) }).count == 1 { named = Array(read.prefix(1)) }
    }
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
    do {
      let table = try source.walk(name: file)
      let corrected = try export.corrections?.applied(
        to: table, marks: marks, file: file, book: DecisionBook.file)
      let new = Read(
        table: table, map: source.map, corrected: corrected?.table ?? table,
        identifiers: RowIdentifiers(
          map: source.map, pseudonymiser: pseudonymiser, fictional: fictional, people: people),
        strangers: corrected?.strangers ?? [:])
      read[file] = new
      return new
    } catch { throw Self.unreadable(file, error) }
  }

  /// Looks at each piece of an export in turn.
  func each(of file: String, _ look: (SourceTable) throws -> Void) throws(WorkflowError) {
    let export = try export(file)
    do { try export.table.each(look) } catch { throw Self.unreadable(file, error) }
  }

  /// Pairs of these rows that may be one person's, and how many ids that are nobody's are near to several people's.
  ///
  /// Left out are those that are one person already, and those that somebody told apart.
  func likelyPairs(in file: StudyFile) throws -> (pairs: [LikelyPair], undecided: Int) {
    var search = DuplicateSearch(dataTo: dataTo)
    var looked: Set<String> = []
    for export in exports {
      // The rows of an export that several mappings read are looked at once.
      let isNew = looked.insert(ReadingName.export(export.file)).inserted
      guard isNew || export.kind.tiesIdentifiers else { continue }
      let read = try self.export(export.file)
      try search.add(
        read.corrected, file: export.file, identifiers: read.identifiers,
        strangers: read.strangers)
    }
    let found = try search.pairs { try file.people(of: $0) }
    return (found.pairs.filter { !$0.isApart(by: people) }, found.undecided)
  }

  private static func unreadable(_ file: String, _ error: any Error) -> WorkflowError {
    if let error = error as? WorkflowError { return error }
    let said = error as? TableError
    return WorkflowError(
      "\(file) \(said?.what ?? "cannot be read")", at: file,
      fix: said?.fix ?? "mend what `furlong problems` names")
  }

  /// A row that is there, in its export.
  func row(_ place: Place) throws(WorkflowError) -> Found {
    let export = try export(place.file)
    var found: Found?
    try each(of: place.file) { piece in
      guard found == nil else { return }
      let row = (0..<piece.rowCount).first { piece.sourceRow($0) == place.row }
      if let row { found = Found(export: export, piece: piece, row: row) }
    }
    if let found { return found }
    throw WorkflowError(
      "\(place.file) has no row \(place.row) that can be read", at: place.words,
      fix: "rows are counted as a spreadsheet does: the headings are row 1, if nothing stands above"
    )
  }

  /// A row with its mark, for a decision about it.
  func marked(_ place: Place) throws(WorkflowError) -> Decision.Row {
    let found = try row(place)
    return Decision.Row(
      file: place.file,
      row: ExportCorrections.Row(
        row: place.row, mark: marks.mark(of: found.row, in: found.piece)))
  }

  /// The marks of rows of an export, by their numbers; of those that are there.
  func marks(of file: String, rows: Set<Int>) throws(WorkflowError) -> [Int: String] {
    var found: [Int: String] = [:]
    try each(of: file) { piece in
      for row in 0..<piece.rowCount where rows.contains(piece.sourceRow(row)) {
        found[piece.sourceRow(row)] = marks.mark(of: row, in: piece)
      }
    }
    return found
  }
}
