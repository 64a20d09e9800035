import FurlongEvaluation
import FurlongForms
import FurlongImport
import FurlongStudy

/// Words of the plan that no mapping keeps of a person: a value of `who`, a column of `groups`, or one of its groups.
struct LossOfWords {
  let kept: KeptWords
  let plan: StudyPlan

  var losses: [Loss] {
    plan.cohort.criteria.flatMap { criterion in
      // Where no value is known nobody meets the line, which is told with how many that leaves.
      let unknown = kept.unknown(criterion.values, of: criterion.column)
      return unknown.count < criterion.values.count
        ? unknown.map { loss("who", $0, of: criterion.column) } : []
    } + plan.evaluation.groups.flatMap(losses)
  }

  private func losses(_ group: GroupPlan) -> [Loss] {
    // Completers are told apart by what they did.
    if group.column == Landmark.column, plan.cohort.landmark != nil { return [] }
    guard kept.names.contains(group.column) else {
      return [
        Loss(
          .warning, .nobodyMeets,
          "The plan's 'groups' go by '\(group.column)', which no mapping keeps under 'about': nobody is in any of them.",
          fix: kept.fix(column: group.column))
      ]
    }
    return kept.unknown(group.values.map(\.value), of: group.column).map {
      loss("groups", $0, of: group.column)
    }
  }

  private func loss(_ key: String, _ word: String, of column: String) -> Loss {
    Loss(
      .warning, .nobodyMeets,
      "The plan's '\(key)' name the '\(column)' '\(word)', which no mapping keeps: nobody can be one.",
      fix: kept.fix(word, of: column))
  }
}

/// What mappings keep of people: names, and the words that each can have.
struct KeptWords {
  /// All names, in order.
  let names: [String]
  /// The words of a name; none where any text may be kept.
  private var words: [String: Set<String>] = [:]

  /// - Parameter others: names under which something is kept whatever mappings say, such as age bands.
  init(_ maps: [ExportMap], and others: [String]) {
    let columns = maps.flatMap(\.about)
    names = Set(columns.map(\.name) + others).sorted()
    for (name, columns) in Dictionary(grouping: columns, by: \.name) {
      let words = columns.map { column -> [String]? in
        guard case .words(let words) = column.values else { return nil }
        return Array(words.values) + [column.others].compactMap { $0 }
      }
      if !words.contains(nil) { self.words[name] = Set(words.compactMap { $0 }.joined()) }
    }
  }

  /// Those of some words that nobody can have; capitals do not matter.
  func unknown(_ wanted: [String], of name: String) -> [String] {
    guard let words = words[name] else { return [] }
    let known = Set(words.map { $0.lowercased() })
    return wanted.filter { !known.contains($0.lowercased()) }
  }

  /// What to do about a name that nothing is kept under.
  func fix(column: String) -> String {
    let nearest = NearestWord(among: names).to(column).map { "Did you mean '\($0)'? " } ?? ""
    return nearest + "Keep it under 'about' in the mapping of people"
      + (names.isEmpty
        ? "." : ", or name one of those that are kept: \(names.joined(separator: ", ")).")
  }

  /// What to do about a word that is not kept.
  func fix(_ word: String, of name: String) -> String {
    let known = (words[name] ?? []).sorted()
    let nearest = NearestWord(among: known).to(word).map { "Did you mean '\($0)'? " } ?? ""
    return nearest
      + "The mapping keeps, on the right-hand side of 'values': \(known.joined(separator: ", "))."
  }
}
