import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// How sure one can be of the answer to "What changed?", in the words of one scale.
struct SurenessAnswer {
  private let material: ReportMaterial
  private let verdict: StudyVerdict

  init(_ material: ReportMaterial, _ verdict: StudyVerdict) {
    self.material = material
    self.verdict = verdict
  }

  /// The answer.
  var prose: Prose {
    let sentences: [Prose] = [change, service, units].filter { !$0.isEmpty }
    guard let first = sentences.first else {
      return material.timeToEvent.isEmpty
        ? "Nothing was asked that one could be sure of."
        : "How long it took is told; whether anything changed was not asked."
    }
    return ([Prose.strong(first)] + sentences.dropFirst()).joined()
  }

  /// Of the difference between randomised arms.
  private func difference(_ arms: ArmVerdict, _ name: String) -> Prose {
    switch arms.sureness {
    case .fairlySure:
      "\(arms.sureness.words) of the difference in \(name) between the arms, among those in it."
    case .notSure:
      "\(arms.sureness.words) of the difference in \(name): many of an arm are missing, or how many is not shown."
    case .cannotTell: "We cannot tell whether the arms differ in \(name)."
    case .notShown: "The difference in \(name) between the arms is not shown."
    }
  }

  private var change: Prose {
    if let arms = verdict.arms.first {
      return difference(arms, material.leadingScale?.measures ?? arms.what)
    }
    guard let headline = verdict.change.first,
      let measures = material.leadingScale?.measures
    else { return Prose() }
    let way = headline.call == .up ? "rise" : "fall"
    switch headline.sureness {
    case .fairlySure, .notSure:
      return
        "\(headline.sureness.words) of the \(way)."
    case .cannotTell: return "We cannot tell whether \(measures) changed."
    case .notShown: return "The change in \(measures) is not shown."
    }
  }

  private var units: Prose {
    guard let leads = verdict.units.first else { return Prose() }
    let name = material.eventName(leads.count)
    let verb = leads.call == .up ? "rose" : "fell"
    switch leads.sureness {
    case .fairlySure: return "\(leads.sureness.words) \(name) \(verb)."
    case .notSure:
      return
        "\(leads.sureness.words) \(name) \(verb): not without the \(material.unitWord) with the most."
    case .cannotTell: return "We cannot tell whether \(name) changed."
    case .notShown: return "The change in \(name) is not shown."
    }
  }

  private var service: Prose {
    guard let first = verdict.leadingEvents.first,
      let leads = verdict.services.first(where: { $0.event == first })
    else { return Prose() }
    let name = material.eventName(leads.event)
    if let arms = verdict.armServices.first(where: { $0.what == leads.event }) {
      return difference(arms, name)
    }
    let verb = leads.call == .up ? "rose" : "fell"
    switch leads.sureness {
    case .notSure where leads.hangsOnWay:
      return "\(leads.sureness.words) \(name) \(verb): it hangs on the way of counting."
    case .notSure where leads.hangsOnFive:
      return
        "\(leads.sureness.words) \(name) \(verb): without the five people with the most \(leads.withoutFive?.left ?? "")."
    case .fairlySure, .notSure: return "\(leads.sureness.words) \(name) \(verb)."
    case .cannotTell: return "We cannot tell whether \(name) changed."
    case .notShown: return "The change in \(name) is not shown."
    }
  }
}

extension Sureness {
  /// The scale's own words.
  var words: String {
    switch self {
    case .fairlySure: "Fairly sure"
    case .notSure: "Not sure"
    case .cannotTell: "We cannot tell"
    case .notShown: "Not shown"
    }
  }
}
