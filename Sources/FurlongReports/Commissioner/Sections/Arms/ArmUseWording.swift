import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says whether an event became rarer in one of two randomised arms than in the other.
struct ArmUseWording {
  typealias Comparison = ArmComparison<ArmUseMeasure, Released>

  private let event: EventKind
  private let material: ReportMaterial
  private let ratio = AnswerWording(.ratio)

  init(_ event: EventKind, _ material: ReportMaterial) {
    self.event = event
    self.material = material
  }

  /// What is said of who is compared.
  func who(_ arms: Comparison) -> ArmsWording {
    ArmsWording(prefix: "arms.\(event.id).\(arms.time.id)", material: material)
  }

  /// The fact of one measure.
  func fact(_ arms: Comparison, _ measure: String) -> String { who(arms).fact(measure) }

  /// The ratio of both arms' ratios with its interval and people.
  func headline(_ arms: Comparison) -> Prose {
    let answer = arms[.ratio]
    let fact = fact(arms, "ratio_of_rate_ratios")
    let verdict = ArmVerdict(event.id, arms)
    guard verdict.call != .notShown else {
      return
        "Whether \(event.many) changed more in one arm than in the other cannot be told: the ratio \(ratio.predicate(answer, fact))."
    }
    let times: Prose =
      "\(ratio.value(answer, fact)) times as frequent \(ArmsWording.both(arms.treated.group, arms.control.group, "as"))"
    let given = "given how frequent they were before"
    let brackets: Prose =
      " (\(interval(answer, fact))\(who(arms).among(arms)))"
    guard verdict.call.isTold else {
      return
        "\(strong: "Whether \(event.many) changed more in one arm than in the other cannot be told"): \(times), \(Prose(given))\(brackets)."
    }
    return
      "\(strong: "\(event.many.capitalised) came to be \(times)"), \(Prose(given)), which is \(Prose(verdict.worth?.rawValue ?? ""))\(brackets)."
  }

  /// That the interval is too narrow, where an arm has few people; empty where none has.
  func tooSure(_ arms: Comparison) -> Prose {
    let isTooSure = arms[.ratio].estimate?.caveats.contains(where: \.isOfSmallArms) == true
    return isTooSure
      ? "With fewer than \(Prose(NumberWording().count(FewPeopleRatios.people))) people in an arm such an interval is too narrow."
      : Prose()
  }

  /// The same for a figure's title.
  func short(_ arms: Comparison) -> Prose {
    let answer = arms[.ratio]
    let fact = fact(arms, "ratio_of_rate_ratios")
    switch ArmVerdict(event.id, arms).call {
    case .notShown: return "The difference between the arms \(ratio.predicate(answer, fact))"
    case .cannotTell:
      return "We cannot tell whether \(event.many) changed more in one arm than in the other"
    case .up, .down:
      return
        "\(event.many.capitalised) came to be \(ratio.value(answer, fact)) times as frequent \(ArmsWording.both(arms.treated.group, arms.control.group, "as"))"
    }
  }

  private func interval(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let level = answer.level, let range = ratio.range(answer, fact) else { return Prose() }
    return "\(level) confidence interval \(range); "
  }
}

extension Caveat {
  /// Whether it says that an arm has too few people for its interval.
  fileprivate var isOfSmallArms: Bool {
    if case .tooSureOfArms = self { return true }
    return false
  }
}
