import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Agreement of two coders")
struct CoderAgreementTests {
  private struct Reference: Decodable {
    struct Record: Decodable {
      var id: String
      var both: Int
      var first: Int
      var second: Int
      var neither: Int
      var kappa: Double
    }
    var records: [Record]
  }

  /// Codings of stories that both coders read, with a row for nothing found.
  private func codings(both: Int, first: Int, second: Int, neither: Int) -> [CodingRecord] {
    var codings: [CodingRecord] = []
    var story = 0
    func add(_ count: Int, _ one: String?, _ other: String?) {
      for _ in 0..<count {
        story += 1
        codings.append(CodingRecord(story: "S\(story)", coder: "A", code: one))
        codings.append(CodingRecord(story: "S\(story)", coder: "B", code: other))
      }
    }
    add(both, "hope", "hope")
    add(first, "hope", nil)
    add(second, nil, "hope")
    add(neither, nil, nil)
    return codings
  }

  @Test("Kappa agrees with published tables", .tags(.reference))
  func published() throws {
    for record in try reference("kappa.json", as: Reference.self).records {
      let codings = codings(
        both: record.both, first: record.first, second: record.second, neither: record.neither)
      let found = CoderAgreement().compare(codings, codes: ["hope"])[0]
      expectClose(try #require(found.kappa), record.kappa, relative: 1e-6, record.id)
      #expect(found.stories == record.both + record.first + record.second + record.neither)
      #expect(found.foundByBoth == record.both)
      #expect(found.foundByOne == record.first + record.second)
      #expect(found.undefined == nil)
    }
  }

  @Test("The order of rows, their repetition and the coders' names change nothing", .tags(.law))
  func order() {
    let rows = codings(both: 4, first: 2, second: 1, neither: 3)
    let expected = CoderAgreement().compare(rows, codes: ["hope"])
    #expect(CoderAgreement().compare(rows.reversed() + rows, codes: ["hope"]) == expected)
    let renamed = rows.map {
      CodingRecord(story: $0.story, coder: $0.coder == "A" ? "Z" : "Y", code: $0.code)
    }
    #expect(CoderAgreement().compare(renamed, codes: ["hope"])[0].kappa == expected[0].kappa)
  }

  @Test("Only stories that both read are counted; a row for nothing found is reading", .tags(.edge))
  func common() {
    var rows = codings(both: 2, first: 1, second: 0, neither: 1)
    rows.append(CodingRecord(story: "only A", coder: "A", code: "hope"))
    let found = CoderAgreement().compare(rows, codes: ["hope"])[0]
    #expect(found.stories == 4)
    #expect(CoderAgreement().storiesReadByTwo(rows) == 4)
  }

  @Test("Where nothing varies kappa is undefined, neither 1 nor 0", .tags(.edge))
  func noVariation() {
    for rows in [
      codings(both: 5, first: 0, second: 0, neither: 0),
      codings(both: 0, first: 0, second: 0, neither: 5),
    ] {
      let found = CoderAgreement().compare(rows, codes: ["hope"])[0]
      #expect(found.kappa == nil && found.undefined == .noVariation && found.stories == 5)
    }
  }

  @Test("One coder, three coders and coders without a common story have no kappa", .tags(.edge))
  func undefined() {
    let one = [CodingRecord(story: "S1", coder: "A", code: "hope")]
    let apart = one + [CodingRecord(story: "S2", coder: "B", code: "hope")]
    let three = apart + [CodingRecord(story: "S1", coder: "C", code: nil)]
    let answers = [[], one, apart, three].map {
      CoderAgreement().compare($0, codes: ["hope"])[0].undefined
    }
    #expect(
      answers == [
        .notTwoCoders(found: 0), .notTwoCoders(found: 1), .noCommonStories,
        .notTwoCoders(found: 3),
      ])
  }
}
