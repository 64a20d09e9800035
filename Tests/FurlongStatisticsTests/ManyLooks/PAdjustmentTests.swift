import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Adjusted p-values", .agreement("many-looks"))
struct PAdjustmentTests {
  /// R's and statsmodels' names of the methods.
  private let names: [(PAdjustmentMethod, [String])] = [
    (.bonferroni, ["bonferroni"]), (.sidak, ["sidak"]), (.holm, ["holm"]),
    (.holmSidak, ["holm-sidak"]), (.hochberg, ["hochberg", "simes-hochberg"]),
    (.hommel, ["hommel"]), (.benjaminiHochberg, ["BH", "fdr_bh"]),
    (.benjaminiYekutieli, ["BY", "fdr_by"]),
  ]

  @Test(
    "agree with R, statsmodels and mpmath", .tags(.reference),
    arguments: try ReferenceRecords.all("p_adjust.json"))
  func agree(record: ReferenceRecord) throws {
    let p = record.data["p"].numbers
    var compared = 0
    for (method, spellings) in names {
      let adjusted = try PAdjustment(method: method).adjusted(p)
      for name in spellings {
        let expected = record.expected[name]
        if expected.isMissing { continue }
        compared += 1
        // 1 − (1 − p)ᵐ as R writes it cancels: 1e-4 is all that 1e-12 has left, 1e-300 gives 0.
        if method == .sidak && record.id == "extreme" { continue }
        expectClose(adjusted, expected, relative: 1e-12, strict: true, name)
      }
    }
    #expect(compared >= 1)
  }

  /// R's 1 − (1 − p)ᵐ is 0 for p = 1e-300.
  @Test("sidak_extreme: Šidák keeps the figures of small p", .tags(.reference))
  func cancellation() throws {
    let records = try ReferenceRecords.all("p_adjust.json")
    let peer = try #require(records.first { $0.id == "extreme" })
    let right = try #require(records.first { $0.id == "sidak_extreme" })
    let adjusted = try PAdjustment(method: .sidak).adjusted(peer.data["p"].numbers)
    expectClose(adjusted, right.expected["sidak"], relative: 1e-14, strict: true)
    #expect(peer.expected["sidak"].numbers[0] == 0 && adjusted[0] > 4e-300)
  }

  @Test("are never below the plain ones and keep their order", .tags(.law))
  func monotone() throws {
    var stream: UInt64 = 12345
    for size in [1, 2, 3, 7, 20] {
      let p = (0..<size).map { _ in
        stream = stream &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(stream >> 40) / 0x1p24
      }
      let order = p.indices.sorted { p[$0] < p[$1] }
      for method in PAdjustmentMethod.allCases {
        let adjusted = try PAdjustment(method: method).adjusted(p)
        for (plain, value) in zip(p, adjusted) {
          #expect(value >= plain - 1e-15 && value <= 1, "\(method)")
        }
        let sorted = order.map { adjusted[$0] }
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }, "\(method)")
        #expect(
          try PAdjustment(method: method).adjusted(p.reversed()) == adjusted.reversed(),
          "\(method)")
      }
      let holm = try PAdjustment(method: .holm).adjusted(p)
      let hochberg = try PAdjustment(method: .hochberg).adjusted(p)
      let hommel = try PAdjustment(method: .hommel).adjusted(p)
      for place in p.indices {
        #expect(hommel[place] <= hochberg[place] + 1e-15)
        #expect(hochberg[place] <= holm[place] + 1e-15)
      }
    }
  }

  @Test("hommel is Simes over every set that a test is in", .tags(.law))
  func closure() throws {
    let p = [0.02, 0.5, 0.011, 0.04, 0.03]
    let adjusted = try PAdjustment(method: .hommel).adjusted(p)
    for test in p.indices {
      var worst = 0.0
      for set in 1..<(1 << p.count) where set >> test & 1 == 1 {
        let members = p.indices.filter { set >> $0 & 1 == 1 }.map { p[$0] }.sorted()
        let simes = members.enumerated().map { Double(members.count) * $1 / Double($0 + 1) }
        worst = max(worst, simes.min() ?? 0)
      }
      expectClose(adjusted[test], worst, relative: 1e-14)
    }
  }

  @Test("of none are none, and what is no p is an error", .tags(.edge))
  func edges() throws {
    for method in PAdjustmentMethod.allCases {
      #expect(try PAdjustment(method: method).adjusted([]).isEmpty)
      #expect(try PAdjustment(method: method).adjusted([0, 1]) == [0, 1])
    }
    #expect(throws: StatisticsError.self) { try PAdjustment().adjusted([0.2, 1.1]) }
    #expect(throws: StatisticsError.self) { try PAdjustment().adjusted([.nan]) }
  }
}
