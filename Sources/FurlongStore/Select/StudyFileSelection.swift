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
  public func selectWithPeople(
    _ plan: CohortPlan, requiredAnswers: [String: Int]
  ) throws(StoreError) -> (cohort: Cohort, people: [PersonID]) {
    for request in plan.scales + plan.askedOnce where requiredAnswers[request.scale] == nil {
      throw .noRequiredAnswers(scale: request.scale)
    }
    return try read { database in
      let settled = try Bool.fetchOne(database, sql: "SELECT settled FROM study") ?? false
      guard settled else { throw StoreError.notSettled }
      let population = Population(database: database, plan: plan)
      let steps = try population.select()
      let size = steps.last?.people ?? 0
      let forms = FormSelection(database: database, plan: plan, size: size)
      let service = ServiceUseSelection(database: database, plan: plan, size: size)
      let (serviceUse, timelines, firstEvents) = try service.select()
      let attendance = try AttendanceSelection(database: database, plan: plan, size: size).select()
      let dayZero = try population.dayZero(size: size)
      var about = try population.about(size: size)
      if let landmark = plan.landmark, attendance != nil {
        about[Landmark.column] = try LandmarkSelection(
          database: database, plan: plan, dayZero: dayZero
        ).select(landmark).map { $0?.rawValue }
      }
      let cohort = Cohort(
        size: size, steps: steps, dayZero: dayZero, about: about, attendance: attendance,
        forms: try forms.select(requiredAnswers: requiredAnswers), serviceUse: serviceUse,
        timelines: timelines, stories: try StorySelection(database: database).select(),
        onceForms: try OnceSelection(database: database, plan: plan)
          .select(requiredAnswers: requiredAnswers), firstEvents: firstEvents,
        units: try UnitSelection(database: database, plan: plan).select())
      let people = try Int64.fetchAll(database, sql: "SELECT person FROM member ORDER BY idx")
      let order = cohort.canonicalOrder()
      return (cohort.ordered(by: order), order.map { PersonID(people[$0]) })
    }
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
