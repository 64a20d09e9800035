import Foundation
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import FurlongTestSupport
import Testing

/// Whoever opens a form in an editor, or measures a drawing, learns no more than whoever reads it.
@Suite("Numbers behind the printed ones")
struct PrintedNumbersTests {
  /// A report, and what it was made of.
  struct Made: CustomTestStringConvertible, Sendable {
    var name: String
    var policy: DisclosurePolicy
    var findings: Findings<Unreleased>
    var testDescription: String { "\(name), \(policy.word.rawValue)" }

    var document: Document { Reports.compose(findings, ReportPlan(), under: policy) }
  }

  static let findings: [(name: String, findings: Findings<Unreleased>)] = [
    ("trial", TrialExample.findings), ("college", CollegeExample.findings),
    ("seizures", SeizureExample.findings), ("randomised", RandomisedExample.trial),
    ("randomised seizures", RandomisedExample.seizures),
  ]

  static let rounded = findings.flatMap { name, findings in
    [DisclosurePolicy.nhsRound5(), .publicRelease()].map {
      Made(name: name, policy: $0, findings: findings)
    }
    // Of the trial, of whom everybody is in one of two arms, the audit leaves hardly a number under it.
  }.filter { !["trial", "randomised"].contains($0.name) || $0.policy != .nhsRound5() }

  @Test("a rounded number is what its text says, and no more", arguments: rounded)
  func numbers(made: Made) {
    var checked = 0
    for number in made.document.numbers {
      guard case .released(let value) = number.value else { continue }
      checked += 1
      expect(value, isPrintedAs: number.text, number.fact)
    }
    #expect(checked > 50)
  }

  @Test("so it is in the JSON form", arguments: rounded)
  func json(made: Made) throws {
    let text = JSONRenderer().text(of: made.document)
    let numbers = Self.objects(in: try JSONSerialization.jsonObject(with: Data(text.utf8)))
    var checked = 0
    for number in numbers {
      guard let value = number["value"] as? NSNumber, let fact = number["fact"] as? String else {
        continue
      }
      checked += 1
      expect(value.doubleValue, isPrintedAs: try #require(number["text"] as? String), fact)
    }
    #expect(checked > 50)
  }

  @Test("no exact count stands in the text of any form", arguments: rounded)
  func counts(made: Made) throws {
    let base = try #require(made.policy.rounding).base
    let document = made.document
    var own = Set(made.findings.provenance.inputs.flatMap { [$0.rowsRead, $0.rowsKept] })
    own.insert(Int(made.findings.provenance.seed))
    let exact = try Self.counts(of: made.findings).filter {
      $0 >= 100 && !$0.isMultiple(of: base) && !own.contains($0)
    }
    #expect(exact.count > 10 || made.name != "college")
    let json = JSONRenderer().text(of: document)
    let html = HTMLRenderer().text(of: document).replacing(/<style.*?<\/style>/, with: " ")
    let texts = [
      MarkdownRenderer().text(of: document), json, html.replacing(/<[^>]*>/, with: " "),
    ]
    for text in texts {
      // Digests are no numbers.
      let words = text.replacing(/[0-9a-f]{64}/, with: " ")
      let tokens = Set(Self.tokens(in: words).map { $0.replacing(",", with: "") })
      for count in exact { #expect(!tokens.contains(String(count)), "\(count)") }
    }
  }

  @Test("labels of drawings say what the table says", arguments: rounded)
  func drawings(made: Made) throws {
    let document = made.document
    let printed = document.numbers.map(\.text)
    for figure in document.figures {
      let words = Block.figure(figure).proses.map(\.plainText)
      // Axes begin at 0, or have the ends of the scale in words.
      let axes = ["0"] + (figure.id.hasPrefix("figure-change") ? ["7", "35", "60", "63"] : [])
      let known = Set((words + printed).flatMap(Self.tokens) + axes)
      for drawing in [figure.drawing.wide, figure.drawing.narrow].compactMap(\.self) {
        let labels = drawing.matches(of: /<text([^>]*)>([^<]*)<\/text>/)
        #expect(!labels.isEmpty)
        for label in labels {
          let text = String(label.2)
          // Ticks of axes are numbers alone, in small type.
          if label.1.contains("font-size=\"13\""), text.firstMatch(of: /^[−+]?[0-9.,]+%?$/) != nil {
            continue
          }
          for token in Self.tokens(in: text) {
            #expect(known.contains(token), "\(figure.id): \(text)")
          }
        }
      }
    }
  }

  @Test("a mean on a scale of wide steps is as coarse as it is printed", .tags(.edge))
  func wideSteps() throws {
    var findings = TrialExample.findings
    for place in findings.steps.indices {
      guard case .change(var change) = findings.steps[place].finding else { continue }
      change.outcomes[0].scale.step = 10
      findings.steps[place].finding = .change(change)
    }
    let document = Reports.compose(findings, ReportPlan(), under: .publicRelease())
    let mean = try #require(
      document.numbers.first { $0.fact == "change.bdi2.2m.all.mean_before" })
    #expect(mean.text == "23" && mean.value == .released(23))
  }

  @Test(
    "where nothing is hidden, every number is the one that was found",
    arguments: [DisclosurePolicy.openData, .internalUse])
  func open(policy: DisclosurePolicy) throws {
    let found = CollegeExample.findings
    let released = DisclosureGate(policy: policy).release(found)
    #expect(released.heldBack.isEmpty)
    let rows = ResultsTable(released.findings).rows
    #expect(rows == ResultsTable(found).rows && rows.count > 300)

    let values = try Self.values(of: found)
    let derived = [
      ".share", "provenance.", "certainty.nesta", "certainty.maryland",
      "if_missing_unchanged", "missing_to_vanish",
    ]
    var checked = 0
    for number in Reports.college(under: policy).numbers {
      guard case .released(let value) = number.value,
        !derived.contains(where: number.fact.contains)
      else { continue }
      checked += 1
      #expect(values.contains(value), "\(number.fact): \(number.text)")
    }
    #expect(checked > 200)
  }

  /// Expects a number to be no more than its text says.
  private func expect(
    _ value: Double, isPrintedAs text: String, _ fact: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let digits = text.replacing(/fewer than\s|more than\s|[−,%]/, with: "")
    let printed = Double(digits) ?? .nan
    let size = text.hasSuffix("%") ? abs(value) * 100 : abs(value)
    if text.hasPrefix("fewer than") {
      #expect(size < printed, "\(fact): \(value) as \(text)", sourceLocation: sourceLocation)
    } else if text.hasPrefix("more than") {
      #expect(size > printed, "\(fact): \(value) as \(text)", sourceLocation: sourceLocation)
    } else {
      #expect(
        abs(size - printed) < 1e-9, "\(fact): \(value) as \(text)", sourceLocation: sourceLocation)
      let decimals = digits.split(separator: ".").dropFirst().first?.count ?? 0
      #expect(
        String(format: "%.\(decimals)f", size) == digits, "\(fact): \(value) as \(text)",
        sourceLocation: sourceLocation)
    }
  }

  /// Numbers as they stand in a text: `3,905`, `26%`, `0.63`.
  private static func tokens(in text: String) -> [String] {
    text.matches(of: /[0-9][0-9.,]*%?/).map {
      String($0.output).trimmingCharacters(in: CharacterSet(charactersIn: ".,"))
    }
  }

  /// Every object of a JSON tree.
  private static func objects(in tree: Any) -> [[String: Any]] {
    if let list = tree as? [Any] { return list.flatMap(objects) }
    guard let object = tree as? [String: Any] else { return [] }
    return [object] + object.values.flatMap(objects)
  }

  /// Every count of people that was found.
  private static func counts(of findings: Findings<Unreleased>) throws -> Set<Int> {
    let tree = try JSONSerialization.jsonObject(with: JSONEncoder().encode(findings))
    return Set(
      objects(in: tree).filter { $0["people"] != nil && $0["isGiven"] != nil }
        .compactMap { $0["count"] as? Int })
  }

  /// Every number that was found, to the last digit.
  private static func values(of findings: Findings<Unreleased>) throws -> Set<Double> {
    let tree = try JSONDecoder().decode(Numbers.self, from: JSONEncoder().encode(findings))
    return Set(tree.all)
  }

  /// The numbers of any JSON.
  private struct Numbers: Decodable {
    var all: [Double] = []

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let number = try? value.decode(Double.self) {
        all = [number]
      } else if let list = try? value.decode([Numbers].self) {
        all = list.flatMap(\.all)
      } else if let object = try? value.decode([String: Numbers].self) {
        all = object.values.flatMap(\.all)
      }
    }
  }
}
