/// A question that a report answers, in the report's order; its word in plans and results.
public enum Question: String, Codable, Sendable, CaseIterable {
  /// Who came, and who is in these numbers?
  case reach
  /// How far did people travel?
  case change
  /// Was it real, and did it matter?
  case meaning
  /// What changed in people's lives?
  case lifeOutcomes = "life_outcomes"
  /// Did use of services fall?
  case serviceUse = "service_use"
  /// How long did it take?
  case timeToEvent = "time_to_event"
  /// What changed on wards, teams or courses?
  case unitRates = "unit_rates"
  /// What did it cost, and what did it save?
  case money
  /// What did people think of it?
  case feedback
  /// What do people say?
  case experience
  /// What can this not show?
  case certainty

  /// Its word in study.yaml and in the results table.
  public var word: String { rawValue }
}
