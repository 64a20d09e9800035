import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Days of one person that do not fit together")
struct PersonDaysTests {
  @Test("Rows of one id with different days of birth are set aside, and no day is shown")
  func births() throws {
    let batch = try TestExport(map: peopleMap).batch(
      peopleHeader + "\n"
        + [
          "S1,,20/09/2024,,,03/09/1967,F,,,,", "S2,,20/09/2024,,,14/02/1985,F,,,,",
          "S1,,20/01/2025,,,09/03/1967,F,,,,", "S2,,20/01/2025,,,14/02/1985,F,,,,",
        ].joined(separator: "\n"))
    #expect(batch.rows.map(\.sourceRow) == [3, 5] && batch.addsUp)
    #expect(batch.problems.map(\.place) == ["exports/test.csv:2:DOB", "exports/test.csv:4:DOB"])
    #expect(batch.problems.allSatisfy { $0.code == "I040" && !$0.message.contains("1967") })
  }

  private func forms(_ rows: [String]) throws -> ImportBatch {
    var plan = TestExport.plan()
    plan.occasions = [
      Occasion(id: "start", label: "start", role: .baseline, window: nil),
      Occasion(id: "end", label: "end", role: .followUp, window: nil),
    ]
    let map = formsMap.replacing(
      "date: Date",
      with: "date: Date\noccasion: { column: Comments, values: { start: start, end: end } }"
    ).replacing("ignore: [Comments]", with: "")
    return try TestExport(map: map, plan: plan).batch(
      formsHeader + "\n"
        + rows.map { row in
          let parts = row.split(separator: " ")
          return "\(parts[0]),\(parts[1]),3,3,3,3,3,3,3,\(parts[2])"
        }.joined(separator: "\n"))
  }

  @Test("A form of the end that is of before the person's form of the start is set aside")
  func order() throws {
    let batch = try forms([
      "S1 20/09/2024 start", "S2 20/09/2024 start", "S1 20/08/2024 end", "S2 20/01/2025 end",
    ])
    #expect(batch.rows.map(\.sourceRow) == [2, 3, 5] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I027"] && batch.problems.first?.row == 4)
  }

  @Test("Who came twice has an end before a start, and nothing is wrong")
  func twice() throws {
    let batch = try forms([
      "S1 20/09/2024 start", "S1 20/01/2024 end", "S1 20/01/2025 end", "S1 20/09/2023 start",
    ])
    #expect(batch.rows.count == 4 && batch.problems.isEmpty)
    #expect(try forms(["S1 20/01/2024 end", "S1 20/01/2024 start"]).problems.isEmpty)
  }

  @Test("A row of before its person's birth is set aside, and the birth is kept and shown nowhere")
  func beforeBirth() throws {
    let map = formsMap.replacing("date: Date", with: "date: Date\nborn: Comments")
      .replacing("ignore: [Comments]", with: "")
    let batch = try TestExport(map: map).batch(
      formsHeader + "\n"
        + [
          "S1,20/09/2024,3,3,3,3,3,3,3,21/09/2024", "S2,20/09/2024,3,3,3,3,3,3,3,20/09/2024",
          "S3,20/09/2024,3,3,3,3,3,3,3,", "S4,20/09/2024,3,3,3,3,3,3,3,QXZMARK",
        ].joined(separator: "\n"))
    #expect(batch.rows.map(\.sourceRow) == [3, 4, 5] && batch.addsUp)
    #expect(batch.problems.map(\.place) == ["exports/test.csv:2:Date"])
    let said = batch.problems.map { $0.message + $0.fix }.joined()
    #expect(!said.contains("21/09/2024") && !said.contains("QXZMARK"))
    #expect(batch.rows.allSatisfy { $0.about.values.allSatisfy { !$0.contains("2024") } })
  }
}
