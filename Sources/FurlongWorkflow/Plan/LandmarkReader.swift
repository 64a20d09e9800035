import FurlongEvaluation
import FurlongForms
import FurlongStudy

/// Reads `completers:`, what completing is and by which day it counts.
struct LandmarkReader {
  /// Whether the plan has a day 0 to count from.
  var dated: Bool

  func read(_ plan: FormTable) throws(FormError) -> Landmark? {
    guard let node = try plan.optional("completers") else { return nil }
    guard dated else {
      throw node.error(
        "completers are told apart on a day after day 0, and this plan has no dates",
        fix: "take 'completers' out")
    }
    return try node.table { table throws(FormError) in
      Landmark(
        day: try day(try table.required("by")),
        completing: try completing(try table.required("completed")))
    }
  }

  private func day(_ node: FormNode) throws(FormError) -> TimeLength {
    let length = try node.timeLength()
    guard (length.days ?? length.amount * 28) >= 28 else {
      throw node.error(
        "nobody has completed a course \(length) after day 0",
        fix: "name a day by which a course can be over, such as '180 days'")
    }
    return length
  }

  private func completing(_ node: FormNode) throws(FormError) -> Landmark.Completing {
    let text = try node.text()
    let words = text.split(separator: " ").map(String.init)
    if words.count == 4, Array(words.dropFirst()) == ["of", "a", "course"], words[0].hasSuffix("%"),
      let percent = Int(words[0].dropLast()), (1...100).contains(percent)
    {
      return .course(percent: percent)
    }
    if words.count == 2, ["session", "sessions"].contains(words[1]), let least = Int(words[0]),
      (1...1_000).contains(least)
    {
      return .sessions(least)
    }
    if words.count == 2, ["hour", "hours"].contains(words[1]), let least = Int(words[0]),
      (1...1_000).contains(least)
    {
      return .hours(least)
    }
    throw node.error(
      "'\(text)' does not say what completing is",
      fix: "write a share such as '70% of a course', or a number such as '6 sessions' or '12 hours'"
    )
  }
}

extension Landmark {
  /// The groups that a step tells apart by it.
  var groups: GroupPlan {
    GroupPlan(
      column: Self.column, label: "what they had done after \(day) (\(words))",
      values: Standing.allCases.map { standing in
        let label =
          switch (standing, completing) {
          case (.completed, .course): "had completed a course"
          case (.completed, .sessions(let least)): "had come to \(least) sessions or more"
          case (.completed, .hours(let least)): "had come for \(least) hours or more"
          case (.came, .hours(let least)): "had come for fewer than \(least) hours"
          case (.came, .course): "had come but completed none"
          case (.came, .sessions(let least)): "had come to fewer than \(least)"
          case (.absent, _): "had not come"
          }
        return GroupPlan.Value(value: standing.rawValue, label: label)
      })
  }

  /// What completing is.
  private var words: String {
    switch completing {
    case .course(let percent): "completed: \(percent)% of their places of a course"
    case .sessions(let least): "completed: \(least) sessions"
    case .hours(let least): "completed: \(least) hours"
    }
  }
}
