import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("Ids that are only written otherwise")
struct NearIdentifierTests {
  private func problems(
    _ ids: [String], register: [String]? = nil, map: String = formsMap
  ) throws -> [Problem] {
    var near = NearIdentifiers(fictional: true)
    func table(_ column: String, _ ids: [String]) -> TableWalk {
      TableWalk(
        SourceTable(
          name: "t", header: [column], rows: ids.map { [$0] }, sourceRows: Array(ids.indices),
          faults: [], skipped: 0, notes: []))
    }
    let known = register ?? (1...30).map { "RC00\($0 < 10 ? "0" : "")\($0)" }
    try near.add(table("Student ID", known), map: try ExportMap.read(peopleMap, file: "p"))
    return try near.problems(
      table("ID", ids), map: try ExportMap.read(map, file: "m"), file: "exports/f.csv",
      mapFile: "maps/f.map.yaml")
  }

  @Test("are counted and proposed in one line, and none of them is shown")
  func proposed() throws {
    let found = try problems(["27", "rc 3", "RC-0004", "0005", "RC0001", "999", "XC0001"])
    let one = try #require(found.first)
    #expect(found.count == 1 && one.severity == .warning && one.code == "I040")
    #expect(
      one.message
        == "Of 6 ids that are not in the register, 4 would be if written as the register writes its ids."
    )
    #expect(one.fix.contains("'prefix: RC, digits: 4'") && one.column == "ID")
    for id in ["27", "999", "XC", "0001", "0005"] {
      #expect(!one.message.contains(id) && !one.fix.contains(id))
    }
  }

  @Test("Nothing is said where all are there, or none is near, or the register has no one spelling")
  func silent() throws {
    #expect(try problems(["RC0001", "rc0002"]).isEmpty)
    #expect(try problems(["XC0001", "Thackray"]).isEmpty)
    #expect(try problems(["27"], register: ["A1", "B22", "27x", "Q-9", "M", "N5"]).isEmpty)
    let map = formsMap.replacing(
      "kind: student_id", with: "kind: student_id, prefix: RC, digits: 4")
    #expect(try problems(["27", "3"], map: map).isEmpty, "the mapping says so already")
    #expect(
      try problems(
        ["27"], map: formsMap.replacing("kind: student_id", with: "kind: local_id")
      ).isEmpty,
      "ids of another kind are others")
  }
}
