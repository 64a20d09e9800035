import FurlongStudy

/// Whom the arms of a randomised study lost: chance made them alike, and only those whom they still have are compared.
///
/// "Five and twenty": a loss of at most 5 % is of little account, one of more than 20 % a serious threat (Schulz & Grimes
/// 2002, doi:10.1016/S0140-6736(02)07882-0, after Sackett et al.). Of each arm, since what matters is who is left in it.
struct ArmAttrition {
  /// The largest share of an arm whose loss is of little account.
  static let little = 0.05

  /// An arm at a time.
  private struct Loss {
    var what: String
    var time: TimeName
    var group: GroupName
    var used: PeopleCount
    var eligible: PeopleCount

    /// Whether more than a share of the arm is lost; an arm without anybody has lost everybody.
    func isMore(than share: Double) -> Bool {
      eligible.count == 0
        || Double(eligible.count - used.count) > share * Double(eligible.count)
    }
  }

  var material: Material
  var found: [Finding<Unreleased>]

  /// Whether next to nobody is lost of any arm in any comparison; not where nothing is compared.
  var isLow: Bool {
    let losses = losses
    return !losses.isEmpty && !losses.contains { $0.isMore(than: Self.little) }
  }

  /// The arms that lost many, each once.
  var limits: [CertaintyFinding<Unreleased>.Limit] {
    losses.filter { $0.isMore(than: MissingMarks.mostLost) }.map { loss in
      // The share is of those eligible: here they are the sample.
      .armIncomplete(
        what: loss.what, occasion: loss.time, group: loss.group,
        share: material.sample(used: loss.eligible, eligible: loss.eligible)
          .share(loss.used.count, loss.used.people))
    }
  }

  private var losses: [Loss] {
    var losses: [Loss] = []
    func add<Measures: FindingMeasure>(
      _ comparison: ArmComparison<Measures, Unreleased>, _ what: String
    ) {
      for arm in [comparison.treated, comparison.control] {
        let loss = Loss(
          what: what, time: comparison.time, group: arm.group, used: arm.used,
          eligible: arm.eligible)
        let isKnown = losses.contains {
          $0.what == what && $0.time == loss.time && $0.group == loss.group
        }
        if !isKnown { losses.append(loss) }
      }
    }
    for finding in found {
      switch finding {
      case .change(let change):
        for outcome in change.outcomes {
          for comparison in outcome.arms { add(comparison, outcome.scale.id) }
        }
      case .meaning(let meaning):
        for outcome in meaning.outcomes {
          for comparison in outcome.arms { add(comparison, outcome.scale.id) }
        }
      case .serviceUse(let use):
        for outcome in use.outcomes {
          if let comparison = outcome.arms { add(comparison, outcome.event.id) }
        }
      case .money(let money):
        for arms in money.arms { add(arms.comparison, "cost") }
      case .reach, .lifeOutcomes, .timeToEvent, .unitRates, .feedback, .experience, .certainty:
        break
      }
    }
    return losses
  }
}
