import Foundation
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

@Suite("A plan changed by chance")
struct MutatedPlanTests {
  @Test("is read or refused", .tags(.edge))
  func plan() throws {
    let folder = try TestFolder()
    try folder.write("furlong: 1\n", to: "study.yaml")
    let day = try #require(CalendarDay(iso: "2025-09-01"))
    let reader = try Shipped.reader(of: StudyFolder(folder.url), today: day)
    let plans = ["saltmarsh", "greyfell", "beat-the-blues", "epilepsy-counts"].compactMap { name in
      try? Data(
        contentsOf: projectFolder().appendingPathComponent("datasets/\(name)/study.yaml"))
    }
    try #require(plans.count > 1)
    var run = MutationRun(
      "plan", corpus: plans.map { [UInt8]($0) },
      words: [
        ": ", "- ", "{", "}", "[", "]", "12 months", "9223372036854775807 weeks", "yes",
        "0001-01-01",
        "from: -28", "base: 10", "&a ", "*a",
      ])
    run.run { bytes in
      guard let text = String(validating: bytes, as: UTF8.self) else { return }
      _ = try reader.read(text, file: "study.yaml")
    }
  }
}
