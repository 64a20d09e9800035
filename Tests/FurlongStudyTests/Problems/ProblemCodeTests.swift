import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The codes of problems")
struct ProblemCodeTests {
  private static let explanations = ProblemExplanation.chapters.flatMap(\.explanations)

  @Test("every code is explained, once", .tags(.law))
  func complete() {
    #expect(Set(Self.explanations.map(\.code)) == Set(ProblemCode.allCases))
    #expect(Self.explanations.count == ProblemCode.allCases.count)
  }

  @Test("no two codes mean the same", .tags(.law))
  func distinct() {
    #expect(Set(Self.explanations.map(\.title)).count == Self.explanations.count)
    #expect(Set(Self.explanations.map(\.means)).count == Self.explanations.count)
  }

  @Test("an explanation is whole sentences under a short title", arguments: explanations)
  func wellFormed(explanation: ProblemExplanation) {
    #expect((5...60).contains(explanation.title.count))
    #expect(!explanation.title.hasSuffix("."))
    for text in [explanation.means, explanation.toDo] {
      #expect(text.hasSuffix(".") || text.hasSuffix("}."), "\(text)")
      #expect(text.first?.isUppercase ?? false, "\(text)")
    }
    #expect(!explanation.example.isEmpty)
  }

  /// The sources of the tool, by path, but for the list itself.
  private static let sources: [String: String] = {
    let folder = projectFolder().appendingPathComponent("Sources")
    var texts: [String: String] = [:]
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    for path in paths ?? []
    where path.hasSuffix(".swift") && !path.hasPrefix("FurlongStudy/Problems/") {
      texts[path] = try? String(
        contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return texts
  }()

  @Test("every code that stands in a source is in the list", .tags(.law))
  func known() {
    let known = Set(ProblemCode.allCases.map(\.rawValue))
    var found = 0
    for (path, text) in Self.sources {
      for code in text.matches(of: /\bI0[0-9]{2}\b/).map({ String($0.output) }) {
        found += 1
        #expect(known.contains(code), "\(path) has \(code)")
      }
    }
    #expect(found > 5)
  }

  @Test("every code in the list is said by some source", .tags(.law))
  func used() {
    for code in ProblemCode.allCases {
      let isUsed = Self.sources.values.contains { text in
        text.contains("\"\(code.rawValue)\"") || text.contains("'\(code.rawValue)'")
          || text.contains(".\(code)")
      }
      #expect(isUsed, "\(code.rawValue) is said nowhere")
    }
  }
}
