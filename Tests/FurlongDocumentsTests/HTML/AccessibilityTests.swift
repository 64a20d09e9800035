import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("The page can be used by everyone and fetches nothing")
struct AccessibilityTests {
  let html = HTMLRenderer().text(of: Sample.document)

  @Test("it names its language, its title and one first heading")
  func head() {
    #expect(html.hasPrefix("<!doctype html>\n<html lang=\"en-GB\">"))
    #expect(html.matches(of: /<h1>/).count == 1)
    #expect(html.contains("<title>What changed for students"))
    #expect(html.contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\""))
  }

  @Test("headings go down one level at a time")
  func headings() {
    let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.count >= 5)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    #expect(levels.first == 1)
  }

  @Test("every table has a caption and every heading a scope")
  func tables() {
    let tables = html.matches(of: /<table>/).count
    // One that stands in its place, and one behind a figure with its copy for paper.
    #expect(tables == 3)
    #expect(html.matches(of: /<caption id=/).count == tables)
    #expect(html.firstMatch(of: /<th(?![^>]*scope="(col|row)")[ >]/) == nil)
    #expect(
      html.matches(of: /role="region" aria-labelledby="(annex-)?table-\d+" tabindex="0"/).count
        == tables)
  }

  @Test("every drawing has a title and a description that it names")
  func drawings() {
    for drawing in html.matches(of: /<svg[^>]*aria-labelledby="([^ "]+) ([^ "]+)"/) {
      #expect(html.contains("<title id=\"\(drawing.1)\">"))
      #expect(html.contains("<desc id=\"\(drawing.2)\">"))
    }
    #expect(html.matches(of: /<svg/).count == html.matches(of: /<svg[^>]*role="img"/).count)
  }

  @Test("ids are unique and every reference has its target")
  func ids() {
    let ids = html.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    for reference in html.matches(of: /(?:href="#|aria-labelledby=")([^"]+)"/) {
      for target in reference.1.split(separator: " ") { #expect(ids.contains(String(target))) }
    }
  }

  @Test("there is a skip link, a header and a main part")
  func landmarks() {
    #expect(html.contains("<a class=\"skip\" href=\"#main\">"))
    #expect(html.contains("<main id=\"main\">") && html.contains("<header>"))
    #expect(html.matches(of: /<section id="[^"]+" aria-labelledby=/).count == 3)
  }

  @Test("a policy forbids everything but its own style, and nothing asks for more")
  func policy() {
    #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "))
    #expect(html.firstMatch(of: /<(script|link|img|iframe|object|embed|form|base)\b/) == nil)
    #expect(html.firstMatch(of: /(src|srcset|action)=/) == nil)
    #expect(!html.contains("@import") && html.firstMatch(of: /url\((?!#)/) == nil)
    let addresses = html.matches(of: /https?:[^"' ]*/).map { String($0.0) }
    #expect(addresses.allSatisfy { $0 == "http://www.w3.org/2000/svg" })
    #expect(html.firstMatch(of: /\sstyle=/) == nil)
  }

  @Test("the banner stands on the page and runs on every printed one, read aloud once")
  func banner() {
    #expect(html.contains("<p class=\"banner\">Invented data: Saltmarsh is not a real college</p>"))
    #expect(html.contains("@top-left{content:\"Invented data\\3a  Saltmarsh is not"))
    #expect(html.contains("2022 to 2025 (Invented data: Saltmarsh is not a real college)</title>"))
    var plain = Sample.document
    plain.banner = nil
    #expect(!HTMLRenderer().text(of: plain).contains("class=\"banner\""))
  }

  @Test(
    "the style's own words are on the page or in every page", arguments: ["@page", "@media print"])
  func style(rule: String) {
    #expect(html.contains(rule))
    #expect(html.utf8.count < 20_000)
  }
}
