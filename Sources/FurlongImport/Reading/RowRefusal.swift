import FurlongStudy

/// Why a row is set aside: one or more faults of its cells.
struct RowRefusal: Error {
  struct Fault {
    var code: ProblemCode
    var column: String?
    var message: String
    var fix: String
  }

  var faults: [Fault]

  init(_ faults: [Fault]) { self.faults = faults }

  init(_ code: ProblemCode, _ column: String?, _ message: String, fix: String) {
    faults = [Fault(code: code, column: column, message: message, fix: fix)]
  }

  /// The problems of a row; `row` says where a column of it stands.
  func problems(file: String, row: (String?) -> Int) -> [Problem] {
    faults.map {
      Problem(
        severity: .setAside, code: $0.code.rawValue, file: file, row: row($0.column),
        column: $0.column,
        message: $0.message, fix: $0.fix)
    }
  }
}
