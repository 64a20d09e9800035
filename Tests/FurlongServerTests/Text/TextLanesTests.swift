import FurlongStudy
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Overlapping codings")
struct TextLanesTests {
  private static func coding(_ start: Int, _ end: Int, _ code: String = "hope") -> StoryPage.Shown {
    StoryPage.Shown(
      id: "\(start)-\(end)-\(code)", code: code, label: code, span: TextSpan(from: start, to: end),
      sentences: nil, quote: "", memo: "", isLost: false, by: "")
  }

  @Test("No two that share a place share a lane, and a lane that came free is given again")
  func lanes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let codings = (0..<12).map { _ in
        let start = Int.random(in: 0..<80, using: &random)
        return Self.coding(start, start + Int.random(in: 1..<20, using: &random))
      }
      let lanes = TextLanes(codings).codings
      var deepest = 0
      for point in 0..<100 {
        let over = lanes.filter { $0.span.start <= point && point < $0.span.end }
        #expect(Set(over.map(\.lane)).count == over.count)
        deepest = max(deepest, over.count)
      }
      // As few as there can be: as many as lie over the most crowded place.
      #expect(Set(lanes.map(\.lane)).count == deepest)
    }
  }

  @Test("A stretch is cut wherever a coding begins or ends in it, and nowhere else")
  func pieces() throws {
    let lanes = TextLanes([Self.coding(0, 10), Self.coding(5, 25), Self.coding(30, 40)])
    let span = try #require(TextSpan(from: 3, to: 30))
    #expect(lanes.pieces(of: span).map(\.start) == [3, 5, 10, 25])
    #expect(lanes.pieces(of: span).last?.end == 30)
  }

  @Test("Four lanes are drawn; what lies deeper is counted")
  func deeper() {
    let codings = (0..<6).map { Self.coding(0, 10, "c\($0)") }
    let page = StoryPage(
      id: "S", number: 1, of: 1, text: "Ten signs.",
      sentences: [.init(number: 1, span: TextSpan(from: 0, to: 10)!, words: "Ten signs.")],
      codings: codings, isRead: false, previous: nil, next: nil)
    let row = CodedText(page).rows[0]
    #expect(row.pieces.count == 1 && row.pieces[0].lanes.map(\.lane) == [0, 1, 2, 3])
    #expect(row.deeper == 2 && row.codings.count == 6)
  }
}
