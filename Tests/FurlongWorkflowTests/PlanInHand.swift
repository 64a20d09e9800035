import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// A small plan that is sound, to be spoilt.
enum PlanInHand {
  /// What is said of the plan with words replaced; nil where nothing is.
  static func message(_ old: String, _ new: String) throws -> ErrorPresentation? {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let changed = text.replacingOccurrences(of: old, with: new)
    #expect(changed != text)
    try folder.write(changed, to: "study.yaml")
    let day = try #require(CalendarDay(iso: "2025-09-01"))
    let workflow = Workflow(
      folder: try StudyFolder(folder.url), keys: KeyKeeper(folder: keys.url), tool: "test",
      today: day)
    do {
      _ = try workflow.importExports()
      return nil
    } catch {
      return ErrorPresentation(error)
    }
  }

  /// The plan with words replaced is refused, with its place in study.yaml and what mends it.
  static func expectRefused(_ old: String, _ new: String, what: String, fix: String) throws {
    let shown = try #require(try message(old, new))
    let all = shown.what + " " + shown.fix
    #expect(all.contains(what), "\(all)")
    #expect(all.contains(fix), "\(all)")
    #expect(shown.place?.hasPrefix("study.yaml:") == true)
  }

  static let text = """
    furlong: 1
    study:
      id: a-plan
      title: A plan
      about: For this test.
      people: { one: student, many: students }
      data_to: 2025-08-31
      design: before-after
      involvement: Not known
      seed: 7
    day_0: { what: first registration }
    occasions:
      - { id: baseline, label: at the start, is: baseline, from: -28, to: 28, nearest_to: 0 }
      - { id: later, label: later, is: follow-up, from: 60, to: 180, nearest_to: 120 }
    outcomes:
      - { scale: swemwbs, role: primary, reliability: implied-by-sem }
    life_outcomes:
      - { id: work, label: work, states: [working, not working], sought: [working], sought_label: in work }
    feedback:
      - { scale: csq8, at_least: 24, label: were content }
    steps:
      - { id: who, ask: reach }
      - { id: lives, ask: life_outcomes, life_outcomes: [work] }
      - { id: thoughts, ask: feedback, scales: [csq8], by: course }
      - { id: wellbeing, ask: change, outcomes: [swemwbs], groups: [all] }
    disclosure: open-data
    report: { for: commissioner }

    """
}
