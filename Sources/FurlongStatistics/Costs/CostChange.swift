/// What the same persons' use of several services cost before and after, in a unit of time.
///
/// ```swift
/// let nights = ServiceUseOfPersons(before: before, after: after)
/// let change = try CostChange(bootstrap: Bootstrap(seed: 2025)).compare([nights], prices: [[480]])
/// change[0].difference?.bca
/// ```
public struct CostChange: Equatable, Sendable {
  /// How persons are drawn; its confidence is that of all intervals.
  public var bootstrap: Bootstrap

  /// Chooses how persons are drawn.
  public init(bootstrap: Bootstrap) {
    self.bootstrap = bootstrap
  }

  /// The cost of all services together by each list of prices, with intervals by drawing persons.
  ///
  /// ```
  /// C₀ = Σₛ pₛ Σᵢ E₀ᵢₛ / Σᵢ T₀ᵢₛ        C₁ likewise        difference = C₁ − C₀
  /// ```
  ///
  /// A person is drawn with everything that happened to them, so that what hangs together in a person stays together.
  /// Costs are skewed: BCa intervals are the ones to show (Briggs, Mooney & Wonderling 1999,
  /// doi:10.1002/(SICI)1097-0258(19991215)18:23<3245::AID-SIM314>3.0.CO;2-2); means are what a budget pays, so no
  /// medians and no logarithms (Thompson & Barber 2000, doi:10.1136/bmj.320.7243.1197). All lists of prices share the
  /// draws. O(draws × (persons + runs of equal values)).
  ///
  /// - Parameters:
  ///   - services: the use of each service; the same persons in the same order, at least two. A person who is not
  ///     watched for a service has no events and no time there.
  ///   - prices: of each list the price of one event of each service, in the order of the services; 0 or more.
  /// - Returns: of each list the cost before, after and the difference (below 0 where it fell). The order of persons
  ///   does not matter, nor the other lists.
  /// - Throws: `unequalLengths`, `notFinite`, `outsideRange`, `tooFew`, `overflow`.
  public func compare(
    _ services: [ServiceUseOfPersons], prices: [[Double]]
  ) throws(StatisticsError) -> [PersonCosts] {
    try compare([(services, prices)])[0].get()
  }

  /// The same of several samples: those of as many persons share the draws, and no answer depends on another sample.
  public func compare(
    _ samples: [(services: [ServiceUseOfPersons], prices: [[Double]])]
  ) -> [Result<[PersonCosts], StatisticsError>] {
    let tables = samples.map { sample in
      Result { () throws(StatisticsError) in
        let rows = try rows(of: sample.services)
        try require(sample.prices, of: sample.services.count)
        if sample.prices.isEmpty || sample.services.isEmpty { return CostedRows(rows: []) }
        try bootstrap.requirePersonsAndDraws(rows.count)
        return CostedRows(rows: rows)
      }
    }
    let drawn = SharedDraws(bootstrap: bootstrap)
      .totals(of: tables.map { ((try? $0.get())?.columns ?? []).map { ValueRuns($0) } })
    return samples.indices.map { place in
      tables[place].flatMap { table in
        Result { () throws(StatisticsError) in
          var costs: [PersonCosts] = []
          for list in table.rows.isEmpty ? [] : samples[place].prices {
            costs.append(try self.costs(of: table, list, drawn[place]))
          }
          return costs
        }
      }
    }
  }

  private func require(_ prices: [[Double]], of services: Int) throws(StatisticsError) {
    for list in prices {
      if list.count != services { throw .unequalLengths(services, list.count) }
      try requireFinite(list, "prices")
      for price in list where price < 0 {
        throw .outsideRange(what: "price", value: price, expected: "0 or more")
      }
    }
  }

  private func costs(
    of table: CostedRows, _ prices: [Double], _ drawn: DrawnTotals
  ) throws(StatisticsError) -> PersonCosts {
    let costs = PricedTotals(prices: prices)
    let all = costs.statistics(table.totals)
    let replicates = (0..<bootstrap.draws).map { draw in
      costs.statistics(table.columns.indices.map { drawn.total(of: $0, in: draw) })
    }
    // Persons who are equal stand side by side, and leaving one of them out is the same.
    var left: [[Double]] = []
    for (place, row) in table.rows.enumerated() {
      left.append(
        place > 0 && table.rows[place - 1] == row
          ? left[place - 1] : costs.statistics(zip(table.totals, row).map { $0 - $1 }))
    }
    func estimate(_ place: Int) throws(StatisticsError) -> BootstrapEstimate? {
      guard all[place].isFinite else { return nil }
      return try bootstrap.estimate(
        all[place], drawn: replicates.map { $0[place] },
        Acceleration(leavingOut: left.map { $0[place] }))
    }
    return PersonCosts(
      before: try estimate(0), after: try estimate(1), difference: try estimate(2),
      differences: replicates.map { $0[2] }.filter(\.isFinite).sorted())
  }

  /// Of each person the events and time before and after of every service, in an order that hangs on values alone.
  private func rows(
    of services: [ServiceUseOfPersons]
  ) throws(StatisticsError) -> [[Double]] {
    guard let first = services.first else { return [] }
    for service in services {
      try service.before.require("before")
      try service.after.require("after")
      for period in [service.before, service.after] where period.events.count != first.count {
        throw .unequalLengths(first.count, period.events.count)
      }
    }
    return (0..<first.count).map { person in
      services.flatMap {
        [
          $0.before.events[person], $0.before.time[person], $0.after.events[person],
          $0.after.time[person],
        ]
      }
    }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

/// One service: events and time of the same persons before and after.
public struct ServiceUseOfPersons: Equatable, Sendable {
  /// Events and time before.
  public var before: PersonEvents
  /// Events and time after, of the same persons in the same order.
  public var after: PersonEvents

  /// The use of a service.
  public init(before: PersonEvents, after: PersonEvents) {
    self.before = before
    self.after = after
  }

  var count: Int { before.events.count }
}

/// What use of services cost by one list of prices, in money a person and unit of time.
public struct PersonCosts: Equatable, Sendable {
  /// Cost before; nil where nobody was watched.
  public let before: BootstrapEstimate?
  /// Cost after; nil where nobody was watched.
  public let after: BootstrapEstimate?
  /// Cost after minus cost before: below 0 where it fell; nil where there is none.
  public let difference: BootstrapEstimate?
  /// The difference of each draw, the least first.
  public let differences: [Double]

  /// In what share of the draws the difference lies below a limit; those equal to it count half.
  ///
  /// Nil where nothing was drawn. With a limit of 0: how often cost fell. It is no probability that the service
  /// caused it.
  public func share(below limit: Double) -> Double? {
    if differences.isEmpty { return nil }
    let slack = 1e-12 * max(abs(differences[0]), abs(differences[differences.count - 1]))
    let below = differences.count { $0 < limit - slack }
    let equal = differences.count { abs($0 - limit) <= slack }
    return (Double(below) + Double(equal) / 2) / Double(differences.count)
  }
}

/// Persons with what is drawn of them, and the same column by column with their totals.
private struct CostedRows {
  let rows: [[Double]]
  let columns: [[Double]]
  let totals: [Double]

  init(rows: [[Double]]) {
    self.rows = rows
    columns = (rows.first?.indices ?? 0..<0).map { column in rows.map { $0[column] } }
    totals = columns.map { $0.reduce(0, +) }
  }
}

/// Totals of events and time of every service, before and after, by one list of prices.
private struct PricedTotals {
  var prices: [Double]

  /// The cost before, after, and their difference; NaN where nobody was watched.
  func statistics(_ totals: [Double]) -> [Double] {
    var (before, after) = (0.0, 0.0)
    for (service, price) in prices.enumerated() {
      before += price * (totals[4 * service] / totals[4 * service + 1])
      after += price * (totals[4 * service + 2] / totals[4 * service + 3])
    }
    return [before, after, after - before].map { $0.isFinite ? $0 : .nan }
  }
}
