/// Draws persons once for the rates of many samples: their ratios and differences too.
///
/// ```swift
/// let drawn = PersonDraws(bootstrap: Bootstrap(seed: 2025)).draw([(before, after), (others, later)])
/// try drawn[0].get().ratio()
/// ```
///
/// An answer is the same whether its sample is drawn alone or with others: draws are of places in a sample that is
/// sorted by value, and samples of one size share them.
public struct PersonDraws: Equatable, Sendable {
  /// How persons are drawn; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// Draws the persons of each sample with both of their periods.
  ///
  /// Draw *b* takes its counts from stream *b* by `ResampleCounts`. Persons who are equal are counted together.
  ///
  /// - Parameter samples: events and time of the same persons before and after, in the same order; at least two
  ///   persons each.
  /// - Returns: for each sample what was drawn, or why it cannot be: `unequalLengths`, `notFinite`,
  ///   `outsideRange`, `tooFew`, `overflow`.
  public func draw(
    _ samples: [(before: PersonEvents, after: PersonEvents)]
  ) -> [Result<DrawnPersons, StatisticsError>] {
    draw(samples.map { [("before", $0.before), ("after", $0.after)] })
  }

  /// Draws the persons of one sample.
  func draw(
    _ periods: [(name: String, events: PersonEvents)]
  ) throws(StatisticsError) -> DrawnPersons {
    let drawn = draw([periods])
    return try drawn[0].get()
  }

  private func draw(
    _ samples: [[(name: String, events: PersonEvents)]]
  ) -> [Result<DrawnPersons, StatisticsError>] {
    let persons = samples.map { periods in
      Result { () throws(StatisticsError) in
        let persons = try PersonPeriods(periods)
        try bootstrap.requirePersonsAndDraws(persons.count)
        return persons
      }
    }
    let runs = persons.map { (try? $0.get())?.runs ?? [] }
    let totals = SharedDraws(bootstrap: bootstrap).totals(of: runs)
    return zip(persons, totals).map { persons, totals in
      persons.map { DrawnPersons(persons: $0, bootstrap: bootstrap, drawn: totals) }
    }
  }
}

/// Persons with what happened to them, and with the totals of each draw of them.
public struct DrawnPersons: Sendable {
  let persons: PersonPeriods
  let bootstrap: Bootstrap
  let drawn: DrawnTotals

  /// The intervals of a statistic of the totals.
  ///
  /// - Parameter whole: the statistic of all persons; that of their totals where nil.
  func estimate(
    _ whole: Double? = nil, _ statistic: ([PersonTotal]) -> Double?
  ) throws(StatisticsError) -> BootstrapEstimate {
    guard let whole = whole ?? statistic(persons.totals), whole.isFinite else {
      throw .notFinite(in: "statistics of the whole sample", count: 1)
    }
    var totals = persons.totals
    let replicates = (0..<bootstrap.draws).map { draw in
      for period in totals.indices {
        totals[period] = PersonTotal(
          events: drawn.total(of: 2 * period, in: draw),
          time: drawn.total(of: 2 * period + 1, in: draw))
      }
      return statistic(totals) ?? .nan
    }
    return try bootstrap.estimate(
      whole, drawn: replicates, Acceleration(leavingOut: persons.withoutEach(statistic)))
  }
}
