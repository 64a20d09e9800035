import FurlongEvaluation
import FurlongReports

/// Sentences of a first plan that stand for the college's own: a report would print them.
enum WordsToReplace: String, CaseIterable {
  case about = "What the college is, for whom, and why it is evaluated."
  case preparedBy = "Our evaluation group"
  case decision = "What the reader has to decide."

  /// The key of study.yaml under which it stands.
  var key: String {
    switch self {
    case .about: "about"
    case .preparedBy: "prepared_by"
    case .decision: "decision"
    }
  }

  /// Those that a plan still has.
  static func left(in plan: StudyPlan) -> [WordsToReplace] {
    allCases.filter { words in
      switch words {
      case .about: plan.evaluation.about == words.rawValue
      case .preparedBy: plan.report.preparedBy == words.rawValue
      case .decision: plan.report.decision == words.rawValue
      }
    }
  }
}
