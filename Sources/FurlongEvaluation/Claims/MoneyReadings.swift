/// What an amount of money can mean.
struct MoneyReadings {
  let money: PublishedClaim.Money
  let people: PublishedClaim.People

  var list: [ClaimReading] { interval + sums + time + restatement }

  /// Whether its interval can be its own; an amount that is a limit lies at one.
  private var interval: [ClaimReading] {
    (money.interval?.outside(money.amount)).map { [reading($0, .cannotBe)] } ?? []
  }

  private func reading(
    _ says: ClaimReading.Says, _ fit: ClaimReading.Fit = .follows
  ) -> ClaimReading {
    ClaimReading(about: money.label, says: says, fit: fit)
  }

  private var amount: Double { money.amount.value }

  /// How many people the amount is of each, or is shared by.
  private var count: Int? { money.people ?? (money.per == people.who.base ? people.count : nil) }

  /// All of it from what each has, or what each has from all of it.
  private var sums: [ClaimReading] {
    if money.per == .together {
      let shared = [(people.all, ClaimReading.Spread.all), (people.count, .counted)]
      return shared.compactMap { (count, spread) in
        guard let count, count > 0 else { return nil }
        return reading(
          .spread(
            total: amount, months: money.months, people: count, of: spread,
            each: amount / Double(count)), .open)
      }
    }
    guard let count else { return [] }
    return [
      reading(
        .total(
          amount: amount, people: count, months: money.months, total: amount * Double(count)))
    ]
  }

  /// Whether its months are not those of the source that it rests on: they are held against each other instead.
  private var isOtherTime: Bool {
    money.basis.map { money.months != nil && money.months != $0.months } ?? false
  }

  private var time: [ClaimReading] {
    guard let months = money.months, money.per != .together, !isOtherTime else { return [] }
    if months == 12 { return [reading(.oneYear(amount: amount))] }
    return [
      reading(.yearly(amount: amount, months: months, yearly: amount * 12 / Double(months)))
    ]
  }

  /// How it stands to the source that it rests on.
  private var restatement: [ClaimReading] {
    guard let basis = money.basis else { return [] }
    var list: [ClaimReading] = []
    if let said = money.months, isOtherTime {
      let yearly = basis.months.map { basis.amount.value * 12 / Double($0) }
      let told = amount * 12 / Double(said)
      let agrees = yearly.map { abs($0 - told) <= money.amount.halfUnit * 12 / Double(said) }
      list.append(
        reading(
          .timeBase(
            amount: amount, said: said, source: basis.months, yearly: yearly,
            factor: yearly.flatMap { $0 == 0 ? nil : told / $0 }),
          agrees == true ? .follows : .doesNotFollow))
    } else if abs(basis.amount.value - amount) > max(basis.amount.halfUnit, money.amount.halfUnit) {
      list.append(
        reading(.otherAmount(said: amount, source: basis.amount.value), .doesNotFollow))
    }
    if money.delivery == .takenOff, basis.delivery != .takenOff {
      list.append(reading(.netOfDelivery(source: basis.delivery), .doesNotFollow))
    }
    if money.per != basis.per {
      list.append(reading(.otherPeople(said: money.per, source: basis.per), .doesNotFollow))
    }
    return list.isEmpty ? [reading(.asInSource)] : list
  }
}

extension PublishedClaim.Whom {
  /// What an amount for each of them is counted by.
  var base: PublishedClaim.Base {
    switch self {
    case .registered: .registered
    case .attending: .attending
    case .completing: .completing
    case .notStated: .person
    }
  }
}

/// What a total can mean beside a median.
struct TotalReadings {
  let total: PublishedClaim.Total

  var list: [ClaimReading] {
    let (sum, count) = (total.total.value, Double(total.count))
    guard count > 0 else { return [] }
    let mean = ClaimReading(
      about: total.label,
      says: .mean(
        total: sum, count: total.count, of: total.of, mean: sum / count,
        median: total.median?.value), fit: .follows)
    guard let median = total.median else { return [mean] }
    // Each figure is rounded: the total as told, and the median as many times as it is counted.
    let product = median.value * count
    guard abs(product - sum) <= total.total.halfUnit + median.halfUnit * count else {
      return [mean]
    }
    return [
      mean,
      ClaimReading(
        about: total.label,
        says: .medianTimesCount(
          median: median.value, count: total.count, of: total.of, product: product, total: sum),
        fit: .open),
    ]
  }
}
