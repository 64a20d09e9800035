import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Why rows were skipped")
struct SkippedRowTests {
  @Test("is kept with an export; what has no name is blank, and the names add up")
  func names() throws {
    let study = try StudyInHand()
    var register = batch(
      "exports/students.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-01-01")])
    register.rowsRead = 8
    register.rowsSkipped = 7
    register.skips = [.totals: 1, .headings: 2, .leftOut: 0]
    var list = batch(
      "exports/list.csv", .caseload,
      [registered(2, [nhs(1)], on: "2023-01-01"), registered(3, [nhs(9)], on: "2023-01-01")])
    list.rowsRead = 3
    list.rowsSkipped = 1
    try study.keep([register, list], hasRegister: true)
    let kept = try study.file.batches()
    #expect(kept.map(\.file) == ["exports/list.csv", "exports/students.csv"])
    #expect(kept[0].skips == [.notInRegister: 1, .blank: 1])
    #expect(kept[1].skips == [.totals: 1, .headings: 2, .blank: 4])
    for batch in kept { #expect(batch.skips.values.reduce(0, +) == batch.rowsSkipped) }
  }
}
