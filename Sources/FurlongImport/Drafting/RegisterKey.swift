import Foundation
import FurlongStudy

/// The key that stands above some registers: `A = absent; C = student cancelled`.
struct RegisterKey {
  private var meanings: [String: AttendanceStatus] = [:]
  /// Its marks, as they stand in it.
  private(set) var known: Set<String> = []
  /// What a time of day means; nil where the key does not say.
  private(set) var time: AttendanceStatus?
  /// What a blank cell means, as a mapping says it; nil where the key does not.
  private(set) var blank: String?
  var isEmpty: Bool { meanings.isEmpty }

  /// - Parameters:
  ///   - rows: what stands above the headings.
  ///   - sheet: the rows of a sheet beside it that is a key: a mark, and what it means.
  init(_ rows: [[String]], beside sheet: [[String]] = []) {
    for row in sheet where row.count == 2 {
      let mark = row[0].filter { !"()[]".contains($0) }
      if ["time", "a time", "time of arrival", "arrival time"].contains(ItemCoding.plain(mark)) {
        time = KnownWords.placeInKey(row[1])
      } else if mark.count <= 6, mark.allSatisfy(\.isLetter), mark.lowercased() != "blank" {
        add([mark], row[1])
      } else if let marks = Self.marks(mark) {
        add(marks, row[1])
      }
    }
    for cell in rows.joined() where cell.count(where: { $0 == "=" }) > 1 {
      for (marks, words) in Self.pairs(cell) { add(marks, words) }
    }
  }

  /// Marks and what is said of them; nothing where they cannot be told apart.
  ///
  /// Between two equals signs stand the words of one mark and, behind the last sign that parts them, the next mark.
  private static func pairs(_ cell: String) -> [(marks: [String], words: String)] {
    let pieces = cell.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    var pairs: [(marks: [String], words: String)] = []
    guard var marks = marks(pieces[0].split(separator: ":").last.map(String.init) ?? "") else {
      return []
    }
    for piece in pieces.dropFirst().dropLast() {
      let mark = [";", "\n", ",", " "].lazy.compactMap { sign in
        piece.range(of: sign, options: .backwards)
      }.first { Self.marks(String(piece[$0.upperBound...])) != nil }
      guard let mark, let next = Self.marks(String(piece[mark.upperBound...])) else { return [] }
      pairs.append((marks, String(piece[..<mark.lowerBound])))
      marks = next
    }
    return pairs + [(marks, pieces.last ?? "")]
  }

  /// The marks in `C or X`; nil where it holds more than marks.
  private static func marks(_ text: String) -> [String]? {
    let marks = text.split { $0.isWhitespace || $0 == "," }.map(String.init).filter { $0 != "or" }
    let areMarks = marks.allSatisfy { $0.count <= 3 || $0.lowercased() == "blank" }
    return marks.isEmpty || !areMarks ? nil : marks
  }

  private mutating func add(_ marks: [String], _ words: String) {
    for mark in marks {
      if mark.lowercased() == "blank" {
        let says = HeadingText(words)
        blank =
          says.says(
            "not on", "not booked", "not enrolled", "no place", "not registered", "not yet", "left")
          ? "no place" : KnownWords.placeInKey(words)?.rawValue
      } else if let meaning = KnownWords.placeInKey(words) {
        meanings[ItemCoding.plain(mark)] = meaning
        known.insert(mark)
      }
    }
  }

  /// What the key says of a mark.
  func meaning(of mark: String) -> AttendanceStatus? { meanings[ItemCoding.plain(mark)] }
}
