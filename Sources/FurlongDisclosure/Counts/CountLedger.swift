/// All counts of people that can be seen or formed from what is seen, and how they add up.
struct CountLedger {
  /// How a cell may come out.
  enum Role {
    /// A count of people that stands in the findings.
    case people
    /// A count of people that stands nowhere but follows from others: a remainder, a complement.
    case implied
    /// A count of events, which must not be known where few people had them.
    case events(fewPeople: Bool)
  }

  /// One count.
  struct Cell {
    var key: String
    var value: Int
    var role: Role
    /// What the report would miss most has the greatest number.
    var usefulness: Int
    var isShown: Bool
    /// Whether its exact number must not be known.
    var isSensitive: Bool
  }

  /// A count that is the sum of others.
  struct Sum: Equatable {
    var total: Int
    var parts: [Int]
  }

  let threshold: Int
  private(set) var cells: [Cell] = []
  private(set) var sums: [Sum] = []
  private var places: [String: Int] = [:]

  init(threshold: Int) { self.threshold = threshold }

  /// Whether so many people are too few to be counted in public.
  func isFew(_ people: Int) -> Bool { people >= 1 && people < threshold }

  /// Enters a count under a key; the same key is the same count, and keeps its greatest usefulness.
  @discardableResult
  mutating func enter(
    _ key: String, _ value: Int, usefulness: Int, role: Role = .people
  ) -> Int {
    if let place = places[key] {
      cells[place].usefulness = max(cells[place].usefulness, usefulness)
      return place
    }
    let isSensitive: Bool
    let isShown: Bool
    switch role {
    case .people:
      isSensitive = isFew(value)
      isShown = !isSensitive
    case .implied:
      isSensitive = isFew(value)
      isShown = false
    case .events(let fewPeople):
      isSensitive = fewPeople
      isShown = !fewPeople
    }
    places[key] = cells.count
    cells.append(
      Cell(
        key: key, value: value, role: role, usefulness: usefulness, isShown: isShown,
        isSensitive: isSensitive))
    return cells.count - 1
  }

  /// Says that a count is the sum of others, with a remainder where they fall short; nothing where they go beyond.
  mutating func add(_ total: Int, is parts: [Int]) {
    guard !parts.isEmpty, !parts.contains(total) else { return }
    let rest = cells[total].value - parts.reduce(0) { $0 + cells[$1].value }
    guard rest >= 0 else { return }
    var parts = parts
    if rest > 0 {
      let key =
        "rest of \(cells[total].key) without " + parts.map { cells[$0].key }.joined(separator: " ")
      var role = Role.implied
      if case .events = cells[total].role { role = .events(fewPeople: false) }
      let place = enter(key, rest, usefulness: 0, role: role)
      cells[place].isShown = false
      parts.append(place)
    }
    let sum = Sum(total: total, parts: parts)
    if !sums.contains(sum) { sums.append(sum) }
  }

  /// The place of a key.
  func place(of key: String) -> Int? { places[key] }

  /// Hides what gives a sensitive count away, the least useful first, and says what became of each count.
  func decide() -> CountDecisions {
    var sumsOfCell = [[Int]](repeating: [], count: cells.count)
    for (place, sum) in sums.enumerated() {
      for cell in Set(sum.parts + [sum.total]) { sumsOfCell[cell].append(place) }
    }
    var attack = CountAttack(
      cells: cells, sums: sums, sumsOfCell: sumsOfCell, threshold: threshold)
    // Once a count is safe it stays so: hiding more only adds to the numbers that fit.
    for given in cells.indices where cells[given].isSensitive {
      while attack.pins(given), let next = Self.leastUseful(besides: given, in: attack) {
        attack.cells[next].isShown = false
      }
    }
    var shown: [String: Bool] = [:]
    var hiddenValues: Set<Int> = []
    for cell in attack.cells {
      shown[cell.key] = cell.isShown
      if !cell.isShown { hiddenValues.insert(cell.value) }
    }
    return CountDecisions(shown: shown, hiddenValues: hiddenValues)
  }

  /// The shown count to hide next: the least useful of the sum that says most of the given one, else of any sum
  /// that its unknown neighbours stand in.
  private static func leastUseful(besides given: Int, in attack: CountAttack) -> Int? {
    let cells = attack.cells
    func members(_ sum: Int) -> [Int] { [attack.sums[sum].total] + attack.sums[sum].parts }
    func least(_ places: [Int]) -> Int? {
      places.filter { cells[$0].isShown }.min {
        (cells[$0].usefulness, cells[$0].value, cells[$0].key)
          < (cells[$1].usefulness, cells[$1].value, cells[$1].key)
      }
    }
    func unknown(_ sum: Int) -> Int { members(sum).count { !cells[$0].isShown } }
    var near = [given]
    var seen: Set<Int> = [given]
    while !near.isEmpty {
      let telling = Set(near.flatMap { attack.sumsOfCell[$0] }).sorted()
      let most = telling.filter { members($0).contains { cells[$0].isShown } }
        .min { (unknown($0), $0) < (unknown($1), $1) }
      if let most { return least(members(most)) }
      near = telling.flatMap(members).filter { seen.insert($0).inserted }
    }
    return nil
  }
}

/// What the ledger decided.
struct CountDecisions {
  /// Whether each count is shown exactly, by key.
  var shown: [String: Bool]
  /// The numbers of all counts that are not.
  var hiddenValues: Set<Int>

  /// Whether a count is shown; a key that was never entered is not.
  func shows(_ key: String) -> Bool { shown[key] ?? false }
}
