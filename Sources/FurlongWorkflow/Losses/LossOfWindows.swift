import FurlongScales
import FurlongStudy

/// Scales of which most forms lie in no window of the plan, such as a trust's own assessments, whose days go by its pathway.
struct LossOfWindows {
  let found: Completeness.Forms
  let read: ReadOutcomes
  let plan: StudyPlan

  /// The scales of which half of the dated forms, and five, lie in no window.
  var scales: [String] {
    found.windows.filter {
      $0.value.formsOutside * 2 >= $0.value.forms && $0.value.formsOutside > 4
    }
    .map(\.key).sorted()
  }

  /// Whether these are all scales of which some do.
  var areAll: Bool { scales.count == found.windows.count }

  var losses: [Loss] {
    scales.compactMap { scale in found.windows[scale].map { loss(scale, $0) } }
  }

  private func loss(_ scale: String, _ windows: Completeness.Windows) -> Loss {
    let name =
      (try? plan.catalogue.scale(scale))?.name
      ?? plan.cohort.lifeOutcomes.first { $0.id == scale }?.label ?? scale
    let files = read.files(ofScale: scale, in: plan.catalogue)
    let words = PlanDays(plan: plan.cohort)
    let places = windows.outside.map { stretch in
      "\(stretch.forms) \(place(stretch)) (\(words.text(stretch.days.lowerBound, stretch.days.upperBound)))"
    }
    return Loss(
      .warning, .betweenOccasions, at: files.count == 1 ? files[0] : "study.yaml",
      "\(windows.formsOutside) of \(windows.forms) dated forms of \(name) lie in no window of the plan and are in no number: \(places.joined(separator: "; ")).",
      fix:
        "Nothing, if these forms are not meant. A trust's own assessments go by its pathway and not by \(plan.cohort.dayZeroWords): in study.yaml \(windows.outside.map(line).joined(separator: "; ")). Only you can say whether a form so early or late still tells what the occasion is for; decide it before any result is looked at, and for all scales of the occasion.",
      gap: .outsideWindows(name))
  }

  private func place(_ stretch: Completeness.Windows.Stretch) -> String {
    switch (stretch.after, stretch.before) {
    case (let after?, let before?): "between '\(after)' and '\(before)'"
    case (let after?, nil): "after '\(after)'"
    case (nil, let before?): "before '\(before)'"
    case (nil, nil): "beside all"
    }
  }

  /// What would take the forms of a stretch.
  private func line(_ stretch: Completeness.Windows.Stretch) -> String {
    let (from, to) = (stretch.days.lowerBound, stretch.days.upperBound)
    let takes =
      "would take \(stretch.forms == 1 ? "the one" : "the \(stretch.forms)") \(place(stretch))"
    let lines = [
      stretch.before.map { "'from: \(from)' at '\($0)'" },
      stretch.after.map { "'to: \(to)' at '\($0)'" },
    ].compactMap { $0 }
    return "\(lines.joined(separator: " or ")) \(takes)"
  }
}
