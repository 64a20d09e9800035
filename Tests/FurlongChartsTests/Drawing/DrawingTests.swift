import Foundation
import FurlongCharts
import FurlongTestSupport
import Testing

@Suite("Every drawing can be read")
struct DrawingTests {
  static let drawings: [(name: String, svg: String)] = (Samples.all + Samples.stress).flatMap {
    sample in
    ChartWidth.allCases.map { width in
      let name = "\(sample.name)-\(width.rawValue)"
      return (
        name,
        sample.chart.draw(id: name, title: "A finding", description: "In words.", width: width)
      )
    }
  }

  @Test("no text leaves the drawing", arguments: drawings)
  func inside(name: String, svg: String) {
    let drawn = DrawnSVG(svg)
    #expect(drawn.isWellFormed)
    #expect(!drawn.texts.isEmpty)
    for text in drawn.texts {
      let isInside =
        text.left >= -0.01 && text.right <= drawn.width && text.top >= 0
        && text.bottom <= drawn.height
      #expect(isInside, "\(name): \(text) leaves \(drawn.width) × \(drawn.height)")
    }
  }

  @Test("no text stands on another", arguments: drawings)
  func apart(name: String, svg: String) {
    let texts = DrawnSVG(svg).texts
    for (index, text) in texts.enumerated() {
      for other in texts[(index + 1)...] where text.overlaps(other) {
        Issue.record("\(name): \(text) stands on \(other)")
      }
    }
  }

  @Test("no text is small, and none is orange or turquoise", arguments: drawings)
  func lettering(name: String, svg: String) {
    for text in DrawnSVG(svg).texts {
      #expect(text.size >= 13, "\(name): \(text)")
      #expect(contrastWithWhite(text.colour) >= 4.5, "\(name): \(text.colour)")
    }
  }

  @Test("every bar and mark has 3:1 on white by its fill or its outline", arguments: drawings)
  func shapes(name: String, svg: String) {
    for mark in svg.matches(of: /<(?:rect[^>]* rx=|circle|polygon)[^>]*>/) {
      let colours = mark.0.matches(of: /(?:fill|stroke)="(#[0-9a-fA-F]{6})"/).map { String($0.1) }
      let best = colours.map(contrastWithWhite).max() ?? 21
      // What is white alone is a ground for letters.
      #expect(best >= 3 || Set(colours) == ["#ffffff"], "\(name): \(mark.0)")
    }
  }

  @Test("title and description are there and named", arguments: drawings)
  func named(name: String, svg: String) {
    let drawn = DrawnSVG(svg)
    #expect(drawn.title == "A finding")
    #expect(drawn.desc == "In words.")
    #expect(drawn.labelledBy == "\(name)-title \(name)-desc")
    #expect(Set(drawn.ids).count == drawn.ids.count)
    #expect(drawn.ids.allSatisfy { $0.hasPrefix(name) })
  }

  @Test("coordinates have two decimals at most and no number is lost", arguments: drawings)
  func rounded(name: String, svg: String) {
    #expect(svg.firstMatch(of: /="-?\d+\.\d{3}/) == nil)
    #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("\"-0\""))
    #expect(svg.hasSuffix("</svg>\n"))
  }

  @Test("text from outside stays text", .tags(.edge))
  func inert() {
    let hostile = "\"><svg onload=alert(1)>\u{202E}&\u{0}'"
    let chart = FlowBars(blocks: [
      .init(steps: [.init(hostile, .shown(3, label: hostile), note: hostile)])
    ])
    let svg = chart.draw(id: hostile, title: hostile, description: hostile)
    let drawn = DrawnSVG(svg)
    #expect(drawn.isWellFormed)
    #expect(drawn.elements.filter { $0 == "svg" }.count == 1)
    #expect(drawn.title == "\"><svg onload=alert(1)>\u{FFFD}&\u{FFFD}'")
    #expect(!svg.unicodeScalars.contains("\u{202E}"))
  }

  @Test("a hidden count is given away by no other mark of its row", .tags(.edge))
  func hidden() {
    let draw = { (second: Double?) in
      let rows: [ThemeBars.Row] = [
        .init("Hope", .shown(9, label: "9 people"), secondCoder: 8),
        .init("Meaning", .hidden(label: "fewer than 5"), secondCoder: second),
      ]
      return ThemeBars(rows: rows, everyone: 24, axisLabel: "People")
        .draw(id: "a", title: "b", description: "c")
    }
    #expect(draw(1) == draw(4))
    #expect(draw(1).contains("fewer than 5"))
  }

  @Test("a declaration that was written and read draws the same bytes", .tags(.law))
  func coded() throws {
    func redrawn<C: Chart>(_ chart: C) throws -> Bool {
      let copy = try JSONDecoder().decode(C.self, from: JSONEncoder().encode(chart))
      let draw = { (chart: C) in chart.draw(id: "a", title: "b", description: "c") }
      return draw(copy) == draw(chart)
    }
    for sample in Samples.all { #expect(try redrawn(sample.chart)) }
  }
}

/// The contrast of a colour with white, by WCAG 2.2.
private func contrastWithWhite(_ colour: String) -> Double {
  let digits = Array(colour.dropFirst())
  guard digits.count == 6 else { return 0 }
  let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
    let value = Double(Int(String(digits[index...(index + 1)]), radix: 16) ?? 255) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }
  return 1.05 / (0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2] + 0.05)
}
