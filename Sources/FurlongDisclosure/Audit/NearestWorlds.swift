import CCbc

/// Looks for the world nearest to the truth in which a count has another value and all that is printed still fits.
///
/// One linear program over all counts, of how far each lies above and below the truth, is solved again for every question:
/// from the truth on, the dual simplex method of COIN-OR's Clp moves only what must move. Where a distance is no whole
/// number, it is searched on both sides of it; what has no solution in fractions has none in whole numbers. What is found is
/// held against every relation again, and what is not settled counts as impossible: the search errs on the side that hides
/// more.
final class NearestWorlds {
  /// Programs that are solved for one question.
  private static let programs = 400
  private static let tolerance = 1e-6

  private let linear: OpaquePointer
  /// How far the columns reach: of count c the distance above the truth is column 2c, that below it 2c + 1.
  private var reaches: [Double]
  private var solution: [Double]

  init(_ system: CountSystem) {
    reaches = system.counts.indices.flatMap(system.reaches)
    solution = Array(repeating: 0, count: reaches.count)
    var starts: [Int32] = [0]
    var rows: [Int32] = []
    var factors: [Double] = []
    for count in system.counts {
      for sign in [1.0, -1] {
        rows += count.terms.map { Int32($0.relation) }
        factors += count.terms.map { sign * $0.factor }
        starts.append(Int32(rows.count))
      }
    }
    let ranges = system.relations.map(system.distances)
    linear = furlong_linear_new(
      Int32(reaches.count), Int32(ranges.count), starts, rows, factors,
      reaches.map { _ in 0 }, reaches, reaches.map { _ in 1 }, ranges.map(\.lowerBound),
      ranges.map(\.upperBound))
  }

  deinit { furlong_linear_delete(linear) }

  /// A count was held back, and with it the relations that it told.
  func holdBack(_ place: Int, in system: CountSystem) {
    for (side, reach) in system.reaches(place).enumerated() {
      reaches[2 * place + side] = reach
      bound(2 * place + side, 0...reach)
    }
    for relation in system.relations.indices
    where system.relations[relation].needs.contains(place) {
      let far = system.reach(of: system.relations[relation])
      furlong_linear_bound_row(linear, Int32(relation), -far, far)
    }
  }

  /// The values of the counts that differ from the truth where a count is within a range on one side of it.
  func world(
    where place: Int, isIn range: ClosedRange<Int>, of system: CountSystem
  ) -> [Int: Int]? {
    let truth = system.counts[place].truth
    let isAbove = range.lowerBound > truth
    let (moved, other) = isAbove ? (2 * place, 2 * place + 1) : (2 * place + 1, 2 * place)
    let ends = [range.lowerBound, range.upperBound].map { Double(abs($0 - truth)) }.sorted()
    guard ends[0] <= reaches[moved] else { return nil }
    let within = ends[0]...min(ends[1], reaches[moved])
    bound(moved, within)
    bound(other, 0...0)
    defer { for column in [moved, other] { bound(column, 0...reaches[column]) } }
    furlong_linear_restart(linear)
    var bounds = [moved: within, other: 0...0]
    var left = Self.programs
    guard case .whole = search(&bounds, &left) else { return nil }
    return values(of: system)
  }

  private enum Outcome { case whole, impossible, unsettled }

  private func search(
    _ bounds: inout [Int: ClosedRange<Double>], _ left: inout Int
  ) -> Outcome {
    guard left > 0 else { return .unsettled }
    left -= 1
    switch furlong_linear_solve(linear, &solution) {
    case 0: break
    case 1: return .impossible
    default: return .unsettled
    }
    guard
      let broken = solution.firstIndex(where: { abs($0 - $0.rounded()) > Self.tolerance })
    else { return .whole }
    let within = bounds[broken] ?? 0...reaches[broken]
    let below = solution[broken].rounded(.down)
    // Beyond an end by more than the tolerance is no solution.
    guard within.contains(below), within.contains(below + 1) else { return .unsettled }
    let isNearerBelow = solution[broken] - below < 0.5
    let sides = [within.lowerBound...below, below + 1...within.upperBound]
    for side in isNearerBelow ? sides : sides.reversed() {
      bounds[broken] = side
      bound(broken, side)
      let outcome = search(&bounds, &left)
      bounds[broken] = within
      bound(broken, within)
      if outcome != .impossible { return outcome }
    }
    return .impossible
  }

  /// What was found, unless it is a tolerance of the solver.
  private func values(of system: CountSystem) -> [Int: Int]? {
    var values: [Int: Int] = [:]
    for place in system.counts.indices {
      let distance = Int((solution[2 * place] - solution[2 * place + 1]).rounded())
      if distance != 0 { values[place] = system.counts[place].truth + distance }
    }
    return system.fits(values) ? values : nil
  }

  private func bound(_ column: Int, _ ends: ClosedRange<Double>) {
    furlong_linear_bound(linear, Int32(column), ends.lowerBound, ends.upperBound)
  }
}

extension CountSystem {
  /// How far a count may lie above the truth, and below it: a range without the truth in it is no knowledge.
  fileprivate func reaches(_ place: Int) -> [Double] {
    let box = box(of: place)
    let truth = counts[place].truth
    return [box.upperBound - truth, truth - box.lowerBound].map { Double(max(0, $0)) }
  }

  /// How far the sum of a relation may lie from that of the truth.
  fileprivate func distances(_ relation: Relation) -> ClosedRange<Double> {
    let truth = sum(relation) { _ in nil }
    let (low, high) = (relation.range.lowerBound, relation.range.upperBound)
    let (most, far) = (reach(of: relation), Double(Self.endless) / 2)
    return (low <= -far ? -most : min(0, low - truth))...(high >= far ? most : max(0, high - truth))
  }

  /// How far the sum of a relation can come from that of the truth, whatever its counts: no row is without ends, on which Clp may
  /// stop for good.
  fileprivate func reach(of relation: Relation) -> Double {
    relation.terms.reduce(1) { $0 + 2 * abs($1.factor) * Double(farthest) }
  }

  /// Whether a world fits all that is known.
  fileprivate func fits(_ values: [Int: Int]) -> Bool {
    values.allSatisfy { counts[$0].range.contains($1) }
      && Set(values.keys.flatMap { counts[$0].terms.map(\.relation) }).filter(holds).allSatisfy {
        let sum = sum(relations[$0]) { values[$0] }
        let range = relations[$0].range
        return sum >= range.lowerBound - 1e-9 && sum <= range.upperBound + 1e-9
      }
  }

  private func sum(_ relation: Relation, where value: (Int) -> Int?) -> Double {
    relation.terms.reduce(0) { $0 + $1.factor * Double(value($1.count) ?? counts[$1.count].truth) }
  }
}
