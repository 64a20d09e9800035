import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("JSON numbers are the shortest that read back")
struct JSONTests {
  @Test(
    "as Swift reads them", .tags(.law),
    arguments: [
      0, -0.0, 1, -12, 0.1, 1.0 / 3, 2.2, 1e-7, 123_456_789, 1e21, .pi, .leastNonzeroMagnitude,
    ])
  func shortest(value: Double) throws {
    let page = Document(
      title: "t",
      blocks: [.paragraph(Prose(ReportedNumber("x", fact: "f", value: .released(value))))])
    let json = JSONRenderer().text(of: page)
    let found = try #require(json.firstMatch(of: /"value": (\S+)/)?.1)
    #expect(Double(found) == value)
    #expect(found.count <= "\(value)".count)
    #expect(!found.hasSuffix(".0") && found != "-0")
  }
}
