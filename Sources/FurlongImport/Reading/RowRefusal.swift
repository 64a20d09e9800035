import FurlongStudy

/// Why a row is set aside: one or more faults of its cells.
struct RowRefusal: Error {
  struct Fault {
    /// What alone is left out of a row that is kept all the same.
    enum Part: Hashable {
      /// Its form of a scale, or its answer for a part of life, by name.
      case form(String)
      /// Its place at one session.
      case place
      /// How long its session lasted.
      case length
      /// The day on which its person moved away or died.
      case leaving
      /// An identifier beside another one.
      case identifier
    }

    var code: ProblemCode
    var column: String?
    var message: String
    var fix: String
    /// What alone is lost; nil = the whole row.
    var part: Part?

    /// What a person is told of it.
    func problem(file: String, row: Int) -> Problem {
      let rest =
        switch part {
        case .form(let name): " Only \(name) is left out of this row; the rest of it is kept."
        case .place:
          " Only the place at this session is left out of this row; the rest of it is kept."
        case .length: " Only how long it lasted is left out; the place is kept."
        case .leaving: " Only that day is left out; the rest of the row is kept."
        case .identifier: " It is not used: the row is found by its other identifier."
        case nil: ""
        }
      return Problem(
        severity: part == nil ? .setAside : .warning, code: code.rawValue, file: file, row: row,
        column: column, message: message + rest, fix: fix)
    }
  }

  var faults: [Fault]

  init(_ faults: [Fault]) { self.faults = faults }

  init(_ code: ProblemCode, _ column: String?, _ message: String, fix: String) {
    faults = [Fault(code: code, column: column, message: message, fix: fix)]
  }

  /// The problems of a row; `row` says where a column of it stands.
  func problems(file: String, row: (String?) -> Int) -> [Problem] {
    faults.map { $0.problem(file: file, row: row($0.column)) }
  }
}
