import FurlongEvaluation

extension NotEstimable {
  /// Why there is no number, in words that stand inside a sentence.
  var words: String {
    let numbers = NumberWording()
    switch self {
    case .tooFew(let needed, let found):
      return "too few: \(numbers.count(needed)) needed, \(numbers.count(found)) found"
    case .noVariation: return "nothing varied"
    case .noCutOffPublished: return "no cut-off has been published"
    case .noReliability: return "no reliability of the kind that the plan names has been published"
    case .noDates: return "the exports have no dates"
    case .nothingHappened: return "nothing happened on one side"
    case .noData: return "no export of this kind was given"
    case .because(let reason): return reason
    }
  }
}
