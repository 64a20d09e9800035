import Foundation
import FurlongSimulation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// Page one of colleges that did nothing, that harmed, and that are tiny: each is to read as honestly as that of a good one.
@Suite("Page one of colleges with a known truth", .tags(.golden))
struct HonestReportTests {
  @Test("a college that did nothing: the fall after the run-up is no finding")
  func nothing() throws {
    let page = try pageOne { parameters in
      parameters.change.meanAtFourMonths = 0
      parameters.change.perEngagement = 0
      parameters.change.recoveryMean = 0
      parameters.forms.perChange = 0
      parameters.services.admissionEffect = 1
      parameters.services.contactEffect = 1
    }
    #expect(page.contains("**No claim of change**"))
    #expect(page.contains("**No saving is shown**"))
    #expect(!page.contains("Fairly sure"))
    try expectGolden(page, "nothing.md")
  }

  @Test("a college that harmed says so in the same words and the same weight")
  func harm() throws {
    let page = try pageOne { parameters in
      parameters.change.meanAtFourMonths = -0.46
      parameters.change.perEngagement = -0.14
      parameters.change.recoveryMean = -0.08
      parameters.forms.perChange = 0
      parameters.services.admissionEffect = 2.5
      parameters.services.contactEffect = 1.3
    }
    #expect(page.contains("**Mental wellbeing fell by"))
    #expect(page.contains("**Worse mental wellbeing among those with both forms"))
    try expectGolden(page, "harm.md")
  }

  @Test("a tiny college claims nothing that its numbers do not hold")
  func tiny() throws {
    let page = try pageOne { $0.people.registered = 40 }
    try expectGolden(page, "tiny.md")
  }

  @Test("with what it cost, page one is still read in a minute: its words and numbers are counted")
  func short() throws {
    let page = try pageOne { _ in }
    let start = try #require(page.range(of: "# Saltmarsh"))
    let text = page[start.lowerBound...].filter { !"*#".contains($0) }
    let words = text.split(whereSeparator: \.isWhitespace).filter { $0 != "-" }
    let numbers = text.matches(of: /[0-9][0-9.,]*/)
    #expect(words.count <= 206, "\(words.count) words")
    #expect(numbers.count <= 28, "\(numbers.count) numbers")
  }

  private func pageOne(_ change: (inout CollegeParameters) -> Void) throws -> String {
    var parameters = CollegeParameters.saltmarsh
    change(&parameters)
    let folder = try TestFolder()
    for file in SaltmarshCollege(seed: 11, parameters: parameters).files() {
      try folder.write(Data(file.bytes), to: file.path)
    }
    let keys = try TestFolder()
    let workflow = try Workflow.ofTest(folder.url, keys: keys.url, on: "2025-09-01")
    _ = try workflow.importExports()
    let output = try TestFolder()
    _ = try workflow.report(as: [.md], to: OutputFolder(output.url))
    let text = try output.text(of: "report.md")
    let end = try #require(text.range(of: "\n- **Decision asked**"))
    return String(text[..<end.lowerBound]) + "\n"
  }
}
