import FurlongStudy

extension NotEstimable {
  /// The reason in the fixed words of the results table's column `note`.
  public var note: String {
    let why =
      switch self {
      case .tooFew(let needed, let found): "\(found) people, \(needed) needed"
      case .noVariation: "nothing varies"
      case .noCutOffPublished: "no cut-off is published"
      case .noReliability: "no reliability of the plan's kind is published"
      case .noDates: "the data have no dates"
      case .nothingHappened: "nothing happened, or nobody was at risk"
      case .noData: "no export was mapped"
      case .notCountable(let obstacle): obstacle.note
      case .windowsDiffer: "the window before and the window after differ in length"
      case .totalsWithoutItems: "the export holds totals, not items"
      case .limitBelowZero: "the lower limit would lie below 0"
      case .limitsNeedMonths(let months): "limits need \(months) months"
      case .notTwoCoders(let found): "agreement needs two coders, and there are \(found)"
      case .noStoryReadByAll: "no story was read by all coders"
      case .noDeliveryCost: "the plan does not say what the service cost"
      case .paysForNothing: "this budget pays for nothing of the kind"
      case .servedNotSaid: "the plan does not say for how many people the service was paid"
      case .notAllArmsServed: "not everyone in the arms had the service"
      case .notAllDearerAndBetter:
        "not in every draw did the treated arm cost more and come out better"
      case .halfNotReached: "half had not had it while people were watched"
      case .nobodyWatchedSoLong: "nobody was watched for so long"
      case .seriesTooShort: "the series does not reach over all days on which people were watched"
      case .daysNotKnown: "the export has no dates, or its days have a gap"
      case .offScale: "it would lie off the scale"
      case .outsideMethod: "the values lie outside what the method can take"
      }
    return "not estimable: \(why)"
  }
}

extension ServiceUseColumns.Obstacle {
  /// The obstacle in the results table's words.
  fileprivate var note: String {
    switch self {
    case .noExport: "no export counts this event"
    case .noDates: "the export has no dates, so days cannot be left out"
    case .monthsWithoutDates: "the window is given in months, and the export counts days from day 0"
    case .nothingLeft: "the time before day 0 is no longer than what would be left out"
    case .noSpells: "no spell can run on day 0"
    case .noOtherDay: "there is no other day from which to count"
    }
  }
}

extension Caveat {
  /// The caveat in the fixed words of the results table's column `note`.
  public var note: String {
    switch self {
    case .percentilesOnly(let draws): "no bca interval: \(draws.note)"
    case .noInterval(let draws): "no interval: \(draws.note)"
    case .tooFewForLevel: "no interval: too few people for its level"
    case .tooFewStories(let needed): "no interval: fewer than \(needed) stories"
    case .tooSure:
      "fewer than \(FewPeopleRatios.people) people: too sure, 95% intervals held the true ratio \(FewPeopleRatios.held.ofTen) times in 100 with 10 people and \(FewPeopleRatios.held.ofTwenty) with 20"
    case .tooSureOfArms:
      "fewer than \(FewPeopleRatios.people) people in an arm: too sure, as intervals of one ratio on few people are"
    case .allAlike: "no interval: nobody had it by then, or everybody had"
    case .noUpperLimit: "no interval: its upper limit lies beyond the time watched"
    case .limitsOfFew: "no interval is shown: few people had it outside of it"
    case .equalTimeOnly: "people with as many days at risk after as before"
    case .wholeWindowsOnly: "people whose windows are whole on both sides"
    case .consentedOnly: "stories without a consent that holds are left out"
    case .servicesOfDifferentPeople: "the services are not known of all the same people"
    case .costsOfSmallArms(let fewest):
      "\(fewest) people in the smaller arm: costs are too skewed for this interval"
    case .costsOfFewPeople:
      "fewer than \(CostsOfFewPeople.people) people: costs are too skewed for this interval"
    }
  }
}

extension Caveat.Draws {
  fileprivate var note: String {
    switch self {
    case .noVariation: "every draw gave the same value"
    case .undefined(let count?, let draws): "\(count) of \(draws) draws are undefined"
    case .undefined(nil, _): "some draws are undefined"
    case .noAcceleration: "it is undefined or the same without any one person"
    case .beyondDraws: "its limits lie beyond the draws"
    }
  }
}
