import FurlongEvaluation

/// Closes what rounding leaves open: every hidden count keeps at least three possible values.
///
/// Where one has fewer, the least useful count that hangs together with it is held back, and so on. A count that is held
/// back is hidden itself, and audited like the others.
struct CountAudit {
  /// Possible values beside the true one.
  static let others = 2
  /// Counts so many relations away are thought of.
  private static let reach = 3
  /// So many of them are tried one by one.
  private static let tried = 12

  private(set) var system: CountSystem
  private(set) var heldBack: [HeldBack] = []
  /// Hidden counts of which too few possible values were found though nothing beside them is printed any more.
  private(set) var open: [CountKey] = []

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
      open = []
      // What was held back has become a hidden count, and what was found safe beside it is looked at again.
      for place in system.counts.indices where system.counts[place].isHidden { close(place) }
    } while heldBack.count > before
  }

  /// Holds printed counts back until a hidden one has enough possible values: the least useful that is enough by itself, or,
  /// where none is, the least useful of all.
  private mutating func close(_ hidden: Int) {
    while !isOpen(hidden, in: system) {
      let near = printed(near: hidden)
      let enough = near.prefix(Self.tried).first { candidate in
        var other = system
        other.holdBack(candidate)
        return isOpen(hidden, in: other, .short)
      }
      guard let next = enough ?? near.first else {
        open.append(system.counts[hidden].key)
        return
      }
      system.holdBack(next)
      heldBack.append(
        HeldBack(count: system.counts[next].key, because: system.counts[hidden].key))
    }
  }

  private func isOpen(
    _ hidden: Int, in system: CountSystem, _ patience: CountSearch.Patience = .whole
  ) -> Bool {
    CountSearch(system: system, patience: patience).hasOthers(hidden, atLeast: Self.others)
  }

  /// The printed counts that hang together with one, those that are missed least first; of equals the nearest.
  func printed(near place: Int) -> [Int] {
    var distances = [place: 0]
    var edge = [place]
    var found: [Int] = []
    // Where nothing is printed near it, further ones are looked at.
    while !edge.isEmpty, found.isEmpty || (distances[edge[0]] ?? 0) < Self.reach {
      var next: [Int] = []
      for one in edge {
        for other in neighbours(of: one) where distances[other] == nil {
          distances[other] = (distances[one] ?? 0) + 1
          next.append(other)
        }
      }
      found += next.filter { system.counts[$0].isPrinted }
      edge = next
    }
    return found.sorted { one, other in
      (system.counts[one].key.usefulness, distances[one] ?? 0, one)
        < (system.counts[other].key.usefulness, distances[other] ?? 0, other)
    }
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
