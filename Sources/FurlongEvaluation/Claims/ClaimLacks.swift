/// What a claim lacks, in the order in which a reader should ask.
struct ClaimLacks {
  let claim: PublishedClaim

  var list: [ClaimLack] {
    comparison + people + money + savings + scores + shares + falls
      + claim.notFound.map { .notFound(what: $0) }
  }

  private var comparison: [ClaimLack] {
    if claim.describes || claim.comparison.hasOthers { return [] }
    let people = claim.people
    return [.comparison(with: claim.comparison)]
      + (people.isChosenForCare ? [.chosenForCare(count: people.count, all: people.all)] : [])
  }

  private var people: [ClaimLack] {
    let people = claim.people
    if claim.describes { return [] }
    var lacks: [ClaimLack] = []
    let counted = claim.scores.map(\.people).max() ?? people.count
    if counted == nil { lacks.append(.peopleCount) }
    if people.who == .notStated, claim.comparison != .randomised { lacks.append(.whom) }
    if let began = people.began, let counted, counted < began {
      lacks.append(.lost(counted: counted, began: began))
    }
    let completing = claim.money.filter { $0.per == .completing }.map(\.label)
    if !completing.isEmpty || people.who == .completing {
      lacks.append(.completers(of: completing))
    }
    return lacks
  }

  private var money: [ClaimLack] {
    let money = claim.money
    func labels(_ lacking: (PublishedClaim.Money) -> Bool) -> [String] {
      money.filter(lacking).map(\.label)
    }
    let lists: [ClaimLack?] = [
      some(labels { $0.interval == nil }, ClaimLack.interval),
      some(labels { $0.delivery != .takenOff }, ClaimLack.deliveryCost),
      some(labels { $0.months == nil }, ClaimLack.time),
      some(labels { $0.cashable == .no }, ClaimLack.notCashable),
      some(labels { $0.cashable == .notStated }, ClaimLack.cashNotStated),
      some(labels { $0.cashable == .yes }, ClaimLack.cashClaimed),
      some(labels { $0.priceYear == nil }, ClaimLack.priceYear),
    ]
    let bounds = money.filter { [.upTo, .atLeast].contains($0.meant) }
      .map { ClaimLack.bound(of: $0.label, meant: $0.meant) }
    return bounds + lists.compactMap { $0 }
  }

  private var savings: [ClaimLack] {
    let without = claim.savings.filter { $0.interval == nil }.map(\.label)
    let groups = claim.savings.filter { [.notPlanned, .notStated].contains($0.group) }
    return groups.map { .subgroup(of: $0.label, planning: $0.group) }
      + [some(without, ClaimLack.interval)].compactMap { $0 }
  }

  private var scores: [ClaimLack] {
    func scales(_ lacking: (PublishedClaim.Score) -> Bool) -> [String] {
      claim.scores.filter(lacking).map(\.scale)
    }
    let lists: [ClaimLack?] = [
      some(scales { $0.sdBefore == nil || $0.after != nil && $0.sdAfter == nil }) {
        .standardDeviation(of: $0)
      },
      some(scales { $0.range == .uneven }, ClaimLack.uneven),
      some(scales { $0.range == .notStated }, ClaimLack.range),
    ]
    return lists.compactMap { $0 }
  }

  private var shares: [ClaimLack] {
    claim.shares.compactMap { share in
      guard share.percent == nil, share.count == nil, let words = share.words else { return nil }
      return .countInWords(of: share.label, words: words)
    }
  }

  private var falls: [ClaimLack] {
    let labels = claim.falls.map(\.label)
    let each = labels.indices.filter { labels.firstIndex(of: labels[$0]) == $0 }.map { labels[$0] }
    let again = each.filter { label in labels.count(where: { $0 == label }) > 1 }
    return again.map { .samePeople(of: $0) } + [some(each, ClaimLack.interval)].compactMap { $0 }
  }

  private func some(
    _ labels: [String], _ lack: ([String]) -> ClaimLack
  ) -> ClaimLack? {
    labels.isEmpty ? nil : lack(labels)
  }
}
