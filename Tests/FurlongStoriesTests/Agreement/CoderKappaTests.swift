import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

/// The kappa that a report prints of each theme: by story, found or not.
@Suite("Agreement of coders on whole stories")
struct CoderKappaTests {
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

  /// Stories that both coders read.
  private func stories(both: Int, first: Int, second: Int, neither: Int) -> [ReadStory] {
    func read(_ count: Int, _ one: Bool, _ other: Bool) -> [ReadStory] {
      func marks(_ found: Bool) -> [ReadStory.Mark] {
        found ? [ReadStory.Mark(code: "hope")] : []
      }
      return Array(
        repeating: ReadStory(length: 1, coders: ["A": marks(one), "B": marks(other)]),
        count: count)
    }
    return read(both, true, true) + read(first, true, false) + read(second, false, true)
      + read(neither, false, false)
  }

  private func agreement(_ stories: [ReadStory]) throws -> AgreementOnStories {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    var method = StoryAgreement(on: .themes(of: codebook), by: .story, seed: 1)
    method.resamples = 0
    return try method.compare(stories)
  }

  private func kappa(_ agreement: AgreementOnStories) throws -> AgreementFigure {
    try #require(agreement.codes.first { $0.code == "hope" }).figures.kappa
  }

  @Test("Kappa agrees with published tables", .tags(.reference))
  func published() throws {
    for record in try reference("kappa.json", as: Reference.self).records {
      let found = try agreement(
        stories(
          both: record.both, first: record.first, second: record.second, neither: record.neither))
      expectClose(
        try #require(kappa(found).value), record.kappa, relative: 1e-6, record.id)
      #expect(found.stories == record.both + record.first + record.second + record.neither)
    }
  }

  @Test("Only stories that all read are compared", .tags(.edge))
  func common() throws {
    var all = stories(both: 2, first: 1, second: 0, neither: 1)
    let expected = try kappa(agreement(all))
    all.append(ReadStory(length: 1, coders: ["A": [.init(code: "hope")]]))
    let found = try agreement(all)
    #expect(found.stories == 4)
    #expect(try kappa(found) == expected)
  }

  @Test("Where nothing varies kappa is undefined, neither 1 nor 0", .tags(.edge))
  func noVariation() throws {
    for all in [
      stories(both: 5, first: 0, second: 0, neither: 0),
      stories(both: 0, first: 0, second: 0, neither: 5),
    ] {
      let found = try kappa(agreement(all))
      #expect(found.value == nil && found.missing == .noVariation)
    }
  }

  @Test("One coder and coders without a common story have no kappa", .tags(.edge))
  func undefined() throws {
    let one = [ReadStory(length: 1, coders: ["A": [.init(code: "hope")]])]
    let apart = one + [ReadStory(length: 1, coders: ["B": [.init(code: "hope")]])]
    #expect(
      try [[], one, apart].map { try agreement($0).undefined } == [
        .oneCoder(found: 0), .oneCoder(found: 1), .noCommonStories,
      ])
  }
}
