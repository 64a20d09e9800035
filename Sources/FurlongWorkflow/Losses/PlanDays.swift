import FurlongStudy

/// Days from day 0 in words.
struct PlanDays {
  let plan: CohortPlan

  /// `3 to 40 days after first registration`.
  func text(_ from: Int, _ to: Int) -> String {
    let start = plan.dayZeroWords
    if from == to {
      return from == 0
        ? "on the day of \(start)" : "\(abs(from)) days \(from < 0 ? "before" : "after") \(start)"
    }
    if from < 0, to <= 0 { return "\(-to) to \(-from) days before \(start)" }
    if from < 0 { return "\(-from) days before to \(to) days after \(start)" }
    return "\(from) to \(to) days after \(start)"
  }
}
