import FurlongStatistics
import FurlongTestSupport
import Testing

/// Seizures before and after of one arm of the epilepsy trial, over 56 days each.
private func seizures(_ arm: String) throws -> ArmEvents {
  let data = try PublishedData("epilepsy-counts", "epil.csv")
  var persons: [String: (before: Double, after: Double)] = [:]
  for (row, person) in data.text("subject").enumerated() where data.text("trt")[row] == arm {
    let base = try #require(data.numbers("base")[row])
    persons[person, default: (base, 0)].after += try #require(data.numbers("y")[row])
  }
  let time = persons.map { _ in 56 / 365.25 }
  return ArmEvents(
    before: PersonEvents(events: persons.values.map(\.before), time: time),
    after: PersonEvents(events: persons.values.map(\.after), time: time))
}

private func arms(_ record: ReferenceRecord) throws -> (treated: ArmEvents, control: ArmEvents) {
  if record.id.hasPrefix("epil") { return (try seizures("progabide"), try seizures("placebo")) }
  func arm(_ name: String) -> ArmEvents {
    let data = record.data[name]
    return ArmEvents(
      before: PersonEvents(
        events: data["events_before"].numbers, time: data["time_before"].numbers),
      after: PersonEvents(events: data["events_after"].numbers, time: data["time_after"].numbers))
  }
  return (arm("treated"), arm("control"))
}

@Suite("A ratio of two arms' ratios of rates agrees with Python", .agreement("arms"))
struct ArmRateRatioReferenceTests {
  private let method = ArmRateRatio(bootstrap: Bootstrap(draws: 499, seed: 7))

  @Test(
    "by the delta method, with the acceleration of its bootstrap", .tags(.reference),
    arguments: try ReferenceRecords.named("arms.json", "epil_arms", "unequal_times"))
  func formula(record: ReferenceRecord) throws {
    let (treated, control) = try arms(record)
    let found = try method.compare(treated: treated, control: control)
    let e = record.expected
    expectClose(found.ratio, e["ratio"], relative: 1e-14, strict: true)
    expectClose(found.treated.ratio, e["ratio_treated"], relative: 1e-14, strict: true)
    expectClose(found.control.ratio, e["ratio_control"], relative: 1e-14, strict: true)
    expectClose(found.logStandardError, e["se"], relative: 1e-13, strict: true)
    expectClose([found.interval.low, found.interval.high], e["ci"], relative: 1e-13, strict: true)
    expectClose(found.bootstrap.estimate, e["ratio"], relative: 1e-13, strict: true)
    expectClose(
      try #require(found.bootstrap.correction).acceleration, e["acceleration"], relative: 1e-11,
      strict: true)
  }

  /// Generalised estimating equations leave out n/(n − 1).
  @Test(
    "and a Poisson model with errors by person", .tags(.reference),
    arguments: try ReferenceRecords.named("arms.json", "epil_gee"))
  func equations(record: ReferenceRecord) throws {
    let (treated, control) = try arms(record)
    let found = try method.compare(treated: treated, control: control)
    expectClose(found.ratio, record.expected["ratio"], relative: 1e-12, strict: true)
    let counts = record.expected["n"].numbers
    let squares = zip([found.treated, found.control], counts).map { arm, n in
      arm.logStandardError * arm.logStandardError * (n - 1) / n
    }
    expectClose(
      (squares[0] + squares[1]).squareRoot(), record.expected["se"], relative: 1e-12, strict: true)
  }
}
