import FurlongStudy
import GRDB

/// Forms of which another says all that they say, and answers what they leave blank: one form that was sent twice, once with a blank.
///
/// The fuller is counted. Where any item has two answers, or each form leaves blank what another answers, none is the fuller.
struct LesserForms {
  /// A form that is not counted.
  private struct Lesser {
    var entry: Int64
    var batch: Int64
    var row: Int
    /// What is said of it.
    var message: String
  }

  private var found: [Lesser] = []

  /// How forms of one person, scale and moment differ.
  enum Difference: Equatable {
    /// One of them says all that the others say; its place.
    case fullest(Int)
    /// No item has two answers, and each leaves blank what another answers.
    case eachLacks
    /// An item has two answers, or what is given are no items.
    case contradiction

    init(_ forms: [FormAnswers?]) {
      let items = forms.compactMap { form -> [Int?]? in
        if case .items(let items)? = form { items } else { nil }
      }
      guard items.count == forms.count, Set(items.map(\.count)).count == 1, let first = items.first
      else {
        self = .contradiction
        return
      }
      let all = first.indices.map { place in Set(items.compactMap { $0[place] }) }
      guard all.allSatisfy({ $0.count < 2 }) else {
        self = .contradiction
        return
      }
      let answered = all.count { !$0.isEmpty }
      self =
        items.firstIndex { $0.count { $0 != nil } == answered }.map { .fullest($0) } ?? .eachLacks
    }
  }

  /// Takes the forms of one person, scale and moment, if one of them says all that the others say.
  mutating func take(_ forms: [Row], _ difference: Difference) -> Bool {
    guard case .fullest(let place) = difference else { return false }
    let fullest = forms[place]
    let answers: String = fullest["answers"]
    for form in forms where (form["answers"] as String) != answers {
      let file: String = fullest["file"]
      let row = "row \(fullest["source_row"] as Int)"
      found.append(
        Lesser(
          entry: form["entry"], batch: form["batch"], row: form["source_row"],
          message:
            "This form (\(form["shown"] as String)) says what \((form["file"] as String) == file ? row : "\(row) of \(file)") says, of the same person and day, but for what it leaves blank; the fuller form is counted."
        ))
    }
    return true
  }

  /// Leaves them out of every number, with a note at each.
  func mark(in database: Database) throws {
    let problems = ProblemWriter(database: database, origin: .duplicates)
    for form in found {
      try database.cachedStatement(sql: "UPDATE form SET copy = 1 WHERE id = ?")
        .execute(arguments: [form.entry])
      let complaint = try problems.complaint(
        severity: .note, code: ProblemCode.sameEvent.rawValue, message: form.message,
        fix: "Nothing, if it is one form that was sent twice.")
      try problems.write(complaint, batch: form.batch, row: form.row, column: nil)
    }
  }
}
