import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("What tellers agreed to, as exports say it")
struct ConsentTests {
  private func agreed(
    _ consent: String, header: String = "Answer", _ cells: [String]
  ) throws -> (batch: ImportBatch, agreed: [[ConsentPurpose]]) {
    let map = """
      furlong_map: 1
      reads: exports/test.csv
      holds: stories
      rows: one a story
      format: {}
      person: [{ column: Who, kind: student_id }]
      story: { id: ID, text: Text }
      consent: { \(consent) }
      missing: { "n/a": not asked }
      """
    let rows = cells.enumerated().map { "ST\($0),SC1,words,\($1)\n" }
    let batch = try TestExport(map: map).batch("ID,Who,Text,\(header)\n" + rows.joined())
    return (batch, batch.rows.compactMap { $0.story?.agreed.purposes })
  }

  private let answers =
    "purposes: { column: Answer, values: { Count it: [analysis], Print it: [public report, web], \"No\": [] } }"

  @Test("An answer allows what the mapping says of it, a blank one nothing")
  func answersOfForms() throws {
    let (batch, agreed) = try agreed(answers, ["Count it", "print  it", "No", "", "n/a"])
    #expect(batch.problems.isEmpty, "\(batch.said)")
    #expect(agreed == [[.analysis], [.publicReport, .web], [], [], []])
    #expect(batch.rows.compactMap(\.story?.text) == ["", "words", "", "", ""])
  }

  @Test("Answers ticked together add up, and one that allows nothing takes them back", .tags(.edge))
  func ticked() throws {
    let (batch, agreed) = try agreed(
      answers, ["Count it;Print it;", "Print it;No", "No;", "Print it ; count it", ";"])
    #expect(
      agreed == [
        [.analysis, .publicReport, .web], [], [], [.analysis, .publicReport, .web],
      ])
    // A cell of semicolons alone is no answer.
    #expect(batch.problems.map(\.code) == ["I037"] && batch.addsUp)
  }

  @Test(
    "An answer that the mapping does not have sets the row aside, among others too", .tags(.edge))
  func unknown() throws {
    let (batch, agreed) = try agreed(answers, ["Print its", "Count it;Burn it"])
    #expect(agreed.isEmpty && batch.problems.map(\.code) == ["I037", "I037"] && batch.addsUp)
  }

  @Test("Columns of several uses add up; no to one says nothing of another")
  func columns() throws {
    let uses = """
      purposes: [
        { column: Count, values: { Y: [analysis], N: [] } },
        { column: Print, values: { Y: [public report, funder report], N: [] } }]
      """
    let (_, agreed) = try agreed(uses, header: "Count,Print", ["Y,Y", "Y,N", "N,Y", "N,"])
    #expect(
      agreed == [
        [.analysis, .funderReport, .publicReport], [.analysis], [.funderReport, .publicReport], [],
      ])
  }

  @Test(
    "Who may not be quoted is not, whatever the other columns allow, and is counted all the same")
  func notQuoted() throws {
    let uses = """
      purposes: [
        { column: Report, values: { Y: [analysis, funder report], N: [] } },
        { column: Quote, values: { Y: [], Anon: [], N: no quoting } }]
      """
    let (batch, agreed) = try agreed(
      uses, header: "Report,Quote", ["Y,Y", "Y,N", "N,Y", "Y,", "Y,anon", "Y,Y;N"])
    #expect(batch.problems.isEmpty, "\(batch.said)")
    let both: [ConsentPurpose] = [.analysis, .funderReport]
    #expect(agreed == [both, [.analysis], [], both, both, [.analysis]])
    #expect(batch.rows.compactMap(\.story?.text) == ["words", "", "", "words", "words", ""])
  }

  @Test(
    "Whatever stands, but for no and what stands for it, in the column of those who withdrew takes everything back"
  )
  func withdrawn() throws {
    let (batch, agreed) = try agreed(
      answers + ", withdrawn: Changed", header: "Answer,Changed",
      [
        "Print it,", "Print it,YES - withdrew 12/6", "Print it,No", "Print it,n/a", "Count it,y",
        "Print it,-", "Print it,Not withdrawn", "Print it,–",
      ])
    #expect(batch.problems.isEmpty, "\(batch.said)")
    let all: [ConsentPurpose] = [.publicReport, .web]
    #expect(agreed == [all, [], all, all, [], all, all, all])
    #expect(
      batch.rows.compactMap(\.story?.text)
        == ["words", "", "words", "words", "", "words", "words", "words"])
  }

  @Test("A sentence may be a level of the ladder")
  func levels() throws {
    let (batch, agreed) = try agreed(
      "level: { column: Answer, values: { You may print it: 4, Only for staff: 1 } }",
      ["you may print it", "", "Only for staff"])
    #expect(batch.problems.isEmpty, "\(batch.said)")
    #expect(
      agreed == [
        [.analysis, .internalReport, .funderReport, .publicReport], [], [.analysis],
      ])
  }

  @Test(
    "A mapping that leaves open what was agreed to is refused with what mends it", .tags(.edge),
    arguments: [
      ("given_on: On", "'purposes', or from a 'level'"),
      ("level: A, purposes: { column: A, values: {} }", "'purposes', or from a 'level'"),
      (
        "purposes: { column: A, values: { Yes: [public reports] } }", "did you mean 'public report'"
      ),
      ("purposes: { column: A, values: { Yes: public report } }", "list"),
      ("purposes: Answer", "list"),
      ("level: { column: A, values: { Yes: 7 } }", "levels 0 to 6"),
    ])
  func refused(consent: String, said: String) throws {
    let error = #expect(throws: FormError.self) { try agreed(consent, []) }
    let told = "\(error?.what ?? "") \(error?.fix ?? "")"
    #expect(told.contains(said), "\(told)")
  }
}
