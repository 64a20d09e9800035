import FurlongForms
import FurlongStudy

/// Wards, teams or courses on which, by the plan, something began, and of which nothing can be counted: no export has them, or it began
/// after the data end.
struct LossOfUnits {
  let plan: CohortPlan
  /// Those of which exports have months.
  let seen: [String]

  var losses: [Loss] {
    guard let units = plan.units else { return [] }
    return units.began.sorted { $0.key < $1.key }.compactMap { name, day in
      if !seen.isEmpty, !seen.contains(name) {
        let nearest = NearestWord(among: seen).to(name).map { "Did you mean '\($0)'? " } ?? ""
        return Loss(
          .warning, .nobodyMeets,
          "The plan's 'began' names the \(units.one) '\(name)', of which no export has a month: it is in no number.",
          fix: nearest + "The exports have: \(seen.joined(separator: ", ")).")
      }
      return Self.tooLate(name, day, plan).map {
        Loss(
          .warning, .nobodyMeets, $0,
          fix: "Correct the day in study.yaml, or take it out until there are months after it.")
      }
    }
  }

  /// That something began after the data end; nil where it did not.
  private static func tooLate(_ name: String, _ day: CalendarDay, _ plan: CohortPlan) -> String? {
    guard let end = plan.dataTo, day > end else { return nil }
    return
      "On '\(name)' it began on \(day), after \(end), the plan's 'data_to': no month after it is counted."
  }
}
