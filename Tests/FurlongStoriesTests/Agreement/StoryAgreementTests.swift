import Foundation
import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Agreement of coders on stories")
struct StoryAgreementTests {
  private let book: Codebook

  init() throws {
    book = try codebook(["hope", "work"])
  }

  private func mark(_ code: String, _ start: Int, _ end: Int) -> ReadStory.Mark {
    ReadStory.Mark(code: code, span: TextSpan(from: start, to: end))
  }

  private func method(_ unit: StoryAgreement.Unit, resamples: Int = 199) -> StoryAgreement {
    var method = StoryAgreement(on: .themes(of: book), by: unit, seed: 7)
    method.resamples = resamples
    return method
  }

  /// Stories of two coders: both found hope in every other, and one found it in each third besides.
  private func stories(_ count: Int) -> [ReadStory] {
    (0..<count).map { number in
      let start = 3 + number
      let both = number % 2 == 0
      return ReadStory(
        length: 60 + 7 * number,
        coders: [
          "Ann": both ? [mark("hope", start, start + 20)] : [],
          "Ben": (both ? [mark("hope", start + 2, start + 25)] : [])
            + (number % 3 == 0 ? [mark("work", 40, 50), mark("hope", 50, 55)] : []),
        ])
    }
  }

  @Test("Only who read a story is its coder; others' stories change nothing", .tags(.law))
  func readers() throws {
    let stories = stories(12)
    let alone = ReadStory(length: 80, coders: ["Ann": [mark("work", 0, 80)]])
    for unit in StoryAgreement.Unit.allCases {
      let plain = try method(unit).compare(stories)
      #expect(plain.coders == ["Ann", "Ben"] && plain.stories == 12)
      #expect(try method(unit).compare([alone] + stories + [alone]) == plain)
      // A third coder, who read two stories, leaves two to compare unless the coders are named.
      var third = stories
      third[0].coders["Cat"] = []
      third[3].coders["Cat"] = [mark("hope", 1, 9)]
      #expect(try method(unit).compare(third).stories == 2)
      var named = method(unit)
      named.coders = ["Ben", "Ann", "Ann"]
      #expect(try named.compare(third) == plain)
    }
  }

  @Test("The order of stories, marks and codes changes nothing, nor do threads", .tags(.law))
  func order() throws {
    let stories = stories(14)
    let turned = stories.reversed().map { story in
      ReadStory(length: story.length, coders: story.coders.mapValues { $0.reversed() })
    }
    for unit in StoryAgreement.Unit.allCases {
      let plain = try method(unit).compare(stories)
      #expect(try method(unit).compare(turned) == plain)
      var threaded = method(unit)
      threaded.threads = 4
      #expect(try threaded.compare(stories) == plain)
      var other = method(unit)
      other.codes = .themes(of: try codebook(["work", "hope"]))
      let answer = try other.compare(stories)
      #expect(answer.codes == plain.codes.reversed() && answer.pooled == plain.pooled)
      let pooled = try #require(plain.pooled?.alpha)
      let (low, value, high) = (
        try #require(pooled.low), try #require(pooled.value), try #require(pooled.high)
      )
      #expect(low < value && value < high && pooled.missing == nil)
    }
  }

  @Test(
    "By story a code counts once, whatever its stretches; by span they are measured", .tags(.law))
  func units() throws {
    let stories = stories(12)
    let bare = stories.map { story in
      ReadStory(
        length: 0, coders: story.coders.mapValues { $0.map { ReadStory.Mark(code: $0.code) } })
    }
    #expect(try method(.story).compare(bare).codes == method(.story).compare(stories).codes)
    #expect(try method(.span).compare(bare).undefined == .noCommonStories)
    let hope = try method(.story).compare(stories).codes[0]
    #expect(hope.prevalence == [0.5, 8.0 / 12])
    #expect(hope.figures.observed == 10.0 / 12 && hope.figures.unitizing == nil)
    // A code of the whole story is a stretch of all of it.
    let whole = ReadStory(
      length: 30, coders: ["Ann": [ReadStory.Mark(code: "hope")], "Ben": [mark("hope", 0, 30)]])
    #expect(try method(.span).compare([whole]).codes[0].prevalence == [1, 1])
  }

  @Test("Stretches of one coder and code that overlap are one", .tags(.law))
  func selfOverlap() throws {
    var (parted, joined) = (stories(10), stories(10))
    parted[1].coders["Ann"] = [mark("hope", 5, 20), mark("hope", 12, 30), mark("hope", 14, 15)]
    joined[1].coders["Ann"] = [mark("hope", 5, 30)]
    #expect(try method(.span).compare(parted) == method(.span).compare(joined))
  }

  @Test("By themes the children count for their theme, and an earlier id for today's", .tags(.law))
  func rollUp() throws {
    let tree = try codebook(["hope", "work"], of: "hope", [(id: "dreams", was: "wishes")])
    let stories = stories(12)
    let renamed = stories.enumerated().map { number, story in
      ReadStory(
        length: story.length,
        coders: story.coders.mapValues { marks in
          marks.map {
            $0.code == "hope"
              ? ReadStory.Mark(code: number % 3 == 0 ? "wishes" : "dreams", span: $0.span) : $0
          }
        })
    }
    var themes = method(.span)
    themes.codes = .themes(of: tree)
    #expect(try themes.compare(renamed) == method(.span).compare(stories))
    var each = method(.span)
    each.codes = .all(of: tree)
    let answer = try each.compare(renamed)
    #expect(answer.codes.map(\.code) == ["hope", "dreams", "work"])
    #expect(answer.codes[0].prevalence == [0, 0] && answer.codes[1].prevalence[0] > 0)
    each.codes = ComparedCodes(["dreams", "nonsense"], of: tree)
    #expect(try each.compare(stories).codes.map(\.prevalence) == [[0, 0]])
  }

  @Test("Nine stories have no interval and say so; ten have one", .tags(.edge))
  func fewStories() throws {
    for unit in StoryAgreement.Unit.allCases {
      let nine = try method(unit).compare(stories(9)).codes[0].figures.alpha
      #expect(nine.value != nil && nine.low == nil && nine.high == nil)
      #expect(nine.missing == .fewStories(found: 9, needed: 10))
      let ten = try method(unit).compare(stories(10)).codes[0].figures.alpha
      #expect(ten.low != nil && ten.missing == nil)
    }
    let one = try method(.span).compare(stories(1))
    #expect(one.stories == 1 && one.codes[0].figures.kappa.value != nil)
    #expect(try method(.story).compare(stories(1)).codes[0].figures.kappa.value == nil)
    #expect(
      try method(.story, resamples: 0).compare(stories(12)).pooled?.kappa.missing == .notAsked)
  }

  @Test(
    "Where nothing varies there is no coefficient, where coders never differ no interval",
    .tags(.edge))
  func nothingVaries() throws {
    let empty = (0..<12).map { _ in ReadStory(length: 20, coders: ["Ann": [], "Ben": []]) }
    for unit in StoryAgreement.Unit.allCases {
      let answer = try method(unit).compare(empty)
      #expect(
        answer.codes.allSatisfy { $0.figures.kappa == AgreementFigure(missing: .noVariation) })
      #expect(answer.pooled?.alpha == AgreementFigure(missing: .noVariation))
      #expect(answer.pooled?.observed == 1)
      let same = stories(12).map {
        ReadStory(
          length: $0.length, coders: ["Ann": $0.coders["Ben"] ?? [], "Ben": $0.coders["Ben"] ?? []])
      }
      let pooled = try method(unit).compare(same).pooled
      #expect(pooled?.kappa == AgreementFigure(value: 1, missing: .sameInEveryDraw))
    }
    // One coding in twelve stories: a third of the samples hold no code at all.
    var rare = empty
    rare[0].coders["Ann"] = [mark("hope", 2, 9)]
    guard
      case .undefinedDraws(let count, of: 199)? = try method(.story).compare(rare).codes[0]
        .figures.kappa.missing
    else {
      Issue.record("an interval although many samples are undefined")
      return
    }
    #expect(count > 40 && count < 110)
  }

  @Test("Coders who rotate have alpha over the stories that any two of them read", .tags(.law))
  func rotating() throws {
    let names = ["Ann", "Ben", "Cat"]
    let stories = stories(18).enumerated().map { number, story in
      let (first, second) = (names[number % 3], names[(number + 1) % 3])
      return ReadStory(
        length: story.length,
        coders: [first: story.coders["Ann"] ?? [], second: story.coders["Ben"] ?? []])
    }
    let alone = ReadStory(length: 80, coders: ["Cat": [mark("work", 0, 80)]])
    for unit in StoryAgreement.Unit.allCases {
      let answer = try method(unit).compare(stories)
      let found = try #require(answer.anyTwo)
      #expect(answer.undefined == .noCommonStories && answer.pooled == nil)
      #expect(found.stories == 18)
      let low = try #require(found.alpha.low)
      let high = try #require(found.alpha.high)
      #expect(found.alpha.value.map { low < $0 && $0 < high } == true)
      // Neither order nor who read alone changes anything, nor do threads.
      var threaded = method(unit)
      threaded.threads = 3
      #expect(try threaded.compare([alone] + stories.reversed() + [alone]).anyTwo == found)
      // Who codes is nothing to alpha: of two who read everything it is the same.
      let two = try method(unit).compare(self.stories(18))
      #expect(two.anyTwo == nil)
      #expect(two.pooled?.alpha == found.alpha)
      #expect(two.codes.map(\.figures.alpha) == found.codes.map(\.alpha))
      // A story that a third read too counts in both.
      var third = self.stories(18)
      third[4].coders["Cat"] = [mark("hope", 3, 20)]
      let both = try method(unit).compare(third)
      #expect(both.stories == 1 && both.anyTwo?.stories == 18)
    }
    let few = try method(.story).compare(Array(stories.prefix(9))).anyTwo?.alpha
    #expect(few?.missing == .fewStories(found: 9, needed: 10) && few?.value != nil)
  }

  @Test("One coder, no common story: the answer says why and has no figures", .tags(.edge))
  func nothingToCompare() throws {
    let ann = ReadStory(length: 9, coders: ["Ann": []])
    let ben = ReadStory(length: 9, coders: ["Ben": []])
    for unit in StoryAgreement.Unit.allCases {
      #expect(try method(unit).compare([]).undefined == .oneCoder(found: 0))
      #expect(try method(unit).compare([ann]).undefined == .oneCoder(found: 1))
      let apart = try method(unit).compare([ann, ben])
      #expect(apart.undefined == .noCommonStories && apart.stories == 0)
      #expect(apart.codes.isEmpty && apart.pooled == nil && apart.spans == nil)
      #expect(apart.anyTwo == nil)
    }
  }

  @Test("Codes that overlap have no figures of all stretches at once", .tags(.edge))
  func overlappingCodes() throws {
    var stories = stories(11)
    let spans = try method(.span).compare(stories).spans
    #expect(spans?.alpha.value != nil && spans?.relevance.low != nil)
    // Where stretches meet they all have the one code.
    #expect(spans?.coding.missing == .noVariation)
    stories[2].coders["Ann"] = [mark("hope", 5, 20), mark("work", 15, 30)]
    let answer = try method(.span).compare(stories)
    #expect(answer.spans == nil && answer.pooled?.unitizing?.low != nil)
  }

  @Test("What cannot be is refused, and the message says what to do", .tags(.edge))
  func refusals() throws {
    let outside = ReadStory(length: 10, coders: ["Ann": [mark("hope", 3, 11)], "Ben": []])
    #expect(throws: StoryAgreementError.leavesStory(end: 11, length: 10)) {
      try method(.span).compare([outside])
    }
    #expect(throws: StoryAgreementError.resamples(20, needed: 39)) {
      try method(.story, resamples: 20).compare(stories(10))
    }
    var sure = method(.story)
    sure.confidence = 1
    #expect(throws: StoryAgreementError.confidence(1)) { try sure.compare(stories(10)) }
    for error in [
      StoryAgreementError.leavesStory(end: 1, length: 0), .confidence(2), .resamples(1, needed: 2),
    ] {
      #expect(error.description.contains("import") || error.description.contains("ask for"))
    }
  }

  @Test(
    "Who did not say that they read a story is not its coder, whatever they coded", .tags(.edge))
  func codings() throws {
    let text = StoryText("I met people. I want to paint again.")
    let people = try #require(TextSpan(from: 6, to: 12))
    let anchor = try #require(TextAnchor(people, in: text))
    let coded = Coding(story: "S1", mark: .code("hope", anchor))
    let read = Coding(story: "S1", mark: .read)
    let whole = Coding(story: "S1", mark: .whole("work"))
    let corrected = StoryText("We met people. I want to paint again.")
    let story = ReadStory(
      corrected, codings: ["Ann": [read, coded, whole], "Ben": [coded], "Cat": [read], "Dee": []])
    // The words moved, and what stood before them was corrected: they are not guessed.
    #expect(story.coders == ["Ann": [ReadStory.Mark(code: "work")], "Cat": []])
    #expect(story.length == 37)
    let kept = ReadStory(text, codings: ["Ann": [read, coded]])
    #expect(kept.coders == ["Ann": [ReadStory.Mark(code: "hope", span: people)]])
  }

  @Test("An answer is written and read back", .tags(.law))
  func codable() throws {
    let answer = try method(.span).compare(stories(12))
    let data = try JSONEncoder().encode(answer)
    #expect(try JSONDecoder().decode(AgreementOnStories.self, from: data) == answer)
  }
}
