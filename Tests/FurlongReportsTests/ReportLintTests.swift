import FurlongDocuments
import FurlongReports
import FurlongTestSupport
import Testing

/// What must hold for every sentence, figure and number of every report.
@Suite("The wording and numbers of every report")
struct ReportLintTests {
  /// Words that claim more than a study without a comparison can show, that label sizes, or that name people
  /// in words that are not theirs.
  static let banned = [
    "significan", "proves", "proof", "trend towards", "impact", "patient", "suffer",
    "small effect", "medium effect", "large effect", "cohen’s d ", "cohen's d", "anonymised data",
    "is anonymised", "are anonymised", "caused by", "thanks to", "effective",
  ]

  /// Traces of values that were never turned into words.
  static let traces = ["nan", "nil", "optional(", "inf", "%.", "\\(", "  ", " ,", " .", "..", "()"]

  @Test("no banned word stands in any report", arguments: Reports.all.map(\.name))
  func bannedWords(name: String) throws {
    let text = try document(name).plainText.lowercased()
    for word in Self.banned { #expect(!text.contains(word), "\(name) says “\(word)”") }
  }

  @Test("nothing unprinted shows through, in any form", arguments: Reports.all.map(\.name))
  func traces(name: String) throws {
    let document = try document(name)
    for line in document.plainText.lowercased().split(separator: "\n") {
      let words = line.split { !$0.isLetter && $0 != "(" }.map(String.init)
      for trace in Self.traces {
        let isWord = trace.allSatisfy(\.isLetter)
        #expect(!(isWord ? words.contains(trace) : line.contains(trace)), "“\(trace)” in: \(line)")
      }
    }
    for text in forms(of: document) {
      for trace in ["NaN", "Optional(", "nil)", " inf "] { #expect(!text.contains(trace)) }
    }
  }

  @Test(
    "no share of people or forms is printed without its counts", arguments: Reports.all.map(\.name))
  func counts(name: String) throws {
    var shares = 0
    let document = try document(name)
    let alternatives = Set(document.figures.map(\.alternative))
    for line in document.plainText.split(separator: "\n") {
      // Of people some of whom were lost from view a share is of no two counts: what it is made of stands beside it in the row.
      let isByTime = line.wholeMatch(of: /[0-9.]+% \([0-9.]+% to [0-9.]+%\)/) != nil
      if name == "times", isByTime || alternatives.contains(String(line)) { continue }
      for share in line.matches(of: /[0-9.]+%/) {
        let after = line[share.range.upperBound...]
        let before = line[..<share.range.lowerBound].suffix(90).lowercased()
        // Levels of intervals are no shares, and the ends of an interval follow their share.
        if after.firstMatch(of: /^ (confiden|interval)/) != nil { continue }
        shares += 1
        #expect(before.contains("of "), "\(share.output) in: \(line)")
      }
    }
    #expect(shares > 3 || name.hasSuffix("seizures") || name == "units")
  }

  @Test("a hyphen never stands for a minus", arguments: Reports.all.map(\.name))
  func minus(name: String) throws {
    for number in try document(name).numbers {
      #expect(!number.text.hasPrefix("-"), "\(number.fact): \(number.text)")
    }
  }

  @Test("every number has a fact, and a fact is one number", arguments: Reports.all.map(\.name))
  func facts(name: String) throws {
    var values: [String: NumberValue] = [:]
    for number in try document(name).numbers {
      #expect(!number.fact.isEmpty)
      #expect(!number.fact.contains(".."), "\(number.fact)")
      if let known = values[number.fact] {
        #expect(known == number.value, "\(number.fact) is two numbers")
      }
      values[number.fact] = number.value
    }
    #expect(values.count > 20)
  }

  @Test(
    "HTML, Markdown and JSON hold the same facts in the same order",
    arguments: Reports.all.map(\.name))
  func parity(name: String) throws {
    let document = try document(name)
    let facts = document.numbers.map(\.fact)
    let json = JSONRenderer().text(of: document)
    let markdown = MarkdownRenderer(marksFacts: true).text(of: document)
    let html = HTMLRenderer().text(of: document)
    #expect(FactScan.json(json).sorted() == facts.sorted())
    #expect(FactScan.markdown(markdown).sorted() == facts.map(FactScan.comment).sorted())
    #expect(FactScan.html(html).sorted() == facts.sorted())
  }

  @Test("no estimate in prose stands without its fact", arguments: Reports.all.map(\.name))
  func proseNumbers(name: String) throws {
    let document = try document(name)
    let alternatives = Set(document.figures.map(\.alternative))
    for prose in document.proses where !alternatives.contains(prose.plainText) {
      for case .text(let words) in prose.flat {
        let bare = Self.constants.reduce(words) { $0.replacing($1, with: "") }
        #expect(bare.firstMatch(of: /\d\.\d|\d%/) == nil, "a number without a fact: \(words)")
      }
    }
  }

  /// Numbers that belong to a method, not to the data.
  static let constants = ["0.2 standard", "−0.2 to 0.2", "365.25", "95%", "furlong 0.1.0"]

  @Test("a figure's words begin with its finding and are short", arguments: Reports.all.map(\.name))
  func alternatives(name: String) throws {
    let figures = try document(name).figures
    #expect(!figures.isEmpty)
    for figure in figures {
      #expect(figure.alternative.count <= 250, "\(figure.id): \(figure.alternative.count)")
      for number in figure.title.numbers { #expect(figure.alternative.contains(number.text)) }
      #expect(
        figure.alternative.matches(of: /\d[\d.,]*/).count > 1,
        "few numbers: \(figure.alternative)")
      #expect(!figure.title.plainText.hasSuffix("."))
      #expect(!figure.table.rows.isEmpty)
      #expect(figure.table.rows.allSatisfy { $0.cells.count == figure.table.columns.count })
      #expect(figure.drawing.narrow != nil)
    }
    #expect(Set(figures.map(\.id)).count == figures.count)
  }

  @Test("worse stands wherever better stands", arguments: ["trial", "college"])
  func worseBesideBetter(name: String) throws {
    for prose in try document(name).proses where prose.plainText.contains("got better") {
      if prose.plainText.contains("by this rule") { continue }
      #expect(prose.plainText.contains("worse"), "\(prose.plainText)")
    }
  }

  @Test("the same findings give the same bytes", .tags(.law))
  func deterministic() {
    let again = Reports.compose(TrialExample.findings, .init())
    #expect(HTMLRenderer().text(of: again) == HTMLRenderer().text(of: Reports.trial))
  }

  private func document(_ name: String) throws -> Document {
    try #require(Reports.all.first { $0.name == name }?.document)
  }

  private func forms(of document: Document) -> [String] {
    [
      HTMLRenderer().text(of: document), MarkdownRenderer().text(of: document),
      JSONRenderer().text(of: document),
    ]
  }
}
