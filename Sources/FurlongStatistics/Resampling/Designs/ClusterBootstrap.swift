import FurlongNumerics

/// What is drawn where persons come in sites, colleges or families.
public enum ClusterStages: String, Codable, CaseIterable, Sendable {
  /// Sites, each with all its persons.
  case sites
  /// Sites, then persons within each site that was drawn.
  case sitesAndPersons = "sites_and_persons"
}

/// Draws whole clusters of persons, such as sites, so that what persons of a site share counts.
public struct ClusterBootstrap: Equatable, Sendable {
  /// How many draws, from which seed, at which level, on how many threads.
  public var bootstrap: Bootstrap
  /// Whether persons are drawn again within the sites.
  public var stages: ClusterStages

  /// Chooses how sites and persons are drawn.
  ///
  /// - Parameters:
  ///   - bootstrap: draws, seed, level and threads.
  ///   - stages: two stages suit a few large sites whose persons are a sample; one stage suits many small
  ///     ones.
  public init(bootstrap: Bootstrap, stages: ClusterStages = .sitesAndPersons) {
    self.bootstrap = bootstrap
    self.stages = stages
  }

  /// Intervals of a statistic of persons in sites, by drawing as many sites as there are.
  ///
  /// Acceleration by leaving out one site. A site drawn twice has its persons twice, in the second
  /// stage drawn anew. Davison & Hinkley 1997, §3.8, doi:10.1017/CBO9780511802843. With fewer than
  /// some ten sites intervals are too short. O(persons × draws), sites × persons for a.
  ///
  /// - Parameters:
  ///   - sizes: how many persons each site holds, at least 1 each, at least 2 sites.
  ///   - statistic: the statistic of the persons with these numbers, which count on from one site to the
  ///     next; how many they are depends on the sites drawn. Nil where it is undefined. Computed on
  ///     several threads at once.
  /// - Throws: `tooFew`, `outsideRange`, `notFinite` where the statistic of all is undefined.
  public func estimate(
    of sizes: [Int], statistic: @Sendable (UnsafeBufferPointer<Int>) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    try bootstrap.requirePersonsAndDraws(sizes.count, "sites")
    for size in sizes where size < 1 {
      throw .tooFew(of: "persons in a site", count: size, needed: 1)
    }
    var starts = [0]
    for size in sizes { starts.append(starts[starts.count - 1] + size) }
    let count = starts[sizes.count]
    let all = Array(0..<count)
    guard let whole = all.withUnsafeBufferPointer({ statistic($0) }), whole.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    let again = stages == .sitesAndPersons
    let largest = sizes.reduce(0, max)
    let first = starts
    let drawn = bootstrap.replicates(
      upTo: largest * sizes.count,
      drawn: { stream, persons in
        var filled = 0
        for _ in sizes.indices {
          let site = stream.integer(below: sizes.count)
          for person in 0..<sizes[site] {
            let chosen = again ? stream.integer(below: sizes[site]) : person
            persons[filled] = first[site] + chosen
            filled += 1
          }
        }
        return filled
      }, statistic)
    let left = sizes.indices.map { site in
      let others = Array(all[..<starts[site]] + all[starts[site + 1]...])
      return others.withUnsafeBufferPointer { statistic($0) } ?? .nan
    }
    return try bootstrap.estimate(whole, drawn: drawn, Acceleration(leavingOut: left))
  }
}
