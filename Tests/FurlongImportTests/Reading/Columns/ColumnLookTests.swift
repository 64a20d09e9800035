import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("What whole columns show")
struct ColumnLookTests {
  private static let map = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a form
    format: { delimiter: semicolon, dates: day month year }
    person: [{ column: ID, kind: student_id }]
    date: Date
    about: { town: { column: Town }, miles: { column: Miles, type: whole number } }
    scores: [{ scale: phq9, total: PHQ-9 }]
    """

  private func said(_ rows: [String], map: String = map) throws -> [String] {
    let batch = try TestExport(map: map).batch(
      "ID;Date;Town;Miles;PHQ-9\n" + rows.joined(separator: "\n"))
    #expect(batch.addsUp || batch.stopped)
    return batch.problems.map { "\($0.severity.rawValue) \($0.code) \($0.column ?? "")" }
  }

  @Test(
    "Dates of which none has a day above 12 rest on the mapping's word; one that has settles all")
  func order() throws {
    let early = (1...8).map { "SC\($0);0\($0)/0\($0 % 8 + 1)/2025;;;\($0)" }
    #expect(try said(early) == ["note I021 Date"])
    #expect(try said(Array(early.dropLast())) == [])
    #expect(try said(early + ["SC9;13/02/2025;;;9"]) == [])
    let both = early.map { $0.replacing(/0(\d)\/0(\d)/) { "0\($0.1)/0\($0.1)" } }
    #expect(try said(both) == [], "the same day in either order")
  }

  @Test(
    "Numbers of days among dates are worth a warning; a column of them is what the mapping says")
  func serials() throws {
    let map = Self.map.replacing("dates:", with: "day_numbers_from: 1900, dates:")
    let rows = ["SC1;45559;;;1", "SC2;24/09/2024;;;2", "SC3;45580;;;3"]
    #expect(try said(rows, map: map) == ["warning I024 Date"])
    #expect(try said([rows[0], rows[2]], map: map) == ["note I024 Date"])
  }

  @Test("Times an hour before midnight are days that may be one early; other times are times")
  func times() throws {
    let late = (1...3).map { "SC\($0);2\($0)/05/2025 23:00:00;;;\($0)" }
    #expect(try said(late) == ["warning I028 Date"])
    #expect(try said(late + ["SC4;24/05/2025 00:00:00;;;4"]) == ["warning I028 Date"])
    #expect(try said(late + ["SC4;24/05/2025 14:23:00;;;4"]) == [])
    #expect(try said(late.map { $0.replacing("23:00", with: "10:23") }) == [])
  }

  @Test(
    "Numbers with signs are read; another kind of decimals is not",
    arguments: [
      ("£1,250", 1250.0, nil), ("£ 980", 980, nil), ("85%", 85, nil), ("1,005", 1005, nil),
      ("2,300.50", 2300.5, .point), ("-1,250.5", -1250.5, .point), ("3.5", 3.5, .point),
      ("3,5", nil, .comma), ("1.250,50", nil, .comma), ("12", 12, nil), ("1,25,000", nil, nil),
      ("", nil, nil), ("£", nil, nil), ("1,", nil, nil), ("--3", nil, nil), ("12 or 13", nil, nil),
    ] as [(String, Double?, ExportFormat.Decimal?)])
  func numbers(_ text: String, _ number: Double?, _ only: ExportFormat.Decimal?) {
    let read = NumberText(text, decimal: .point)
    #expect(read.number == number && read.onlyDecimal == only)
  }

  @Test("With a decimal comma a point alone is no number, since it may be one of decimals")
  func decimalComma() {
    #expect(NumberText("1.250,50", decimal: .comma).number == 1250.5)
    #expect(NumberText("3,5", decimal: .comma).number == 3.5)
    #expect(NumberText("1.250", decimal: .comma).number == nil)
    #expect(NumberText("1,250.00", decimal: .comma).number == nil)
  }

  @Test("Two kinds of decimals in one column stop it; one cell of another kind is a slip")
  func bothCommas() throws {
    let rows = ["SC1;20/05/2025;;3;1,5", "SC2;20/05/2025;;3;1.5"]
    #expect(try said(rows + rows).contains("stop I029 PHQ-9"))
    #expect(try !said(rows + [rows[1]]).contains("stop I029 PHQ-9"))
    #expect(try said(["SC1;20/05/2025;;£1,200;5"]) == ["note I030 Miles"])
  }

  @Test(
    "Letters that were decoded wrongly are known by signs that no word has together",
    arguments: [
      ("Donâ€™t panic", true), ("CafÃ© talk", true), ("Â£5", true), ("Zoë’s café", false),
      ("SÃO PAULO", false), ("château", false), ("CÔTÉ ‘A’", false), ("Talk", false), ("Ã", false),
      ("â€", false),
    ])
  func decoding(_ text: String, _ isWrong: Bool) { #expect(WronglyDecoded.shows(text) == isWrong) }

  @Test("A cell that was decoded wrongly is told by its row and not shown")
  func decodedCell() throws {
    let batch = try TestExport(map: Self.map).batch(
      "ID;Date;Town;Miles;PHQ-9\nSC1;20/05/2025;CafÃ© Row;3;5\nSC2;20/05/2025;Hull;3;5")
    #expect(batch.problems.map(\.code) == ["I007"] && batch.rows.count == 2)
    #expect(batch.problems.first?.message.contains("(row 2)") == true)
    #expect(!batch.said.joined().contains("Caf"))
  }

  @Test("Many rows are named by the first eight and a count")
  func rows() {
    var rows = RowWords()
    rows.add(4)
    #expect(rows.words == "row 4")
    for row in [7, 12] { rows.add(row) }
    #expect(rows.words == "rows 4, 7 and 12")
    for row in 20...30 { rows.add(row) }
    #expect(rows.words == "rows 4, 7, 12, 20, 21, 22, 23, 24 and 6 more")
  }
}
