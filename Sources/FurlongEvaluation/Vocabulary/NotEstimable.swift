public import FurlongStudy

/// Why a number cannot be had from these data.
public enum NotEstimable: Codable, Sendable, Hashable {
  /// Too few people.
  case tooFew(needed: Int, found: Int)
  /// Nothing varies.
  case noVariation
  /// No cut-off has been published for the scale.
  case noCutOffPublished
  /// No reliability of the kind that the plan names has been published for the scale.
  case noReliability
  /// The data have no dates, so days cannot be left out.
  case noDates
  /// Nobody has time at risk, or nothing happened on one side.
  case nothingHappened
  /// No export of this kind was mapped.
  case noData
  /// The event cannot be counted in the window, or not under the rule.
  case notCountable(ServiceUseColumns.Obstacle)
  /// The window before and the window after differ in length.
  case windowsDiffer
  /// The export holds totals, not items.
  case totalsWithoutItems
  /// A lower limit would lie below 0.
  case limitBelowZero
  /// Limits need more months.
  case limitsNeedMonths(Int)
  /// Agreement needs two coders.
  case notTwoCoders(found: Int)
  /// No story was read by all coders.
  case noStoryReadByAll
  /// The plan does not say what the service cost.
  case noDeliveryCost
  /// The budget pays for nothing of the kind.
  case paysForNothing
  /// The plan does not say for how many people the service was paid.
  case servedNotSaid
  /// The study has arms, and not all of them had the service.
  case notAllArmsServed
  /// Not in every draw of people did the treated arm cost more and come out better.
  case notAllDearerAndBetter
  /// Half had not had the event while people were watched.
  case halfNotReached
  /// Nobody was watched for so long.
  case nobodyWatchedSoLong
  /// A published series does not reach over all days.
  case seriesTooShort
  /// On which days of the calendar people were watched is not known, or they have a gap.
  case daysNotKnown
  /// It would lie off the scale.
  case offScale
  /// The values lie outside what the method can take.
  case outsideMethod
}

/// What a reader must know of an estimate.
public enum Caveat: Codable, Sendable, Hashable {
  /// Why draws do not give an interval of the usual kind.
  public enum Draws: Codable, Sendable, Hashable {
    /// Every draw gave the same value.
    case noVariation
    /// Some draws have no value; how many is not said where it would tell of few people.
    case undefined(Int?, of: Int)
    /// It is undefined or the same without any one person.
    case noAcceleration
    /// Its limits lie beyond the draws.
    case beyondDraws
  }

  /// The interval is of plain percentiles, since there is none with bias correction.
  case percentilesOnly(Draws)
  /// There is no interval.
  case noInterval(Draws)
  /// There is no interval: too few people for its level.
  case tooFewForLevel
  /// There is no interval: fewer stories than it needs.
  case tooFewStories(needed: Int)
  /// A ratio of rates on few people: its interval is too sure.
  case tooSure
  /// A ratio of two arms' ratios of rates, the smaller arm of so few people: its interval is too sure.
  case tooSureOfArms(fewest: Int)
  /// There is no interval: nobody had the event by then, or everybody had.
  case allAlike
  /// There is no interval: its upper limit lies beyond the time watched.
  case noUpperLimit
  /// No interval is shown: too few people had the event outside of it.
  case limitsOfFew
  /// Only people with as many days at risk after as before.
  case equalTimeOnly
  /// Only people whose windows are whole on both sides.
  case wholeWindowsOnly
  /// Stories without a consent that holds are left out.
  case consentedOnly
  /// A cost of services that are not known of all the same people.
  case servicesOfDifferentPeople
  /// A cost on few people: its interval is not to be relied on.
  case costsOfFewPeople
  /// A difference in cost of two arms, the smaller of so few people: its interval is not to be relied on.
  case costsOfSmallArms(fewest: Int)
}

/// What is known of the intervals of a ratio of rates over the same people where they are few.
///
/// Counted over 10,000 samples of people drawn from a known population: docs/methods/coverage.md, the rows of ratios of
/// rates over persons. The methods differ by less than a time in 100; the least of them is given.
public enum FewPeopleRatios {
  /// Below so many people the intervals are too sure.
  public static let people = 50
  /// How many times in 100 intervals of 95 % held the true ratio, with 10 people and with 20.
  public static let held = (ofTen: 89, ofTwenty: 92)

  /// Notes it on a ratio of too few people.
  static func noted(_ ratio: Estimate) -> Estimate {
    guard ratio.used.count < people, ratio.interval != nil else { return ratio }
    var noted = ratio
    noted.caveats.append(.tooSure)
    return noted
  }

  /// Notes it on a ratio of two arms' ratios, of which the smaller arm has so many people.
  static func noted(_ ratio: Estimate, fewest: Int) -> Estimate {
    guard fewest < people, ratio.interval != nil else { return ratio }
    var noted = ratio
    noted.caveats.append(.tooSureOfArms(fewest: fewest))
    return noted
  }
}
