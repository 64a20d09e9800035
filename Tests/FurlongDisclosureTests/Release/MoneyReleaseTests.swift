import Foundation
import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("Money that is released")
struct MoneyReleaseTests {
  private func released(
    _ college: InventedCollege, _ policy: DisclosurePolicy = .nhsRound5()
  ) throws -> MoneyFinding<Released> {
    var college = college
    let findings = DisclosureGate(policy: policy).release(college.findings()).findings
    for step in findings.steps {
      if case .money(let found) = step.finding { return found }
    }
    throw NoMoney()
  }

  private struct NoMoney: Error {}

  /// A college large enough that nothing is held back for few people, the first that draws admissions for many.
  private func large() throws -> InventedCollege {
    let colleges = (UInt64(1)...40).map { InventedCollege(seed: $0, size: 150) }
    return try #require(
      colleges.first { college in
        guard let found = try? released(college) else { return false }
        return found.windows[0].books[0][.difference].estimate != nil
      })
  }

  @Test(
    "what was spent is shared among the printed count, so that pounds tell no other", .tags(.law))
  func shared() throws {
    var college = try large()
    var printed: [Int: Double] = [:]
    for _ in 0..<12 {
      let found = try released(college)
      let people = try #require(found.served.number)
      let each = try #require(found.delivery[.perPerson].estimate?.value)
      #expect(each == (31_000 / Double(people)).rounded())
      #expect(printed[people] ?? each == each)
      printed[people] = each
      college.people.append(college.people[0])
      college.people[college.people.count - 1].attended = 1
    }
    #expect(printed.count > 1)
  }

  @Test("what is made of other numbers is made of their print", .tags(.law))
  func made() throws {
    let found = try released(try large())
    let each = try #require(found.delivery[.perPerson].estimate?.value)
    for book in found.windows[0].books {
      let gross = try #require(book[.differenceOverWindow].estimate)
      let net = try #require(book[.net].estimate)
      #expect(gross.value == book[.difference].estimate?.value)
      #expect(book.holders[0][.difference].estimate?.value == gross.value)
      // To two figures of its own.
      func two(_ number: Double) throws -> Double {
        try #require(Double(String(format: "%.1e", number)))
      }
      #expect(net.value == (try two(gross.value + each)))
      let (wide, both) = (try #require(gross.interval), try #require(net.interval))
      let step = pow(10, floor(log10(abs(net.value)))) / 10
      #expect(both.low == ((wide.low + each) / step + 1e-9).rounded(.down) * step)
      #expect(both.high == ((wide.high + each) / step - 1e-9).rounded(.up) * step)
      let before = try #require(book[.costBefore].estimate?.value)
      #expect(abs((try #require(book[.breakEven].estimate?.value)) - each / before) <= 0.006)
    }
  }

  @Test(
    "an interval of pounds is only ever widened, so that no limit moves away from 0", .tags(.law))
  func outwards() throws {
    var seen = 0
    for seed in UInt64(1)...30 {
      var college = InventedCollege(seed: seed, size: 120)
      let found = college.findings()
      let rows = ResultsTable(found).rows.filter { $0.unit.hasPrefix("pounds_per") }
      let after = ResultsTable(DisclosureGate(policy: .nhsRound5()).release(found).findings).rows
        .filter { $0.unit.hasPrefix("pounds_per") }
      for (row, shown) in zip(rows, after)
      where shown.confLow != nil && abs(shown.estimate ?? 0) >= 1
        && !shown.measure.hasPrefix("net_cost_over_window")
      {
        #expect(row.measure == shown.measure)
        let (low, high) = (try #require(shown.confLow), try #require(shown.confHigh))
        #expect(low <= (try #require(row.confLow)) + 1e-6)
        #expect(high >= (try #require(row.confHigh)) - 1e-6)
        let step = pow(10, Double(Int(log10(abs(try #require(shown.estimate))) + 1e-9)) - 1)
        #expect(high - (try #require(row.confHigh)) <= step + 1e-6)
        seen += 1
      }
    }
    #expect(seen > 50)
  }

  @Test("nothing is shown of few people", .tags(.edge))
  func few() throws {
    let found = try released(InventedCollege(seed: 2, size: 8))
    for book in found.windows[0].books {
      for (measure, answer) in book.answers.all {
        #expect(answer.estimate == nil, "\(measure)")
      }
      for service in book.services {
        for (measure, answer) in service.answers.all {
          #expect(answer.estimate == nil, "\(measure)")
        }
      }
    }
    #expect(found.delivery[.perPerson].estimate == nil)
  }

  @Test("the five whose use cost most are too few where ten are asked for", .tags(.edge))
  func five() throws {
    let book = try released(try large(), .publicRelease()).windows[0].books[0]
    #expect(book[.shareOfFive].estimate == nil)
    #expect(try released(try large()).windows[0].books[0][.shareOfFive].estimate != nil)
  }

  @Test("an open policy shows everything as it was found")
  func open() throws {
    var college = try large()
    let found = college.findings()
    let open = DisclosureGate(policy: .openData).release(found).findings
    #expect(
      ResultsTable(open).rows.filter { $0.question == "money" }.map(\.estimate)
        == ResultsTable(found).rows.filter { $0.question == "money" }.map(\.estimate))
  }
}
