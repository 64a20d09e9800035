import FurlongWorkflow

/// What `init --from` made, in words for a terminal.
struct MadeWords {
  private let made: StudyFromExports.Made
  private let folder: String

  init(_ made: StudyFromExports.Made, folder: String) {
    self.made = made
    self.folder = folder
  }

  /// A line an export, then the other files.
  var files: String {
    let exports = made.outcomes.map { outcome in
      let name = outcome.path + (outcome.sheet.map { " (\($0))" } ?? "")
      guard let seen = outcome.seen else {
        return "\(name)  not read: \(outcome.fault ?? "")\n"
      }
      if seen.holds == nil, seen.linesOfBudget > 0 {
        return
          "\(name)  what the service cost, \(seen.linesOfBudget) lines  →  study.yaml, under 'costs'\n"
      }
      guard let map = outcome.map, let kind = seen.holds else {
        return "\(name)  it could not be told what it holds: no mapping\n"
      }
      let decide =
        seen.decisions == 0 ? "" : ", \(seen.decisions) to DECIDE"
      return "\(name)  \(kind), \(seen.rows) rows  →  \(map)\(decide)\n"
    }
    let others = made.others.map { other in
      let why =
        switch other.why {
        case .otherFormat: "save it as .xlsx or CSV, and begin again"
        case .folder:
          "a folder in a folder, or an empty one; put exports one folder higher, and begin again"
        case .noExport: "no export by its name"
        }
      return "\(other.file)  not looked at: \(why)\n"
    }
    let maps = Set(made.outcomes.compactMap(\.map))
    let missing = made.storiesNotFound
    let stories =
      made.stories + missing == 0
      ? []
      : [
        "stories/  \(made.stories) \(made.stories == 1 ? "text" : "texts") of stories"
          + (missing == 0
            ? ""
            : ", and \(missing) more that an export names, of which the folder holds none or two")
          + "\n"
      ]
    return (exports + stories + others + made.files.filter { !maps.contains($0) }.map { "\($0)\n" })
      .joined()
  }

  /// What to look at, and what to do next.
  var next: String {
    var said: [(titles: [String], checks: [String])] = []
    for outcome in made.outcomes {
      guard let seen = outcome.seen, !seen.checks.isEmpty,
        outcome.map != nil || seen.linesOfBudget == 0
      else { continue }
      let title = outcome.map.map { "Check in \($0)" } ?? "Of \(outcome.path)"
      // What is to be said of many sheets alike is said once.
      if outcome.map == nil, let same = said.firstIndex(where: { $0.checks == seen.checks }) {
        if !said[same].titles.contains(title) { said[same].titles.append(title) }
      } else {
        said.append(([title], seen.checks))
      }
    }
    var paragraphs = said.map { titles, checks in
      "\(titles.joined(separator: "\n")):\n"
        + checks.map { "  - \($0)" }.joined(separator: "\n")
    }
    if !made.decisions.isEmpty {
      paragraphs.append(
        "Only you can say what DECIDE stands for, and the import stops until you have:\n"
          + made.decisions.map {
            "  - \($0.file), \($0.lines) \($0.lines == 1 ? "line" : "lines")"
          }.joined(separator: "\n"))
    }
    paragraphs.append(
      "Next: read \(folder)/study.yaml and the mappings in \(folder)/maps, then `furlong import \(folder)`."
    )
    return paragraphs.joined(separator: "\n\n")
  }
}
