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
    let others = made.others.compactMap { other -> String? in
      switch other.why {
      case .otherFormat:
        "\(other.file)  not looked at: save it as .xlsx or CSV, and begin again\n"
      case .folder:
        "\(other.file)  not looked at: a folder in a folder, or an empty one; put exports one folder higher, and begin again\n"
      case .noExport: nil
      }
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
    return
      (exports + stories + others + noExports
      + made.files.filter { !maps.contains($0) }.map { "\($0)\n" })
      .joined()
  }

  /// Other files by their endings: a letter or a story is often called after a person.
  private var noExports: [String] {
    let endings = made.others.filter { $0.why == .noExport }.map { other in
      other.file.split(separator: "/").last?.split(separator: ".").dropFirst().last
        .map { ".\($0)" } ?? "no ending"
    }
    return Dictionary(grouping: endings) { $0 }.sorted { $0.key < $1.key }.map { ending, files in
      "\(files.count) \(files.count == 1 ? "file" : "files") with \(ending)  not looked at: no export by \(files.count == 1 ? "its name" : "their names")\n"
    }
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
