/// The strength of a design, by two published scales.
public struct DesignStrength: Codable, Sendable, Equatable {
  /// The level on Nesta's Standards of Evidence, 1 to 5.
  public var nesta: Int
  /// The level on the Maryland Scientific Methods Scale, 1 to 5.
  public var maryland: Int

  /// A strength.
  public init(nesta: Int, maryland: Int) {
    self.nesta = nesta
    self.maryland = maryland
  }
}

/// Question 8: what this cannot show.
public struct CertaintyFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// A limit that the data or the design trigger, with the numbers that triggered it.
  public enum Limit: Encodable, Sendable, Equatable {
    /// Nobody to compare with: nothing here can say what caused a change.
    case noComparator
    /// A trial's arms are described one by one and not compared.
    case armsNotCompared
    /// More than 20 % of an arm of a randomised study are missing: those left may not be alike any more.
    case armIncomplete(what: String, occasion: TimeName, group: GroupName, share: N.Answer)
    /// Fewer than 60 % of those due are in the figures.
    case lowFollowUp(scale: String, occasion: TimeName, share: N.Answer)
    /// Those missing differ by more than 0.2 standard deviations in something known before.
    case missingDiffer(
      scale: String, occasion: TimeName, variable: MissingVariable, difference: N.Answer)
    /// Fewer than 30 people behind a scale at a follow-up, or behind an event; both by their ids.
    case fewPeople(what: String, occasion: TimeName?, group: GroupName, people: N.People)
    /// More than 5 % of forms had blank items filled in.
    case filledIn(scale: String, share: N.Answer)
    /// More than 15 % of first scores stand at the best or the worst possible score.
    case ceilingOrFloor(scale: String, atBest: N.Answer, atWorst: N.Answer)
    /// People join when things are worst: events rose before day 0 or first scores were low, so some return of these
    /// scales or events, by their ids, is expected anyway.
    case regressionToTheMean(what: [String])
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
    case notLinked(event: String, people: N.People)
    /// The study is invented.
    case inventedData
  }

  /// The limits, the gravest first.
  public var limits: [Limit]
  /// The strength of the design.
  public var strength: DesignStrength

  /// A finding of certainty.
  public init(limits: [Limit], strength: DesignStrength) {
    self.limits = limits
    self.strength = strength
  }
}

extension CertaintyFinding: Decodable where N == Unreleased {}
extension CertaintyFinding.Limit: Decodable where N == Unreleased {}
