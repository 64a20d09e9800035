import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Ids of two systems that each number people")
struct SystemTests {
  private func person(_ system: String) throws -> [KeyedHash] {
    let map = """
      furlong_map: 1
      reads: exports/forms.csv
      holds: scores
      rows: one a form
      format: { dates: day month year }
      person: [{ column: ID, kind: local_id\(system) }]
      date: Date
      scores: [{ scale: phq9, total: PHQ9 }]
      """
    let batch = try TestExport(map: map).batch("ID,Date,PHQ9\n7,03/09/2024,4")
    return try #require(batch.rows.first).identifiers
  }

  @Test("are the same person only within one system")
  func systems() throws {
    let plain = try person("")
    let redcap = try person(", system: redcap")
    let crm = try person(", system: crm")
    #expect(plain != redcap && redcap != crm)
    #expect(try redcap == person(", system: redcap"))
    #expect(redcap.first?.kind == .localID)
    #expect(throws: (any Error).self) { try person(", system: Red Cap") }
  }
}
