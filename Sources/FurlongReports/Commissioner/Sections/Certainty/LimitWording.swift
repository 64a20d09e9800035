import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says the limits with the numbers that triggered them, those of one kind in one sentence.
struct LimitWording {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// A sentence or two for each kind of limit, in the order in which the kinds first appear.
  func sentences(_ limits: [CertaintyFinding<Released>.Limit]) -> [Prose] {
    var written: Set<String> = []
    return limits.compactMap { limit in
      let alike = limits.filter { $0.sentence == limit.sentence }
      return written.insert(limit.sentence).inserted ? sentence(limit, alike) : nil
    }
  }

  /// What one limit says, together with all limits of its kind.
  private func sentence(
    _ limit: CertaintyFinding<Released>.Limit, _ alike: [CertaintyFinding<Released>.Limit]
  ) -> Prose {
    switch limit {
    case .noComparator: noComparator
    case .armsNotCompared: armsNotCompared
    case .armIncomplete: armIncomplete(alike)
    case .lowFollowUp: FollowUpLimits(alike, material).sentence
    case .missingDiffer: MissingLimits(alike, material).sentence
    case .fewPeople: fewPeople(alike)
    case .filledIn: filledIn(alike)
    case .ceilingOrFloor(let scale, let atBest, let atWorst): ceilingOrFloor(scale, atBest, atWorst)
    case .regressionToTheMean: regressionToTheMean(alike)
    case .manyOutcomes(let count): manyOutcomes(count)
    case .notPlanned(let step, let why): notPlanned(step, why)
    case .stepAdded(let step, let why):
      "The step “\(step)” was added after the plan was frozen: \(why.withoutFullStop)."
    case .stepDropped(let step, let why):
      "The plan as it was frozen also asked the step “\(step)”, which was taken out: \(why.withoutFullStop). What it would have shown is not in this report."
    case .oneTrustOnly: oneTrustOnly
    case .notLinked: notLinked(alike)
    case .inventedData: inventedData
    }
  }

  /// The name of a scale or an event, by its id.
  private func name(of id: String) -> String {
    material.scale(id)?.name ?? material.lifeName(id) ?? material.eventName(id)
  }

  private var noComparator: Prose {
    "There was no comparison group, so we cannot say what caused any change."
  }

  private var armsNotCompared: Prose {
    "Each arm is described by itself, the arms are not compared: nothing here says that one arm did better than the other, or what caused a change."
  }

  /// `Chance made the arms alike, but more than one in five of an arm are missing: of BDI-II, 25 of 48 (52%) in usual care …`.
  private func armIncomplete(_ limits: [CertaintyFinding<Released>.Limit]) -> Prose {
    var outcomes: [(id: String, shares: [Prose])] = []
    for case .armIncomplete(let what, let occasion, let group, let share) in limits {
      let fact = "certainty.arm_incomplete.\(what).\(occasion.id).\(group.id)"
      let part = material.people.counted(share, fact) ?? "only some"
      let clause: Prose = "\(part) in \(group.label) \(occasion.when)"
      if let place = outcomes.firstIndex(where: { $0.id == what }) {
        outcomes[place].shares.append(clause)
      } else {
        outcomes.append((what, [clause]))
      }
    }
    let clauses = outcomes.map { outcome -> Prose in
      "of \(name(of: outcome.id)), \(outcome.shares.listed) are in the figures"
    }
    return
      "Chance made the arms alike, but more than one in five of an arm are missing: \(clauses.joined("; ")). There a difference may come from who is missing."
  }

  /// Up to how many figures each is named with its people; of more only what they are of, for each has its people beside it.
  private static let mostFigures = 4

  private func fewPeople(_ limits: [CertaintyFinding<Released>.Limit]) -> Prose {
    guard limits.count <= Self.mostFigures else {
      var names: [String] = []
      for case .fewPeople(let id, _, _, _) in limits where !names.contains(name(of: id)) {
        names.append(name(of: id))
      }
      return
        "Few people are behind some or all numbers of \(names.map { Prose($0) }.listed). One more or one fewer could move them."
    }
    let figures = limits.compactMap { limit -> Prose? in
      guard case .fewPeople(let id, let occasion, let group, let people) = limit else {
        return nil
      }
      let what = [name(of: id), occasion?.label, group == .everyone ? nil : group.label]
        .compactMap { $0 }.joined(separator: ", ")
      let count = material.people.people(people, "certainty.few_people.\(what)")
      if case .withheld = people.shown { return Prose(what) }
      return "\(what) (\(count))"
    }
    return
      "Few people are behind \(figures.joined("; ")). One more or one fewer could move the result."
  }

  private func filledIn(_ limits: [CertaintyFinding<Released>.Limit]) -> Prose {
    let shares = limits.compactMap { limit -> Prose? in
      guard case .filledIn(let scale, let share) = limit else { return nil }
      let what = "forms of \(material.name(ofScale: scale))"
      return filledIn(scale, share, what) ?? "some \(what)"
    }
    return "In \(shares.listed) blank items were filled in by the mean of the others."
  }

  /// `46 of 753 forms of QPR-15 (6%)`, with the numbers of forms that the section of change has.
  private func filledIn(_ scale: String, _ share: ReleasedAnswer, _ what: String) -> Prose? {
    let outcome = material.change.lazy.flatMap(\.found.outcomes).first { $0.scale.id == scale }
    guard let forms = outcome?.forms, share.estimate != nil, forms[.inUse].estimate != nil,
      forms[.filledIn].estimate != nil
    else { return nil }
    let fact = "certainty.filled_in.\(scale)"
    let count = AnswerWording(.count)
    return
      "\(count.count(forms[.filledIn], "\(fact).forms_filled_in")) of \(count.value(forms[.inUse], "\(fact).forms")) \(Prose(what)) (\(AnswerWording(.percentage).value(share, fact)))"
  }

  /// From what share on first scores at one end are said to be many; what is shown is rounded.
  private static let manyAtEnd = 0.12
  private func ceilingOrFloor(_ scale: String, _ atBest: ReleasedAnswer, _ atWorst: ReleasedAnswer)
    -> Prose
  {
    let name = material.name(ofScale: scale)
    let people = material.people
    let best = people.counted(atBest, of: "first scores", "certainty.ceiling.\(scale)")
    let worst = people.counted(
      atWorst, of: best == nil ? "first scores" : "", "certainty.floor.\(scale)")
    guard let best, let worst else {
      // One that is shown need not be the end at which many stand.
      func isMany(_ answer: ReleasedAnswer) -> Bool {
        (answer.estimate?.value ?? 0) >= Self.manyAtEnd
      }
      if let best, isMany(atBest) {
        return
          "On \(name) \(best) already stood at the best possible score, so that these people could not be seen to get better."
      }
      if let worst, isMany(atWorst) {
        return
          "On \(name) \(worst) already stood at the worst possible score, so that these people could not be seen to get worse."
      }
      return
        "On \(name) many first scores already stood at the best or the worst possible score (how many, and at which, is not shown), so change beyond that cannot be seen."
    }
    return
      "On \(name) \(best) already stood at the best possible score and \(worst) at the worst, so change beyond that cannot be seen."
  }

  private func regressionToTheMean(_ limits: [CertaintyFinding<Released>.Limit]) -> Prose {
    let what = limits.compactMap { limit -> Prose? in
      if case .regressionToTheMean(let what) = limit {
        what.map { Prose(name(of: $0)) }.listed
      } else {
        nil
      }
    }.joined("; ")
    return
      "People often start when things are worst (\(what)), so some return to their usual level is expected anyway."
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
    "Use of services is known from the extracts that were read only; care given elsewhere is not in the figures."
  }

  /// Events that leave out as many people share a sentence.
  private func notLinked(_ limits: [CertaintyFinding<Released>.Limit]) -> Prose {
    var alike: [(people: ReleasedCount, events: [String])] = []
    for case .notLinked(let event, let people) in limits {
      if let place = alike.firstIndex(where: { $0.people == people }) {
        alike[place].events.append(event)
      } else {
        alike.append((people, [event]))
      }
    }
    return alike.map { people, events in
      let names = events.map { event in
        Prose(
          material.serviceUse.lazy.flatMap(\.found.outcomes)
            .first { $0.event.id == event }?.event.many ?? event)
      }
      let fact = "certainty.not_linked.\(events.joined(separator: "."))"
      let count = material.people.people(people, fact).capitalised
      return people.number == 1
        ? "\(count) could not be linked or was not known to the service, and is not in the figures of \(names.listed)."
        : "\(count) could not be linked or were not known to the service, and are not in the figures of \(names.listed)."
    }.joined()
  }

  private var inventedData: Prose {
    "The data are invented: nothing here is evidence about any real service or person."
  }
}

extension CertaintyFinding<Released>.Limit {
  /// What limits have in common that are said in one sentence.
  fileprivate var sentence: String {
    switch self {
    case .ceilingOrFloor(let scale, _, _): "\(kind.rawValue) of \(scale)"
    case .notPlanned(let step, _): "\(kind.rawValue): \(step)"
    case .stepAdded(let step, _): "\(kind.rawValue), added: \(step)"
    case .stepDropped(let step, _): "\(kind.rawValue): \(step)"
    case .noComparator, .armsNotCompared, .armIncomplete, .lowFollowUp, .missingDiffer, .fewPeople,
      .filledIn, .regressionToTheMean, .manyOutcomes, .oneTrustOnly, .notLinked, .inventedData:
      kind.rawValue
    }
  }
}

extension LimitKind {
  /// A few words for a list beside the numbers that it touches.
  var short: Prose {
    switch self {
    case .noComparator: "nobody is compared with"
    case .armsNotCompared: "the arms are not compared"
    case .armIncomplete: "many of an arm are missing"
    case .lowFollowUp: "many of those due are missing"
    case .missingDiffer: "those missing differed beforehand"
    case .fewPeople: "few people are behind some of them"
    case .filledIn: "blank items were filled in"
    case .ceilingOrFloor: "many first scores stood at an end of the scale"
    case .regressionToTheMean:
      "people often start when things are worst, so some change for the better is expected anyway"
    case .manyOutcomes: "many outcomes were judged"
    case .notPlanned: "not planned, or changed since"
    case .stepDropped: "a step was taken out"
    case .oneTrustOnly: "the extracts’ own records only"
    case .notLinked: "some people could not be linked or were not known"
    case .inventedData: "the data are invented"
    }
  }
}

extension [LimitKind] {
  /// What touches the numbers of a section besides what page one says of the study; nil where nothing does.
  var sentence: Prose? {
    let words = filter { !$0.isOfStudy }.map(\.short)
    return words.isEmpty ? nil : "What else touches these numbers: \(words.joined("; "))."
  }
}
