/// Why there is no coefficient of agreement, or no interval of it.
public enum AgreementDiagnostic: Codable, Equatable, Sendable {
  /// Only one category or value was used, so that agreement beyond chance is 0/0: neither 1 nor 0.
  case noVariation
  /// There are too few units for an interval by resampling.
  case tooFewUnits(count: Int, needed: Int)
}
