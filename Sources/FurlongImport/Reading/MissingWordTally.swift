import FurlongStudy

/// Counts the rows that are refused for words that usually mean no answer: the same word in more than one row in twenty
/// stops the export, since the rows would be lost for want of a line in the mapping.
struct MissingWordTally {
  private struct Word {
    var fault: RowRefusal.Fault
    var rows = 0
    var first: Int
    var columns: Set<String> = []
  }

  let file: String
  private var words: [String: Word] = [:]

  init(file: String) { self.file = file }

  mutating func add(_ row: Int, _ refusal: RowRefusal) {
    var seen: Set<String> = []
    for fault in refusal.faults where fault.code == .missingWord {
      var word = words[fault.message] ?? Word(fault: fault, first: row)
      if seen.insert(fault.message).inserted { word.rows += 1 }
      word.first = min(word.first, row)
      word.columns.insert(fault.column ?? "")
      words[fault.message] = word
    }
  }

  func problem(of rows: Int, header: [String]) -> Problem? {
    let most = words.max { ($0.value.rows, $1.key) < ($1.value.rows, $0.key) }?.value
    guard let most, most.rows > 2, most.rows * 20 > rows else { return nil }
    let columns = header.filter(most.columns.contains)
    return Problem(
      severity: .stop, code: ProblemCode.missingWord.rawValue, file: file, row: most.first,
      column: columns.first ?? most.fault.column,
      message: most.fault.message + " It would cost \(most.rows) rows"
        + (columns.count > 1 ? " in \(columns.count) columns." : "."), fix: most.fault.fix)
  }
}
