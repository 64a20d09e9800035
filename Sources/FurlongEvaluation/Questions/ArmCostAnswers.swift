import FurlongStatistics
import FurlongStudy

/// What the arms of a randomised study differ by in cost and on a scale, by one book of prices.
struct ArmCostAnswers {
  var drawn: Result<DrawnCostAndEffect, PricedGap>
  var sample: Sample
  var isHigherBetter: Bool
  /// The people of the smaller arm.
  var fewest: Int
  var contributors: [Estimate.Contributors]

  func answer(_ measure: ArmCostMeasure) -> FoundAnswer {
    made { (drawn) throws(StatisticsError) in
      switch measure {
      case .cost: pounds(drawn.cost)
      case .effect: effect(drawn.effect)
      case .dearerAndBetter: share(drawn.share(of: .dearerAndBetter))
      case .dearerAndWorse: share(drawn.share(of: .dearerAndWorse))
      case .cheaperAndBetter: share(drawn.share(of: .cheaperAndBetter))
      case .cheaperAndWorse: share(drawn.share(of: .cheaperAndWorse))
      case .costOfPoint: try drawn.ratio().map(pounds) ?? sample.none(.notAllDearerAndBetter)
      }
    }
  }

  func answer(_ measure: PointWorthMeasure, at value: Double) -> FoundAnswer {
    made { (drawn) throws(StatisticsError) in
      switch measure {
      case .netBenefit: pounds(try drawn.netBenefit(at: value))
      case .acceptability: share(try drawn.acceptability(at: value))
      }
    }
  }

  private func made(
    _ make: (DrawnCostAndEffect) throws(StatisticsError) -> FoundAnswer
  ) -> FoundAnswer {
    switch drawn {
    case .failure(let gap): return sample.none(gap.reason)
    case .success(let drawn):
      do throws(StatisticsError) {
        return try make(drawn)
      } catch {
        return sample.none(NotEstimable(error))
      }
    }
  }

  private func pounds(_ drawn: BootstrapEstimate) -> FoundAnswer {
    var estimate = sample.drawn(drawn)
    estimate.contributors = contributors
    if fewest < CostsOfFewPeople.people, estimate.interval != nil {
      estimate.caveats.append(.costsOfSmallArms(fewest: fewest))
    }
    return .estimated(estimate)
  }

  /// In points as they are: below 0 where the treated come out lower, which is better on some scales.
  private func effect(_ drawn: BootstrapEstimate) -> FoundAnswer {
    var estimate = sample.drawn(drawn)
    if !isHigherBetter {
      estimate.value.negate()
      estimate.interval = estimate.interval.map {
        Interval(low: -$0.high, high: -$0.low, level: $0.level)
      }
    }
    return .estimated(estimate)
  }

  private func share(_ share: Double?) -> FoundAnswer {
    guard let share else { return sample.none(.noVariation) }
    var estimate = sample.estimate(share)
    estimate.contributors = contributors
    return .estimated(estimate)
  }
}
