import FurlongDisclosure
import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("What was held back")
struct HeldBackWordsTests {
  @Test("refuses a report whose small counts could not all be kept, and names them", .tags(.edge))
  func refusal() {
    let refused = HeldBackWords.refusal([.stories(.stories), .places(.attended)])
    #expect(refused.kind == .refused)
    let shown = ErrorPresentation(refused)
    #expect(shown.what.hasPrefix("2 small counts could be worked out"))
    #expect(shown.place == "stories; places at sessions")
    #expect(shown.fix.contains("--draft"))
  }

  @Test("says of a draft that it could not be released, and of another nothing", .tags(.edge))
  func warning() throws {
    let said = try #require(HeldBackWords.warning([.stories(.stories), .places(.attended)]).first)
    #expect(said.hasPrefix("This draft could not be released: 2 small counts"))
    #expect(said.contains("(stories; places at sessions)"))
    #expect(HeldBackWords.warning([]).isEmpty)
  }
}
