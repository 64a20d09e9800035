/// Question 8: what this cannot show.
public struct CertaintyFinding: Codable, Sendable, Equatable {
  /// A limit that the data or the design trigger, with the numbers that triggered it.
  public enum Limit: Codable, Sendable, Equatable {
    /// Nobody to compare with: nothing here can say what caused a change.
    case noComparator
    /// A trial's arms are described one by one and not compared.
    case armsNotCompared
    /// Fewer than 60 % of those due are in the figures.
    case lowFollowUp(scale: String, occasion: TimeName, share: Answer)
    /// Those missing differ by more than 0.2 standard deviations in something known before.
    case missingDiffer(
      scale: String, occasion: TimeName,
      variable: ReachFinding.MissingComparison.Variable.Kind, difference: Answer)
    /// Fewer than 30 people.
    case fewPeople(what: String, people: PeopleCount)
    /// More than 5 % of forms had blank items filled in.
    case filledIn(scale: String, share: Answer)
    /// More than 15 % of first scores stand at the best or the worst possible score.
    case ceilingOrFloor(scale: String, atBest: Answer, atWorst: Answer)
    /// People join when things are worst: events rose before day 0 or first scores were low, so some return is
    /// expected anyway.
    case regressionToTheMean(what: String)
    /// More than three outcomes and no primary one.
    case manyOutcomes(count: Int)
    /// A step that was not planned before the data were seen, or was changed.
    case notPlanned(step: String, why: String?)
    /// A step that was added after the plan was frozen.
    case stepAdded(step: String, why: String)
    /// A step that was taken out after the plan was frozen: what it would have shown is not here.
    case stepDropped(step: String, why: String)
    /// Service use is known from one trust's extracts only.
    case oneTrustOnly
    /// People who could not be linked or were not known are not in the service-use figures.
    case notLinked(event: String, people: PeopleCount)
    /// The study is invented.
    case inventedData
  }

  /// The strength of the design, by two published scales.
  public struct Strength: Codable, Sendable, Equatable {
    /// The level on Nesta's Standards of Evidence, 1 to 5.
    public var nesta: Int
    /// The level on the Maryland Scientific Methods Scale, 1 to 5.
    public var maryland: Int
    /// What would lift it a level, in a sentence.
    public var whyNotMore: String

    /// A strength.
    public init(nesta: Int, maryland: Int, whyNotMore: String) {
      self.nesta = nesta
      self.maryland = maryland
      self.whyNotMore = whyNotMore
    }
  }

  /// The limits, the gravest first.
  public var limits: [Limit]
  /// The strength of the design.
  public var strength: Strength

  /// A finding of certainty.
  public init(limits: [Limit], strength: Strength) {
    self.limits = limits
    self.strength = strength
  }
}
