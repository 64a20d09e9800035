public import FurlongStudy
import GRDB

extension StudyFile {
  /// Picks the people of a plan and reduces all that is known of them to one entry a person.
  ///
  /// - Population: everybody with a row in the register (without one, with any row); then those whose *first*
  ///   registration lies in the plan's period, so that nobody counts whose time before day 0 was spent in the
  ///   college; then line by line those of whom the plan's criteria hold, at the first registration; then those
  ///   whose day 0 is known.
  /// - Forms: in a window (both ends included, forms after the end of the data left out) the nearest that can be scored,
  ///   of two as near the earlier; totals always can.
  /// - Asked once: see `OnceSelection`; units, which are of nobody: `UnitSelection`.
  /// - Service use and first events: see `ServiceUseSelection`; completers: `LandmarkSelection`.
  /// - Order: people are ordered by what is known of them, never by rows or pseudonyms, so equal exports give
  ///   equal cohorts.
  ///
  /// Cost is linear in the rows of the people and events asked for; nothing is left in the file.
  ///
  /// - Parameter requiredAnswers: for each scale of the plan, how many items must be answered.
  /// - Throws: `StoreError.notSettled` where exports came since `settle()`; `noRequiredAnswers` for a scale left out.
  public func select(
    _ plan: CohortPlan, requiredAnswers: [String: Int]
  ) throws(StoreError) -> Cohort {
    try selectWithPeople(plan, requiredAnswers: requiredAnswers).cohort
  }

  /// The same, and who each of its people is in this study file, in the order of its columns.
  ///
  /// - Parameter threads: from 2 on, events are counted by a second connection in a thread of its own; the cohort is the same.
  public func selectWithPeople(
    _ plan: CohortPlan, requiredAnswers: [String: Int], threads: Int = 1
  ) throws(StoreError) -> (cohort: Cohort, people: [PersonID]) {
    for request in plan.scales + plan.askedOnce where requiredAnswers[request.scale] == nil {
      throw .noRequiredAnswers(scale: request.scale)
    }
    return try read { database in
      let settled = try Bool.fetchOne(database, sql: "SELECT settled FROM study") ?? false
      guard settled else { throw StoreError.notSettled }
      let selection = CohortSelection(
        database: database, plan: plan, requiredAnswers: requiredAnswers)
      let cohort =
        threads > 1 && path != ":memory:"
        ? try atOnce(selection) : try inTurn(selection, selection.allButServiceUse())
      let people = try Int64.fetchAll(database, sql: "SELECT person FROM member ORDER BY idx")
      let order = cohort.canonicalOrder()
      return (cohort.ordered(by: order), order.map { PersonID(people[$0]) })
    }
  }

  private func inTurn(_ selection: CohortSelection, _ cohort: Cohort) throws -> Cohort {
    cohort.with(try selection.serviceUse(size: cohort.size))
  }

  /// Counts events by a second connection while this one does the rest.
  ///
  /// Nobody can write until this one has done reading, so that both see the same rows. Where the file gives no second
  /// connection, as while it is being changed, events are counted here, after the rest.
  private func atOnce(_ selection: CohortSelection) throws -> Cohort {
    let (plan, required) = (selection.plan, selection.requiredAnswers)
    let (serviceUse, rest) = AtOnce.both {
      try StudyFileOpening.readAside(self.path) { database in
        try CohortSelection(database: database, plan: plan, requiredAnswers: required)
          .serviceUseAlone()
      }
    } here: {
      try selection.allButServiceUse()
    }
    let cohort = try rest.get()
    guard case .success(let serviceUse) = serviceUse else { return try inTurn(selection, cohort) }
    return cohort.with(serviceUse)
  }

  /// The keyed hashes of all identifiers of people, sorted; a ledger of releases knows people by them.
  ///
  /// - Returns: an entry a person, in the order asked for.
  public func identifierHashes(of people: [PersonID]) throws(StoreError) -> [[String]] {
    try read { database in
      var hashes: [Int64: [String]] = [:]
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT person, kind || ':' || lower(hex(hash)) FROM identifier WHERE person IS NOT NULL
          """)
      while let row = try rows.next() { hashes[row[0], default: []].append(row[1]) }
      return people.map { hashes[$0.number, default: []].sorted() }
    }
  }
}

extension Cohort {
  /// The same with what is counted of events.
  fileprivate func with(_ serviceUse: CohortSelection.ServiceUse) -> Cohort {
    var cohort = self
    cohort.serviceUse = serviceUse.columns
    cohort.timelines = serviceUse.timelines
    cohort.firstEvents = serviceUse.firstEvents
    return cohort
  }
}
