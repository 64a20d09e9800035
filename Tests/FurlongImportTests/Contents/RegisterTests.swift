import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A register")
struct RegisterTests {
  private let export = TestExport(map: peopleMap)

  private func batch(_ rows: String...) throws -> ImportBatch {
    try export.batch(([peopleHeader] + rows).joined(separator: "\n"))
  }

  @Test("A row holds a registration, what is kept about the person, and all identifiers as hashes")
  func row() throws {
    let batch = try batch("sc1,999 000 0018,02/09/2023,05/01/2020,,06/05/1980,F,43,Hythe,Smith,n")
    #expect(batch.problems.isEmpty && batch.rows.count == 1 && batch.kind == .people)
    let row = batch.rows[0]
    #expect(
      row.registration
        == Registration(
          registeredOn: day("2023-09-02"), knownToTrustFrom: day("2020-01-05"), leftOn: nil,
          ageBand: "35 to 44"))
    #expect(row.about == ["gender": "woman", "age": "43", "town": "Hythe"])
    let pseudonymiser = try Pseudonymiser(key: TestExport.key, studyID: "saltmarsh")
    #expect(
      row.identifiers == [
        pseudonymiser.hash("SC1", kind: .studentID),
        pseudonymiser.hash("9990000018", kind: .nhsNumber),
      ])
  }

  @Test("An identifier that may be blank may; what is not recorded is absent")
  func blanks() throws {
    let batch = try batch("SC1,,02/09/2023,,,,,,,,")
    #expect(batch.problems.isEmpty)
    #expect(batch.rows[0].identifiers.map(\.kind) == [.studentID])
    #expect(batch.rows[0].about.isEmpty)
    #expect(batch.rows[0].registration?.ageBand == nil)
  }

  @Test(
    "Age bands at their edges, on the day of registration", .tags(.edge),
    arguments: [
      ("03/09/2005", "under 18"), ("02/09/2005", "18 to 24"), ("03/09/1998", "18 to 24"),
      ("02/09/1998", "25 to 34"), ("02/09/1988", "35 to 44"), ("02/09/1978", "45 to 54"),
      ("03/09/1958", "55 to 64"), ("02/09/1958", "65 and over"), ("29/02/1920", "65 and over"),
    ])
  func ages(born: String, band: String) throws {
    #expect(try batch("SC1,,02/09/2023,,,\(born),F,,,,").rows.first?.registration?.ageBand == band)
  }

  @Test("Unknown words and impossible lives are set aside, without their values")
  func refused() throws {
    let batch = try batch(
      "SC1,9990000019,02/09/2023,,,,F,,,,", "SC2,,02/09/2023,,,,X,,,,", "SC3,,,,,,F,,,,",
      "SC4,,02/09/2023,,01/09/2023,,F,,,,", "SC5,,02/09/2023,,,01/01/2024,F,,,,",
      "SC6,,02/09/2023,,,,F,x,,,", "SC7,,02/09/2023,,,,F,,,,")
    #expect(batch.rows.map(\.sourceRow) == [2, 8] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I083", "I037", "I042", "I027", "I027", "I041"])
    #expect(batch.problems[1].message == "'X' is not among the mapping's values.")
  }

  @Test("In a study of real people the 999 range is refused")
  func real() throws {
    var real = export
    real.plan = TestExport.plan(fictional: false)
    let batch = try real.batch(
      peopleHeader + "\nSC1,9990000018,02/09/2023,,,,F,,,,\nSC2,9434765919,02/09/2023,,,,F,,,,\n")
    #expect(batch.rows.count == 1 && batch.problems[0].message.contains("999 range"))
  }

  @Test("A plan that counts from registration needs its day")
  func noDay() throws {
    let map = peopleMap.replacing("registered_on: Registered on\n", with: "")
      .replacing("[Notes]", with: "[Notes, Registered on]")
    let batch = try TestExport(map: map).batch(peopleHeader + "\nSC1,,02/09/2023,,,,F,,,,\n")
    #expect(batch.stopped && batch.problems[0].message.contains("'registered_on'"))
  }
}
