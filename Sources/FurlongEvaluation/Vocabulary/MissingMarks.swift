/// From where on those missing count as unlike those present, and their number as a threat: for limits, verdicts and figures.
public enum MissingMarks {
  /// The standard deviations by which those missing may differ from those present.
  public static let mostDifference = 0.2
  /// The least number of people on each side of that comparison: between fewer, such a difference is chance.
  public static let leastCompared = 10
  /// The largest share of a randomised arm whose loss is no serious threat (Schulz & Grimes 2002,
  /// doi:10.1016/S0140-6736(02)07882-0).
  public static let mostLost = 0.2
}
