import FurlongEvaluation

/// Looks for the worlds for which least must be held back, where none fits all that is printed.
///
/// An integer program, since a linear one passes what integers break; COIN-OR's CBC solves it, and what it finds is held
/// against every relation again. What is not found within its nodes counts as impossible: the search errs on the side that
/// hides more.
struct CheapestWorlds {
  /// Nodes that the solver may look at.
  private static let nodes = 3000
  private static let endless = Double(CountSystem.endless)

  let system: CountSystem

  /// The cheapest world in which a count is within a range, all others but those near it being as they are.
  func world(where place: Int, isIn range: ClosedRange<Int>, among near: [Int]) -> World? {
    guard range.overlaps(box(of: place)) else { return nil }
    var program = IntegerProgram()
    var columns: [Int: Int] = [:]
    var switches: [Int: Int] = [:]
    for count in near {
      let box = box(of: count)
      let column = program.add(count == place ? range.clamped(to: box) : box)
      columns[count] = column
      guard system.counts[count].isPrinted else { continue }
      let print = system.counts[count].range
      let isHeldBack = program.add(0...1, cost: system.cost(of: count))
      switches[count] = isHeldBack
      program.add(
        [(column, 1), (isHeldBack, Double(print.lowerBound - box.lowerBound))],
        in: Double(print.lowerBound)...Self.endless)
      program.add(
        [(column, 1), (isHeldBack, -Double(box.upperBound - print.upperBound))],
        in: -Self.endless...Double(print.upperBound))
    }
    for relation in Set(near.flatMap { system.counts[$0].terms.map(\.relation) }).sorted()
    where system.holds(relation) {
      add(relation, columns, switches, to: &program)
    }
    guard let solution = program.solve(nodes: Self.nodes) else { return nil }
    return World(
      values: columns.mapValues { solution[$0] }.filter { system.counts[$0].truth != $1 },
      heldBack: switches.filter { solution[$1] > 0 }.map(\.key).sorted())
  }

  private func box(of place: Int) -> ClosedRange<Int> {
    system.counts[place].isPrinted ? system.boxHeldBack(of: place) : system.box(of: place)
  }

  private func add(
    _ relation: Int, _ columns: [Int: Int], _ switches: [Int: Int],
    to program: inout IntegerProgram
  ) {
    let range = system.relations[relation].range
    var fixed = 0.0
    var terms: [(column: Int, factor: Double)] = []
    var size = 0.0
    for (count, factor) in system.relations[relation].terms {
      size += abs(factor) * Double(system.farthest)
      if let column = columns[count] {
        terms.append((column, factor))
      } else {
        fixed += factor * Double(system.counts[count].truth)
      }
    }
    let (low, high) = (range.lowerBound - fixed, range.upperBound - fixed)
    // One held back of those that tell a relation takes it away.
    let loose = system.relations[relation].needs.compactMap { switches[$0] }
    if loose.isEmpty { return program.add(terms, in: low...high) }
    program.add(terms + loose.map { ($0, 2 * size) }, in: low...Self.endless)
    program.add(terms + loose.map { ($0, -2 * size) }, in: -Self.endless...high)
  }
}

extension CountKey {
  /// What it costs to hold a count back: three of one step of usefulness for one of the next.
  var cost: Double { Self.cost(of: usefulness) }

  /// From what it costs on a main result goes: events of everyone, or how many people change or use of services is told of.
  static let costOfMainResult = cost(of: 7)

  /// What it costs where the difference between arms would go: a step more than the most useful of the others.
  static let decisiveCost = cost(of: 10)

  private static func cost(of usefulness: Int) -> Double {
    (0..<usefulness).reduce(1.0) { cost, _ in 3 * cost }
  }
}
