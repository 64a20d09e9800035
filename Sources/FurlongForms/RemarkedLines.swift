/// Lines of a drafted form, with remarks behind them.
public struct RemarkedLines: Sendable {
  /// The column at which remarks begin, where a line leaves room.
  private static let column = 44

  private var lines: [String] = []

  /// No lines yet.
  public init() {}

  /// Adds a line; of blank lines only one parts two paragraphs.
  public mutating func add(_ line: String, _ remark: String? = nil) {
    if line.isEmpty, lines.last?.isEmpty ?? true { return }
    guard let remark else { return lines.append(line) }
    let room = String(repeating: " ", count: max(3, Self.column - line.count))
    lines.append("\(line)\(room)# \(remark)")
  }

  /// The text, which ends with one line end.
  public var text: String {
    lines.dropLast(lines.last == "" ? 1 : 0).joined(separator: "\n") + "\n"
  }
}
