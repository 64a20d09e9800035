import FurlongEvaluation

/// Closes what rounding leaves open: every hidden count keeps at least three possible values.
///
/// Where one has fewer, the least useful count that hangs together with it is held back, and so on. A count that is held
/// back is hidden itself, and audited like the others.
struct CountAudit {
  /// Possible values beside the true one.
  static let others = 2

  private(set) var system: CountSystem
  private(set) var heldBack: [HeldBack] = []

  /// Audits findings as a rule would release them.
  init(_ findings: Findings<Unreleased>, rule: RoundingRule) {
    system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
  }

  /// Holds back what must be.
  mutating func run() {
    var before: Int
    repeat {
      before = heldBack.count
      // What was held back has become a hidden count, and what was found safe beside it is looked at again.
      for place in system.counts.indices where system.counts[place].isHidden { close(place) }
    } while heldBack.count > before
  }

  /// Holds printed counts back until a hidden one has enough possible values.
  private mutating func close(_ hidden: Int) {
    while !CountSearch(system: system).hasOthers(hidden, atLeast: Self.others) {
      guard let next = leastUseful(around: hidden) else { return }
      system.holdBack(next)
      heldBack.append(
        HeldBack(count: system.counts[next].key, because: system.counts[hidden].key))
    }
  }

  /// The printed count that is missed least, among the nearest.
  func leastUseful(around place: Int) -> Int? {
    var seen: Set<Int> = [place]
    var edge = [place]
    while !edge.isEmpty {
      edge = edge.flatMap(neighbours).filter { seen.insert($0).inserted }
      let candidates = edge.filter { system.counts[$0].isPrinted }
      let least = candidates.min {
        (system.counts[$0].key.usefulness, $0) < (system.counts[$1].key.usefulness, $1)
      }
      if let least { return least }
    }
    return nil
  }

  private func neighbours(of place: Int) -> [Int] {
    system.counts[place].terms.map(\.relation).filter(system.holds).flatMap { relation in
      system.relations[relation].terms.map(\.count)
    }
  }
}

extension CountKey {
  /// How much a reader would miss it: details of the flow least, who is in the headline most.
  var usefulness: Int {
    switch self {
    case .people(let set): set.usefulness
    case .movedUp, .difference: 0
    case .forms: 1
    case .placesIn, .eventsIn: 2
    case .stories, .places: 4
    case .events(_, _, _, let group): group == GroupName.everyone.id ? 7 : 4
    }
  }
}

extension PeopleSet {
  fileprivate var usefulness: Int {
    func ofGroup(_ group: String, _ everyone: Int) -> Int {
      group == GroupName.everyone.id ? everyone : 4
    }
    switch self {
    case .lost, .withDayZero, .meeting, .registeredInPeriod, .onlyUnscorable, .severalForms,
      .everAttended, .attendedIn, .withForm, .dueWithBaseline, .missingWithBaseline, .atRisk,
      .withAnyIn, .equalTime:
      return 0
    case .returned, .withBaseline: return 1
    case .population(let group): return group == GroupName.everyone.id ? 7 : 2
    case .missing, .missingOf, .returnedOf: return 3
    case .judged(let measure, _, _, let group):
      switch measure {
      case .crossed, .unchanged: return ofGroup(group, 2)
      case .recovered, .harmed: return ofGroup(group, 3)
      case .improved, .deteriorated: return ofGroup(group, 6)
      }
    case .notLinkable, .notKnown, .notLinked, .noTimeAtRisk, .runningOnDayZero, .quotable,
      .nothingFound, .coded, .codedByTwo, .themeByAll:
      return 3
    case .theme, .storytellers, .attended: return 5
    case .withAny(_, _, _, let group): return ofGroup(group, 6)
    case .due(_, let group): return ofGroup(group, 7)
    case .counted(_, _, let group, _): return ofGroup(group, 8)
    case .paired(_, _, let group): return ofGroup(group, 9)
    case .registered: return 5
    }
  }
}
