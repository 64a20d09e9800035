/// The methods of a smallest important change that have a name here.
public enum SmallestChangeMethod: String, Codable, CaseIterable, Sendable {
  /// The mean change of people who say that they are a little better.
  case anchorMean = "anchor_mean"
  /// The change that best parts people who say that they are better from the others.
  case youden
  /// The change as likely among people who are better as among the others.
  case predictive
  /// A number of standard deviations.
  case deviations
  /// A number of standard errors of measurement.
  case errors
}

/// The smallest change that people would call one, in points, by one method.
public struct SmallestImportantChange: Codable, Equatable, Sendable {
  /// The method that it comes from.
  public let method: SmallestChangeMethod
  /// The change, later minus earlier: negative where lower is better.
  public let change: Double
  /// Of how many people it is made.
  public let count: Int
  /// Its interval, or nil where none was asked for or there is none.
  public let interval: ConfidenceInterval?
  /// The draws behind the interval, or nil where it does not come from draws.
  public let bootstrap: BootstrapEstimate?
  /// Spearman's correlation of gain and rating, or nil where nobody rated.
  public let anchorCorrelation: Double?
  /// What speaks against the change, or nil.
  public let caution: AnchorCaution?
  /// How well the change parts people who are better from the others, or nil by other methods.
  public let discrimination: Discrimination?

  init(
    method: SmallestChangeMethod, change: Double, count: Int, interval: ConfidenceInterval? = nil,
    bootstrap: BootstrapEstimate? = nil, anchored: AnchoredChanges? = nil,
    discrimination: Discrimination? = nil
  ) {
    self.method = method
    self.change = change
    self.count = count
    self.interval = interval ?? bootstrap?.bca ?? bootstrap?.percentile
    self.bootstrap = bootstrap
    anchorCorrelation = anchored?.correlation
    caution = anchored?.caution
    self.discrimination = discrimination
  }
}

/// What speaks against a smallest change that rests on ratings.
public enum AnchorCaution: Codable, Equatable, Sendable {
  /// People's ratings hardly go with their change in score.
  case weakAnchor(correlation: Double, needed: Double)
}

/// How well a threshold parts people who say that they are better from the others.
public struct Discrimination: Codable, Equatable, Sendable {
  /// The share of people who are better that the threshold finds.
  public let sensitivity: Double
  /// The share of the others that it leaves out.
  public let specificity: Double
  /// In what share of pairs the one who is better gained more, half for equal: the area under the ROC.
  public let area: Double
}
