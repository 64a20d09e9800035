import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says each limit in a sentence, with the numbers that triggered it.
struct LimitWording {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The limit as one sentence or two.
  func sentence(_ limit: CertaintyFinding.Limit) -> Prose {
    switch limit {
    case .noComparator: noComparator
    case .armsNotCompared: armsNotCompared
    case .lowFollowUp(let scale, let occasion, let share): lowFollowUp(scale, occasion, share)
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      missingDiffer(scale, occasion, variable, difference)
    case .fewPeople(let what, let people): fewPeople(what, people)
    case .filledIn(let scale, let share): filledIn(scale, share)
    case .ceilingOrFloor(let scale, let atBest, let atWorst): ceilingOrFloor(scale, atBest, atWorst)
    case .regressionToTheMean(let what): regressionToTheMean(what)
    case .manyOutcomes(let count): manyOutcomes(count)
    case .notPlanned(let step, let why): notPlanned(step, why)
    case .oneTrustOnly: oneTrustOnly
    case .notLinked(let event, let people): notLinked(event, people)
    case .inventedData: inventedData
    }
  }

  private var noComparator: Prose {
    "There was no comparison group, so we cannot say what caused any change."
  }

  private var armsNotCompared: Prose {
    "Each arm is described by itself, the arms are not compared: nothing here says that one arm did better than the other, or what caused a change."
  }

  private func lowFollowUp(_ scale: String, _ occasion: TimeName, _ share: Released) -> Prose {
    let fact = "certainty.low_follow_up.\(scale).\(occasion.id)"
    let value =
      share.estimate == nil
      ? "only some" : AnswerWording(.percentage).value(share, fact)
    return
      "At \(occasion.label) \(value) of those due a form of \(name(scale)) are in the figures; those who are not may have fared differently."
  }

  private func missingDiffer(
    _ scale: String, _ occasion: TimeName,
    _ variable: ReachFinding.MissingComparison.Variable.Kind, _ difference: Released
  ) -> Prose {
    let fact = "certainty.missing_differ.\(scale).\(occasion.id).\(variable.word)"
    let amount = AnswerWording(.deviations).magnitude(difference, fact)
    guard let value = difference.estimate?.value else {
      return
        "Those missing at \(occasion.label) (\(name(scale))) differed before in \(variable.name); by how much is not shown."
    }
    return
      "Those missing at \(occasion.label) (\(name(scale))) differed before from those present: \(variable.name) stood \(amount) standard deviations \(value > 0 ? "higher" : "lower")."
  }

  private func fewPeople(_ what: String, _ people: PeopleCount) -> Prose {
    let count = material.people.people(people, "certainty.few_people.\(what)")
    return people == .hidden
      ? "Few people are behind \(what); how many is not shown. One more or one fewer could move the result."
      : "Few people are behind \(what): \(count). One more or one fewer could move the result."
  }

  private func filledIn(_ scale: String, _ share: Released) -> Prose {
    let value =
      share.estimate == nil
      ? "some" : AnswerWording(.percentage).value(share, "certainty.filled_in.\(scale)")
    return
      "In \(value) of the forms of \(name(scale)) blank items were filled in by the mean of the others."
  }

  private func ceilingOrFloor(_ scale: String, _ atBest: Released, _ atWorst: Released) -> Prose {
    let wording = AnswerWording(.percentage)
    guard atBest.estimate != nil, atWorst.estimate != nil else {
      return
        "On \(name(scale)) many first scores already stood at the best or the worst possible score, so change beyond that cannot be seen."
    }
    let best = wording.value(atBest, "certainty.ceiling.\(scale)")
    let worst = wording.value(atWorst, "certainty.floor.\(scale)")
    return
      "On \(name(scale)) \(best) of first scores already stood at the best possible score and \(worst) at the worst, so change beyond that cannot be seen."
  }

  private func regressionToTheMean(_ what: String) -> Prose {
    "People often start when things are worst (\(what.withoutFullStop)), so some return to their usual level is expected anyway."
  }

  private func manyOutcomes(_ count: Int) -> Prose {
    let number = ReportedNumber(
      NumberWording().count(count), fact: "certainty.many_outcomes", value: .released(Double(count))
    )
    return
      "\(number) outcomes were judged and the plan named none as primary: some would seem to change by chance alone."
  }

  private func notPlanned(_ step: String, _ why: String?) -> Prose {
    guard let why else {
      return "The step “\(step)” was not planned: it was thought of after the data were seen."
    }
    return "The step “\(step)” was amended since it was planned: \(why.withoutFullStop)."
  }

  private var oneTrustOnly: Prose {
    "Use of services is known from one trust’s extracts only; care given elsewhere is not in the figures."
  }

  private func notLinked(_ event: String, _ people: PeopleCount) -> Prose {
    let events =
      material.serviceUse.lazy.flatMap(\.found.outcomes)
      .first { $0.event.id == event }?.event.many ?? event
    let count = material.people.people(people, "certainty.not_linked.\(event)")
    return
      "\(count.capitalised) could not be linked or were not known to the service, and are not in the figures of \(events)."
  }

  private var inventedData: Prose {
    "The data are invented: nothing here is evidence about any real service or person."
  }

  private func name(_ scale: String) -> String { material.scale(scale)?.name ?? scale }
}
