import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@testable import FurlongServer

@Suite("Overlapping codings")
struct TextLanesTests {
  @Test("No two that share a place share a lane, and there are as few lanes as can be", .tags(.law))
  func lanes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let spans = (0..<12).map { _ in
        let start = Int.random(in: 0..<80, using: &random)
        return TextSpan(from: start, to: start + Int.random(in: 1..<20, using: &random))
      }
      let placed = TextLanes(spans).placed
      #expect(placed.count == 12 && placed.allSatisfy { spans[$0.number] == $0.span })
      var deepest = 0
      for point in 0..<100 {
        let over = placed.filter { $0.span.start <= point && point < $0.span.end }
        #expect(Set(over.map(\.lane)).count == over.count)
        deepest = max(deepest, over.count)
      }
      // As many as lie over the most crowded place.
      #expect(Set(placed.map(\.lane)).count == deepest)
    }
  }

  @Test("A stretch is cut wherever another begins or ends in it, and nowhere else")
  func pieces() throws {
    let lanes = TextLanes([
      TextSpan(from: 0, to: 10), nil, TextSpan(from: 5, to: 25), TextSpan(from: 30, to: 40),
    ])
    let span = try #require(TextSpan(from: 3, to: 30))
    #expect(lanes.pieces(of: span).map(\.start) == [3, 5, 10, 25])
    #expect(lanes.pieces(of: span).last?.end == 30)
  }

  @Test("Four lanes are drawn; what lies deeper is counted")
  func deeper() throws {
    let study = try ServedStudy()
    for code in ["connectedness", "hope", "identity", "meaning", "empowerment", "difficulties"] {
      study.give(code, 0, 18, "I sat by the door.")
    }
    let page = try #require(study.pages.session).story("S1")
    let row = CodedText(page).rows[0]
    #expect(row.pieces.count == 1 && row.pieces[0].lanes.map(\.lane) == [0, 1, 2, 3])
    #expect(row.deeper == 2 && row.codings.count == 6)
    #expect(study.answer(study.get("/stories/S1")).text.contains(">+2<"))
  }
}
