import FurlongStudy

/// The lines of a mapping that still say DECIDE, where only a person can tell what belongs there.
struct Undecided {
  /// Their numbers.
  let lines: [Int]

  /// Looks through a mapping's text, remarks left out; nil where all is decided.
  init?(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { _, line in
        let said =
          line.hasPrefix("#")
          ? "" : line.prefix(upTo: line.firstRange(of: " #")?.lowerBound ?? line.endIndex)
        return said.split { !$0.isLetter }.contains("DECIDE")
      }
      .map { $0.offset + 1 }
    if lines.isEmpty { return nil }
  }

  /// What stops an export that is read through the mapping.
  func stop(_ file: String, mapFile: String) -> Problem {
    let shown = lines.prefix(5).map(String.init)
    let more = lines.count - shown.count
    let words =
      more > 0
      ? shown.joined(separator: ", ") + " and \(more) more"
      : shown.count == 1
        ? shown[0] : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    return Problem(
      severity: .stop, code: .unreadableMapping, file: file,
      message:
        "\(mapFile) still says DECIDE in \(lines.count == 1 ? "line" : "lines") \(words), where only a person can tell.",
      fix:
        "Write there what is right, as the remarks beside it say, or take the line out if the export has nothing of "
        + "the kind; then import again.")
  }
}
