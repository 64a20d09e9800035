import FurlongEvaluation
import FurlongStudy

/// The same counts with other values: those that differ from the truth, and what must be held back to let them.
struct World {
  var values: [Int: Int]
  var heldBack: [Int] = []
}

/// Closes what rounding leaves open: every hidden count keeps at least three possible values.
///
/// Where one has fewer, the counts go that are missed least of all that would give it another: the cheapest world in which
/// it has another value says which. A count that is held back is hidden itself, and audited like the others. What has been
/// found possible stays so: to hold something back only takes knowledge away.
struct CountAudit {
  /// Possible values beside the true one.
  static let others = 2
  /// Among so many of the counts that hang together it is looked for what must go: those near the hidden one first.
  private static let sizes = [200, Int.max]

  private(set) var system: CountSystem
  private(set) var heldBack: [HeldBack] = []
  /// Hidden counts of which too few possible values were found though all that could be held back is.
  private(set) var open: [CountKey] = []
  /// The possible values that were found of each count, beside the true one.
  private(set) var found: [Int: Set<Int>] = [:]
  private let nearest: NearestWorlds

  /// Audits findings as a rule would release them.
  init(_ findings: Findings<Unreleased>, rule: RoundingRule) {
    var system = CountSystem(rounding: rule.rounding)
    system.enter(findings, rule: rule)
    self.init(system)
  }

  init(_ system: CountSystem) {
    self.system = system
    nearest = NearestWorlds(system)
  }

  /// Holds back what must be.
  mutating func run() {
    var waiting = system.counts.indices.filter { system.counts[$0].isHidden }[...]
    while let next = waiting.popFirst() { waiting += close(next) }
  }

  /// Finds worlds until a hidden count has enough values; the counts that were held back for it.
  private mutating func close(_ hidden: Int) -> [Int] {
    var gone: [Int] = []
    while found[hidden, default: []].count < Self.others {
      guard let world = nextWorld(for: hidden) else {
        open.append(system.counts[hidden].key)
        break
      }
      for count in world.heldBack {
        system.holdBack(count)
        nearest.holdBack(count, in: system)
        heldBack.append(
          HeldBack(count: system.counts[count].key, because: system.counts[hidden].key))
      }
      gone += world.heldBack
      // A world tells of all counts in it.
      for (count, value) in world.values { found[count, default: []].insert(value) }
    }
    return gone
  }

  /// A world in which a hidden count has a value that was not found yet: one that fits all that is printed, or the one
  /// for which least must go.
  private func nextWorld(for hidden: Int) -> World? {
    let gaps = gaps(hidden)
    for gap in gaps {
      if let values = nearest.world(where: hidden, isIn: gap, of: system) {
        return World(values: values)
      }
    }
    let cheapest = CheapestWorlds(system: system)
    var least: World?
    for near in neighbourhoods(hidden) {
      let found = gaps.compactMap { cheapest.world(where: hidden, isIn: $0, among: near) }
      least = ([least].compactMap { $0 } + found).min { cost(of: $0) < cost(of: $1) }
      // Before a main result goes it is asked whether, of all counts, something that is missed less would do.
      if let least, cost(of: least) < CountKey.costOfMainResult { return least }
    }
    return least
  }

  private func cost(of world: World) -> Double {
    world.heldBack.reduce(0) { $0 + system.cost(of: $1) }
  }

  /// Where no value of a count was found yet, the widest range first.
  private func gaps(_ place: Int) -> [ClosedRange<Int>] {
    let range = system.counts[place].range
    let known = found[place, default: []].union([system.counts[place].truth]).sorted()
    let ends = [range.lowerBound - 1] + known + [range.upperBound + 1]
    return zip(ends, ends.dropFirst()).filter { $1 - $0 > 1 }.map { $0 + 1...$1 - 1 }
      .sorted { $0.count > $1.count }
  }

  /// Those near a count, more each time, and none that were looked at before.
  private func neighbourhoods(_ place: Int) -> some Sequence<[Int]> {
    sequence(state: (sizes: Self.sizes[...], size: 0)) { state -> [Int]? in
      while let size = state.sizes.popFirst() {
        let near = near(place, atMost: size)
        guard near.count > state.size else { continue }
        state.size = near.count
        return near
      }
      return nil
    }
  }

  /// A count and those that hang together with it, the nearest first.
  private func near(_ place: Int, atMost size: Int) -> [Int] {
    var near = [place]
    var isNear = Set(near)
    var next = 0
    while next < near.count, near.count < size {
      for other in neighbours(of: near[next]) where isNear.insert(other).inserted {
        near.append(other)
      }
      next += 1
    }
    return near
  }

  private func neighbours(of place: Int) -> [Int] {
    system.counts[place].terms.map(\.relation).filter(system.holds).flatMap { relation in
      system.relations[relation].terms.map(\.count) + system.relations[relation].needs
    }
  }
}

extension CountKey {
  /// How much a reader would miss it: details of the flow least, who is in the headline most.
  var usefulness: Int {
    switch self {
    case .people(let set): set.usefulness
    case .movedUp, .difference, .placesBeside: 0
    case .forms: 1
    case .placesIn, .eventsIn: 2
    // Without the three months corrects the headline, and stands in the same weight.
    case .withoutMonths(let months, _, _): months == 3 ? 5 : 3
    case .placesDuring: 3
    case .stories, .places: 4
    case .quotes: 2
    case .events(_, _, let window, let group):
      group != GroupName.everyone.id ? 4 : ServiceWindow.original(of: window) == nil ? 7 : 5
    }
  }
}

extension PeopleSet {
  fileprivate var usefulness: Int {
    // What people of one story became is in no headline.
    if let groupID, GroupName.isByStories(groupID) { return 1 }
    func ofGroup(_ group: String, _ everyone: Int) -> Int {
      group == GroupName.everyone.id ? everyone : min(4, everyone)
    }
    switch self {
    case .attendedDuring: return 1
    case .lost, .leftOut, .withDayZero, .meeting, .registeredInPeriod, .onlyUnscorable,
      .severalForms, .pairedNotDue,
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
    case .judgedBy, .moved, .crossedBy: return 1
    case .inState, .scoredOnce: return 2
    case .sought(let people, _, _, let group):
      switch people {
      case .before, .after: return ofGroup(group, 5)
      case .gained, .lost: return ofGroup(group, 4)
      case .unmoved: return ofGroup(group, 2)
      }
    case .answeredOnce(_, let course), .reached(_, let course): return course == nil ? 6 : 2
    case .ruled(let count, _, _, _, let group):
      switch count {
      case .unchanged: return ofGroup(group, 2)
      case .judged: return ofGroup(group, 7)
      case .caseness: return ofGroup(group, 6)
      case .improved, .deteriorated, .recovered, .reliablyRecovered: return ofGroup(group, 5)
      }
    case .notLinkable, .notKnown, .notLinked, .noTimeAtRisk, .runningOnDayZero, .quotable,
      .nothingFound, .coded, .codedByTwo, .codedByAll, .themeByAll, .served:
      return 3
    case .watched(_, let group): return ofGroup(group, 8)
    case .byMonth(let standing, _, _, let group): return ofGroup(group, standing == .had ? 6 : 3)
    case .notWatched, .hadBefore: return 3
    case .hadByMedian: return 0
    case .theme, .storytellers, .attended: return 5
    case .withHours: return 1
    case .usedService: return 4
    // What is followed from a landmark stands beside the same from day 0.
    case .withAny(_, _, let window, let group):
      return ofGroup(group, ServiceWindow.original(of: window) == nil ? 6 : 4)
    case .due(_, let group): return ofGroup(group, 7)
    case .counted(_, let window, let group, _):
      return ofGroup(group, ServiceWindow.original(of: window) == nil ? 8 : 6)
    case .paired(_, _, let group): return ofGroup(group, 9)
    // Of arms alone; with it what they differ by in cost would go.
    case .costed: return 4
    case .registered: return 5
    }
  }
}
