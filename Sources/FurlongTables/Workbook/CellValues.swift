import Foundation
import FurlongArchives

/// Turns what a sheet writes of a cell into the text that Excel shows: by shared texts, by formats of dates.
struct CellValues {
  private let shared: SharedTexts
  private let isDate: [Bool]
  private let countsFrom1904: Bool

  /// What a workbook's sheets share; nil where that is more text than is read.
  init?(_ workbook: Workbook) throws(ArchiveError) {
    countsFrom1904 = workbook.countsFrom1904
    let texts = SharedTexts()
    let styles = Styles()
    for (part, listener) in [
      ("sharedStrings.xml", texts as any MarkupListener), ("styles.xml", styles),
    ] {
      let entry = workbook.folder + part
      guard workbook.archive.contains(entry) else { continue }
      try Self.read(entry, workbook.archive, listener)
    }
    if texts.isDone { return nil }
    shared = texts
    isDate = styles.formats.map(styles.isOfDates)
  }

  private static func read(
    _ entry: String, _ archive: ZipArchive, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    try MarkupReader().read(entry, of: archive, listener)
  }

  /// The text of a cell.
  ///
  /// - Parameters:
  ///   - written: what stands in the sheet.
  ///   - type: the cell's `t`; nil is a number.
  ///   - style: the cell's `s`.
  func text(_ written: String, type: String?, style: Int?) -> String {
    switch type {
    case "s":
      return Int(written).flatMap(shared.text) ?? written
    case "b": return written == "1" ? "TRUE" : "FALSE"
    case nil, "n":
      guard let number = Double(written), number.isFinite else { return written }
      if let style, isDate.indices.contains(style), isDate[style], let day = moment(number) {
        return day
      }
      return Self.text(number)
    // Texts in the cell, texts of formulas, errors, and days as ISO writes them.
    default: return ExcelEscape.decoded(written)
    }
  }

  /// A number with the 15 figures that Excel keeps.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    let short = Double(String(format: "%.15g", number)) ?? number
    return ShortestNumber.text(short)
  }

  /// A day, with its time of day where it has one, or a time alone; nil where the number is none.
  private func moment(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial.rounded(.down))
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    if day == 0, !countsFrom1904 { return clock }
    // Excel counts a 29 February 1900, which there was not: day 60 of its calendar.
    let sinceEpoch = countsFrom1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569)
    let date = Date(timeIntervalSince1970: Double(sinceEpoch) * 86_400)
      .formatted(.iso8601.year().month().day())
    return seconds == 0 ? date : "\(date) \(clock)"
  }
}

/// Which formats of cells are of dates.
private final class Styles: MarkupListener {
  /// The number format of each style of cells.
  private(set) var formats: [Int] = []
  private var codes: [Int: String] = [:]
  private var isOfCells = false
  var isDone: Bool { false }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        codes[id] = attributes["formatCode"]
      }
    case "cellXfs": isOfCells = true
    case "xf":
      if isOfCells { formats.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0) }
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isOfCells = false } }
  func text(_ text: String) {}

  /// Whether a format shows a day or a time of day.
  func isOfDates(_ id: Int) -> Bool {
    if let code = codes[id] { return Self.showsDate(code) }
    return (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
      || (50...58).contains(id)
  }

  /// A code with d, m, y, h or s outside of quotes, brackets and escapes; `[h]` counts hours, which is a number.
  static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var letters = ""
    for sign in code.lowercased() {
      if isEscaped { isEscaped = false; continue }
      switch sign {
      case "\\", "_", "*": if !isQuoted { isEscaped = true }
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      // What follows is for numbers below 0.
      case ";" where !isQuoted: return isOfDates(letters)
      default: if !isQuoted, !isBracketed { letters.append(sign) }
      }
    }
    return isOfDates(letters)
  }

  private static func isOfDates(_ letters: String) -> Bool {
    letters.contains { "dmyhs".contains($0) } && !letters.contains("general")
  }
}
