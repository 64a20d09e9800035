import FurlongDisclosure
import FurlongDocuments
import FurlongTestSupport
import Testing

@Suite("A report as Markdown, sentence by sentence", .tags(.golden))
struct ReportGoldenTests {
  @Test("arms apart, four follow-ups, everyone and two arms")
  func trial() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.trial), "trial.md")
  }

  @Test("before and after, small numbers held back, service use and stories")
  func college() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.college), "college.md")
  }

  @Test("randomised arms, compared on a scale")
  func randomised() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.randomised), "randomised.md")
  }

  @Test("randomised arms, compared in events")
  func randomisedSeizures() throws {
    try expectGolden(
      MarkdownRenderer().text(of: Reports.randomisedSeizures), "randomised-seizures.md")
  }

  @Test("by named sets of rules, small numbers held back")
  func rules() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.rules), "rules.md")
  }

  @Test("work before and after, and what people thought, with small numbers held back")
  func lives() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.lives), "lives.md")
  }

  @Test("how long it took, with small numbers held back, and as it was found")
  func times() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.times), "times.md")
    try expectGolden(
      MarkdownRenderer().text(of: Reports.times(under: .internalUse)), "times-internal.md")
  }

  @Test("what changed on wards, with small numbers held back")
  func units() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.units), "units.md")
  }

  @Test("service use only, counts per period")
  func seizures() throws {
    try expectGolden(MarkdownRenderer().text(of: Reports.seizures), "seizures.md")
  }
}
