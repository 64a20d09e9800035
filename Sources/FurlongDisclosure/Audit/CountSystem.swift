import FurlongEvaluation

/// All counts of a report, what is printed of each, and how they hang together: what a reader has to work with.
struct CountSystem {
  /// One count.
  struct Count {
    var key: CountKey
    var truth: Int
    /// What a reader knows of it from its own print.
    var range: ClosedRange<Int>
    /// Whether a number of it is printed, which could be held back.
    var isPrinted: Bool
    /// Whether a reader is to be left with several possible values.
    var isHidden: Bool
    /// The relations in which it stands, and its factor in each.
    var terms: [Term] = []
  }

  /// A count's part in a relation.
  struct Term {
    var relation: Int
    var factor: Double
  }

  /// What a reader knows of several counts together: `low ≤ Σ factor · count ≤ high`.
  struct Relation {
    var terms: [(count: Int, factor: Double)]
    var range: ClosedRange<Double>
    /// Counts of which one held back takes the relation away, since the number that tells it goes too.
    var needs: [Int] = []
  }

  /// What stands for no upper end.
  static let endless = 1_000_000_000

  let rounding: Rounding
  private(set) var counts: [Count] = []
  private(set) var relations: [Relation] = []
  private var places: [CountKey: Int] = [:]
  private var isHeldBack: Set<Int> = []
  /// Counts with which the difference between randomised arms, the main result, would go.
  var decisive: Set<CountKey> = []
  /// The person-years over which events are counted, by their count: costs are made of them.
  var times: [CountKey: Double] = [:]
  /// How many months a window has on each side, by its id; none of a window that no months are told of.
  var monthsOfWindows: [String: [PeopleSet.Side: Int]] = [:]

  /// How many days one has, where its export counts by period: everybody knows them.
  var daysOfWindows: [String: [PeopleSet.Side: Int]] = [:]

  init(rounding: Rounding) { self.rounding = rounding }

  /// Enters a count that is printed somewhere; the same count in two sections is entered once.
  ///
  /// - Parameter isKnown: whether its number can be told from others printed beside it, such as the width of intervals.
  @discardableResult mutating func enter(
    _ key: CountKey, _ truth: Int, isGiven: Bool = false, isKnown: Bool = false
  ) -> Int {
    let place: Int
    if let known = places[key] {
      place = known
      guard !counts[place].isPrinted || isKnown else { return place }
    } else {
      place = counts.count
      places[key] = place
      counts.append(Count(key: key, truth: truth, range: 0...0, isPrinted: false, isHidden: false))
    }
    let isFew = rounding.isFew(truth) && !isGiven
    counts[place].isPrinted = !isFew && !isGiven
    counts[place].isHidden = isFew
    counts[place].range =
      isGiven || (isKnown && !isFew)
      ? truth...truth
      : isFew
        ? 0...(rounding.rules.threshold - 1) : rounding.range(of: rounding.count(truth))
    return place
  }

  @discardableResult mutating func enter(_ people: PeopleCount, isKnown: Bool = false) -> Int {
    enter(.people(people.people), people.count, isGiven: people.isGiven, isKnown: isKnown)
  }

  /// Enters the answer to a count: one that is held back for itself is hidden, however large it is.
  mutating func enter(
    _ key: CountKey, _ answer: FoundAnswer, of measure: Measure, _ rule: RoundingRule,
    closed: Bool = false, isKnown: Bool = false
  ) -> Int? {
    guard let estimate = answer.estimate else { return nil }
    let truth = Int(estimate.value)
    let shown = rule.answer(answer, of: measure, key: nil, closed: closed ? .fewPeople : nil).shown
    if case .withheld = shown { return imply(key, truth, isHidden: true) }
    return enter(key, truth, isKnown: isKnown)
  }

  /// Enters a count that is printed nowhere; by itself it is not to be worked out where it is small.
  @discardableResult mutating func imply(
    _ key: CountKey, _ truth: Int, isHidden: Bool? = nil
  ) -> Int {
    if let place = places[key] { return place }
    let place = counts.count
    places[key] = place
    counts.append(
      Count(
        key: key, truth: truth, range: 0...Self.endless, isPrinted: false,
        isHidden: isHidden ?? (truth > 0 && rounding.isFew(truth))))
    return place
  }

  /// Of fewer people than estimates need none is shown beside their count, which tells that they are so few.
  ///
  /// Of others one is, or for another reason none: a reader knows that they are not, also where their own count is held back.
  mutating func tellFew(_ place: Int) {
    let least = rounding.rules.leastPeople
    if counts[place].truth < least {
      relate([(place, 1)], in: 0...Double(least - 1))
    } else if counts[place].range.lowerBound < least {
      relate([(place, 1)], in: Double(least)...Double(Self.endless))
    }
  }

  /// Enters printed numbers that are no count and can be held back by themselves, with all that they tell.
  mutating func enterNumbers(_ key: CountKey) -> Int {
    enter(key, rounding.rules.threshold, isKnown: true)
  }

  /// The place of a count that has been entered.
  func place(of key: CountKey) -> Int? { places[key] }

  /// Notes what is known of counts together; what the truth itself does not fulfil is no knowledge.
  mutating func relate(
    _ terms: [(Int, Double)], in range: ClosedRange<Double>, needs: [Int] = []
  ) {
    let sum = terms.reduce(0) { $0 + $1.1 * Double(counts[$1.0].truth) }
    guard sum >= range.lowerBound - 1e-9, sum <= range.upperBound + 1e-9 else { return }
    let place = relations.count
    relations.append(Relation(terms: terms.map { ($0.0, $0.1) }, range: range, needs: needs))
    for (count, factor) in terms {
      counts[count].terms.append(Term(relation: place, factor: factor))
    }
  }

  /// A whole is the sum of its parts.
  mutating func relate(_ whole: Int, isSumOf parts: [Int]) {
    relate([(whole, -1)] + parts.map { ($0, 1) }, in: 0...0)
  }

  /// A whole is at least the sum of its parts; what is left over is not to be worked out where it is small.
  mutating func relate(_ whole: Int, holds parts: [Int]) {
    relate([(whole, 1)] + parts.map { ($0, -1) }, in: 0...Double(Self.endless))
  }

  /// A part of a whole, the rest of which a reader can form.
  mutating func relate(_ whole: Int, holds part: Int, restIsHidden: Bool) {
    guard restIsHidden else { return relate(whole, holds: [part]) }
    let rest = imply(
      .difference(counts[whole].key, counts[part].key), counts[whole].truth - counts[part].truth)
    relate(whole, isSumOf: [part, rest])
  }

  /// Holds a printed count back: of it a reader knows only that it is not small, and what else is known of it harms nobody.
  mutating func holdBack(_ place: Int) {
    isHeldBack.insert(place)
    counts[place].isPrinted = false
    counts[place].isHidden = true
    counts[place].range = rangeHeldBack
  }

  /// What it costs to hold a count back.
  func cost(of place: Int) -> Double {
    let key = counts[place].key
    return decisive.contains(key) ? CountKey.decisiveCost : key.cost
  }

  /// How far from the truth a count is looked for: what lies farther counts as impossible.
  var farthest: Int { 4 * max(rounding.rules.threshold, rounding.rules.base) }

  /// Where a count is looked for.
  func box(of place: Int) -> ClosedRange<Int> { near(place, counts[place].range) }

  /// Where a printed count is looked for once it is held back.
  func boxHeldBack(of place: Int) -> ClosedRange<Int> { near(place, rangeHeldBack) }

  private var rangeHeldBack: ClosedRange<Int> { rounding.rules.threshold...Self.endless }

  private func near(_ place: Int, _ range: ClosedRange<Int>) -> ClosedRange<Int> {
    let truth = counts[place].truth
    return range.clamped(to: (truth - farthest)...(truth + farthest))
  }

  /// Whether a relation is still told by what is printed.
  func holds(_ relation: Int) -> Bool {
    !relations[relation].needs.contains(where: isHeldBack.contains)
  }
}
