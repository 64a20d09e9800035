import FurlongEvaluation

/// Rewrites findings by the ledger's decisions, and counts what it hides.
struct SmallGroupsGate {
  let decisions: CountDecisions
  let names: CountNames
  let threshold: Int
  let leastForEstimates: Int
  var countsHidden = 0
  var estimatesHidden = 0
  var quotesHidden = 0
  /// Rows of meaning in which how many got reliably better or worse is not shown.
  var heldBackMeaning: Set<MeaningPlace> = []
  /// Differences between missing and present that are shown.
  var shownDifferences: [ShownDifference] = []

  /// Scales of which it is shown how many forms were filled in.
  var shownFilledIn: Set<String> = []
  /// Who is in the figures of all due at a follow-up, where both counts are shown.
  var shownFollowUps: [ShownFollowUp] = []
  /// Counts of people that are shown, by what they are the people of.
  var shownPeople: [String: Set<Int>] = [:]

  /// Two counts of which a limit may give the share.
  struct ShownFollowUp: Equatable {
    var scale: String
    var occasion: TimeName
    var used: Int
    var due: Int
  }

  /// A difference that a limit may repeat.
  struct ShownDifference: Equatable {
    var scale: String
    var occasion: TimeName
    var variable: ReachFinding.MissingComparison.Variable.Kind
  }

  init(
    decisions: CountDecisions, names: CountNames, threshold: Int, leastForEstimates: Int
  ) {
    self.decisions = decisions
    self.names = names
    self.threshold = threshold
    self.leastForEstimates = leastForEstimates
  }

  mutating func release(_ finding: Finding) -> Finding {
    switch finding {
    case .reach(let reach): .reach(release(reach))
    case .change(let change): .change(release(change))
    case .meaning(let meaning): .meaning(release(meaning))
    case .serviceUse(let use): .serviceUse(release(use))
    case .experience(let experience): .experience(release(experience))
    case .certainty(let certainty): .certainty(release(certainty))
    }
  }

  /// What the report must say of the release.
  var notes: [String] {
    var notes = [
      "Counts of people from 1 to \(threshold - 1) and estimates on fewer than \(leastForEstimates) people are not "
        + "shown."
    ]
    if countsHidden > 0 || estimatesHidden > 0 {
      notes.append("Some other numbers are held back, because they would give those away.")
    }
    if quotesHidden > 0 {
      notes.append("Themes told by fewer than \(threshold) people have no quote.")
    }
    notes.append(
      "Releases at different times are not compared with each other.")
    return notes
  }

  func isFew(_ people: Int) -> Bool { people >= 1 && people < threshold }

  /// A count as it may be shown.
  mutating func count(_ count: PeopleCount, key: (Int) -> String) -> PeopleCount {
    guard let value = count.exact else { return count }
    if isFew(value) {
      countsHidden += 1
      return .fewerThan(threshold)
    }
    if decisions.shows(key(value)) { return count }
    countsHidden += 1
    return .hidden
  }

  /// Notes a count that is shown, so that a limit may repeat it.
  mutating func remember(_ people: PeopleCount, of what: String, _ group: GroupName = .everyone) {
    guard let value = people.exact else { return }
    shownPeople[group == .everyone ? what : "\(what), \(group.label)", default: []].insert(value)
  }

  /// Notes who is in the figures at a follow-up, and of how many.
  mutating func remember(
    _ used: PeopleCount, of eligible: PeopleCount, _ scale: ScaleDescription,
    _ occasion: TimeName, _ group: GroupName
  ) {
    remember(used, of: "\(scale.name), \(occasion.label)", group)
    guard group == .everyone, let used = used.exact, let due = eligible.exact else { return }
    shownFollowUps.append(
      ShownFollowUp(scale: scale.id, occasion: occasion, used: used, due: due))
  }

  /// Holds an answer back.
  mutating func hide(_ answer: Answer) -> Answer {
    if answer == .hidden { return answer }
    estimatesHidden += 1
    return .hidden
  }

  /// An answer as it may be shown, next to the people used and eligible that are printed with it.
  ///
  /// - Parameters:
  ///   - isHidden: whether something else says that it may not be shown.
  ///   - printed: released counts that stand beside it; a number among them is no secret.
  mutating func answer(
    _ answer: Answer, isHidden: Bool = false, printed: [PeopleCount] = []
  ) -> Answer {
    let open = Set(printed.compactMap(\.exact))
    switch answer {
    case .hidden: return answer
    case .notEstimable(let reason, let used, let eligible):
      // What no data can change may always be said.
      switch reason {
      case .noCutOffPublished, .noReliability, .noDates, .noData:
        return .notEstimable(
          reason, used: masked(used, open), eligible: maskedEligible(eligible, used: used, open))
      case .tooFew, .noVariation, .nothingHappened, .because:
        if isHidden || (used > 0 && used < leastForEstimates) || tells(reason) {
          return hide(answer)
        }
        return .notEstimable(
          reason, used: masked(used, open), eligible: maskedEligible(eligible, used: used, open))
      }
    case .estimated(var estimate):
      if isHidden || estimate.used < leastForEstimates { return hide(answer) }
      let used = masked(estimate.used, open)
      let eligible = maskedEligible(estimate.eligible, used: estimate.used, open)
      // An estimate on so many people whose number may not be known has no degrees of freedom to show.
      if used != estimate.used { estimate.degreesOfFreedom = nil }
      estimate.used = used
      estimate.eligible = eligible
      if let note = estimate.note, tells(note) { estimate.note = nil }
      return .estimated(estimate)
    }
  }

  /// A share as it may be shown: neither those counted nor the others may be few.
  mutating func share(
    _ answer: Answer, isHidden: Bool = false, printed: [PeopleCount] = []
  ) -> Answer {
    guard let estimate = answer.estimate else {
      return self.answer(answer, isHidden: isHidden, printed: printed)
    }
    let people = SharePeople.count(estimate)
    let isTelling = isFew(people) || isFew(estimate.used - people)
    return self.answer(answer, isHidden: isHidden || isTelling, printed: printed)
  }

  /// Which rows of groups must hide their estimates, so that no estimate on few people can be worked out.
  ///
  /// With everyone's mean and those of all other groups a group's own mean follows. So the groups of a column that are
  /// hidden, with those in no group, must be none or at least `leastForEstimates` people.
  func hiddenRows(_ rows: [(group: GroupName, people: PeopleCount, shown: PeopleCount)]) -> Set<Int>
  {
    var hidden: Set<Int> = []
    for (place, row) in rows.enumerated() {
      let people = row.people.exact ?? 0
      if people < leastForEstimates || row.shown.exact == nil { hidden.insert(place) }
    }
    guard let everyone = rows.firstIndex(where: { $0.group == .everyone }),
      !hidden.contains(everyone), let total = rows[everyone].people.exact
    else { return hidden }
    for (_, members) in placesByColumn(rows.map(\.group)) {
      let people = members.map { rows[$0].people.exact ?? 0 }
      let ungrouped = max(0, total - people.reduce(0, +))
      while true {
        let unseen = members.filter(hidden.contains).reduce(ungrouped) {
          $0 + (rows[$1].people.exact ?? 0)
        }
        guard unseen > 0, unseen < leastForEstimates else { break }
        let next = members.filter { !hidden.contains($0) }.min {
          (rows[$0].people.exact ?? 0, $0) < (rows[$1].people.exact ?? 0, $1)
        }
        guard let next else { break }
        hidden.insert(next)
      }
    }
    return hidden
  }

  /// A number of people inside an answer: 0 where it is few or the same as a hidden count.
  private func masked(_ people: Int, _ open: Set<Int>) -> Int {
    if open.contains(people) { return people }
    if isFew(people) || decisions.hiddenValues.contains(people) { return 0 }
    return open.contains { isFew(abs($0 - people)) } ? 0 : people
  }

  private func maskedEligible(_ eligible: Int, used: Int, _ open: Set<Int>) -> Int {
    let shown = masked(eligible, open)
    return isFew(eligible - used) && !open.contains(eligible) ? 0 : shown
  }

  /// Whether words hold a small number that may count people.
  private func tells(_ words: String) -> Bool {
    words.split { !$0.isNumber && $0 != "." && $0 != "," }
      .contains { Int($0).map(isFew) ?? false }
  }

  private func tells(_ reason: NotEstimable) -> Bool {
    switch reason {
    case .tooFew(_, let found): found < leastForEstimates
    case .because(let words): tells(words)
    default: false
    }
  }
}
