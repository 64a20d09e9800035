import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Enters all counts of findings and what a reader knows of them together.
  mutating func enter(_ findings: Findings<Unreleased>, rule: RoundingRule) {
    for case .serviceUse(let finding) in findings.steps.map(\.finding) { measureWindows(finding) }
    for step in findings.steps {
      switch step.finding {
      case .reach(let finding): enter(finding, rule)
      case .change(let finding): enter(finding, rule)
      case .meaning(let finding): enter(finding)
      case .lifeOutcomes(let finding): enter(finding)
      case .serviceUse(let finding): enter(finding, rule)
      case .timeToEvent(let finding): enter(finding, rule)
      case .unitRates(let finding): enter(finding, rule)
      // Of the events that service use enters, wherever its step stands.
      case .money: break
      case .feedback(let finding): enter(finding, rule)
      case .experience(let finding): enter(finding, rule)
      case .certainty(let finding): enter(finding)
      }
    }
    for case .money(let finding) in findings.steps.map(\.finding) { enter(finding, rule) }
    for case .timeToEvent(let finding) in findings.steps.map(\.finding) { relateUse(finding) }
    for case .change(let finding) in findings.steps.map(\.finding) { relateMovedUp(finding) }
    for case .experience(let finding) in findings.steps.map(\.finding) { relateTold(finding) }
    relateSets()
    relateFollowed(findings)
    relateWindows(findings)
    relateFollowUps()
    relateRules(findings)
  }

  /// Whose later follow-up is due had the earlier one due before: a reader can form those who are due the one and not yet
  /// the other.
  private mutating func relateFollowUps() {
    var due: [String: [Int]] = [:]
    for place in counts.indices {
      if case .people(.due(_, let group)) = counts[place].key {
        due[group, default: []].append(place)
      }
    }
    for group in due.keys.sorted() {
      let ordered = (due[group] ?? []).sorted { counts[$0].truth > counts[$1].truth }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        relate(earlier, holds: later, restIsHidden: true)
      }
    }
  }

  /// Who belongs to whom, whatever section a count stands in.
  private mutating func relateSets() {
    let all = GroupName.everyone.id
    for place in counts.indices {
      guard case .people(let set) = counts[place].key else { continue }
      func holds(_ whole: PeopleSet, rest: Bool = false) {
        if let whole = self.place(of: .people(whole)) {
          relate(whole, holds: place, restIsHidden: rest)
        }
      }
      switch set {
      case .attended, .served(byCount: false), .withBaseline, .storytellers, .onlyUnscorable,
        .severalForms, .withForm:
        holds(.population(group: all))
      case .pairedNotDue(let scale, let occasion):
        // Beside those in the figures, of those with a first form; beside those due, of everyone.
        for (whole, part) in [
          (.withBaseline(scale: scale), .paired(scale: scale, occasion: occasion, group: all)),
          (.population(group: all), .due(occasion: occasion, group: all)),
        ] as [(PeopleSet, PeopleSet)] {
          guard let whole = self.place(of: .people(whole)) else { continue }
          relate(whole, holds: [place] + [self.place(of: .people(part))].compactMap { $0 })
        }
      case .due(_, let group): holds(.population(group: group), rest: true)
      case .returned(_, let occasion): holds(.due(occasion: occasion, group: all))
      case .paired(let scale, let occasion, let group):
        holds(.due(occasion: occasion, group: group), rest: true)
        if group == all {
          holds(.returned(scale: scale, occasion: occasion), rest: true)
          holds(.withBaseline(scale: scale))
        } else {
          holds(.returnedOf(scale: scale, occasion: occasion, group: group), rest: true)
        }
      case .judged(let measure, let scale, let occasion, let group):
        holds(.paired(scale: scale, occasion: occasion, group: group), rest: true)
        func judged(_ measure: MeaningMeasure) -> PeopleSet {
          .judged(measure, scale: scale, occasion: occasion, group: group)
        }
        switch measure {
        case .recovered:
          holds(judged(.improved), rest: true)
          holds(judged(.crossed), rest: true)
        case .harmed: holds(judged(.deteriorated), rest: true)
        case .improved, .unchanged, .deteriorated, .crossed: break
        }
      // Some of them may not be counted around day 0, for want of time before it.
      case .costed(let scale, let occasion, _, _, let group):
        holds(.paired(scale: scale, occasion: occasion, group: group))
      case .counted(_, _, let group, .wholeWindow):
        holds(.population(group: group), rest: true)
      // Who is counted from a first session came to one; of them those whose windows are whole.
      case .counted(let event, let window, all, let rule) where rule.index != .plans:
        var whole = PeopleSet.attended
        if rule != ServiceUseRule(index: rule.index) {
          whole = .counted(
            event: event, window: window, group: all, rule: ServiceUseRule(index: rule.index))
        } else if rule.index != .firstSession {
          continue
        }
        guard let held = self.place(of: .people(whole)),
          counts[held].truth >= counts[place].truth
        else { continue }
        relate(held, holds: place, restIsHidden: true)
      case .watched(_, let group): holds(.population(group: group), rest: true)
      case .withAny(_, let event, let window, let group):
        holds(.counted(event: event, window: window, group: group, rule: .wholeWindow), rest: true)
      case .runningOnDayZero(let event, let window):
        holds(.withAny(.before, event: event, window: window, group: all))
      // Who has fewer after had some before, and who has more has some after.
      case .usedService(.less, let event, let window):
        holds(.withAny(.before, event: event, window: window, group: all), rest: true)
      case .usedService(.more, let event, let window):
        holds(.withAny(.after, event: event, window: window, group: all), rest: true)
      case .attendedIn, .attendedDuring(_, nil): holds(.everAttended)
      case .attendedDuring(let year, .some): holds(.attendedDuring(year: year, term: nil))
      case .coded, .quotable: holds(.storytellers)
      case .theme, .nothingFound, .codedByTwo: holds(.coded)
      case .codedByAll: holds(.codedByTwo)
      case .themeByAll(let theme): holds(.theme(theme))
      default: break
      }
    }
  }

  /// Rows of groups: of each column they add up to at most everyone, and exactly where each person has a value.
  mutating func relateGroups(_ rows: [(group: GroupName, place: Int)]) {
    guard let everyone = rows.first(where: { $0.group == .everyone })?.place else { return }
    let groups = Dictionary(grouping: rows.filter { $0.group != .everyone }, by: \.group.column)
    for column in groups.keys.sorted() {
      let parts = (groups[column] ?? []).map(\.place)
      let people = parts.reduce(0) { $0 + counts[$1].truth }
      // Where the groups are everyone, a reader will take it that they are.
      guard people < counts[everyone].truth else {
        relate(everyone, isSumOf: parts)
        continue
      }
      let rest = imply(
        .difference(counts[everyone].key, counts[parts[0]].key), counts[everyone].truth - people)
      relate(everyone, isSumOf: parts + [rest])
    }
  }
}

extension FoundAnswer {
  /// The people beside it.
  var used: PeopleCount {
    switch self {
    case .estimated(let estimate): estimate.used
    case .notEstimable(_, let used, _): used
    }
  }
}
