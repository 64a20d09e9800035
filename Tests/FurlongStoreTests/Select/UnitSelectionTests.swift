import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Counts of units by month")
struct UnitSelectionTests {
  private func unit(
    _ number: Int, _ name: String, _ month: String, _ count: Int, over: Double = 400,
    of id: String = "restraint"
  ) -> ImportRow {
    row(number, []) {
      $0.units = [
        UnitRecord(count: id, unit: name, month: day(month), number: count, over: over)
      ]
    }
  }

  private func plan(dataTo: String? = "2024-12-31") -> CohortPlan {
    var plan = FurlongStoreTests.plan(dataTo: dataTo)
    plan.units = UnitsPlan(
      one: "ward", many: "wards", what: "it", began: ["Oak Ward": day("2024-04-01")], months: nil,
      counts: ["restraint", "incident"].map {
        .init(id: $0, one: $0, many: $0, role: .primary, over: "bed days", per: 1_000)
      })
    return plan
  }

  private func select(_ batches: [[ImportRow]], dataTo: String? = "2024-12-31") throws
    -> [UnitMonths]
  {
    let study = try StudyInHand()
    try study.keep(
      [batch("p.csv", .people, [registered(2, [student(1)], on: "2024-01-01")])]
        + batches.enumerated().map { batch("u\($0.offset).csv", .units, $0.element) },
      hasRegister: true)
    return try study.select(plan(dataTo: dataTo)).units
  }

  @Test("are nobody's rows, and kept with or without a register of people")
  func nobodys() throws {
    let rows = [unit(2, "Oak Ward", "2024-01-01", 3), unit(3, "Oak Ward", "2024-02-01", 5)]
    #expect(try select([rows]).map { $0.months.map(\.count) } == [[3, 5]])
    let alone = try StudyInHand()
    try alone.keep([batch("u.csv", .units, rows)], hasRegister: false)
    let cohort = try alone.select(plan())
    #expect(cohort.units.count == 1 && cohort.size == 0)
    #expect(try alone.file.batches().map(\.rowsKept) == [2])
  }

  @Test(
    "capitals and blanks make no other unit; the plan's spelling is kept, and months are put in order"
  )
  func names() throws {
    let found = try select([
      [
        unit(2, "oak  ward", "2024-02-01", 5), unit(3, "OAK WARD", "2024-01-01", 3),
        unit(4, "Elm", "2024-01-01", 1), unit(5, "Oak Ward", "2024-01-01", 7, of: "incident"),
        unit(6, "Oak Ward", "2024-01-01", 7, of: "something else"),
      ]
    ])
    #expect(found.map(\.unit) == ["Elm", "Oak Ward", "Oak Ward"])
    #expect(found.map(\.count) == ["restraint", "restraint", "incident"])
    #expect(found[1].months.map(\.count) == [3, 5])
  }

  @Test("a month that ends after the data do is left out", .tags(.edge))
  func lastMonth() throws {
    let rows = [unit(2, "Elm", "2024-11-01", 1), unit(3, "Elm", "2024-12-01", 2)]
    #expect(try select([rows], dataTo: "2024-12-31")[0].months.count == 2)
    #expect(try select([rows], dataTo: "2024-12-30")[0].months.count == 1)
    #expect(try select([rows], dataTo: nil)[0].months.count == 2)
  }

  @Test("rows that say the same count once; rows of a unit and month that differ are set aside")
  func twice() throws {
    let found = try select([
      [unit(2, "Elm", "2024-01-01", 4), unit(3, "Elm", "2024-02-01", 4)],
      [
        unit(2, "elm", "2024-01-01", 4), unit(3, "Elm", "2024-02-01", 5),
        unit(4, "Elm", "2024-03-01", 6),
      ],
    ])
    #expect(found.map { $0.months.map(\.count) } == [[4, 6]])
  }

  @Test("a plan without units has none")
  func none() throws {
    let study = try StudyInHand()
    try study.keep([batch("u.csv", .units, [unit(2, "Elm", "2024-01-01", 4)])], hasRegister: false)
    #expect(try study.select(FurlongStoreTests.plan()).units.isEmpty)
  }
}
