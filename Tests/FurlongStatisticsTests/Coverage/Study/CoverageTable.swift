import Foundation

/// One row of the table: an interval in a population, at every size.
struct CoverageRow: Sendable {
  var interval: String
  var population: String
  /// One for each of ``CoverageStudy/sizes``.
  var coverage: [Coverage]
}

/// The table that `docs/methods/coverage.md` holds.
struct CoverageTable {
  var rows: [CoverageRow]
  var replications: Int

  /// The rows as Markdown: nominal share with its bounds, and the observed ones, all in per cent, with an
  /// arrow where one leaves its bounds.
  func markdown() throws -> String {
    var lines = [
      "| interval | data | nominal (bounds) | "
        + CoverageStudy.sizes.map { "n = \($0)" }.joined(separator: " | ") + " |",
      "| --- | --- | --- |" + CoverageStudy.sizes.map { _ in " ---: |" }.joined(),
    ]
    for row in rows {
      let level = row.coverage.first?.level ?? 0.95
      let bounds = try Coverage(level: level, made: replications).bounds()
      let nominal = String(
        format: "%g (%.1f–%.1f)", 100 * level, 100 * bounds.low, 100 * bounds.high)
      let cells = try row.coverage.map(cell)
      lines.append(
        "| \(row.interval) | \(row.population) | \(nominal) | \(cells.joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }

  private func cell(_ coverage: Coverage) throws -> String {
    if coverage.made == 0 { return "–" }
    let mark =
      switch try coverage.verdict() {
      case .below: " ↓"
      case .above: " ↑"
      case .within: ""
      }
    let few = coverage.made < replications ? " (of \(coverage.made))" : ""
    return String(format: "%.1f", 100 * coverage.share) + mark + few
  }
}
