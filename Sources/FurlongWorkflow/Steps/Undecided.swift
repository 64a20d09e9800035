import FurlongStudy

/// The lines of a mapping, of the plan or of a scale's file that still say DECIDE, where only a person can tell what belongs there.
struct Undecided {
  /// Their numbers.
  let lines: [Int]

  /// Looks through a file's text, remarks left out; nil where all is decided.
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

  /// `line 7`, `lines 4 and 9`.
  private var words: String {
    let shown = lines.prefix(5).map(String.init)
    let more = lines.count - shown.count
    let numbers =
      more > 0
      ? shown.joined(separator: ", ") + " and \(more) more"
      : shown.count == 1
        ? shown[0] : shown.dropLast().joined(separator: ", ") + " and " + (shown.last ?? "")
    return "\(lines.count == 1 ? "line" : "lines") \(numbers)"
  }

  /// What stops everything where the plan or a scale of the study's own is not decided: the lines of all files that still say so, so
  /// that nobody meets them one at a time.
  static func stop(_ folder: StudyFolder) -> WorkflowError? {
    func found(_ files: [String]) -> [String] {
      files.compactMap { file in
        (try? folder.text(of: file)).flatMap(Undecided.init).map { "\(file), \($0.words)" }
      }
    }
    let open = found(["study.yaml"] + OwnScales(folder: folder).files)
    guard !open.isEmpty else { return nil }
    let all = open + found(folder.files(in: "maps", ending: ".map.yaml"))
    return WorkflowError(
      "DECIDE still stands where only a person can tell: \(all.joined(separator: "; "))",
      at: open[0].prefix { $0 != "," }.description,
      fix:
        "write in each line what is right, as the remarks beside it say; a scale that is none can go: delete its file and its lines in study.yaml and in the mapping"
    )
  }

  /// What stops an export that is read through the mapping.
  func stop(_ file: String, mapFile: String) -> Problem {
    Problem(
      severity: .stop, code: .unreadableMapping, file: file,
      message: "\(mapFile) still says DECIDE in \(words), where only a person can tell.",
      fix:
        "Write there what is right, as the remarks beside it say, or take the line out if the export has nothing of "
        + "the kind; then import again.")
  }
}
