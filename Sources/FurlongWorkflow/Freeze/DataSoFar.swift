import Foundation
import FurlongEvaluation
import FurlongScales
import FurlongStore
import FurlongStudy

/// What is in a study now, after bringing the study file up to date: counts only, no score and no event is looked at.
struct DataSoFar {
  /// The counts.
  var data = DataIn()
  /// People who are due, with a baseline form and a form of that scale at that follow-up.
  var pairs: [Pairs] = []
  /// The wards, teams or courses of which exports have months.
  var units: [String] = []
  /// The exports that are there and cannot be read.
  var unread: [String] = []
  /// The study file; nil where no export is there yet.
  var file: StudyFile?

  /// How many pairs one scale has at one follow-up.
  struct Pairs {
    var scale: String
    var occasion: String
    var pairs: Int
    var due: Int
  }

  init(workflow: Workflow, plan: StudyPlan) throws {
    guard !workflow.folder.files(in: "maps", ending: ".map.yaml").isEmpty else { return }
    let there = Set(
      try ExportList(folder: workflow.folder, rules: []).exports()
        .filter { Self.isThere($0.path, workflow) }.map(\.file))
    guard !there.isEmpty else { return }
    let imported = try ImportStep(workflow: workflow, plan: plan).run(dryRun: false)
    let opened = try StudyFile.open(
      at: workflow.folder.studyFile.path, studyID: plan.cohort.studyID)
    file = opened
    unread = imported.stopped.filter(there.contains)
    guard unread.isEmpty else { return }
    count(
      try opened.select(plan.cohort, requiredAnswers: try plan.requiredAnswers()),
      plan.cohort)
    // Days that a dataset counts itself are none of the calendar.
    if plan.cohort.dayZero != .none { data.lastDay = try opened.lastDay() }
  }

  private static func isThere(_ file: String, _ workflow: Workflow) -> Bool {
    FileManager.default.fileExists(
      atPath: workflow.folder.url.appendingPathComponent(file).path)
  }

  private mutating func count(_ cohort: Cohort, _ plan: CohortPlan) {
    // What people filled in at an occasion is one form, however many scales and questions stand on it.
    func forms(_ occasion: Occasion) -> Int {
      let columns = cohort.forms.filter { $0.occasion == occasion.id }
      return (0..<cohort.size).count { person in
        columns.contains { $0.answers[person] != nil }
      }
    }
    data.people = cohort.size
    data.baselineForms = plan.baseline.map(forms) ?? 0
    data.followUpForms = plan.followUps.reduce(0) { $0 + forms($1) }
    let counted = cohort.serviceUse.filter { $0.rule == .wholeWindow }
      .map { $0.counted.count { $0 } }
    let watched = cohort.firstEvents.map { $0.ends.count { $0 != nil } }
    data.serviceUse = (counted + watched).max() ?? 0
    units = Set(cohort.units.map(\.unit)).sorted()
    data.unitMonths = plan.units.map { units in
      let months = cohort.units.flatMap { column in
        column.months.map(\.first).filter { first in
          units.began[column.unit].map { first.adding(months: 1) > $0 } ?? false
        }.map { "\(column.unit) \($0)" }
      }
      return Set(months).count
    }
    data.stories = cohort.stories?.entries.count ?? 0
    guard let baseline = plan.baseline else { return }
    for request in plan.scales {
      let before = cohort.forms.first {
        $0.scale == request.scale && $0.occasion == baseline.id
      }
      for occasion in plan.followUps(of: request.scale) {
        guard let before,
          let after = cohort.forms.first(where: {
            $0.scale == request.scale && $0.occasion == occasion.id
          })
        else { continue }
        pairs.append(
          Pairs(
            scale: request.scale, occasion: occasion.id,
            pairs: before.answers.indices.count {
              before.answers[$0] != nil && after.answers[$0] != nil && after.due[$0]
            },
            due: after.due.count { $0 }))
      }
    }
  }
}

extension StudyPlan {
  /// How many items of each scale must be answered for a form to be scored.
  func requiredAnswers() throws -> [String: Int] {
    var required: [String: Int] = [:]
    for request in cohort.scales + cohort.askedOnce {
      required[request.scale] = try ScaleScorer(
        scale: catalogue.scale(request.scale), blankItemsAllowed: request.blankItemsAllowed
      ).requiredAnswers
    }
    return required
  }
}
