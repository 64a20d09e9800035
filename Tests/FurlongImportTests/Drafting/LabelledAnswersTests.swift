import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import FurlongTestSupport
import Testing

/// Answers that an SPSS file labels in the other order: read as numbers every score would be turned round.
@Suite("What an SPSS file says that its numbers mean")
struct LabelledAnswersTests {
  private static let words = [
    "Disagree strongly", "Disagree", "Neither agree or disagree", "Agree", "Strongly agree",
  ]
  private let items = (1...15).map { "qpr_\($0)" }

  /// A table of QPR-15 whose items have labels, as reading a .sav file gives it.
  private func table(_ labels: [String]) throws -> SourceTable {
    let lines =
      ["id," + items.joined(separator: ",")]
      + (1...12).map { row in
        "S\(row)," + (1...15).map { "\((row + $0) % 5)" }.joined(separator: ",")
      }
    let plain = try CSVReader(format: CSVFormat()).read(
      Data((lines.joined(separator: "\n") + "\n").utf8), name: "q.sav")
    var json = try #require(
      try JSONSerialization.jsonObject(with: JSONEncoder().encode(plain)) as? [String: Any])
    json["labels"] = items.map { item in
      [
        "column": item, "label": "", "missing": [], "missingTexts": [],
        "meanings": Dictionary(uniqueKeysWithValues: labels.enumerated().map { ("\($0)", $1) }),
      ] as [String: Any]
    }
    return try JSONDecoder().decode(
      SourceTable.self, from: JSONSerialization.data(withJSONObject: json))
  }

  private func draft(_ labels: [String]) throws -> MapDraft {
    let bytes = Array(
      "id,\(items.joined(separator: ","))\nS1\(String(repeating: ",1", count: 15))\n".utf8)
    return MapDrafter(try ScaleCatalogue.shipped()).draft(
      try table(labels), shape: try TableSniffer().shape(of: bytes, name: "q.csv"),
      path: "exports/q.csv")
  }

  @Test("A draft reads numbers by their labels where these run the other way, and says so")
  func drafted() throws {
    let turned = try draft(Self.words.reversed())
    #expect(turned.text.contains("scale: qpr15"), "\(turned.text)")
    #expect(
      turned.text.contains("answers: { \"4\": 0, \"3\": 1, \"2\": 2, \"1\": 3, \"0\": 4 }"),
      "\(turned.text)")
    #expect(turned.checks.contains { $0.contains("0 is 'Strongly agree'") }, "\(turned.checks)")
    let plain = try draft(Self.words)
    #expect(!plain.text.contains("answers:") && !plain.checks.contains { $0.contains("labels") })
  }

  @Test("An import stops where its mapping reads numbers otherwise, and names the line")
  func imported() throws {
    func batch(_ coding: String, _ labels: [String]) throws -> ImportBatch {
      let map = """
        furlong_map: 1
        reads: exports/test.csv
        holds: scores
        rows: one a form
        format: { dates: year month day }
        person: [{ column: id, kind: student_id }]
        scores:
          - { scale: qpr15, occasion: start, items: [\(items.joined(separator: ", "))]\(coding) }

        """
      let reader = try TestExport(
        map: map,
        plan: TestExport.plan(occasions: [
          Occasion(id: "start", label: "start", role: .baseline, window: nil)
        ])
      ).reader()
      return reader.map(
        try table(labels), file: "exports/test.csv", mapFile: "maps/test.map.yaml",
        contentDigest: "c", ruleDigest: "r")
    }
    let turned = try batch("", Self.words.reversed())
    let stop = try #require(turned.problems.first { $0.severity == .stop }, "\(turned.problems)")
    #expect(turned.stopped && stop.message.contains("0 is 'Strongly agree'"))
    #expect(stop.fix.contains("answers: { \"0\": 4, \"1\": 3, \"2\": 2, \"3\": 1, \"4\": 0 }"))
    let told = try batch(
      ", answers: { \"0\": 4, \"1\": 3, \"2\": 2, \"3\": 1, \"4\": 0 }", Self.words.reversed())
    #expect(!told.stopped && told.rows.count == 12, "\(told.problems)")
    #expect(try !batch("", Self.words).stopped)
  }
}
