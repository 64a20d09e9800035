/// Units of which some may belong together, in the order of the text, and how unlike they are.
struct UnitCluster {
  /// A unit with its coder and its place in the order of the text.
  struct Unit {
    let coder: Int
    let span: CodedSpan
    let place: Int
  }

  /// Another unit that one may belong to.
  struct Neighbour {
    let unit: Int
    let distance: Double
  }

  /// The units.
  let units: [Unit]
  /// How many coders there are, those without a unit here included.
  let coders: Int
  /// How unlike a unit is to nothing.
  let emptyUnit: Double
  /// The neighbours of each unit in ascending order, none of its own coder.
  let neighbours: [[Neighbour]]

  /// How unlike two units are, infinite where no best alignment brings them together.
  func distance(_ first: Int, _ second: Int) -> Double {
    let list = neighbours[first]
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].unit < second { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].unit == second ? list[low].distance : .infinity
  }

  /// From which sum of dissimilarities on a unit of a group is as well alone, in multiples of Δ.
  ///
  /// Taking it out of a group of k takes its dissimilarities to k − 1 others out of the sum over pairs and puts
  /// as many Δ there instead; alone it has a Δ for each pair of coders.
  static func limit(group size: Int, coders: Int) -> Double {
    Double(UnitDissimilarity.pairs(of: coders) + size - 1)
  }
}

/// The units of a text, parted where no best alignment brings them together.
struct UnitNeighbours {
  /// Units that may belong together, directly or through others.
  let clusters: [UnitCluster]

  init(_ coders: [[CodedSpan]], _ dissimilarity: UnitDissimilarity) {
    let units = coders.enumerated()
      .flatMap { coder, spans in spans.map { (coder: coder, span: $0) } }
      .sorted {
        ($0.span.start, $0.span.end, $0.span.code, $0.coder)
          < ($1.span.start, $1.span.end, $1.span.code, $1.coder)
      }
      .enumerated().map { UnitCluster.Unit(coder: $1.coder, span: $1.span, place: $0) }
    let limit = UnitCluster.limit(group: coders.count, coders: coders.count)
    // Starts further apart than this make two units too unlike, whatever their ends.
    let longest = Double(units.map(\.span.length).max() ?? 0)
    let reach =
      dissimilarity.position > 0
      ? 2 * longest * (limit / dissimilarity.position).squareRoot() : .infinity
    var neighbours = [[UnitCluster.Neighbour]](repeating: [], count: units.count)
    for unit in units {
      for other in units[(unit.place + 1)...] {
        if Double(other.span.start - unit.span.start) > reach { break }
        if other.coder == unit.coder { continue }
        let distance = dissimilarity.between(unit.span, other.span)
        if distance < limit * dissimilarity.emptyUnit {
          neighbours[unit.place].append(.init(unit: other.place, distance: distance))
          neighbours[other.place].append(.init(unit: unit.place, distance: distance))
        }
      }
    }
    clusters = Self.connected(neighbours).map { members in
      let number = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
      return UnitCluster(
        units: members.map { units[$0] }, coders: coders.count,
        emptyUnit: dissimilarity.emptyUnit,
        neighbours: members.map { member in
          neighbours[member].map {
            .init(unit: number[$0.unit, default: 0], distance: $0.distance)
          }
        })
    }
  }

  /// The sets of numbers that are neighbours, directly or through others; each in ascending order.
  private static func connected(_ neighbours: [[UnitCluster.Neighbour]]) -> [[Int]] {
    var sets: [[Int]] = []
    var isFound = [Bool](repeating: false, count: neighbours.count)
    for first in neighbours.indices where !isFound[first] {
      isFound[first] = true
      var members = [first]
      var next = 0
      while next < members.count {
        for neighbour in neighbours[members[next]] where !isFound[neighbour.unit] {
          isFound[neighbour.unit] = true
          members.append(neighbour.unit)
        }
        next += 1
      }
      sets.append(members.sorted())
    }
    return sets
  }
}
