import FurlongEvaluation
import FurlongStudy

/// Coarsens what was in when a plan was frozen, so that a total gives away no small count beside it.
///
/// Forms and people in total less those of them that are shown would tell of the few that are hidden.
struct FreezeGate {
  /// Findings whose record says "at least 380" instead of 382.
  func release(_ findings: Findings) -> Findings {
    var released = findings
    if var freeze = released.provenance.freeze {
      freeze.frozen = coarse(freeze.frozen)
      for index in freeze.amendments.indices {
        freeze.amendments[index].moment = coarse(freeze.amendments[index].moment)
      }
      released.provenance.freeze = freeze
    }
    for index in released.steps.indices {
      switch released.steps[index].planned {
      case .frozen(let moment): released.steps[index].planned = .frozen(coarse(moment))
      case .added(let moment, let why):
        released.steps[index].planned = .added(coarse(moment), why: why)
      case .yes, .no, .amended: break
      }
    }
    return released
  }

  private func coarse(_ moment: PlanFreeze.Moment) -> PlanFreeze.Moment {
    var coarsened = moment
    coarsened.followUpForms = coarse(moment.followUpForms)
    coarsened.serviceUse = coarse(moment.serviceUse)
    coarsened.stories = coarse(moment.stories)
    return coarsened
  }

  private func coarse(_ seen: PlanFreeze.Seen) -> PlanFreeze.Seen {
    guard case .count(let count) = seen else { return seen }
    return .atLeast(count < 10 ? 5 : count / 10 * 10)
  }
}
