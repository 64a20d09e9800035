import FurlongWorkflow

/// How each code is drawn and typed in the page: a line of its own, its letters, a digit for the first nine.
struct CodeMarks {
  /// So many lines can be told apart: six colours, each whole, dashed and dotted.
  static let lines = 18

  private let places: [String: Int]
  private let keys: [String: String]
  /// The ids of the codes that have a digit, from 1: themes first.
  let digits: [String]

  /// The marks of a codebook.
  init(_ codes: [CodeChoice]) {
    places = Dictionary(
      codes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    keys = Dictionary(
      codes.map { ($0.id, $0.key ?? String($0.id.prefix(2))) },
      uniquingKeysWith: { first, _ in first })
    digits = (codes.filter { $0.depth == 0 } + codes.filter { $0.depth > 0 }).prefix(9).map(\.id)
  }

  /// The number of a code's line; nil for a code that is not in the codebook.
  func line(of code: String) -> Int? { places[code].map { $0 % Self.lines } }

  /// The letters of a code.
  func key(of code: String) -> String { keys[code] ?? "?" }

  /// The digit of a code; nil for none.
  func digit(of code: String) -> Int? { digits.firstIndex(of: code).map { $0 + 1 } }
}
