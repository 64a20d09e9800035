import FurlongStudy

/// Occasions that get no form, and forms that belong to no occasion.
struct LossOfForms {
  let found: Completeness.Forms
  let plan: CohortPlan
  /// The exports of forms.
  let files: [String]
  /// Whether it is told scale by scale which lie in no window.
  let isToldByScale: Bool

  var losses: [Loss] {
    found.count == 0 ? [] : plan.occasions.compactMap(empty) + outside + onlyBaselines
  }

  /// People whose later form may have the box of the first ticked.
  private var onlyBaselines: [Loss] {
    let later = plan.occasions.filter { $0.role != .baseline }.map { "'\($0.id)'" }
    guard found.onlyBaselines > 2, !later.isEmpty else { return [] }
    let first = plan.occasions.filter { $0.role == .baseline }.map { "'\($0.id)'" }
    let file = files.count == 1 ? files[0] : "study.yaml"
    return [
      Loss(
        .warning, .onlyBaselines, at: file,
        "\(found.onlyBaselines) people have two forms that say \(first.joined(separator: " or ")), 60 days or more apart, and none of \(later.joined(separator: " or ")): the box on the later form may be wrong.",
        fix:
          "Look at these forms, and correct what the later ones say where they were exported from; or take 'occasion' out of the mapping, so that the days decide."
      )
    ]
  }

  private func empty(_ occasion: Occasion) -> Loss? {
    guard found.people[occasion.id] == nil, found.due[occasion.id] ?? 0 > 0 else { return nil }
    let place =
      occasion.window.map { window in
        "your plan looks for it \(days(window.from, window.to))"
          + (found.days.map { "; the forms lie \(days($0.lowerBound, $0.upperBound))" }
            ?? "; the forms have occasions by name") + others
      } ?? "no form bears its name" + others
    return Loss(
      .warning, .noForms,
      "No form belongs to the occasion '\(occasion.id)' (\(occasion.label)): \(place).",
      fix: occasion.window == nil
        ? "Mend its 'id' in study.yaml, or what 'occasion' in the mapping makes of the export's words."
        : "Mend its 'from' and 'to' in study.yaml, or the column of the day in the mapping; or take the occasion out.",
      gap: .noForms(occasion.label))
  }

  /// The occasions by name that the plan does not have.
  private var others: String {
    found.unknownOccasions.isEmpty
      ? ""
      : ", and some are of '\(found.unknownOccasions.joined(separator: "', '"))', which the plan does not have"
  }

  private var outside: [Loss] {
    guard found.outside > 0, !isToldByScale || !found.unknownOccasions.isEmpty else { return [] }
    let isMany = found.outside * 5 >= found.count
    let many =
      found.outside == 1
      ? "1 of \(found.count) forms belongs" : "\(found.outside) of \(found.count) forms belong"
    let windows = plan.occasions.compactMap { occasion in
      occasion.window.map { "'\(occasion.id)' \($0.from) to \($0.to)" }
    }
    return [
      Loss(
        isMany ? .warning : .note, .betweenOccasions,
        "\(many) to no occasion of the plan and \(found.outside == 1 ? "is" : "are") in no number"
          + (found.daysOutside.map { ": \(days($0.lowerBound, $0.upperBound))" } ?? "")
          + (windows.isEmpty ? "" : "; the plan's windows are \(windows.joined(separator: ", "))")
          + ".",
        fix:
          "Nothing, if these forms are not meant; else widen the windows in study.yaml, or name the occasion in it.",
        gap: isMany ? .betweenOccasions : nil)
    ]
  }

  private func days(_ from: Int, _ to: Int) -> String { PlanDays(plan: plan).text(from, to) }
}
