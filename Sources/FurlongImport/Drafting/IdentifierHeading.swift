import FurlongScales
import FurlongStudy

/// Whose ids a heading names: `Your learner reference (on your card)` the college's, `Client ref` a system's, `Ref` nobody's in particular.
struct IdentifierHeading: Equatable {
  /// What kind of id.
  let kind: IdentifierKind
  /// Whether nothing but `reference` is said, so that it may be a row's as well as a person's.
  let isBare: Bool

  /// What a heading names; nil where it names no id of a person.
  init?(_ words: HeadingText) {
    let said = words.words.filter { !Self.filling.contains($0) }
    // `Card`, or `Card no`: that on which the college writes the student's number.
    if words.words.contains("card"), said.allSatisfy(Self.marks.contains) {
      (kind, isBare) = (.studentID, true)
      return
    }
    guard let mark = said.firstIndex(where: Self.marks.contains) else { return nil }
    let owner = said[..<mark].joined(separator: " ")
    if owner.isEmpty {
      guard said.allSatisfy(Self.references.contains) || said.count == 2 && mark == 0,
        Self.references.contains(said[mark]),
        said.dropFirst(mark + 1).allSatisfy(Self.marks.contains)
      else { return nil }
      (kind, isBare) = (.studentID, true)
    } else if Self.students.contains(owner) {
      (kind, isBare) = (.studentID, false)
    } else if Self.clients.contains(owner) {
      (kind, isBare) = (.localID, false)
    } else {
      return nil
    }
  }

  /// Whether cells look like ids: short codes with numbers in them, of which there are many.
  static func fits(_ column: ColumnProfile) -> Bool {
    let codes = column.share { text in
      text.count <= 20 && text.contains(where: \.isNumber) && text.count(where: \.isLetter) <= 8
        && text.count(where: \.isWhitespace) <= 2
    }
    return codes > 0.7 && !column.days.isDays && !column.isRowNumber
      && (column.sample.beyond > 0
        || column.different > 1 && column.different * 20 >= column.filled)
  }

  private static let references: Set<String> = ["ref", "refs", "reference"]
  private static let marks: Set<String> = references.union([
    "id", "no", "nr", "num", "number", "code", "identifier",
  ])
  private static let students: Set<String> = [
    "student", "learner", "college", "rc", "enrolment", "member", "attendee", "delegate",
    "recovery college", "student college", "learner college", "booking student",
  ]
  private static let clients: Set<String> = [
    "client", "service user", "su", "patient", "hospital", "trust", "case", "service", "study",
    "trial", "participant", "study participant", "trial participant",
  ]
  /// Words that say nothing of whose id it is.
  private static let filling: Set<String> = [
    "your", "my", "the", "our", "on", "card", "a", "of", "please", "enter", "type", "what", "is",
    "s", "unique", "letter", "from", "badge", "in", "full",
  ]
}
