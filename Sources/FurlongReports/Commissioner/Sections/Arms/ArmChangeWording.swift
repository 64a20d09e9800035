import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says how far two randomised arms lie apart on a scale.
struct ArmChangeWording {
  typealias Comparison = ArmComparison<ArmChangeMeasure, Released>

  let scale: ScaleWording
  private let material: ReportMaterial

  init(_ scale: ScaleDescription, _ material: ReportMaterial) {
    self.scale = ScaleWording(scale)
    self.material = material
  }

  private var name: String { scale.scale.name }
  private var measures: String { scale.scale.measures }

  /// What is said of who is compared.
  func who(_ arms: Comparison) -> ArmsWording {
    ArmsWording(prefix: "arms.\(scale.scale.id).\(arms.time.id)", material: material)
  }

  /// The fact of one measure.
  func fact(_ arms: Comparison, _ measure: String) -> String { who(arms).fact(measure) }

  /// What may be said of it.
  func verdict(_ arms: Comparison) -> ArmVerdict { ArmVerdict(scale.scale, arms) }

  /// The difference with its interval and people, for page one and the section.
  func headline(_ arms: Comparison) -> Prose {
    let difference = arms[.difference]
    let verdict = verdict(arms)
    let when = arms.time.when
    switch verdict.call {
    case .notShown:
      return
        "The difference between the arms in \(measures) \(when) (\(name)) \(scale.points.predicate(difference, fact(arms, "adjusted_difference")))."
    case .cannotTell:
      return
        "\(strong: "Whether \(measures) differed between the arms \(when) cannot be told"): \(scale.points.value(difference, fact(arms, "adjusted_difference"))) points, \(arms.treated.group.label) minus \(arms.control.group.label)\(brackets(arms, isMagnitude: false))."
    case .up, .down:
      return
        "\(strong: "\(when.capitalised) \(measures) was \(apart(arms))"), which is \(verdict.worth?.rawValue ?? "")\(brackets(arms, isMagnitude: true))."
    }
  }

  /// The same in short, for a figure's title and for later follow-ups.
  func short(_ arms: Comparison) -> Prose {
    let when = arms.time.when.capitalised
    switch verdict(arms).call {
    case .notShown:
      return
        "\(when) the difference between the arms \(scale.points.predicate(arms[.difference], fact(arms, "adjusted_difference")))"
    case .cannotTell: return "\(when) we cannot tell whether the arms differ in \(name)"
    case .up, .down:
      return
        "\(when) \(name) scores were \(apart(arms)), which is \(verdict(arms).worth?.rawValue ?? "")"
    }
  }

  /// Each arm's adjusted mean, and what the difference is.
  func means(_ arms: Comparison) -> Prose {
    guard arms[.treatedMean].estimate != nil, arms[.controlMean].estimate != nil else {
      return Prose()
    }
    let treated = scale.points.value(arms[.treatedMean], fact(arms, "adjusted_mean_treated"))
    let control = scale.points.value(arms[.controlMean], fact(arms, "adjusted_mean_control"))
    return
      "Had both arms begun alike, the average would be \(treated) \(ArmsWording.arm(arms.treated.group)) and \(control) \(ArmsWording.arm(arms.control.group))."
  }

  /// `4.0 points lower in the computer programme arm than in the usual care arm`.
  private func apart(_ arms: Comparison) -> Prose {
    let amount = scale.points.magnitude(arms[.difference], fact(arms, "adjusted_difference"))
    let way = arms[.difference].estimate.map { $0.value < 0 ? "lower" : "higher" } ?? ""
    return
      "\(amount) points \(way) \(ArmsWording.both(arms.treated.group, arms.control.group, "than"))"
  }

  private func brackets(_ arms: Comparison, isMagnitude: Bool) -> Prose {
    let difference = arms[.difference]
    let people = who(arms).among(arms)
    guard let level = difference.level,
      let range = scale.points.range(
        difference, fact(arms, "adjusted_difference"), isMagnitude: isMagnitude)
    else { return " (\(name); \(people))" }
    return " (\(level) confidence interval \(range); \(name); \(people))"
  }
}
