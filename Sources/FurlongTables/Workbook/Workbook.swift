import FurlongArchives

/// What a workbook holds: its sheets, where each lies, and from which day it counts.
struct Workbook {
  /// One sheet.
  struct Sheet {
    var name: String
    /// Its entry in the archive.
    var entry: String
    var isHidden: Bool
  }

  let archive: ZipArchive
  /// The folder of its main part, with a slash.
  let folder: String
  let sheets: [Sheet]
  /// Whether day 0 is 1 January 1904, as on old Macs.
  let countsFrom1904: Bool

  /// The workbook of an archive; nil where the archive holds none.
  init?(_ archive: ZipArchive) throws(ArchiveError) {
    self.archive = archive
    var main = "xl/workbook.xml"
    if archive.contains("_rels/.rels") {
      let relations = try Relations(archive, "_rels/.rels", from: "")
      main = relations.targets.first { $0.type.hasSuffix("/officeDocument") }?.entry ?? main
    }
    guard archive.contains(main), !main.hasSuffix("document.xml") else { return nil }
    let parts = main.split(separator: "/")
    folder = parts.dropLast().map { "\($0)/" }.joined()
    let relations = try Relations(
      archive, "\(folder)_rels/\(parts.last ?? "").rels", from: folder)
    let contents = Contents()
    try archive.keep(main, in: contents)
    guard contents.isWorkbook else { return nil }
    countsFrom1904 = contents.countsFrom1904
    var entries = Dictionary(
      relations.targets.lazy.filter { $0.type.hasSuffix("/worksheet") }.map { ($0.id, $0.entry) }
    ) { first, _ in first }
    // A sheet has a part of its own.
    sheets = contents.sheets.compactMap { sheet in
      entries.removeValue(forKey: sheet.relation)
        .map { Sheet(name: sheet.name, entry: $0, isHidden: sheet.isHidden) }
    }
  }

  /// So much is kept of the list of sheets, and of where each lies.
  fileprivate static let mostOfLists = 1_000_000
  /// What a line of these takes beside its letters.
  fileprivate static let ofEach = 64

  /// The main part's list of sheets.
  private final class Contents: KeepingListener {
    private(set) var held = HeldBytes(most: Workbook.mostOfLists)
    var isWorkbook = false
    var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    var countsFrom1904 = false

    func start(_ name: String, _ attributes: MarkupAttributes) {
      switch name {
      case "workbook": isWorkbook = true
      case "workbookPr":
        // Extensions have an element of the same name, which says nothing of days.
        if let said = attributes["date1904"] { countsFrom1904 = ["1", "true"].contains(said) }
      case "sheet":
        // The prefix of relationships is the writer's own: r:id as a rule.
        let relation = attributes.first { $0.name.hasSuffix(":id") }?.value
        let isHidden = (attributes["state"] ?? "visible") != "visible"
        let name = attributes["name"] ?? ""
        sheets.append((name, relation ?? "", isHidden))
        held.count += Workbook.ofEach + name.utf8.count + (relation ?? "").utf8.count
      default: break
      }
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
  }
}

/// Where the parts of a package lie that one part names.
private struct Relations {
  struct Target {
    var id: String
    var type: String
    var entry: String
  }

  let targets: [Target]

  init(_ archive: ZipArchive, _ entry: String, from folder: String) throws(ArchiveError) {
    let list = List()
    if archive.contains(entry) { try archive.keep(entry, in: list) }
    targets = list.targets.map { id, type, target in
      Target(
        id: id, type: type,
        entry: target.hasPrefix("/") ? String(target.dropFirst()) : Self.joined(folder, target))
    }
  }

  /// `xl/` and `../docs/a.xml` are `docs/a.xml`.
  private static func joined(_ folder: String, _ target: String) -> String {
    var parts = folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private final class List: KeepingListener {
    private(set) var held = HeldBytes(most: Workbook.mostOfLists)
    var targets: [(id: String, type: String, target: String)] = []

    func start(_ name: String, _ attributes: MarkupAttributes) {
      guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
      let found = ["Id", "Type", "Target"].map { attributes[$0] ?? "" }
      targets.append((found[0], found[1], found[2]))
      held.count += Workbook.ofEach + found.reduce(0) { $0 + $1.utf8.count }
    }

    func end(_ name: String) {}
    func text(_ text: String) {}
  }
}
