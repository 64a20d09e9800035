import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("When people moved away or died, among words or beside a reason")
struct LeavingTests {
  private static let worded = "left_on: { column: Left on, says: [moved area, died, rip] }"

  private func batch(_ line: String, _ cells: [String], ignored: String = "Notes") throws
    -> ImportBatch
  {
    let map = peopleMap.replacing("left_on: Left on", with: line)
      .replacing("ignore: [Notes]", with: ignored.isEmpty ? "" : "ignore: [\(ignored)]")
    let rows = cells.enumerated().map { "SC\($0),,02/09/2023,,\($1),,,,,," }
    return try TestExport(map: map).batch(([peopleHeader] + rows).joined(separator: "\n"))
  }

  private func left(_ batch: ImportBatch) -> [String] {
    batch.rows.map { $0.registration?.leftOn?.description ?? "-" }
  }

  @Test("The one day of a cell that says so is read, however it is written")
  func sure() throws {
    let batch = try batch(
      Self.worded,
      [
        "moved area 12/03/2025", "Moved area (12 March 2025)", "RIP 2025-03-12.",
        "died Wed 12/03/2025", "12/03/2025 - moved  area", "n/k", "",
      ])
    #expect(
      left(batch) == [
        "2025-03-12", "2025-03-12", "2025-03-12", "2025-03-12", "2025-03-12", "-", "-",
      ])
    #expect(batch.problems.map(\.code) == ["I023"], "\(batch.said)")
    #expect(batch.addsUp)
  }

  @Test("What says something else, or no reason, ends nothing, and is counted", .tags(.edge))
  func others() throws {
    let batch = try batch(
      Self.worded, ["completed 12/03/2025", "not moved area 12/03/2025", "12/03/2025"])
    #expect(left(batch) == ["-", "-", "-"])
    #expect(
      batch.problems.map(\.message) == [
        "2 cells say nothing of moving away or dying: whatever day stands there ends nothing.",
        "1 cell holds a day and not why the person left: taken for that of leaving the college, which ends nothing.",
      ])
    #expect(batch.problems.allSatisfy { $0.severity == .note })
    let alone = try self.batch(
      "left_on: { column: Left on, says: [moved area, a day alone] }",
      ["completed 12/03/2025", "12/03/2025"])
    #expect(left(alone) == ["-", "2025-03-12"])
  }

  @Test("Without one sure day the row is kept, and the day told as a problem, without a word of it")
  func unsure() throws {
    let batch = try batch(
      Self.worded,
      ["moved area to Hythe", "died 12/03/2025 or 13/03/2025", "moved area 12/03/25"])
    #expect(left(batch) == ["-", "-", "-"] && batch.rowsSetAside == 0)
    #expect(batch.problems.map(\.severity) == [.warning, .warning, .warning])
    #expect(batch.problems.map(\.code) == ["I023", "I023", "I026"])
    #expect(batch.problems.map(\.row) == [2, 3, 4])
    #expect(batch.problems[0].message.contains("no day that can be read"))
    #expect(batch.problems[1].message.contains("several days"))
    #expect(batch.problems.allSatisfy { $0.message.contains("the rest of the row is kept") })
    #expect(!batch.said.joined().contains("Hythe"))
  }

  @Test("A day counts where another column gives the reason")
  func reason() throws {
    let map = peopleMap.replacing(
      "left_on: Left on",
      with: "left_on: { column: Left on, where: { column: Notes, is: [Moved away, RIP] } }"
    ).replacing("ignore: [Notes]", with: "")
    let rows = ["moved  away", "Completed", "rip", ""].enumerated().map {
      "SC\($0),,02/09/2023,,12/03/2025,,,,,,\($1)"
    }
    let batch = try TestExport(map: map).batch(([peopleHeader] + rows).joined(separator: "\n"))
    #expect(left(batch) == ["2025-03-12", "-", "2025-03-12", "-"])
    #expect(batch.problems.isEmpty, "\(batch.said)")
  }

  @Test("In a column of days alone a word costs its row, and the fix says how words are read")
  func daysAlone() throws {
    let batch = try batch("left_on: Left on", ["moved area 12/03/2025"])
    #expect(batch.rowsSetAside == 1)
    #expect(batch.problems.first?.fix.contains("'left_on: { column: Left on, says:") == true)
  }

  @Test("A list without words is a mistake of the mapping")
  func noWords() {
    let map = peopleMap.replacing(
      "left_on: Left on", with: "left_on: { column: Left on, says: [] }")
    #expect(throws: FormError.self) { try ExportMap.read(map, file: "m.yaml") }
  }

  @Test("A day with a year of two digits among words names the line that reads it")
  func shortYears() throws {
    let batch = try batch(Self.worded, ["moved area 12/03/25"])
    #expect(left(batch) == ["-"])
    let problem = try #require(batch.problems.first)
    #expect(problem.code == "I026" && problem.fix.contains("short_years_from: 1930"), "\(problem)")
    #expect(problem.message.hasSuffix("the rest of the row is kept."))
    let moved = try self.batch(
      "left_on: { column: Left on, says: [moved to] }",
      ["moved to Hexbridge 12/03/2025", "moved to the online group 12/03/2025"])
    #expect(left(moved) == ["2025-03-12", "-"])
  }
}
