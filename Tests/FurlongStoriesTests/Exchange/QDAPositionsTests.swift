import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("How the places of a file are counted")
struct QDAPositionsTests {
  private static let text = "I felt hopeful 😀 — and tired.\r\nMy friends came too.\r\nWe had tea."

  private static func found(
    _ stretches: [(Int, Int, String)], origin: String = "Tool 1", text: String = text,
    ends: QDAPositions.Ends? = nil
  ) throws -> (QDAPositions?, [String?]) {
    let project = try QDAReader(ends: ends).read(
      WrittenProject.oneText(text, stretches.map { ($0.0, $0.1, $0.2) }, origin: origin).bytes,
      name: "a.qdpx")
    let source = try #require(project.sources.first)
    return (project.positions, source.codings.map { $0.span.flatMap { source.text[$0] } })
  }

  @Test(
    "The quotes decide between ends and between line ends of one place and of two",
    arguments: [
      ([(2, 16), (31, 51), (53, 64)], QDAPositions.Ends.exclusive, QDAPositions.LineEnds.two),
      ([(2, 15), (31, 50), (53, 63)], .inclusive, .two),
      ([(2, 16), (30, 50), (51, 62)], .exclusive, .one),
      ([(2, 15), (30, 49), (51, 61)], .inclusive, .one),
    ])
  func decided(
    places: [(Int, Int)], ends: QDAPositions.Ends, lines: QDAPositions.LineEnds
  ) throws {
    let words = ["felt hopeful 😀", "My friends came too.", "We had tea."]
    let stretches = zip(places, words).map { ($0.0, $0.1, $1) }
    let (positions, found) = try Self.found(stretches)
    #expect(positions?.ends == ends && positions?.lines == lines)
    #expect(positions?.fitting == 3 && positions?.quotes == 3 && positions?.isGiven == false)
    #expect(found == words)
  }

  @Test("Where one quote is wrong, most decide")
  func most() throws {
    let (positions, found) = try Self.found([
      (2, 15, "felt hopeful 😀"), (31, 50, "My friends came too"), (31, 50, "My friends came too."),
    ])
    #expect(positions?.ends == .inclusive && positions?.fitting == 2)
    #expect(found.first == "felt hopeful 😀")
  }

  @Test(
    "Without words of its own a file counts as most tools do, ATLAS.ti's line ends as one",
    arguments: [("Tool 1", "My f"), ("ATLAS.ti 23", "y fr")])
  func silent(origin: String, words: String) throws {
    let (positions, found) = try Self.found([(31, 35, "line:6")], origin: origin)
    #expect(positions?.fitting == 0 && positions?.ends == .exclusive)
    #expect(found == [words])
  }

  @Test("What the user says goes before the quotes")
  func given() throws {
    let (positions, found) = try Self.found([(2, 16, "felt hopeful 😀")], ends: .inclusive)
    #expect(positions?.isGiven == true && positions?.ends == .inclusive)
    #expect(found == ["felt hopeful 😀 "])
  }

  @Test("Words that were cut, or whose white space is written otherwise, tell as well")
  func cut() throws {
    let long = String(repeating: "We had tea and talked. ", count: 10)
    for name in [
      String(long.prefix(40)) + "…", String(long.prefix(40)) + "...", String(long.prefix(100)),
    ] {
      // The words begin here only where a line end of two signs takes one place.
      let (positions, _) = try Self.found([(4, 234, name)], text: "A\r\nB-" + long)
      #expect(positions?.lines == .one && positions?.fitting == 1)
    }
    let (positions, _) = try Self.found([(17, 51, "— and tired.  My friends came too.")])
    #expect(positions?.fitting == 1)
  }

  @Test("A byte-order mark takes no place; places that leave the text are cut to it", .tags(.edge))
  func ends() throws {
    let project = try QDAReader().read(
      WrittenProject.oneText(
        "\u{FEFF}We had tea.",
        [(0, 2, "We"), (7, 99, "tea."), (-3, 2, ""), (4, 4, ""), (40, 50, ""), (8, 3, "")]
      ).bytes, name: "a.qdpx")
    let source = try #require(project.sources.first)
    #expect(
      source.codings.compactMap { $0.span.flatMap { source.text[$0] } } == ["We", "tea.", "We"])
    #expect(
      project.losses
        == [
          QDALoss(.placesEmpty, 2), QDALoss(.placesMoved, 2), QDALoss(.placesOutside, 1),
        ])
  }

  @Test(
    "Words at a place that is far too long do not count, and are not looked through", .tags(.edge))
  func farTooLong() throws {
    let long = "tea " + String(repeating: "x", count: 3_000)
    let (positions, _) = try Self.found([(0, 3_004, "tea"), (0, 2, "tea")], text: long)
    #expect(positions?.ends == .inclusive && positions?.fitting == 1)
  }
}
