import FurlongStories
public import FurlongStudy

/// Who is in the numbers of an evaluation, as entries of the cohort's columns.
///
/// Handed out beside the findings, which hold nobody: a ledger of releases keeps it, so that a later release cannot be held
/// against an earlier one to learn of the few who differ.
public struct Membership: Sendable, Equatable {
  /// Those whom one number is of.
  public struct Group: Sendable, Equatable {
    /// Which number: `paired swemwbs four-months all`.
    public var name: String
    /// The entries of its people, ascending.
    public var people: [Int]
  }

  /// The groups, by name.
  public var groups: [Group]

  /// A membership.
  public init(groups: [Group]) { self.groups = groups }
}

extension Evaluator {
  /// Who is in the numbers that the plan asks for.
  public func membership(of scored: ScoredCohort) throws(EvaluationError) -> Membership {
    let material = Material(
      plan: plan, cohortPlan: cohortPlan, catalogue: catalogue, codebook: codebook,
      scored: scored, threads: threads)
    var found: [String: [Int]] = [:]
    for step in plan.steps {
      let groups = try PeopleGroup.all(of: scored.cohort, plan: plan, step: step)
      for group in groups { found["population \(group.name.id)"] = group.members.sorted() }
      switch step.asked {
      case .reach:
        for scale in try material.allScales() {
          found.merge(material.whoReturned(scale.id)) { first, _ in first }
        }
        if let attended = scored.cohort.attendance?.attended {
          found["attended"] = attended.indices.filter { attended[$0] > 0 }
        }
        if let hours = scored.cohort.attendance?.hours?.minutes {
          found["hours"] = hours.indices.filter { hours[$0] != nil }
        }
      case .change(let outcomes):
        for scale in try material.scales(outcomes, step: step) {
          found.merge(material.whoIsPaired(scale.id, groups)) { first, _ in first }
        }
      case .meaning(let outcomes, let rules):
        for scale in try material.scales(outcomes, step: step) {
          found.merge(material.whoIsPaired(scale.id, groups)) { first, _ in first }
        }
        let meaning = Meaning(material: material, step: step)
        for set in rules {
          found.merge(try meaning.whoIsJudged(by: set, outcomes, groups)) { first, _ in first }
        }
      case .lifeOutcomes(let outcomes):
        for outcome in try material.lifeOutcomes(outcomes, step: step) {
          found.merge(material.whoIsPaired(outcome.id, groups)) { first, _ in first }
        }
      case .feedback(let scales, _):
        for planned in try material.feedback(scales, step: step) {
          found.merge(material.whoAnsweredOnce(planned.scale)) { first, _ in first }
        }
      case .serviceUse(let events):
        for event in try material.events(events, step: step) {
          found.merge(try material.whoIsCounted(event.id, step, groups)) { first, _ in first }
        }
      case .timeToEvent(let events, let months):
        for event in try material.events(events, step: step) {
          found.merge(material.whoIsWatched(for: event.id, months, groups)) { first, _ in first }
        }
      case .money(let events):
        if let period = plan.costs?.deliveryPeriod, plan.costs?.served == nil {
          found["served"] = scored.cohort.dayZero.indices.filter {
            scored.cohort.dayZero[$0].map(period.contains) ?? false
          }
        }
        if let lead = plan.outcomes.first(where: { $0.role == .primary }) {
          found.merge(material.whoIsPaired(lead.scale, groups)) { first, _ in first }
        }
        for event in try material.events(events, step: step) {
          found.merge(try material.whoIsCounted(event.id, step, groups)) { first, _ in first }
        }
        found.merge(try Money(material: material, step: step).whoIsCosted(events)) { first, _ in
          first
        }
      case .experience: found.merge(material.whoTold()) { first, _ in first }
      case .unitRates, .certainty: break
      }
    }
    return Membership(
      groups: found.keys.sorted().map { Membership.Group(name: $0, people: found[$0] ?? []) })
  }
}

extension Material {
  fileprivate func whoReturned(_ scale: String) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for occasion in cohortPlan.occasions(of: scale) {
      guard let scores = scored.scores(scale: scale, occasion: occasion.id) else { continue }
      found["form \(scale) \(occasion.id)"] = scores.values.indices.filter {
        scores.values[$0] != nil
      }
    }
    return found
  }

  /// Those of a scale, or of a part of life.
  fileprivate func whoIsPaired(_ id: String, _ groups: [PeopleGroup]) -> [String: [Int]] {
    guard let baseline = cohortPlan.baseline, let first = answered(id, baseline) else { return [:] }
    var found: [String: [Int]] = [:]
    for group in groups {
      for occasion in followUps(of: id, for: group.name) {
        guard let second = answered(id, occasion) else { continue }
        let due = group.members.filter { second.due[$0] }.sorted()
        found["due \(occasion.id) \(group.name.id)"] = due
        found["paired \(id) \(occasion.id) \(group.name.id)"] = due.filter {
          first.answered[$0] && second.answered[$0]
        }
      }
    }
    return found
  }

  private func answered(
    _ id: String, _ occasion: Occasion
  ) -> (answered: [Bool], due: [Bool])? {
    if let scores = scored.scores(scale: id, occasion: occasion.id) {
      return (scores.values.map { $0 != nil }, scores.due)
    }
    return states(of: id, at: occasion).map { ($0.states.map { $0 != nil }, $0.due) }
  }

  fileprivate func whoAnsweredOnce(_ scale: String) -> [String: [Int]] {
    let people = Set(onceForms(of: scale).map(\.entry.person))
    return ["once \(scale)": people.sorted()]
  }

  fileprivate func whoIsCounted(
    _ event: String, _ step: EvaluationStep, _ groups: [PeopleGroup]
  ) throws(EvaluationError) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    let fromLandmark =
      step.isFromLandmark ? try windowsFromLandmark(of: step).map(\.id) : []
    let windows = try windows(of: step).map(\.id) + fromLandmark
    for columns in cohort.serviceUse
    where columns.event == event && windows.contains(columns.window)
      && columns.rule == .wholeWindow
    {
      for group in groups {
        let counted = group.members.filter { columns.counted[$0] }.sorted()
        found["counted \(event) \(columns.window) \(group.name.id)"] = counted
        found["any before \(event) \(columns.window) \(group.name.id)"] = counted.filter {
          columns.eventsBefore[$0] > 0
        }
        found["any after \(event) \(columns.window) \(group.name.id)"] = counted.filter {
          columns.eventsAfter[$0] > 0
        }
      }
    }
    return found
  }

  fileprivate func whoIsWatched(
    for event: String, _ months: [Int], _ groups: [PeopleGroup]
  ) -> [String: [Int]] {
    guard let first = cohort.firstEvents.first(where: { $0.event == event }) else { return [:] }
    var found: [String: [Int]] = [:]
    for group in groups {
      let watched = WatchedPeople(of: group.members.sorted(), first, dayZero: cohort.dayZero)
      found["watched \(event) \(group.name.id)"] = watched.people.map { $0.place }
      for month in TimeToEventMonths.asked(months) {
        found["had \(event) by \(month) \(group.name.id)"] = watched.people
          .filter { $0.standing(at: month) == .had }.map { $0.place }
      }
    }
    return found
  }

  fileprivate func whoTold() -> [String: [Int]] {
    guard let columns = cohort.stories, let plan = plan.stories, let codebook else {
      return [:]
    }
    let read = ReadStories(
      columns, codebook: codebook, usableOn: plan.consentOn ?? cohortPlan.dataTo)
    var found = ["told": read.people.sorted(), "coded": read.codedPeople.sorted()]
    for code in codebook.themes {
      found["theme \(code.id)"] = read.people(finding: code.id).sorted()
    }
    if let leading = self.plan.leadingOutcome, !read.codedPeople.isEmpty {
      let told = ToldGroups(read, codebook: codebook, of: cohort.size)
      found.merge(whoIsPaired(leading.scale, told.all)) { first, _ in first }
    }
    return found
  }
}
