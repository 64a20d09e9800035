public import FurlongStudy

/// What one priced service is measured by: pounds and events a person-year.
public enum ServiceCostMeasure: FindingMeasure {
  /// Events a person-year before.
  case quantityBefore
  /// Events a person-year after.
  case quantityAfter
  /// Their price times their rate before.
  case costBefore
  /// Their price times their rate after.
  case costAfter
  /// Cost after minus cost before.
  case difference

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .quantityBefore: Measure("rate_before", .rate, .perPersonYear)
    case .quantityAfter: Measure("rate_after", .rate, .perPersonYear)
    case .costBefore: Measure("cost_before", .money, .poundsPerPersonYear)
    case .costAfter: Measure("cost_after", .money, .poundsPerPersonYear)
    case .difference:
      Measure("cost_difference", .money, .poundsPerPersonYear, sign: .laterMinusEarlier)
    }
  }

  /// What one of it costs, in the prices of the plan's year.
  public static let unitCost = Measure("unit_cost", .stated, .pounds)
}

/// What the use of all priced services is measured by, by one book of prices.
public enum MoneyMeasure: FindingMeasure {
  /// Pounds a person-year before.
  case costBefore
  /// Pounds a person-year after.
  case costAfter
  /// After minus before, a person-year: the headline, with bias-corrected percentiles.
  case difference
  /// The same over the window, a person.
  case differenceOverWindow
  /// The same with what the service itself cost a person.
  case net
  /// The same without the three months before day 0.
  case netWithoutLastThreeMonths
  /// The same without the five people whose use cost most.
  case netWithoutFive
  /// By what share use must fall for the service to cost nothing over the window.
  case breakEven
  /// In what share of the draws of people cost fell.
  case fell
  /// In what share of them it fell by more than the service cost.
  case fellByMore
  /// The difference without the month before day 0.
  case differenceWithoutLastMonth
  /// The difference without the three months before day 0.
  case differenceWithoutLastThreeMonths
  /// The difference of people whose windows are whole on both sides.
  case differenceOfWholeWindows
  /// The difference without the five people whose use cost most, before and after together.
  case differenceWithoutFive
  /// What share of all cost, before and after together, is of these five.
  case shareOfFive

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .costBefore: Measure("cost_before", .money, .poundsPerPersonYear, Self.bca)
    case .costAfter: Measure("cost_after", .money, .poundsPerPersonYear, Self.bca)
    case .difference: difference("cost_difference", .poundsPerPersonYear)
    case .differenceOverWindow: difference("cost_difference_over_window", .poundsPerPerson)
    case .net: difference("net_cost_over_window", .poundsPerPerson)
    case .netWithoutLastThreeMonths:
      difference("net_cost_over_window_without_3_months", .poundsPerPerson)
    case .netWithoutFive: difference("net_cost_over_window_without_5_people", .poundsPerPerson)
    case .breakEven: Measure("break_even_reduction", .ratio, .ratio)
    case .fell: Measure("draws_with_a_fall", .ratio, .ratio, .shareOfDraws(Material.draws))
    case .fellByMore:
      Measure("draws_with_a_net_fall", .ratio, .ratio, .shareOfDraws(Material.draws))
    case .differenceWithoutLastMonth:
      difference("cost_difference_without_1_month", .poundsPerPersonYear)
    case .differenceWithoutLastThreeMonths:
      difference("cost_difference_without_3_months", .poundsPerPersonYear)
    case .differenceOfWholeWindows:
      difference("cost_difference_both_windows_whole", .poundsPerPersonYear)
    case .differenceWithoutFive:
      difference("cost_difference_without_5_people", .poundsPerPersonYear)
    case .shareOfFive: Measure("cost_share_of_5_people", .ratio, .ratio)
    }
  }

  /// The rule under which a difference is counted; nil where the measure is no difference under a rule.
  public var rule: ServiceUseRule? {
    switch self {
    case .difference: .wholeWindow
    case .differenceWithoutLastMonth: .withoutLastMonth
    case .differenceWithoutLastThreeMonths: .withoutLastThreeMonths
    case .differenceOfWholeWindows: .bothWindowsWhole
    case .costBefore, .costAfter, .differenceOverWindow, .net, .netWithoutLastThreeMonths,
      .netWithoutFive, .breakEven, .fell, .fellByMore, .differenceWithoutFive, .shareOfFive:
      nil
    }
  }

  /// The difference a person-year of which a sum with the service's own cost is made; nil where the measure is no such sum.
  public var netOf: MoneyMeasure? {
    switch self {
    case .net: .difference
    case .netWithoutLastThreeMonths: .differenceWithoutLastThreeMonths
    case .netWithoutFive: .differenceWithoutFive
    case .costBefore, .costAfter, .difference, .differenceOverWindow, .breakEven, .fell,
      .fellByMore, .differenceWithoutLastMonth, .differenceWithoutLastThreeMonths,
      .differenceOfWholeWindows, .differenceWithoutFive, .shareOfFive:
      nil
    }
  }

  /// How many people with the highest cost are left out to see whether a difference hangs on them.
  static let heaviest = 5

  private static let bca = Method.personBCa(draws: Material.draws)

  private func difference(_ word: String, _ unit: EstimateUnit) -> Measure {
    Measure(word, .money, unit, Self.bca, sign: .laterMinusEarlier)
  }
}

/// What the use of completers, and of the others, is measured by: some of what everyone's is.
public enum GroupCostMeasure: FindingMeasure {
  /// Pounds a person-year before.
  case costBefore
  /// Pounds a person-year after.
  case costAfter
  /// After minus before, a person-year.
  case difference
  /// The same over the window, a person.
  case differenceOverWindow

  /// The same measure of everyone.
  public var ofEveryone: MoneyMeasure {
    switch self {
    case .costBefore: .costBefore
    case .costAfter: .costAfter
    case .difference: .difference
    case .differenceOverWindow: .differenceOverWindow
    }
  }

  /// The measure's declaration.
  public var declared: Measure { ofEveryone.declared }

  /// Of which sides of day 0 it tells.
  public var sides: [PeopleSet.Side] {
    switch self {
    case .costBefore: [.before]
    case .costAfter: [.after]
    case .difference, .differenceOverWindow: PeopleSet.Side.allCases
    }
  }
}

/// What the difference in cost is of one budget.
public enum HolderMeasure: FindingMeasure {
  /// Pounds a person over the window, after minus before, of the services that it pays for.
  case difference
  /// Pounds a person that it paid for the service itself.
  case delivery

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .difference:
      Measure(
        "budget_difference_over_window", .money, .poundsPerPerson, sign: .laterMinusEarlier)
    case .delivery: Measure("budget_delivery_per_person", .shared, .poundsPerPerson)
    }
  }
}

/// What the service itself cost for each person who reliably improved on the leading scale.
public enum ImprovedCostMeasure: FindingMeasure {
  /// Of those with both forms, who reliably improved.
  case shareOfPaired
  /// Of those due, as if none without a second form had.
  case shareOfDue
  /// The service's cost a person over the first share.
  case costIfOthersAlike
  /// Over the second.
  case costIfNoOthers

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .shareOfPaired: Measure("improved_of_paired", .share, .proportion, .wilson)
    case .shareOfDue: Measure("improved_of_due", .share, .proportion, .wilson)
    case .costIfOthersAlike:
      Measure("cost_per_improved_if_others_alike", .money, .poundsPerPerson, .wilson)
    case .costIfNoOthers:
      Measure("cost_per_improved_if_no_others", .money, .poundsPerPerson, .wilson)
    }
  }
}

/// What the service itself cost.
public enum DeliveryMeasure: FindingMeasure {
  /// Pounds shared among those served.
  case perPerson

  /// The measure's declaration.
  public var declared: Measure {
    switch self {
    case .perPerson: Measure("delivery_per_person", .shared, .poundsPerPerson)
    }
  }

  /// People served for it, and what was paid in all.
  static let served = Measure("people_served", .count, .people)
  static let heading = Measure("delivery_cost", .stated, .pounds)
  static let all = [served, heading]
}
