/// What a reader can work out: every count is consistent with what is shown, with how counts add up and with the policy.
///
/// A reader knows the policy: "fewer than 5" is 1 to 4, and a hidden count of people is 0 or at least 5. A
/// sensitive count is safe where another number would fit as well.
struct CountAttack {
  var cells: [CountLedger.Cell]
  var sums: [CountLedger.Sum]
  /// The places in `sums` in which each cell stands.
  var sumsOfCell: [[Int]]
  var threshold: Int

  /// Whether no other number than the true one was found to fit.
  ///
  /// Errs on the side of "pinned".
  func pins(_ place: Int) -> Bool {
    let truth = cells[place].value
    // A count that is printed as "fewer than 5" is known to be 1 to 4; one that is printed nowhere may be any.
    let possible =
      switch cells[place].role {
      case .people: 1...(threshold - 1)
      case .implied: 0...(threshold + 1)
      case .events: max(1, truth - 2)...(truth + 2)
      }
    let others = possible.filter { $0 != truth }
      .sorted { (abs($0 - truth), $0) < (abs($1 - truth), $1) }
    let puzzle = CountPuzzle(around: place, in: self)
    return !others.contains { puzzle.fits($0) }
  }
}

/// The unknown counts that hang together with one of them, and the equations among them.
///
/// Counts that are shown are constants: they cut the web of sums into small pieces.
private struct CountPuzzle {
  private static let unbounded = 1_000_000_000
  private static let patience = 150

  /// Terms, each a place among the unknowns and a sign, that add up to a constant.
  private struct Equation {
    var terms: [(unknown: Int, sign: Int)]
    var constant: Int
  }

  private struct Bounds {
    var low: [Int]
    var high: [Int]
  }

  private var equations: [Equation] = []
  private var truths: [Int] = []
  private var hasGap: [Bool] = []
  private var start = Bounds(low: [], high: [])
  private let threshold: Int

  /// Collects what hangs together with a place, which becomes unknown 0.
  init(around place: Int, in attack: CountAttack) {
    threshold = attack.threshold
    var order = [place]
    var unknowns = [place: 0]
    var taken: Set<Int> = []
    var next = 0
    while next < order.count {
      let cell = attack.cells[order[next]]
      let (low, high) = Self.range(of: cell, threshold: threshold)
      start.low.append(low)
      start.high.append(high)
      truths.append(cell.value)
      if case .people = cell.role { hasGap.append(!cell.isSensitive) } else { hasGap.append(false) }
      for index in attack.sumsOfCell[order[next]] where taken.insert(index).inserted {
        let sum = attack.sums[index]
        var equation = Equation(terms: [], constant: 0)
        for (member, sign) in [(sum.total, -1)] + sum.parts.map({ ($0, 1) }) {
          if attack.cells[member].isShown {
            equation.constant -= sign * attack.cells[member].value
            continue
          }
          let unknown = unknowns[member] ?? order.count
          if unknowns[member] == nil {
            unknowns[member] = unknown
            order.append(member)
          }
          equation.terms.append((unknown, sign))
        }
        equations.append(equation)
      }
      next += 1
    }
  }

  /// Whether unknown 0 may have a value: some solution is found.
  func fits(_ value: Int) -> Bool {
    var bounds = start
    bounds.low[0] = value
    bounds.high[0] = value
    var patience = Self.patience
    return search(bounds, &patience)
  }

  private static func range(of cell: CountLedger.Cell, threshold: Int) -> (Int, Int) {
    switch cell.role {
    case .people: cell.isSensitive ? (1, threshold - 1) : (0, unbounded)
    case .events(fewPeople: true): (1, unbounded)
    case .implied, .events(fewPeople: false): (0, unbounded)
    }
  }

  private func search(_ bounds: Bounds, _ patience: inout Int) -> Bool {
    patience -= 1
    guard patience > 0 else { return false }
    var narrowed = bounds
    guard narrow(&narrowed) else { return false }
    var next: Int?
    var width = Int.max
    for unknown in truths.indices where narrowed.low[unknown] < narrowed.high[unknown] {
      let range = narrowed.high[unknown] - narrowed.low[unknown]
      if range < width {
        width = range
        next = unknown
      }
    }
    guard let next else { return true }
    // Solutions near the truth are enough: one is sought, not all.
    let truth = truths[next]
    for distance in 0...(threshold + 1) {
      for value in distance == 0 ? [truth] : [truth - distance, truth + distance]
      where value >= narrowed.low[next] && value <= narrowed.high[next] {
        var tried = narrowed
        tried.low[next] = value
        tried.high[next] = value
        if search(tried, &patience) { return true }
        guard patience > 0 else { return false }
      }
    }
    return false
  }

  /// Narrows all ranges by all equations until nothing changes; false where a range is empty.
  private func narrow(_ bounds: inout Bounds) -> Bool {
    // Ranges without an end can creep; a reader who gets that far is assumed to succeed.
    for _ in 0..<100 {
      var changed = false
      for equation in equations {
        var least = 0
        var most = 0
        for term in equation.terms {
          least += term.sign > 0 ? bounds.low[term.unknown] : -bounds.high[term.unknown]
          most += term.sign > 0 ? bounds.high[term.unknown] : -bounds.low[term.unknown]
        }
        for (unknown, sign) in equation.terms {
          let low = bounds.low[unknown]
          let high = bounds.high[unknown]
          let otherLeast = least - (sign > 0 ? low : -high)
          let otherMost = most - (sign > 0 ? high : -low)
          let ends = (equation.constant - otherMost, equation.constant - otherLeast)
          var newLow = max(low, sign > 0 ? ends.0 : -ends.1)
          var newHigh = min(high, sign > 0 ? ends.1 : -ends.0)
          if hasGap[unknown] {
            if newLow >= 1, newLow < threshold { newLow = threshold }
            if newHigh >= 1, newHigh < threshold { newHigh = 0 }
          }
          guard newLow <= newHigh else { return false }
          guard newLow != low || newHigh != high else { continue }
          least += sign > 0 ? newLow - low : high - newHigh
          most += sign > 0 ? newHigh - high : low - newLow
          bounds.low[unknown] = newLow
          bounds.high[unknown] = newHigh
          changed = true
        }
      }
      if !changed { return true }
    }
    return false
  }
}
