import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("An export that is ingested")
struct IngestTests {
  let total = FormMoment.day(day("2024-01-01"))

  @Test("replaces what the same export gave before")
  func replaced() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "f.csv", .scores,
          [form(2, student(1), total, .total(20)), form(3, student(2), total, .total(21))])
      ],
      hasRegister: false)
    try study.keep(
      [batch("f.csv", .scores, [form(2, student(1), total, .total(30))], digest: "new")],
      hasRegister: false)
    let kept = try study.file.batches()
    #expect(kept.map(\.contentDigest) == ["new"])
    #expect(kept.map(\.rowsKept) == [1])
    let cohort = try study.select(plan(dayZero: .none, occasions: [], scales: ["swemwbs"]))
    #expect(cohort.size == 1)
  }

  @Test("that fails leaves the former one whole")
  func atomic() throws {
    let study = try StudyInHand()
    try study.keep(
      [batch("f.csv", .scores, [form(2, student(1), total, .total(20))])], hasRegister: false)
    let before = try study.file.batches()
    // Two rows of one number: the second breaks a constraint after the first was written.
    let broken = batch(
      "f.csv", .scores,
      [form(2, student(3), total, .total(1)), form(2, student(4), total, .total(2))],
      digest: "broken")
    #expect(throws: StoreError.self) { try study.file.ingest(broken, hasRegister: false) }
    #expect(try study.file.batches() == before)
    #expect(try study.select(plan(dayZero: .none, scales: ["swemwbs"])).size == 1)
  }

  @Test("that is not named any more is forgotten with its rows and problems")
  func removed() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch("a.csv", .scores, [form(2, student(1), total, .total(20))]),
        batch("b.csv", .scores, [form(2, student(1), total, .total(25)), row(3, [])]),
      ], hasRegister: false)
    #expect(try study.file.problems().count == 3)
    try study.file.remove(file: "b.csv")
    try study.file.settle()
    #expect(try study.file.problems().isEmpty)
    #expect(try study.file.batches().map(\.rowsKept) == [1])
  }

  @Test("accounts for every row", .tags(.law))
  func invariant() throws {
    let study = try StudyInHand()
    var mixed = batch(
      "f.csv", .scores,
      [
        form(2, student(1), total, .total(20)), form(3, student(1), total, .total(21)),
        form(4, student(2), total, .total(5)), form(5, student(2), total, .total(5)), row(6, []),
      ])
    mixed.rowsRead = 9
    mixed.rowsSkipped = 2
    mixed.rowsSetAside = 2
    try study.keep([mixed], hasRegister: false)
    let kept = try #require(try study.file.batches().first)
    #expect(kept.rowsSetAside == 5)
    #expect(kept.rowsKept == 2)
    #expect(kept.rowsRead == kept.rowsKept + kept.rowsSetAside + kept.rowsSkipped)
  }

  @Test("with more rows than it read is refused", .tags(.edge))
  func tooMany() throws {
    let study = try StudyInHand()
    var odd = batch("f.csv", .scores, [row(2, [student(1)]), row(3, [student(2)])])
    odd.rowsRead = 1
    #expect(throws: StoreError.self) { try study.file.ingest(odd, hasRegister: false) }
    #expect(try study.file.batches().isEmpty)
  }

  @Test("must be settled before anything is selected")
  func unsettled() throws {
    let study = try StudyInHand()
    _ = try study.file.ingest(batch("f.csv", .scores, []), hasRegister: false)
    #expect(throws: StoreError.notSettled) { try study.select(plan()) }
  }

  @Test("with a spell that ends before it begins loses that row only", .tags(.edge))
  func backwards() throws {
    let study = try StudyInHand()
    let rows = [
      row(2, [nhs(1)]) {
        $0.events = [.nights(event: "bed-day", from: day("2024-02-02"), until: day("2024-02-01"))]
      },
      row(3, [nhs(1)]) {
        $0.events = [.nights(event: "bed-day", from: day("2024-02-02"), until: day("2024-02-05"))]
      },
    ]
    try study.keep(
      [batch("s.csv", .events, rows, coverage: coverage(["bed-day"]))], hasRegister: false)
    let kept = try #require(try study.file.batches().first)
    #expect(kept.rowsKept == 1)
    #expect(kept.rowsSetAside == 1)
    #expect(try study.file.problems().map(\.place) == ["s.csv:2"])
  }
}
