import Foundation
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("A plan that a program drafted")
struct DraftedPlanTests {
  @Test("is told as such in the report, and is not frozen")
  func drafted() throws {
    let study = try LossStudy()
    #expect(try study.markdown().contains("nothing records when the plan was written"))
    try study.change("study.yaml", "fictional: yes", to: "fictional: yes\n  drafted: yes")
    let report = try study.markdown()
    #expect(!report.contains("named in the plan"))
    #expect(report.contains("A program drafted the plan out of what the exports hold"))
    #expect(throws: WorkflowError.self) { try study.workflow().freezePlan() }
    let lock = study.folder.url.appendingPathComponent("plan.lock")
    #expect(!FileManager.default.fileExists(atPath: lock.path))
    try study.change("study.yaml", "\n  drafted: yes", to: "")
    #expect(try study.workflow().freezePlan().written)
  }
}
