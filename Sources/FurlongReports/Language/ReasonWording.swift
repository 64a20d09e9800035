import FurlongEvaluation
import FurlongStudy

extension NotEstimable {
  /// Why there is no number, in words that stand inside a sentence.
  var words: String {
    let numbers = NumberWording()
    switch self {
    case .tooFew(let needed, let found):
      return "too few: \(numbers.count(needed)) needed, \(numbers.count(found)) found"
    case .noVariation: return "nothing varied"
    case .noCutOffPublished: return "no cut-off has been published"
    case .noReliability: return "the plan names no published reliability of it"
    case .noDates: return "the exports have no dates"
    case .nothingHappened: return "nothing happened on one side"
    case .noData: return "no export of this kind was given"
    case .notCountable(let obstacle): return obstacle.words
    case .windowsDiffer: return "the window before and the window after differ in length"
    case .totalsWithoutItems: return "the export holds totals, not items"
    case .limitBelowZero: return "the lower limit would lie below 0"
    case .limitsNeedMonths(let months): return "limits need \(numbers.count(months)) months"
    case .notTwoCoders(let found):
      return "agreement needs two coders, and there are \(numbers.count(found))"
    case .noStoryReadByAll: return "no story was read by all coders"
    case .noDeliveryCost: return "the plan does not say what the service cost"
    case .paysForNothing: return "it pays for nothing of the kind"
    case .servedNotSaid: return "the plan does not say for how many people the service was paid"
    case .notAllArmsServed: return "not everyone in the arms had the service"
    case .notAllDearerAndBetter: return "not every sample cost more and came out better"
    case .halfNotReached: return "half had not had it while they were watched"
    case .nobodyWatchedSoLong: return "nobody was watched for so long"
    case .seriesTooShort: return "the series does not reach over all those days"
    case .daysNotKnown: return "the export has no dates, or its days have a gap"
    case .offScale: return "it would lie off the scale"
    case .outsideMethod: return "the values lie outside what the method can take"
    }
  }
}

extension ServiceUseColumns.Obstacle {
  /// Why an event cannot be counted, in words that stand inside a sentence.
  fileprivate var words: String {
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
