import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Answers and totals in another coding than the scale's")
struct CodingTests {
  private func map(_ form: String, columns: String = "") -> String {
    """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a person
    format: { delimiter: comma }
    person: [{ column: ID, kind: local_id }]
    scores:
      - { occasion: pre, \(form) }
    """
  }

  private func batch(_ form: String, _ header: String, _ rows: [String]) throws -> ImportBatch {
    let pre = Occasion(id: "pre", label: "pre", role: .baseline, window: nil)
    let plan = TestExport.plan(dayZero: .none, occasions: [pre])
    let lines = rows.enumerated().map { "P\($0),\($1)" }
    return try TestExport(map: map(form), plan: plan)
      .batch((["ID,\(header)"] + lines).joined(separator: "\n") + "\n")
  }

  private let gad = "scale: gad7, items: [A, B, C, D, E, F, G]"
  private let gadHeader = "A,B,C,D,E,F,G"

  /// Forty forms whose answers run from one number on.
  private func forms(from low: Int, items: Int, answers: Int) -> [[Int]] {
    (0..<40).map { form in (0..<items).map { low + (form * 3 + $0 * 5 + form / 7) % answers } }
  }

  private func rows(_ forms: [[Int]]) -> [String] {
    forms.map { $0.map(String.init).joined(separator: ",") }
  }

  @Test("1 to 4 where 0 to 3 is meant stops the export, and the line that it names mends it")
  func shifted() throws {
    let answers = forms(from: 1, items: 7, answers: 4)
    let stopped = try batch(gad, gadHeader, rows(answers))
    #expect(stopped.stopped && stopped.rows.isEmpty)
    let said = try #require(stopped.problems.first)
    #expect(said.code == "I035" && said.message.contains("written as 1 to 4"), "\(said)")
    #expect(said.fix.contains("coded_from: 1"))
    let mended = try batch("\(gad), coded_from: 1", gadHeader, rows(answers))
    #expect(mended.problems.isEmpty, "\(mended.said)")
    #expect(mended.rows[0].forms.first?.answers == .items(answers[0].map { $0 - 1 }))
    // The other way round: what is coded from 0 is not what a mapping says that counts from 1.
    let wrong = try batch(
      "\(gad), coded_from: 1", gadHeader, rows(forms(from: 0, items: 7, answers: 4)))
    #expect(wrong.stopped && wrong.problems[0].fix.contains("coded_from: 0"), "\(wrong.said)")
  }

  @Test("two codings in one export stop it; one slip is a row set aside")
  func mixed() throws {
    let both = forms(from: 0, items: 7, answers: 4) + forms(from: 1, items: 7, answers: 4)
    let stopped = try batch(gad, gadHeader, rows(both))
    #expect(stopped.stopped && stopped.problems[0].message.contains("two codings"))
    var slip = forms(from: 0, items: 7, answers: 4)
    slip[3][2] = 4
    let kept = try batch(gad, gadHeader, rows(slip))
    #expect(!kept.stopped && kept.rows.count == 39 && kept.addsUp)
  }

  @Test("words of the scale or of the mapping are answers")
  func words() throws {
    let named = try batch(
      gad, gadHeader, ["Not at all,several  days,2,Nearly every day,0,1,More than half the days"])
    #expect(named.problems.isEmpty, "\(named.said)")
    #expect(named.rows[0].forms.first?.answers == .items([0, 1, 2, 3, 0, 1, 2]))
    let own = try batch(
      "\(gad), answers: { never: 0, often: 3 }", gadHeader, ["Never,often,0,1,2,3,never"])
    #expect(own.rows[0].forms.first?.answers == .items([0, 3, 0, 1, 2, 3, 0]))
    let unknown = try batch(gad, gadHeader, ["Sometimes,1,1,1,1,1,1"])
    #expect(unknown.rows.isEmpty && unknown.problems.first?.code == "I037")
  }

  @Test(
    "a total that does not fit its items: other codings are tried and named, a few are a warning")
  func totals() throws {
    let core = "scale: core10, items: [A, B, C, D, E, F, G, H, I, J], total: T"
    let header = "A,B,C,D,E,F,G,H,I,J,T"
    let answers = forms(from: 0, items: 10, answers: 5)
    func total(_ form: [Int], turned: Bool) -> Int {
      form.enumerated().map { turned && ($0 == 1 || $0 == 2) ? 4 - $1 : $1 }.reduce(0, +)
    }
    func lines(_ total: ([Int]) -> Int) -> [String] {
      answers.map { ($0 + [total($0)]).map(String.init).joined(separator: ",") }
    }
    let right = try batch(core, header, lines { total($0, turned: true) })
    #expect(right.problems.isEmpty && right.rows.count == 40, "\(right.said)")
    let already = try batch(core, header, lines { total($0, turned: false) })
    #expect(already.stopped && already.problems[0].code == "I034")
    #expect(already.problems[0].fix.contains("already_reversed: yes"), "\(already.said)")
    let mended = try batch(
      "\(core), already_reversed: yes", header, lines { total($0, turned: false) })
    #expect(mended.problems.isEmpty, "\(mended.said)")
    // Stored as they would have been answered, so that scoring turns them once.
    #expect(
      mended.rows[0].forms.first?.answers
        == .items(answers[0].enumerated().map { $0 == 1 || $0 == 2 ? 4 - $1 : $1 }))
    var few = lines { total($0, turned: true) }
    few[0] += "9"
    let warned = try batch(core, header, few)
    #expect(!warned.stopped && warned.rows.count == 40)
    #expect(warned.problems.map(\.severity) == [.warning])
    let nonsense = try batch(core, header, lines { _ in 7 })
    #expect(nonsense.stopped && nonsense.problems[0].fix.contains("take 'total' out"))
  }

  @Test(
    "one score of an instrument: its own items, the instrument's words, and a total of its own",
    .tags(.edge))
  func part() throws {
    // CORE-OM's wellbeing: items 4, 14, 17 and 31 of the form, of which 4 and 31 are reversed.
    let form = "scale: coreom.wellbeing, items: [A, B, C, D], total: T"
    let right = try batch(form, "A,B,C,D,T", (0..<10).map { _ in "0,4,4,0,40" })
    #expect(right.problems.isEmpty && right.rows.count == 10, "\(right.said)")
    let wrong = try batch(form, "A,B,C,D,T", (0..<10).map { _ in "0,4,4,0,7" })
    #expect(wrong.stopped && wrong.problems[0].code == "I034", "\(wrong.said)")
  }

  @Test("numbers that no shift can hold are refused like others", .tags(.edge))
  func huge() throws {
    let row = "-9223372036854775808,1,1,1,1,1,1"
    let kept = try batch(
      "\(gad), coded_from: 1", gadHeader, [row, "1,1,1,1,1,1,1", "2,1,1,1,1,1,1"])
    #expect(kept.rowsSetAside == 1 && kept.rows.count == 2, "\(kept.said)")
    #expect(throws: (any Error).self) {
      try batch("\(gad), coded_from: -9223372036854775808", gadHeader, ["1,1,1,1,1,1,1"])
    }
  }

  @Test("raw sums of SWEMWBS are converted where the mapping says so, never twice, never mixed")
  func raw() throws {
    let total = "scale: swemwbs, total: W"
    let sums = (0..<20).map { "\(15 + $0 % 12)" }
    let stopped = try batch(total, "W", sums)
    #expect(stopped.stopped && stopped.problems[0].code == "I046")
    #expect(stopped.problems[0].fix.contains("total_is: raw sum"))
    let converted = try batch("\(total), total_is: raw sum", "W", sums)
    #expect(converted.problems.isEmpty, "\(converted.said)")
    #expect(converted.rows[0].forms.first?.answers == .total(15.84))
    let metric = (0..<20).map { _ in "20.73" }
    let twice = try batch("\(total), total_is: raw sum", "W", metric)
    #expect(twice.stopped && twice.problems[0].message.contains("converted twice"))
    let mixed = try batch(total, "W", sums + metric)
    #expect(mixed.stopped && mixed.problems[0].message.contains("two kinds"))
    let none = try batch("scale: gad7, total: W, total_is: raw sum", "W", ["3"])
    #expect(none.stopped && none.problems[0].message.contains("is the sum of its items"))
  }

  @Test("raw sums of WHO-5, 0 to 25, are seen among scores of 0 to 100, and multiplied where asked")
  func multiplied() throws {
    let total = "scale: who5, total: W"
    let sums = (0..<20).map { "\($0)" }
    let stopped = try batch(total, "W", sums)
    #expect(stopped.stopped && stopped.problems[0].fix.contains("total_is: raw sum"))
    let multiplied = try batch("\(total), total_is: raw sum", "W", sums)
    #expect(multiplied.rows[13].forms.first?.answers == .total(52))
    let twice = try batch("\(total), total_is: raw sum", "W", (7..<20).map { "\(4 * $0)" })
    #expect(twice.stopped && twice.problems[0].message.contains("converted twice"))
  }
}
