import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Forms")
struct FormTests {
  @Test("Items in the scale's order; words for no answer are blank; a blank form is none")
  func items() throws {
    let batch = try TestExport(map: formsMap).batch(
      [formsHeader, "SC1,01/02/2024,1,2,3,4,5,9,,x", "SC2,,,,9,,,,,y", "SC3,02/02/2024,,,,,,,,"]
        .joined(separator: "\n"))
    #expect(batch.problems.isEmpty && batch.rows.count == 3)
    #expect(
      batch.rows[0].forms == [
        FormRecord(
          scale: "swemwbs", moment: .day(day("2024-02-01")),
          answers: .items([1, 2, 3, 4, 5, nil, nil]))
      ])
    #expect(batch.rows[1].forms.isEmpty && batch.rows[2].forms.isEmpty)
  }

  private let totals = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a person
    format: { decimal: comma, delimiter: semicolon }
    person: [{ column: ID, kind: local_id }]
    missing: { NA: not recorded }
    scores:
      - { scale: bdi2, occasion: pre, total: B1 }
      - { scale: bdi2, occasion: post, total: B2 }
      - { scale: swemwbs, occasion: pre, total: W }
    """

  private func export() -> TestExport {
    let occasions = ["pre", "post"].map {
      Occasion(id: $0, label: $0, role: .followUp, window: nil)
    }
    return TestExport(map: totals, plan: TestExport.plan(dayZero: .none, occasions: occasions))
  }

  @Test("Totals at named occasions, with a decimal comma; those missing make no form")
  func occasions() throws {
    let batch = try export().batch("ID;B1;B2;W\n1;29;NA;19,25\n2;;;\n")
    #expect(batch.problems.isEmpty, "\(batch.said)")
    #expect(
      batch.rows[0].forms == [
        FormRecord(scale: "bdi2", moment: .occasion("pre"), answers: .total(29)),
        FormRecord(scale: "swemwbs", moment: .occasion("pre"), answers: .total(19.25)),
      ])
    #expect(batch.rows[1].forms.isEmpty)
  }

  @Test("Totals out of range, between scores, raw or no number are set aside")
  func refused() throws {
    let batch = try export().batch(
      "ID;B1;B2;W\n1;64;;\n2;20,5;;\n3;;;21\n4;;;19.25\n5;;;19,3\n6;7;8;35\n")
    #expect(batch.rows.map(\.sourceRow) == [7] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I033", "I033", "I046", "I041", "I033"])
    #expect(batch.problems[0].message == "'64' is not a score of BDI-II; allowed are 0 to 63.")
    #expect(batch.problems[2].message.contains("raw sum of SWEMWBS"))
  }

  private let counted = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a form
    format: {}
    person: [{ column: id, kind: local_id }]
    days_from_day_0: days since baseline
    scores:
      - { scale: bdi2, total: BDI }
    """

  @Test(
    "Days that a dataset counts from an unknown day are days from day 0; what is none is set aside")
  func daysFromDayZero() throws {
    let occasions = [("start", -28, 28), ("end", 60, 300)].map { id, from, to in
      Occasion(
        id: id, label: id, role: .followUp, window: .init(from: from, to: to, nearestTo: to))
    }
    let export = TestExport(
      map: counted, plan: TestExport.plan(dataTo: nil, dayZero: .none, occasions: occasions))
    let batch = try export.batch(
      "id,days since baseline,BDI\n1,-3,20\n1,180,12\n2,0,30\n2,,12\n3,9000,12\n4,soon,12\n")
    #expect(
      batch.rows.map(\.forms[0].moment) == [
        .day(CalendarDay(number: -3)), .day(CalendarDay(number: 180)),
        .day(CalendarDay(number: 0)),
      ])
    #expect(batch.rowsSetAside == 3 && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I042", "I027", "I041"], "\(batch.said)")
  }

  @Test(
    "Days from an unknown day stop where the plan counts from dates, or its occasions have no days")
  func daysWithoutPlan() throws {
    let csv = "id,days since baseline,BDI\n1,-3,20\n"
    let bare = Occasion(id: "start", label: "start", role: .baseline, window: nil)
    for (plan, fix) in [
      (TestExport.plan(occasions: []), "dates: none"),
      (TestExport.plan(dayZero: .none, occasions: [bare]), "'from', 'to' and 'nearest_to'"),
    ] {
      let batch = try TestExport(map: counted, plan: plan).batch(csv)
      #expect(batch.stopped && batch.problems.map(\.code) == ["I050"])
      #expect(batch.problems.first?.fix.contains(fix) == true)
    }
  }

  @Test("The order of rows changes nothing but the order of rows", .tags(.law))
  func order() throws {
    let rows = (1...20).map { "SC\($0),0\(1 + $0 % 9)/02/2024,\(1 + $0 % 6),2,3,4,5,1,2," }
    let export = TestExport(map: formsMap)
    func content(_ rows: [String]) throws -> ([KeyedHash: [FormRecord]], [String]) {
      let batch = try export.batch(([formsHeader] + rows).joined(separator: "\n"))
      return (
        Dictionary(uniqueKeysWithValues: batch.rows.map { ($0.identifiers[0], $0.forms) }),
        batch.problems.map(\.message).sorted()
      )
    }
    let there = try content(rows)
    let back = try content(rows.reversed())
    #expect(there == back && there.0.count == 17)
  }
}
