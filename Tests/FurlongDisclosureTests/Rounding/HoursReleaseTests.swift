import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("Hours at sessions, released")
struct HoursReleaseTests {
  /// What is said of attendance in an invented college.
  private func attendance<N: Numbers>(_ findings: Findings<N>) throws
    -> ReachFinding<N>.Attendance
  {
    try #require(
      findings.steps.lazy.compactMap { step -> ReachFinding<N>.Attendance? in
        if case .reach(let reach) = step.finding { reach.attendance } else { nil }
      }.first)
  }

  /// A college in which every session lasts two hours, and everybody's are known.
  private func college(_ seed: UInt64, longest: Double = 2) throws -> Findings<Unreleased> {
    var college = InventedCollege(seed: seed)
    var findings = college.findings()
    for place in findings.steps.indices {
      guard case .reach(var reach) = findings.steps[place].finding,
        var total = reach.attendance?[.attended].estimate,
        let people = reach.attendance?.attendedAny
      else { continue }
      total.value *= 2
      total.used = PeopleCount(people.count, .withHours)
      total.longest = longest
      reach.attendance?.hours?.people = total.used
      reach.attendance?.hours?.answers[.total] = .estimated(total)
      findings.steps[place].finding = .reach(reach)
    }
    return findings
  }

  @Test("say no more than the rounded count of sessions does, each of the same length", .tags(.law))
  func noMore() throws {
    var seen = 0
    for seed in UInt64(1)...30 {
      let released = DisclosureGate(policy: .nhsRound5()).release(try college(seed))
      let attendance = try attendance(released.findings)
      let hours = try #require(attendance.hours)[.total]
      guard let sessions = attendance[.attended].estimate?.value else {
        #expect(hours.estimate == nil, "where sessions are held back, so are their hours")
        continue
      }
      guard let value = hours.estimate?.value else { continue }
      seen += 1
      #expect(value == 2 * sessions)
    }
    #expect(seen > 10)
  }

  @Test("are rounded to five of the longest sessions")
  func step() throws {
    for seed in UInt64(1)...10 {
      let released = DisclosureGate(policy: .nhsRound5()).release(try college(seed, longest: 6))
      guard let value = try attendance(released.findings).hours?[.total].estimate?.value else {
        continue
      }
      #expect(value.truncatingRemainder(dividingBy: 30) == 0)
    }
  }

  @Test("stand as they are on one's own desk, and not at all without a longest session")
  func edges() throws {
    let found = try college(3)
    let open = DisclosureGate(policy: .internalUse).release(found)
    #expect(
      try attendance(open.findings).hours?[.total].estimate?.value
        == attendance(found).hours?[.total].estimate?.value)
    let none = DisclosureGate(policy: .nhsRound5()).release(try college(3, longest: 0))
    #expect(try attendance(none.findings).hours?[.total].estimate == nil)
  }
}
