/// The best alignment of the units of two coders: an assignment in which a unit may as well be alone.
///
/// Kuhn's Hungarian method by shortest augmenting paths over neighbours, with prices of rows (the first coder's
/// units) and columns (the second's). O(units³), and far less where a unit has few neighbours.
struct PairMatching {
  private let neighbours: [[UnitCluster.Neighbour]]
  /// What a row costs that stays alone, and with it the column that stays alone for it.
  private let alone: Double
  private var price: [Double]
  /// The column of a row, the row of a column; nil for those alone.
  private var partner: [Int?]

  init(_ cluster: UnitCluster) {
    neighbours = cluster.neighbours
    alone = 2 * cluster.emptyUnit
    price = [Double](repeating: 0, count: cluster.units.count)
    partner = [Int?](repeating: nil, count: cluster.units.count)
    for (row, unit) in cluster.units.enumerated() where unit.coder == 0 { place(row) }
  }

  /// The units that belong together, or one alone; each in ascending order.
  var groups: [[Int]] {
    partner.enumerated().compactMap { unit, other in
      guard let other else { return [unit] }
      return unit < other ? [unit, other] : nil
    }
  }

  /// Finds a column for a row, or leaves a row alone, so that the rows so far cost least.
  private mutating func place(_ first: Int) {
    // How far each column is that a path has reached, and the row before it.
    var reached: [(column: Int, length: Double, row: Int)] = []
    var slot: [Int: Int] = [:]
    var passed = 0
    var row = first
    var length = 0.0
    var stop = (length: Double.infinity, row: first)
    var end: Int?
    while true {
      let rest = length + alone - price[row]
      if rest < stop.length { stop = (rest, row) }
      for neighbour in neighbours[row] {
        let far = length + neighbour.distance - price[row] - price[neighbour.unit]
        if let old = slot[neighbour.unit] {
          if old >= passed && far < reached[old].length {
            reached[old].length = far
            reached[old].row = row
          }
        } else if far < stop.length {
          slot[neighbour.unit] = reached.count
          reached.append((neighbour.unit, far, row))
        }
      }
      // The nearest column that is not passed yet comes behind those that are.
      guard
        let nearest = reached[passed...].indices.min(by: {
          reached[$0].length < reached[$1].length
        }), reached[nearest].length < stop.length
      else { break }
      reached.swapAt(passed, nearest)
      slot[reached[nearest].column] = nearest
      slot[reached[passed].column] = passed
      let column = reached[passed].column
      length = reached[passed].length
      passed += 1
      guard let next = partner[column] else {
        end = column
        break
      }
      row = next
    }
    let whole = end == nil ? stop.length : length
    price[first] += whole
    for (column, length, _) in reached[..<passed] {
      price[column] -= whole - length
      if let row = partner[column] { price[row] += whole - length }
    }
    // Each row of the path takes the column that it reached.
    var free = end
    if end == nil {
      free = partner[stop.row]
      partner[stop.row] = nil
    }
    while let column = free, let place = slot[column] {
      let row = reached[place].row
      free = partner[row]
      partner[row] = column
      partner[column] = row
    }
  }
}
