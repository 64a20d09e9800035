import Foundation
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import Testing

/// Whatever the gate holds back, the sentences around it must still read as sentences.
@Suite("A report of which much is held back", .tags(.edge))
struct HeldBackTests {
  /// What every count and every answer is replaced by.
  enum Replacement: String, CaseIterable, Sendable {
    case hidden, fewerThan, notEstimable

    var count: [String: Any] {
      switch self {
      case .hidden: ["hidden": [String: Any]()]
      case .fewerThan, .notEstimable: ["fewerThan": ["_0": 5]]
      }
    }

    var answer: [String: Any] {
      switch self {
      case .hidden, .fewerThan: ["hidden": [String: Any]()]
      case .notEstimable:
        ["notEstimable": ["_0": ["tooFew": ["needed": 2, "found": 1]], "used": 1, "eligible": 3]]
      }
    }
  }

  /// Stumbles that a missing number leaves in a sentence.
  static let stumbles = [
    "the a number", "of a a ", "  ", " ,", " .", "()", "( ", "..", "not shown (small number) (",
    "in not shown", "of not shown", "to not shown", "is cannot", "of cannot", "to cannot",
    "were cannot", "is is", ": .", "the fewer than", "the those",
  ]

  @Test("no sentence stumbles", arguments: Replacement.allCases)
  func stumbles(replacement: Replacement) throws {
    for findings in [TrialExample.findings, CollegeExample.findings, SeizureExample.findings] {
      let document = Reports.compose(try replaced(findings, by: replacement), ReportPlan())
      for line in document.plainText.split(separator: "\n") {
        for stumble in Self.stumbles {
          #expect(!line.lowercased().contains(stumble), "“\(stumble)” in: \(line)")
        }
      }
      for figure in document.figures { #expect(figure.alternative.count <= 250) }
    }
  }

  @Test("what is held back has no number beside its words", arguments: Replacement.allCases)
  func withheld(replacement: Replacement) throws {
    let document = Reports.compose(
      try replaced(CollegeExample.findings, by: replacement), ReportPlan())
    let released = document.numbers.filter { number in
      if case .released = number.value { true } else { false }
    }
    let own = [
      "certainty.nesta", "certainty.maryland", "certainty.many_outcomes", "provenance.", "meaning.",
    ]
    for number in released {
      #expect(own.contains { number.fact.hasPrefix($0) }, "\(number.fact): \(number.text)")
    }
  }

  private func replaced(_ findings: Findings, by replacement: Replacement) throws -> Findings {
    let tree = try JSONSerialization.jsonObject(with: JSONEncoder().encode(findings))
    let data = try JSONSerialization.data(withJSONObject: replaced(tree, replacement))
    return try JSONDecoder().decode(Findings.self, from: data)
  }

  private func replaced(_ tree: Any, _ replacement: Replacement) -> Any {
    if let list = tree as? [Any] { return list.map { replaced($0, replacement) } }
    guard let object = tree as? [String: Any] else { return tree }
    if object.count == 1, object["exactly"] != nil { return replacement.count }
    if object.count == 1, object["estimated"] != nil { return replacement.answer }
    return object.mapValues { replaced($0, replacement) }
  }
}
