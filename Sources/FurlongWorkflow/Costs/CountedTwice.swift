import FurlongEvaluation
import FurlongImport

/// A stay and its nights are the same money: a plan that prices both would count it twice.
struct CountedTwice {
  let folder: StudyFolder

  /// Refuses a plan that prices events which a mapping counts of the same spells.
  func refuse(in plan: StudyPlan) throws {
    let priced = plan.evaluation.steps.flatMap { step -> [String] in
      if case .money(let events) = step.asked { events } else { [] }
    }
    if priced.isEmpty { return }
    for file in folder.files(in: "maps", ending: ".map.yaml") {
      guard let map = try? ExportMap.read(try folder.text(of: file), file: file),
        case .events(let columns) = map.content
      else { continue }
      let theirs = columns.rules.filter { priced.contains($0.event) }
      guard let nights = theirs.first(where: { $0.count == .nights || $0.count == .days }),
        let stay = theirs.first(where: { $0.count == .starts })
      else { continue }
      throw WorkflowError(
        "the step of money prices '\(stay.event)' and '\(nights.event)', which \(file) counts of the same spells: "
          + "the money would be counted twice",
        at: "study.yaml",
        fix: "name under the step's 'events' one of the two, such as '\(nights.event)'")
    }
  }
}
