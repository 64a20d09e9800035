import Foundation

/// What the READMEs of the examples share: the table of files and how numbers are written.
enum ReadmeText {
  /// A row an export, with how many rows it holds.
  static func files(_ tables: [ExportTable]) -> String {
    let lines = tables.map { "| `\($0.path)` | \($0.title) | \(grouped($0.rows.count)) |" }
    return (["| file | what it holds | rows |", "| --- | --- | ---: |"] + lines)
      .joined(separator: "\n")
  }

  /// A number with so many decimal places; one that rounds to nought has no sign.
  static func number(_ value: Double, _ places: Int) -> String {
    let text = String(format: "%.\(places)f", value)
    return text.contains { $0 != "0" && $0 != "." && $0 != "-" } ? text : text.filter { $0 != "-" }
  }

  /// A count as it is written in Swift: in groups of three from five digits on.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0 && (digits.count - place) % 3 == 0 && digits.count > 4 { text.append("_") }
      text.append(digit)
    }
    return text
  }
}
