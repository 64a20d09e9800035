import FurlongNumerics

/// A population of persons on two occasions as one of groups: the later scores of some persons, the earlier
/// ones of others.
extension PairedPopulation {
  /// Two samples that have nothing to do with each other.
  func groups(_ count: Int, _ stream: inout RandomStream) -> (group: [Double], other: [Double]) {
    let group = (0..<count).map { _ in person(&stream).y }
    return (group, (0..<count).map { _ in person(&stream).x })
  }

  /// Three of them, the last two from the same population.
  func threeGroups(_ count: Int, _ stream: inout RandomStream) -> [[Double]] {
    let (group, other) = groups(count, &stream)
    return [group, other, (0..<count).map { _ in person(&stream).x }]
  }

  /// The whole lists as groups; nil for normal scores.
  var wholeGroups: (group: [Double], other: [Double])? {
    persons.map { ($0.map(\.y), $0.map(\.x)) }
  }

  /// The same as three groups.
  var wholeThreeGroups: [[Double]]? {
    wholeGroups.map { [$0.group, $0.other, $0.other] }
  }
}
