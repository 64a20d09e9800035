import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What stands around the numbers, at the foot of page one: the period, the makers, the plan, and empty commentary.
struct PageFoot {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The lines.
  var definitions: [Definition] {
    var lines = [
      Definition("About", Prose(material.study.about)), Definition("Period", period),
      Definition("Made by", makers),
      Definition("Involvement", involvement),
      Definition("Plan", Prose(material.findings.plannedWords(material.days))),
    ]
    if let decision = material.plan.decision.filled {
      lines.insert(Definition("Decision asked", Prose("\(decision.withoutFullStop).")), at: 0)
    }
    if let outcomes { lines.append(Definition("Outcomes", outcomes)) }
    if let lacking = GapWording(material.findings.provenance.gaps).sentences {
      lines.append(Definition("Not in the data", lacking))
    }
    if let notAsked { lines.append(Definition("Not asked", notAsked)) }
    if material.commentary == nil {
      lines.append(Definition("Local commentary", "No local commentary was added."))
    }
    return lines
  }

  /// What the plan does not ask, so that nobody takes silence for an answer; nil where it asks all.
  private var notAsked: Prose? {
    let use = material.serviceUse.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
    let changes = material.change.flatMap(\.found.outcomes).flatMap(\.rows).map(\.group)
    let areas: [(isAsked: Bool, words: String)] = [
      (!material.reach.isEmpty, "who came"), (!material.change.isEmpty, "change on questionnaires"),
      (!material.meaning.isEmpty, "whether single people’s changes were real"),
      (!material.lifeOutcomes.isEmpty, "work, housing and the like"),
      (!material.serviceUse.isEmpty, "use of services"), (!material.money.isEmpty, "cost"),
      (!material.feedback.isEmpty, "what people thought of it"),
      (!material.experience.isEmpty, "stories"),
      ((use + changes).contains { $0 != .everyone }, "for whom it did more, and for whom less"),
    ]
    let missing = areas.filter { !$0.isAsked }.map { Prose($0.words) }
    return missing.isEmpty ? nil : "The plan does not ask about \(missing.joined("; "))."
  }

  private var period: Prose {
    let study = material.study
    let counted = "Time is counted from \(study.dayZero)."
    let registered = study.registered.map {
      "Registered from \(material.days.words($0.from)) to \(material.days.words($0.to))."
    }
    let cutOff = study.dataTo.map { "The data end \(material.days.when($0))." }
    guard registered != nil || cutOff != nil else {
      return
        "The exports have no dates, so neither a period nor a day on which the data end can be given. \(counted)"
    }
    return Prose([registered, cutOff, counted].compactMap { $0 }.joined(separator: " "))
  }

  private var makers: Prose {
    let made = material.plan.preparedBy.filled.map { "Prepared by \($0.withoutFullStop)." }
    let paid = material.plan.fundedBy.filled
      .flatMap { $0.lowercased() == "not known" ? nil : $0 }.map {
        "The evaluation was paid for by \($0.withoutFullStop)."
      }
    return Prose(
      "\(made ?? "Who prepared it: not known.") \(paid ?? "Who paid for the evaluation: not known.")"
    )
  }

  private var involvement: Prose {
    Prose((Optional(material.study.involvement).filled ?? "Not known").withoutFullStop + ".")
  }

  /// How many outcomes there are, and which decide.
  private var outcomes: Prose? {
    let numbers = NumberWording()
    let all = material.study.outcomes
    guard all > 1 else { return nil }
    let primary = material.primaryOutcomes
    if primary.isEmpty {
      return Prose("The plan has \(numbers.count(all)) outcomes, none of them primary.")
    }
    return
      "The plan has \(numbers.count(all)) outcomes, \(numbers.count(primary.count)) of them primary: \(primary.map { Prose($0) }.listed)."
  }
}
