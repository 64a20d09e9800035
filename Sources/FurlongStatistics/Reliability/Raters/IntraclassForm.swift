/// The six intraclass correlations, by Shrout and Fleiss's names.
public enum IntraclassForm: String, Codable, CaseIterable, Sendable {
  /// One score; each person had raters of their own.
  case oneWaySingle = "ICC(1,1)"
  /// One score; raters are a sample, and how high they rate counts.
  case agreementSingle = "ICC(2,1)"
  /// One score; only these raters count, and how high they rate does not.
  case consistencySingle = "ICC(3,1)"
  /// The mean of all raters' scores; each person had raters of their own.
  case oneWayAverage = "ICC(1,k)"
  /// The mean of all raters' scores; raters are a sample, and how high they rate counts.
  case agreementAverage = "ICC(2,k)"
  /// The mean of all raters' scores; only these raters count, and how high they rate does not.
  case consistencyAverage = "ICC(3,k)"

  /// McGraw and Wong's name of the same.
  public var nameByMcGrawAndWong: String {
    switch self {
    case .oneWaySingle: "ICC(1)"
    case .agreementSingle: "ICC(A,1)"
    case .consistencySingle: "ICC(C,1)"
    case .oneWayAverage: "ICC(k)"
    case .agreementAverage: "ICC(A,k)"
    case .consistencyAverage: "ICC(C,k)"
    }
  }
}

/// What is odd about an intraclass correlation.
public enum IntraclassDiagnostic: String, Codable, CaseIterable, Sendable {
  /// The estimate is below 0: scores differ more within persons than between.
  case negative
  /// The formula would divide by nothing or less, so there is no estimate.
  case undefined
  /// The scores leave no error, so there is no F and no p.
  case noError = "no_error"
  /// The limits cannot be computed, or one would lie beyond where the coefficient is defined.
  case noInterval = "no_interval"
}

/// One of the six intraclass correlations.
public struct IntraclassEstimate: Codable, Equatable, Sendable {
  /// Which of the six it is.
  public let form: IntraclassForm
  /// The estimate, at most 1; below 0 where it comes out so; nil where it is undefined.
  public let estimate: Double?
  /// The interval: exact by F, of the agreement forms by Satterthwaite's degrees of freedom.
  public let interval: ConfidenceInterval?
  /// The mean square of persons over that of error, or nil where there is no error.
  public let f: Double?
  /// The upper degrees of freedom of F.
  public let df1: Double
  /// The lower degrees of freedom of F.
  public let df2: Double
  /// The probability of an F at least as large, if persons did not differ; nil as ``f``.
  public let p: Double?
  /// What is odd about it.
  public let diagnostics: [IntraclassDiagnostic]
}
