import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy

/// Says on the terminal what was held back, because of what, and which line of the plan would show it.
struct HeldBackWords {
  let plan: StudyPlan

  /// Two sentences; none where nothing was held back.
  func sentences(_ heldBack: [HeldBack]) -> [String] {
    guard let first = heldBack.first else { return [] }
    let what = heldBack.map { Self.words($0.count) }.reduce(into: [String]()) { all, words in
      if !all.contains(words) { all.append(words) }
    }
    let shown = what.prefix(3).joined(separator: "; ") + (what.count > 3 ? " and others" : "")
    let cause = Self.words(first.because)
    return [
      heldBack.count == 1
        ? "Held back: 1 count is not shown that is not small itself (\(shown)), because it would give away a small one (\(cause))."
        : "Held back: \(heldBack.count) counts are not shown that are not small themselves (\(shown)), because they would give away small ones (\(cause)).",
      "\(remedy(heldBack)) `disclosure: internal` shows everything on your own desk.",
    ]
  }

  /// Each count that was held back, with the small one that it would have given away.
  static func list(_ heldBack: [HeldBack]) -> [String] {
    heldBack.map { "\(words($0.count)): because of \(words($0.because))" }
  }

  /// Why a report whose small counts could not all be kept is not released.
  static func refusal(_ open: [CountKey]) -> WorkflowError {
    WorkflowError(
      why(open), at: places(open), fix: "make a draft with --draft for your own desk, or \(less)",
      kind: .refused)
  }

  /// Of a draft, that it could not be released as it is; none where it could.
  static func warning(_ open: [CountKey]) -> [String] {
    open.isEmpty
      ? []
      : [
        "This draft could not be released: \(why(open)) (\(places(open))). To release it, \(less)."
      ]
  }

  private static let less = "ask for less in study.yaml: groups first, then follow-ups"

  private static func why(_ open: [CountKey]) -> String {
    "\(open.count) small \(open.count == 1 ? "count" : "counts") could be worked out from the rest of the report, "
      + "though all around is held back"
  }

  private static func places(_ open: [CountKey]) -> String {
    open.prefix(3).map(words).joined(separator: "; ")
  }

  /// The line of the plan that brings the small counts in.
  private func remedy(_ heldBack: [HeldBack]) -> String {
    let groups = Set(heldBack.compactMap { group(of: $0.because) }).sorted()
    let columns = Set(groups.map { String($0.prefix { $0 != "=" }) }).sorted()
    let steps = plan.evaluation.steps.filter { !Set($0.groups).isDisjoint(with: columns) }
    guard let column = columns.first, let step = steps.first else {
      return
        "They hang on counts of everyone, so that no line of the plan but 'disclosure' changes it; with more people they would be shown."
    }
    return
      "More may be shown without '\(column)' under 'groups:' of step '\(step.id)' in study.yaml: try it with --draft."
  }

  private func group(of key: CountKey) -> String? {
    switch key {
    case .people(let set):
      set.groupID.flatMap {
        $0 == GroupName.everyone.id || GroupName.isByStories($0) ? nil : $0
      }
    case .events(_, _, _, let group), .movedUp(_, _, let group):
      group == GroupName.everyone.id ? nil : group
    case .difference(let whole, let part): group(of: part) ?? group(of: whole)
    case .places, .placesIn, .placesDuring, .placesBeside, .eventsIn, .withoutMonths, .stories,
      .quotes, .forms:
      nil
    }
  }

  private static func words(_ key: CountKey) -> String {
    switch key {
    case .people(let set): plain(set.words)
    case .places: "places at sessions"
    case .placesIn(let month): "attendance in \(month.description.prefix(7))"
    case .placesDuring(let year, let term), .placesBeside(let year, let term):
      "attendance in \(term.map { "the \($0) term of " } ?? "")the year from \(year)"
    case .events(let side, let event, _, let group): "\(event) \(side.rawValue), \(group)"
    case .eventsIn(let event, _, let from): "\(event) in month \(from)"
    case .withoutMonths(let months, let event, _):
      "\(event) without the last \(months == 1 ? "month" : "\(months) months") before day 0"
    case .stories: "stories"
    case .quotes: "stories by whether they may be quoted"
    case .forms(_, let scale): "forms of \(scale)"
    case .movedUp(let scale, let occasion, _): "who improved on \(scale), \(occasion)"
    case .difference(let whole, let part): "\(words(whole)), but not \(words(part))"
    }
  }

  /// The words of a set, without saying of everyone that they are all.
  private static func plain(_ words: String) -> String {
    let all = ", \(GroupName.everyone.id)"
    return words.hasSuffix(all) ? String(words.dropLast(all.count)) : words
  }
}
