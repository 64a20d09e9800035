import FurlongEvaluation

extension Question {
  /// Its section's heading.
  var heading: String {
    switch self {
    case .reach: "Who came, and who is in these numbers?"
    case .change: "How far did people travel?"
    case .meaning: "Was it real, and did it matter?"
    case .lifeOutcomes: "What changed in people’s lives?"
    case .serviceUse: "Did use of services fall?"
    case .timeToEvent: "How long did it take?"
    case .unitRates: "What changed on wards, teams or courses?"
    case .money: "What did it cost, and what did use of services cost?"
    case .feedback: "What did people think of it?"
    case .experience: "What do people say?"
    case .certainty: "What can this not show?"
    }
  }
}
