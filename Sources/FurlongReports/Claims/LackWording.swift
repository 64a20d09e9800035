import FurlongDocuments
import FurlongEvaluation

/// Words what a claim lacks.
struct LackWording {
  private let numbers = NumberWording()
  /// What all figures of the claim are called: a lack of all of them needs no names.
  private let all: Set<String>

  init(_ claim: PublishedClaim) {
    all = Set(
      claim.money.map(\.label) + claim.savings.map(\.label) + claim.scores.map(\.scale)
        + claim.falls.map(\.label))
  }

  func words(_ lack: ClaimLack) -> String {
    switch lack {
    case .comparison(.none), .comparison(.otherPeople), .comparison(.randomised):
      return "Nobody was compared with: what would have come without the service is not known."
    case .comparison(.ownPast):
      return
        "People were compared with their own past. Many begin at a bad time, and much gets better of itself afterwards."
    case .comparison(.notStated):
      return "The source does not say with whom people were compared."
    case .chosenForCare(let count, let all):
      let part = count.flatMap { count in
        all.map { "\(numbers.count(count)) of \(numbers.count($0)) people are" }
      }
      return (part ?? "People are")
        + " counted because they had been in care. Such people use less of it afterwards, whatever is done "
        + "(regression to the mean)."
    case .completers(let labels):
      return named(labels) + "Those who complete are those who stayed well enough to come "
        + "(immortal time). Ask for all who registered."
    case .interval(let labels):
      return named(labels)
        + "No interval is given, so how far chance alone could move it is not known."
    case .deliveryCost(let labels):
      return named(labels)
        + "The cost of delivery is not taken off, as far as the source says: the amount is gross."
    case .subgroup(let label, let planning):
      return "‘\(label)’ is one group among several"
        + (planning == .notPlanned
          ? ", found after the data were seen." : ". The source does not say that it was planned.")
    case .bound(let label, let meant):
      return named([label])
        + (meant == .atLeast
          ? "‘At least’ is the least that it could be, and no estimate."
          : "‘Up to’ is the most that it could be, and no estimate.")
    case .time(let labels): return named(labels) + "Over what time is not said."
    case .peopleCount: return "How many people are counted is not said."
    case .whom:
      return "Whether all who registered are counted, or those who came or completed, is not said."
    case .samePeople(let label):
      return named([label]) + "Whether the same people are counted each time is not said."
    case .lost(let counted, let began):
      return
        "\(numbers.count(counted)) of the \(numbers.count(began)) who began are counted. The other "
        + "\(numbers.count(began - counted)) may have fared worse."
    case .notCashable(let labels):
      return named(labels)
        + "The money could be freed, not saved, since beds and staff are still there."
    case .cashClaimed(let labels):
      return named(labels)
        + "It is said to be cash. Ask which budget was cut, by whom and when."
    case .cashNotStated(let labels):
      return named(labels)
        + "Whether the money could be spent on something else is not said."
    case .priceYear(let labels): return named(labels) + "The year of the prices is not said."
    case .standardDeviation(let labels):
      return named(labels)
        + "No standard deviation is given, so how far people differ is not known."
    case .range(let labels):
      return named(labels)
        + "The lowest and the highest score are not said, so the means cannot be checked."
    case .uneven(let labels):
      return named(labels) + "Its scores lie in no even steps, so the means cannot be checked."
    case .notFound(let what):
      return "The source found no difference in \(what). Whoever quotes the rest should say so."
    case .countInWords(let label, let words):
      return "‘\(label)’: The source says ‘\(words)’ and gives no count."
    }
  }

  /// `‘one’ and ‘two’: ` before what some figures lack; nothing where all do.
  private func named(_ labels: [String]) -> String {
    if labels.isEmpty || all.isSubset(of: labels) { return "" }
    return labels.map { Prose("‘\($0)’") }.listed.plainText + ": "
  }
}
