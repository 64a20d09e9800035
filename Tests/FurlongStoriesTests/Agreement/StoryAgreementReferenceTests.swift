import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

extension ReferenceValue {
  fileprivate var list: [ReferenceValue] {
    if case .list(let list) = self { return list }
    return []
  }

  /// A story of a record: length and, a coder, spans from start to end with a code.
  fileprivate func story(_ coders: [String]) -> ReadStory {
    var found: [String: [ReadStory.Mark]] = [:]
    for coder in coders where !self["coders"][coder].isMissing {
      found[coder] = self["coders"][coder].list.map { span in
        let parts = span.list
        return ReadStory.Mark(
          code: parts[2].word, span: TextSpan(from: Int(parts[0].number), to: Int(parts[1].number)))
      }
    }
    return ReadStory(length: Int(self["length"].number), coders: found)
  }
}

@Suite("Agreement on stories agrees with other programs", .agreement("coders-of-stories"))
struct StoryAgreementReferenceTests {
  private func answer(_ record: ReferenceRecord) throws -> AgreementOnStories {
    let codebook = try codebook(record.data["codes"].words)
    var method = StoryAgreement(
      on: .themes(of: codebook), by: record.id.hasSuffix("by_story") ? .story : .span, seed: 1)
    method.resamples = 0
    let coders = record.data["coders"].words
    guard case .list(let stories) = record.data["stories"] else { return try method.compare([]) }
    return try method.compare(stories.map { $0.story(coders) })
  }

  private func expect(_ found: AgreementFigure?, _ expected: ReferenceValue, _ what: String) {
    if expected.isMissing {
      #expect(found?.value == nil, "\(what)")
    } else {
      expectClose(found?.value ?? .infinity, expected, relative: 1e-12, what)
    }
  }

  @Test(
    "each code", .tags(.reference),
    arguments: try ReferenceRecords.all("stories.json"))
  func codes(record: ReferenceRecord) throws {
    let answer = try answer(record)
    #expect(Double(answer.stories) == record.expected["stories"].number)
    #expect(answer.codes.map(\.code) == record.data["codes"].words)
    for code in answer.codes {
      let e = record.expected["codes"][code.code]
      expectClose(code.prevalence, e["prevalence"], relative: 1e-14, code.code)
      expectClose(code.figures.observed, e["observed"], relative: 1e-13, code.code)
      expect(code.figures.kappa, e["kappa"], code.code)
      expect(code.figures.alpha, e["alpha"], code.code)
      expect(code.figures.ac1, e["ac1"], code.code)
      expect(code.figures.unitizing, e["u"], code.code)
    }
  }

  @Test(
    "over all codes", .tags(.reference),
    arguments: try ReferenceRecords.all("stories.json"))
  func pooled(record: ReferenceRecord) throws {
    let answer = try answer(record)
    let (pooled, e) = (try #require(answer.pooled), record.expected["pooled"])
    expectClose(pooled.observed, e["observed"], relative: 1e-13)
    expect(pooled.kappa, e["kappa"], "kappa")
    expect(pooled.alpha, e["alpha"], "alpha")
    expect(pooled.ac1, e["ac1"], "AC1")
    expect(pooled.unitizing, e["u"], "u-alpha")
    let spans = record.expected["spans"]
    #expect((answer.spans == nil) == spans.isMissing)
    expect(answer.spans?.alpha, spans["u"], "u-alpha of all codes")
    expect(answer.spans?.relevance, spans["relevance"], "its share of relevance")
  }

  @Test(
    "stories that any two read", .tags(.reference),
    arguments: try ReferenceRecords.all("any_coders.json"))
  func anyTwo(record: ReferenceRecord) throws {
    let answer = try answer(record)
    let found = try #require(answer.anyTwo)
    #expect(Double(found.stories) == record.expected["stories"].number)
    #expect(found.codes.map(\.code) == record.data["codes"].words)
    for code in found.codes { expect(code.alpha, record.expected["codes"][code.code], code.code) }
    expect(found.alpha, record.expected["pooled"], "alpha over all codes")
  }
}

/// A codebook of themes, one of which may have codes below it, each with an earlier id.
func codebook(_ ids: [String], of parent: String = "", _ children: [(id: String, was: String)] = [])
  throws -> Codebook
{
  var text = "furlong_codebook: 1\nid: book\nname: Book\nsource: invented\ncodes:\n"
  for id in ids {
    text += "  - id: \(id)\n    label: \(id)\n    description: what \(id) is\n"
    if id == parent {
      text += "    codes:\n"
      for child in children {
        text += "      - id: \(child.id)\n        label: \(child.id)\n        description: a kind\n"
        text += "        was: [\(child.was)]\n"
      }
    }
  }
  return try Codebook.read(text, file: "book.yaml")
}
