import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Rows that are handed on one by one")
struct StreamedIngestTests {
  private static let asked = plan(events: ["contact"], windows: [aYear])
  private static let cover = coverage(["contact"])

  private static let register = batch(
    "people.csv", .people, (1...3).map { registered($0 + 1, [nhs($0)], on: "2024-01-10") })

  /// Contacts of three people, and a stay that ends before it begins as the first row of one of them.
  private static let contacts: [ImportRow] = (2...200).map { number in
    row(number, [nhs(number % 3 + 1)]) {
      $0.events = [
        number == 3
          ? .nights(event: "contact", from: day("2024-03-02"), until: day("2024-03-01"))
          : .onDay(event: "contact", day: day("2024-02-01").adding(months: number % 12))
      ]
    }
  }

  private static func export(stopped: Bool = false) -> ImportBatch {
    var export = batch("contacts.csv", .events, contacts, coverage: cover)
    export.rows = []
    export.stopped = stopped
    return export
  }

  @Test(
    "are kept as those of a batch are, with identifiers in each row or in a person's first",
    .tags(.law))
  func same() throws {
    let (whole, streamed) = (try StudyInHand(), try StudyInHand())
    var one = Self.export()
    one.rows = Self.contacts
    try whole.keep([Self.register, one], hasRegister: true)
    _ = try streamed.file.ingest(Self.register, hasRegister: true)
    var seen: Set<Int> = []
    let kept = try streamed.file.ingest(file: "contacts.csv", hasRegister: true) { keep in
      for row in Self.contacts {
        let person = row.sourceRow % 3
        var row = row
        if !seen.insert(person).inserted { row.identifiers = [] }
        try keep(row, person)
      }
      return Self.export()
    }
    try streamed.file.settle()
    #expect(kept.rowsKept == 198 && kept.rowsSetAside == 1)
    #expect(try streamed.file.batches() == whole.file.batches())
    #expect(try streamed.file.problems() == whole.file.problems())
    #expect(try streamed.select(Self.asked) == whole.select(Self.asked))
  }

  @Test("leave nothing behind where their export stopped in the end", .tags(.edge))
  func stopped() throws {
    let study = try StudyInHand()
    _ = try study.file.ingest(Self.register, hasRegister: true)
    let kept = try study.file.ingest(file: "contacts.csv", hasRegister: true) { keep in
      for row in Self.contacts { try keep(row, nil) }
      return Self.export(stopped: true)
    }
    #expect(kept.stopped && kept.rowsKept == 0)
    try study.file.settle()
    #expect(try study.file.lastDay() == day("2024-01-10"))
    let use = try study.select(Self.asked).serviceUse.first
    #expect(use?.notPossible == .noExport)
  }
}
