import Foundation

/// Columns of numbers from a file that ours and the peers read alike.
public struct InputTable: Sendable {
  private var columns: [String: [Double]] = [:]

  /// Reads a file with a head line, commas between, and nothing quoted.
  public init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let lines = text.split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    var values = [[Double]](repeating: [], count: names.count)
    for line in lines.dropFirst() {
      for (place, cell) in line.split(separator: ",", omittingEmptySubsequences: false).enumerated()
      {
        values[place].append(Double(cell) ?? .nan)
      }
    }
    for (name, column) in zip(names, values) { columns[name] = column }
  }

  /// A column by its name.
  public func column(_ name: String) -> [Double] { columns[name] ?? [] }
}
