import FurlongStudy
import GRDB

/// Makes a cohort of the rows that one connection sees.
struct CohortSelection {
  var database: Database
  var plan: CohortPlan
  var requiredAnswers: [String: Int]

  /// What is counted of events.
  struct ServiceUse: Sendable {
    var columns: [ServiceUseColumns]
    var timelines: [EventTimeline]
    var firstEvents: [FirstEvents]
  }

  /// Everything but what is counted of events; leaves the temporary table `member`.
  func allButServiceUse() throws -> Cohort {
    let population = Population(database: database, plan: plan)
    let steps = try population.select()
    let size = steps.last?.people ?? 0
    let attendance = try AttendanceSelection(database: database, plan: plan, size: size).select()
    let dayZero = try population.dayZero(size: size)
    var about = try population.about(size: size)
    if let landmark = plan.landmark, attendance != nil {
      about[Landmark.column] = try LandmarkSelection(
        database: database, plan: plan, dayZero: dayZero
      ).select(landmark).map { $0?.rawValue }
    }
    return Cohort(
      size: size, steps: steps, dayZero: dayZero, about: about, attendance: attendance,
      forms: try FormSelection(database: database, plan: plan, size: size)
        .select(requiredAnswers: requiredAnswers),
      serviceUse: [], timelines: [],
      stories: try StorySelection(database: database).select(),
      onceForms: try OnceSelection(database: database, plan: plan)
        .select(requiredAnswers: requiredAnswers),
      units: try UnitSelection(database: database, plan: plan).select())
  }

  /// What is counted of the events of so many members, after `allButServiceUse()`.
  func serviceUse(size: Int) throws -> ServiceUse {
    let (columns, timelines, firstEvents) =
      try ServiceUseSelection(database: database, plan: plan, size: size).select()
    return ServiceUse(columns: columns, timelines: timelines, firstEvents: firstEvents)
  }

  /// What is counted of events by a connection that makes nothing else of the cohort.
  func serviceUseAlone() throws -> ServiceUse {
    let steps = try Population(database: database, plan: plan).select()
    return try serviceUse(size: steps.last?.people ?? 0)
  }
}
