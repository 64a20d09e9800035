import FurlongStatistics
import FurlongTestSupport
import Testing

private struct Record: Decodable {
  var count: Int
  var total: Int
  var level: Double
  var interval: [Double]
}

private struct Records: Decodable {
  var records: [Record]
}

@Suite("Wilson's interval agrees with R", .agreement("wilson-interval", with: "R 4.2.2"))
struct WilsonIntervalReferenceTests {
  @Test("for few and many persons, none and all", .tags(.reference))
  func records() throws {
    let records = try reference("wilson.json", as: Records.self).records
    #expect(records.count == 6)
    for r in records {
      let answer = try WilsonInterval(confidence: r.level).proportion(r.count, of: r.total)
      expectClose(answer.interval, r.interval, relative: 1e-12, "\(r.count) of \(r.total)")
      #expect(answer.estimate == Double(r.count) / Double(r.total))
    }
  }
}

@Suite("Wilson's interval")
struct WilsonIntervalTests {
  @Test("mirrors when what is counted is turned round", .tags(.law))
  func mirror() throws {
    for count in 0...9 {
      let yes = try WilsonInterval().proportion(count, of: 9).interval
      let no = try WilsonInterval().proportion(9 - count, of: 9).interval
      expectClose(yes.low, 1 - no.high, relative: 1e-14)
      expectClose(yes.high, 1 - no.low, relative: 1e-14)
    }
  }

  @Test("stays between 0 and 1 and holds the estimate", .tags(.law))
  func bounds() throws {
    for total in [1, 2, 7, 1000] {
      for count in [0, total / 2, total] {
        let answer = try WilsonInterval(confidence: 0.99).proportion(count, of: total)
        #expect(answer.interval.low >= 0 && answer.interval.high <= 1)
        #expect(answer.interval.contains(answer.estimate))
      }
    }
    #expect(try WilsonInterval().proportion(0, of: 5).interval.low == 0)
    #expect(try WilsonInterval().proportion(5, of: 5).interval.high == 1)
  }

  @Test("needs persons, and no more who count than there are", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "persons", count: 0, needed: 1)) {
      try WilsonInterval().proportion(0, of: 0)
    }
    #expect(throws: StatisticsError.self) { try WilsonInterval().proportion(6, of: 5) }
    #expect(throws: StatisticsError.self) { try WilsonInterval().proportion(-1, of: 5) }
    #expect(throws: StatisticsError.self) {
      try WilsonInterval(confidence: 1).proportion(1, of: 5)
    }
  }
}
