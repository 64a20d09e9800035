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
    try PersonDraws(bootstrap: bootstrap).draw([("before", before), ("after", after)]).difference()
  }
}

extension DrawnPersons {
  /// The rate after minus the rate before.
  ///
  /// - Throws: `notFinite` where a rate is too large to be told.
  public func difference() throws(StatisticsError) -> BootstrapEstimate {
    try estimate { totals in
      let (earlier, later) = (totals[0], totals[1])
      return earlier.time > 0 && later.time > 0 ? later.rate - earlier.rate : nil
    }
  }
}
