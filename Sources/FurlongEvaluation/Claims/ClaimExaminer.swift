/// Works out what a published claim can mean, what does not follow from its source, and what is missing to believe it.
public struct ClaimExaminer: Sendable {
  /// Makes the examiner, which has no choices.
  public init() {}

  /// Examines a claim.
  ///
  /// Readings come in the order of the claim's figures. Equal claims are examined equally; nothing is drawn.
  public func examine(_ claim: PublishedClaim) -> ClaimExamination {
    let readings =
      partOfAll(claim) + claim.money.flatMap { MoneyReadings(money: $0, people: claim.people).list }
      + claim.totals.flatMap { TotalReadings(total: $0).list }
      + claim.savings.flatMap { SavingReadings(saving: $0).list }
      + claim.scores.flatMap { ScoreReadings(score: $0).list }
      + ShareReadings(shares: claim.shares).list + FallReadings(falls: claim.falls).list
    return ClaimExamination(
      claim: claim, readings: readings, lacks: ClaimLacks(claim: claim).list)
  }

  private func partOfAll(_ claim: PublishedClaim) -> [ClaimReading] {
    guard let count = claim.people.count, let all = claim.people.all else { return [] }
    return [
      ClaimReading(
        about: claim.title, says: .part(count: count, all: all),
        fit: count <= all ? .follows : .cannotBe)
    ]
  }
}

/// What a claim's figures can mean, and what is missing to believe it.
public struct ClaimExamination: Hashable, Sendable {
  /// The claim.
  public let claim: PublishedClaim
  /// What its figures can mean.
  public let readings: [ClaimReading]
  /// What is missing.
  public let lacks: [ClaimLack]

  /// What can be said of the claim in one breath: the worst first.
  public enum Verdict: String, Codable, Sendable {
    /// Some of its figures cannot be.
    case figuresCannotBe = "figures_cannot_be"
    /// It says more than the source that it rests on.
    case notInSource = "not_in_source"
    /// Its interval holds no difference.
    case cannotTell = "cannot_tell"
    /// Nobody else stands beside the people, so that nothing can be put down to the service.
    case nothingToCompare = "nothing_to_compare"
    /// What it holds for was not planned, as far as its source says.
    case foundAfterwards = "found_afterwards"
    /// Its figures describe, and compare nothing.
    case describes
    /// Nothing in the figures speaks against it.
    case nothingAgainst = "nothing_against"
  }

  /// What can be said of the claim in one breath.
  public var verdict: Verdict {
    if readings.contains(where: { $0.fit == .cannotBe }) { return .figuresCannotBe }
    if readings.contains(where: { $0.fit == .doesNotFollow && $0.says.isRestatement }) {
      return .notInSource
    }
    let intervals = claim.savings.map(\.interval) + claim.money.map(\.interval)
    if intervals.contains(where: { $0?.holdsNoDifference == true }) {
      return .cannotTell
    }
    if claim.describes { return .describes }
    if !claim.comparison.hasOthers { return .nothingToCompare }
    if claim.savings.contains(where: { [.notPlanned, .notStated].contains($0.group) }) {
      return .foundAfterwards
    }
    return .nothingAgainst
  }
}

extension PublishedClaim {
  /// Whether it only describes what there is, and claims no change.
  var describes: Bool {
    money.isEmpty && savings.isEmpty && scores.isEmpty && falls.isEmpty
  }
}

extension PublishedClaim.Interval {
  /// Whether no difference lies in it.
  var holdsNoDifference: Bool { low.value <= 0 && high.value >= 0 }

  /// What is wrong with it where it does not hold the amount that it is told of, as far as rounding lets it be.
  func outside(_ amount: PrintedFigure) -> ClaimReading.Says? {
    let holds =
      amount.value + amount.halfUnit >= low.value - low.halfUnit
      && amount.value - amount.halfUnit <= high.value + high.halfUnit
    return holds
      ? nil : .outsideInterval(amount: amount.value, low: low.value, high: high.value)
  }
}

extension ClaimReading.Says {
  /// Whether it tells of what another source says.
  var isRestatement: Bool {
    switch self {
    case .timeBase, .netOfDelivery, .otherPeople, .otherAmount, .asInSource: true
    default: false
    }
  }
}
