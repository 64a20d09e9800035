import Foundation
import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

/// A reader who writes every count in a report as an unknown, and every sum that they know of as an equation.
///
/// Written apart from the gate and by another way: linear algebra over the whole report, and a trial of all values
/// in each sum by itself.
struct Reader {
  enum Seen { case exactly(Int), few, hidden, unprinted }
  struct Count {
    var truth: Int
    var seen: Seen
  }

  var counts: [Count] = []
  var equations: [(total: Int, parts: [Int])] = []
  /// Themes whose agreement is shown.
  var themes: [TwoCoders] = []
  private var places: [String: Int] = [:]

  mutating func note(_ key: String, _ truth: PeopleCount, _ seen: PeopleCount) -> Int {
    if let place = places[key] {
      // The same count in another section: whoever shows it shows it.
      if case .exactly(let count) = seen { counts[place].seen = .exactly(count) }
      return place
    }
    let kind: Seen =
      switch seen {
      case .exactly(let count): .exactly(count)
      case .fewerThan: .few
      case .hidden: .hidden
      }
    places[key] = counts.count
    counts.append(Count(truth: truth.exact ?? 0, seen: kind))
    return counts.count - 1
  }

  /// A sum; what is left over is a count that stands nowhere.
  mutating func sum(_ total: Int, _ parts: [Int]) {
    let rest = counts[total].truth - parts.reduce(0) { $0 + counts[$1].truth }
    guard rest >= 0 else { return }
    var parts = parts
    if rest > 0 {
      counts.append(Count(truth: rest, seen: .unprinted))
      parts.append(counts.count - 1)
    }
    equations.append((total, parts))
  }

  /// Small counts that follow exactly from all equations together.
  func solved() -> [Int] {
    let unknown = counts.indices.filter {
      if case .exactly = counts[$0].seen { false } else { true }
    }
    let column = Dictionary(
      uniqueKeysWithValues: unknown.enumerated().map { ($0.element, $0.offset) })
    var rows = equations.map { equation in
      var row = [Double](repeating: 0, count: unknown.count)
      if let place = column[equation.total] { row[place] -= 1 }
      for part in equation.parts { if let place = column[part] { row[place] += 1 } }
      return row
    }
    var pivots: [Int] = []
    var next = 0
    for place in unknown.indices {
      guard let row = rows[next...].indices.first(where: { abs(rows[$0][place]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(next, row)
      let scale = rows[next][place]
      rows[next] = rows[next].map { $0 / scale }
      for other in rows.indices where other != next && abs(rows[other][place]) > 1e-9 {
        let factor = rows[other][place]
        for index in unknown.indices { rows[other][index] -= factor * rows[next][index] }
      }
      pivots.append(place)
      next += 1
      if next == rows.count { break }
    }
    return pivots.enumerated().compactMap { row, place in
      let isAlone = rows[row].enumerated().allSatisfy {
        $0.offset == place || abs($0.element) < 1e-9
      }
      return isAlone && (1...4).contains(counts[unknown[place]].truth) ? unknown[place] : nil
    }
  }

  /// Small counts to which a single sum leaves one value only.
  func cornered() -> [Int] {
    equations.flatMap { equation in
      let places = [equation.total] + equation.parts
      return places.filter { place in
        if case .exactly = counts[place].seen { return false }
        guard (1...4).contains(counts[place].truth) else { return false }
        // What is printed nowhere may be nobody too.
        var values = Array(1...4)
        if case .unprinted = counts[place].seen { values = Array(0...6) }
        return values.count { possible(equation, fixing: place, at: $0) } < 2
      }
    }
  }

  /// The sums in which a count stands, for a message.
  func words(_ place: Int) -> String {
    let names = Dictionary(uniqueKeysWithValues: places.map { ($0.value, $0.key) })
    func word(_ place: Int) -> String {
      "\(names[place] ?? "unprinted") \(counts[place].truth) \(counts[place].seen)"
    }
    return equations.filter { ([$0.total] + $0.parts).contains(place) }
      .map { "\(word($0.total)) = \($0.parts.map(word).joined(separator: " + "))" }
      .joined(separator: "; ")
  }

  private func possible(_ equation: (total: Int, parts: [Int]), fixing: Int, at value: Int) -> Bool
  {
    func values(_ place: Int) -> [Int] {
      if place == fixing { return [value] }
      return switch counts[place].seen {
      case .exactly(let count): [count]
      case .few: Array(1...4)
      case .hidden: [0] + Array(5...(counts[place].truth + 12))
      case .unprinted: Array(0...(counts[place].truth + 12))
      }
    }
    var reachable: Set<Int> = [0]
    for part in equation.parts {
      reachable = Set(reachable.flatMap { sum in values(part).map { sum + $0 } })
    }
    return !reachable.isDisjoint(with: values(equation.total))
  }
}

extension Reader {
  /// Reads a released report next to the findings that it was made of.
  init(_ found: Findings, _ released: Findings) {
    self.init()
    for (truth, seen) in zip(found.steps, released.steps) {
      switch (truth.finding, seen.finding) {
      case (.reach(let truth), .reach(let seen)): read(truth, seen)
      case (.change(let truth), .change(let seen)):
        for (truth, seen) in zip(truth.outcomes[0].rows, seen.outcomes[0].rows) {
          _ = base(truth.group, truth.used, seen.used, truth.eligible, seen.eligible)
        }
      case (.meaning(let truth), .meaning(let seen)): read(truth, seen)
      case (.serviceUse(let truth), .serviceUse(let seen)): read(truth, seen)
      case (.experience(let truth), .experience(let seen)): read(truth, seen)
      default: break
      }
    }
  }

  private mutating func read(_ truth: ReachFinding, _ seen: ReachFinding) {
    let keys = ["registered", "population all", "came", "first", "due all", "present", "used all"]
    var stages: [Int] = []
    for (index, (truth, seen)) in zip(truth.flows[0].stages, seen.flows[0].stages).enumerated() {
      stages.append(note(keys[index], truth.people, seen.people))
      if let lost = truth.lost, let shown = seen.lost {
        let gone = note("lost \(index)", lost, shown)
        sum(stages[index - 1], [stages[index], gone])
      }
    }
    sum(stages[4], [stages[6]])
    sum(
      stages[1],
      zip(truth.casemix[0].values, seen.casemix[0].values).map { truth, seen in
        note("population arm=\(truth.value)", truth.people, seen.people)
      })
    let missing = note("missing", truth.missing[0].missing, seen.missing[0].missing)
    sum(stages[4], [stages[5], missing])
    var present: [Int] = []
    var gone: [Int] = []
    for (truth, seen) in zip(truth.missing[0].variables, seen.missing[0].variables) {
      guard let here = truth.present.estimate, let lost = truth.missing.estimate else { continue }
      func people(_ share: Estimate) -> Int { Int((share.value * Double(share.used)).rounded()) }
      func shown(_ answer: Answer) -> PeopleCount {
        answer.estimate.map { .exactly(people($0)) } ?? .hidden
      }
      present.append(notShare(people(here), shown(seen.present)))
      gone.append(notShare(people(lost), shown(seen.missing)))
    }
    if !present.isEmpty {
      sum(stages[5], present)
      sum(missing, gone)
    }
  }

  /// A count behind a share stands nowhere where the share is hidden.
  private mutating func notShare(_ truth: Int, _ seen: PeopleCount) -> Int {
    counts.append(Count(truth: truth, seen: seen.exact.map { .exactly($0) } ?? .unprinted))
    return counts.count - 1
  }

  private mutating func base(
    _ group: GroupName, _ used: PeopleCount, _ usedSeen: PeopleCount, _ due: PeopleCount,
    _ dueSeen: PeopleCount
  ) -> Int {
    let part = note("used \(group.id)", used, usedSeen)
    sum(note("due \(group.id)", due, dueSeen), [part])
    return part
  }

  private mutating func read(_ truth: MeaningFinding, _ seen: MeaningFinding) {
    let kinds: [KeyPath<MeaningFinding.Row, MeaningFinding.Share>] = [
      \.improved, \.unchanged, \.deteriorated, \.crossed, \.recovered, \.harmed,
    ]
    var table: [[Int]] = []
    for (truth, seen) in zip(truth.outcomes[0].rows, seen.outcomes[0].rows) {
      let used = base(truth.group, truth.used, seen.used, truth.eligible, seen.eligible)
      var row = [used]
      for (number, kind) in kinds.enumerated() {
        row.append(
          note(
            "kind \(number) \(truth.group.id)", truth[keyPath: kind].people,
            seen[keyPath: kind].people))
      }
      sum(used, Array(row[1...3]))
      sum(used, [row[4]])
      sum(row[1], [row[5]])
      sum(row[3], [row[6]])
      table.append(row)
    }
    for kind in table[0].indices { sum(table[0][kind], table.dropFirst().map { $0[kind] }) }
  }

  private mutating func read(_ truth: ServiceUseFinding, _ seen: ServiceUseFinding) {
    let (truth, seen) = (truth.outcomes[0], seen.outcomes[0])
    var table: [[Int]] = []
    for (truth, seen) in zip(truth.rows, seen.rows) {
      let eligible = note("population \(truth.group.id)", truth.eligible, seen.eligible)
      let people = note("counted \(truth.group.id)", truth.people, seen.people)
      let before = note("any before \(truth.group.id)", truth.anyBefore, seen.anyBefore)
      let after = note("any after \(truth.group.id)", truth.anyAfter, seen.anyAfter)
      sum(eligible, [people])
      sum(people, [before])
      sum(people, [after])
      table.append([eligible, people, before, after])
    }
    for kind in table[0].indices { sum(table[0][kind], table.dropFirst().map { $0[kind] }) }
    sum(
      table[0][0],
      [
        table[0][1], note("not linkable", truth.notLinkable, seen.notLinkable),
        note("not known", truth.notKnown, seen.notKnown),
        note("no time", truth.noTimeAtRisk, seen.noTimeAtRisk),
      ])
  }

  private mutating func read(_ finding: ExperienceFinding, _ seen: ExperienceFinding) {
    let tellers = note("tellers", finding.storytellers, seen.storytellers)
    sum(tellers, [note("nothing", finding.nothingFound, seen.nothingFound)])
    sum(tellers, [note("quotable", finding.quotable, seen.quotable)])
    for (truth, seen) in zip(finding.themes, seen.themes) {
      let people = note("theme \(truth.id)", truth.people, seen.people)
      sum(tellers, [people])
      sum(people, [note("all \(truth.id)", truth.peopleAllCoders, seen.peopleAllCoders)])
      guard let agreement = seen.agreement.estimate?.value, let told = finding.stories.estimate,
        let both = finding.codedByTwo.estimate, let share = truth.share.estimate
      else { continue }
      themes.append(
        TwoCoders(
          id: truth.id, agreement: agreement, stories: Int(told.value), both: Int(both.value),
          tellers: told.used, readTellers: share.used, people: seen.people,
          byAll: seen.peopleAllCoders))
    }
  }
}

@Suite("A reader who reckons")
struct AttackTests {
  @Test("finds no count of 1 to 4 people in dozens of reports", .tags(.law))
  func attack() { attack(1...60) }

  @Test(
    "finds none in thousands of reports", .tags(.slow),
    .enabled(if: ProcessInfo.processInfo.environment["FURLONG_SLOW"] != nil))
  func longAttack() { attack(61...3_060) }

  func attack(_ seeds: ClosedRange<UInt64>) {
    var small = 0
    var hidden = 0
    var agreements = 0
    for seed in seeds {
      var college = InventedCollege(seed: seed)
      let found = college.findings()
      let released = DisclosureGate(policy: .smallGroups()).release(found)
      let reader = Reader(found, released.findings)
      small += reader.counts.count { (1...4).contains($0.truth) }
      hidden += released.countsHidden
      let solved = reader.solved()
      let cornered = reader.cornered()
      #expect(
        solved.isEmpty, "seed \(seed): \(solved.map { reader.counts[$0] }) follow from the rest")
      #expect(
        cornered.isEmpty, "seed \(seed): one sum leaves one value, \(cornered.map(reader.words))")
      for count in reader.counts where (1...4).contains(count.truth) {
        if case .exactly = count.seen { Issue.record("seed \(seed): a small count is shown") }
      }
      let told = reader.themes.filter(\.isTold)
      agreements += reader.themes.count
      #expect(told.isEmpty, "seed \(seed): agreement leaves one number, \(told)")
      if !solved.isEmpty || !cornered.isEmpty || !told.isEmpty { return }
    }
    #expect(agreements > seeds.count / 4, "agreement is shown where it may be")
    #expect(small > 20 * seeds.count, "the test has something to find")
    #expect(hidden > small / 2)
  }

  @Test(
    "finds them where only the small counts themselves are hidden: the test can fail", .tags(.law))
  func naive() {
    var found = 0
    for seed in UInt64(1)...50 {
      var college = InventedCollege(seed: seed)
      let findings = college.findings()
      // Meaning alone, with nothing but the small counts hidden.
      var naive = findings
      for step in naive.steps.indices {
        guard case .meaning(var meaning) = naive.steps[step].finding else { continue }
        for row in meaning.outcomes[0].rows.indices {
          for kind in [\MeaningFinding.Row.improved, \.unchanged, \.deteriorated]
          where (1...4).contains(meaning.outcomes[0].rows[row][keyPath: kind].people.exact ?? 0) {
            meaning.outcomes[0].rows[row][keyPath: kind].people = .fewerThan(5)
          }
        }
        naive.steps[step].finding = .meaning(meaning)
      }
      found += Reader(findings, naive).solved().count
    }
    #expect(found > 20)
  }
}
