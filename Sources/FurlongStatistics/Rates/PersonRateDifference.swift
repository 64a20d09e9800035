/// How many more events there were in a unit of time after than before, in the same persons.
public struct PersonRateDifference: Equatable, Sendable {
  /// How persons are drawn.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The rate after minus the rate before, with intervals by drawing persons.
  ///
  /// ```
  /// ΣE₁ / ΣT₁ − ΣE₀ / ΣT₀
  /// ```
  ///
  /// - Parameters:
  ///   - before: events and time of each person before; at least two persons.
  ///   - after: the same persons after, in the same order.
  /// - Returns: the difference: below 0 where events became rarer. The order of persons does not matter.
  /// - Throws: `unequalLengths`, `notFinite`, `outsideRange`, `tooFew`, `overflow`.
  public func compare(
    before: PersonEvents, after: PersonEvents
  ) throws(StatisticsError) -> BootstrapEstimate {
    _ = try before.totals("before")
    _ = try after.totals("after")
    if before.events.count != after.events.count {
      throw .unequalLengths(before.events.count, after.events.count)
    }
    // Sums of times depend on their order, and the order of persons carries no meaning.
    let rows = before.events.indices.map {
      SIMD4(before.events[$0], before.time[$0], after.events[$0], after.time[$0])
    }.sorted { ($0.x, $0.y, $0.z, $0.w) < ($1.x, $1.y, $1.z, $1.w) }
    let count = rows.count
    let columns = rows.map(\.x) + rows.map(\.y) + rows.map(\.z) + rows.map(\.w)
    return try columns.withUnsafeBufferPointer { (columns) throws(StatisticsError) in
      try bootstrap.estimate(of: count) { indices in
        guard let base = columns.baseAddress, var place = indices.baseAddress else { return nil }
        let end = place + indices.count
        var eventsBefore = 0.0
        var timeBefore = 0.0
        var eventsAfter = 0.0
        var timeAfter = 0.0
        // A plain loop over pointers: iterators cost a call each where nothing is optimised.
        while place < end {
          let index = place.pointee
          eventsBefore += base[index]
          timeBefore += base[count + index]
          eventsAfter += base[2 * count + index]
          timeAfter += base[3 * count + index]
          place += 1
        }
        guard timeBefore > 0 && timeAfter > 0 else { return nil }
        return eventsAfter / timeAfter - eventsBefore / timeBefore
      }
    }
  }
}
