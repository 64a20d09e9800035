import Foundation
import FurlongEvaluation
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A claim's file")
struct ClaimReaderTests {
  private static let start = """
    claim: Hope
    source: { who: A, place: B }
    compared_with: none

    """

  private static let money =
    start + """
      money:
        - label: saved
          amount: 1200
          per: registered

      """

  private static let scores =
    start + """
      scores:
        - scale: hope
          people: 28
          before: 2.18
          range: { low: 1, high: 5 }

      """

  @Test("needs no more than a figure and a source")
  func least() throws {
    let check = try check(Self.scores)
    #expect(check.readings.map(\.reading.fit) == [.follows])
    #expect(check.source == "A, B")
  }

  @Test("is refused with its place and what mends it", .tags(.edge))
  func mistakes() throws {
    let cases: [(String, String, String, String)] = [
      (Self.start, "", "", "the claim has no figures"),
      (Self.money, "amount: 1200", "amount: 1,200", "should be a number and is '1,200'"),
      (Self.money, "amount: 1200", "amount: 1.1234567", "6 decimals"),
      (Self.money, "amount: 1200", "amount: 12e2", "no exponent"),
      (Self.money, "per: registered", "per: student", "unknown word 'student'"),
      (Self.money, "per: registered", "per: registered\n    mnths: 18", "unknown key 'mnths'"),
      (Self.money, "per: registered", "per: registered\n    months: 0", "from 1 to"),
      (
        Self.money, "per: registered", "per: registered\n    interval: [5, 2]",
        "a lower to a higher limit"
      ),
      (Self.money, "per: registered", "per: registered\n    interval: [5]", "two limits"),
      (Self.money, "place: B", "doi: https://doi.org/10.1/2", "begins with 10."),
      (Self.money, ", place: B", "", "nobody could find this source"),
      (Self.money, "compared_with", "people: { count: 9, of: 3 }\ncompared_with", "'of' says 3"),
      (Self.scores, "high: 5", "high: 5.5", "no whole number of steps"),
      (Self.scores, "range: { low: 1, high: 5 }", "range: odd", "unknown word 'odd'"),
      (Self.scores, "before: 2.18", "before: 2.18\n    sd_before: -1", "0 or more"),
      (
        Self.start + "shares:\n  - label: x\n    percent: 120\n", "", "",
        "between 0 and 100"
      ),
    ]
    for (text, old, new, expected) in cases {
      let error = #expect(throws: (any Error).self) {
        try check(old.isEmpty ? text : text.replacing(old, with: new))
      }
      let shown = try ErrorPresentation(#require(error))
      #expect("\(shown.what) \(shown.fix)".contains(expected), "\(shown.what); \(shown.fix)")
      #expect(shown.place?.hasPrefix("claim.yaml:") == true, "\(expected)")
      #expect(!shown.fix.isEmpty)
    }
  }

  @Test("that is not there, no text or a pipe is an error and no end without a word", .tags(.edge))
  func unreadable() throws {
    let folder = try TestFolder()
    let none = folder.url.appendingPathComponent("none.yaml")
    #expect(throws: WorkflowError.self) { try ClaimCheck(file: none) }
    #expect(throws: WorkflowError.self) { try ClaimCheck(file: folder.url) }
    #expect(throws: WorkflowError.self) { try ClaimCheck(file: URL(fileURLWithPath: "/dev/zero")) }
    let binary = try folder.write(Data([0xFF, 0xFE, 0x00]), to: "claim.yaml")
    #expect(throws: WorkflowError.self) { try ClaimCheck(file: binary) }
  }

  private func check(_ text: String) throws -> ClaimCheck {
    let folder = try TestFolder()
    return try ClaimCheck(file: folder.write(text, to: "claim.yaml"))
  }
}
