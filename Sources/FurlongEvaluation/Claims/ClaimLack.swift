/// What is missing before a claim can be believed.
public enum ClaimLack: Hashable, Sendable, Encodable {
  /// Nobody else stands beside the people: what would have come anyway is not known.
  case comparison(with: PublishedClaim.Comparison)
  /// People are counted because they had used services, which falls of itself afterwards.
  case chosenForCare(count: Int?, all: Int?)
  /// Those who completed are those who stayed well enough to come.
  case completers(of: [String])
  /// No interval is given.
  case interval(of: [String])
  /// The cost of delivering the service is not named.
  case deliveryCost(of: [String])
  /// It is of a group within the study that was not planned, as far as the source says.
  case subgroup(of: String, planning: PublishedClaim.Subgroup)
  /// It is the most, or the least, that it could be: no estimate.
  case bound(of: String, meant: PublishedClaim.Meant)
  /// Over what time is not said.
  case time(of: [String])
  /// Of how many people is not said.
  case peopleCount
  /// Of whom it is counted is not said.
  case whom
  /// Whether it is the same people each time is not said.
  case samePeople(of: String)
  /// Fewer are counted than began.
  case lost(counted: Int, began: Int)
  /// The money cannot be spent on something else.
  case notCashable(of: [String])
  /// Whether it can is not said.
  case cashNotStated(of: [String])
  /// That it is cash is said, without the budget that was cut.
  case cashClaimed(of: [String])
  /// The year of the prices is not said.
  case priceYear(of: [String])
  /// No standard deviation is given.
  case standardDeviation(of: [String])
  /// The scores that one can have are not said.
  case range(of: [String])
  /// The scores lie in no even steps, so that the mean cannot be checked.
  case uneven(of: [String])
  /// The source looked for something else too and did not find it.
  case notFound(what: String)
  /// A count is given in words.
  case countInWords(of: String, words: String)
}
