import Foundation
import FurlongArchives

/// Turns what a sheet writes of a cell into the text that Excel shows: by shared texts, by formats of dates.
struct CellValues {
  private let shared: SharedTexts
  private let isDate: [Bool]
  private let countsFrom1904: Bool

  /// What a workbook's sheets share.
  init(_ workbook: Workbook) throws(ArchiveError) {
    countsFrom1904 = workbook.countsFrom1904
    shared = SharedTexts()
    let formats = CellFormats()
    for (part, listener) in [
      ("sharedStrings.xml", shared as any KeepingListener), ("styles.xml", formats),
    ] {
      let entry = workbook.folder + part
      if workbook.archive.contains(entry) { try workbook.archive.keep(entry, in: listener) }
    }
    isDate = formats.areOfDates
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
      let isMoment = style.map { isDate.indices.contains($0) && isDate[$0] } ?? false
      if !isMoment, Self.isWhole(written) { return written }
      guard let number = Double(written), number.isFinite else { return written }
      return isMoment ? moment(number) ?? Self.text(number) : Self.text(number)
    // Texts in the cell, texts of formulas, errors, and days as ISO writes them.
    default: return ExcelEscape.decoded(written)
    }
  }

  /// Whether a number is written as Excel shows it: at most 15 figures, of which the first is not 0.
  private static func isWhole(_ written: String) -> Bool {
    let figures = written.utf8
    return (1...15).contains(figures.count)
      && (figures.first != UInt8(ascii: "0") || figures.count == 1)
      && figures.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// A number with the 15 figures that Excel keeps.
  static func text(_ number: Double) -> String {
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000 { return String(whole) }
    let text = ShortestNumber.text(number)
    // So few letters have no more figures.
    if text.utf8.count <= 15 { return text }
    let short = Double(String(format: "%.15g", number)) ?? number
    // The largest number of all is rounded to none.
    return ShortestNumber.text(short.isFinite ? short : number)
  }

  /// A day, with its time of day where it has one, or a time alone; nil where the number is none.
  private func moment(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    var day = Int(serial.rounded(.down))
    var seconds = Int(((serial - Double(day)) * 86_400).rounded())
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    if day == 0, !countsFrom1904 { return Self.clock(seconds) }
    // Excel counts a 29 February 1900, which there was not: day 60 of its calendar.
    let sinceEpoch = countsFrom1904 ? day - 24_107 : day - (day < 60 ? 25_568 : 25_569)
    let date = Self.date(sinceEpoch)
    return seconds == 0 ? date : "\(date) \(Self.clock(seconds))"
  }

  /// A day of the Gregorian calendar, counted from 1 January 1970, as ISO writes it: years from 1900 to 9999.
  ///
  /// Counted from a 1 March, so that a leap day is the last of its year (H. Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", 2014).
  private static func date(_ sinceEpoch: Int) -> String {
    let (era, day) = (sinceEpoch + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let isNext = month >= 10
    return "\(year + era * 400 + (isNext ? 1 : 0))-\(two(isNext ? month - 9 : month + 3))-"
      + two(dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func clock(_ seconds: Int) -> String {
    "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
