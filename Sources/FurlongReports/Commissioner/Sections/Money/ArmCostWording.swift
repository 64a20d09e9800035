import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says what the treated arm of a randomised study cost more, and how it came out, by one book of prices.
struct ArmCostWording {
  let arms: MoneyFinding<Released>.Arms
  private let material: ReportMaterial
  private let scale: ScaleWording
  private let pounds = AnswerWording(.pounds)

  init(_ arms: MoneyFinding<Released>.Arms, _ material: ReportMaterial) {
    self.arms = arms
    self.material = material
    scale = ScaleWording(arms.scale)
  }

  /// The fact of one thing about the comparison.
  func fact(_ word: String) -> String {
    "money.\(arms.book).\(arms.window.id).arms.\(arms.comparison.time.id).\(word)"
  }

  /// The fact of one thing at a value of a point.
  func fact(_ worth: MoneyFinding<Released>.Arms.Worth, _ measure: PointWorthMeasure) -> String {
    fact("at_\(ResultRow.text(worth.point)).\(measure.declared.word)")
  }

  private func fact(_ measure: ArmCostMeasure) -> String { fact(measure.declared.word) }

  /// Who is compared.
  private var who: ArmsWording {
    ArmsWording(prefix: fact("people"), material: material)
  }

  private var one: String { material.study.people.one }
  private var treated: GroupName { arms.comparison.treated.group }
  private var control: GroupName { arms.comparison.control.group }

  /// What a value of a point is called: `£150 a point`.
  static func name(_ worth: MoneyFinding<Released>.Arms.Worth) -> String {
    "£\(NumberWording().fixed(worth.point, decimals: worth.point == worth.point.rounded() ? 0 : 2))"
  }

  /// The difference in cost in a line, in strong words.
  var pageOne: Prose {
    let cost = arms.comparison[.cost]
    guard let estimate = cost.estimate else {
      return "What the arms differ by in cost \(pounds.predicate(cost, fact(.cost)))."
    }
    let way = estimate.value < 0 ? "less" : "more"
    let each: Prose =
      "\(pounds.magnitude(cost, fact(.cost))) \(Prose(way)) a \(Prose(one)) over \(Prose(arms.window.label)) \(Prose(ArmsWording.both(treated, control, "than")))"
    let isTold = Call(cost, printedAs: pounds, noChange: 0).isTold
    let brackets = pounds.spread(cost, fact(.cost))
    return isTold
      ? "\(strong: "Use and the service cost \(each)")\(brackets)."
      : "\(strong: "Which arm cost more cannot be told"): use and the service cost \(each)\(brackets)."
  }

  /// The difference in cost, and in the leading scale of the same people.
  var differences: Prose {
    let cost = arms.comparison[.cost]
    let who = who.among(arms.comparison)
    guard let estimate = cost.estimate else {
      return
        "What the arms differ by in cost, beside what they differ by in \(Prose(arms.scale.measures)), \(pounds.predicate(cost, fact(.cost))) (\(who))."
    }
    let way = estimate.value < 0 ? "less" : "more"
    let call = Call(cost, printedAs: pounds, noChange: 0)
    let told: Prose = call.isTold ? "" : " We cannot tell which arm cost more."
    return
      "Of those with \(Prose(arms.scale.name)) before and \(Prose(arms.comparison.time.when)) and all use known over \(Prose(arms.window.label)) after \(Prose(material.study.dayZero)) (\(who)), each \(Prose(one)) cost \(pounds.magnitude(cost, fact(.cost))) \(Prose(way)) \(Prose(ArmsWording.both(treated, control, "than"))), what the service itself cost included\(pounds.spread(cost, fact(.cost))).\(told) \(effect)"
  }

  private var effect: Prose {
    let answer = arms.comparison[.effect]
    guard let estimate = answer.estimate else {
      return
        "How far they lie apart in \(Prose(arms.scale.measures)) \(scale.points.predicate(answer, fact(.effect)))."
    }
    let way = estimate.value < 0 ? "lower" : "higher"
    let isBetter = (estimate.value > 0) == arms.scale.higherIsBetter
    let call = Call(answer, printedAs: scale.points, noChange: 0)
    let worth: Prose =
      call.isTold
      ? ", which is \(Prose(isBetter ? "better" : "worse"))"
      : "; we cannot tell whether it differs"
    let level = answer.level ?? ""
    let range = scale.points.range(answer, fact(.effect))
    let brackets: Prose = range.map { " (\(Prose(level)) confidence interval \($0))" } ?? ""
    return
      "Their \(Prose(arms.scale.measures)) was \(scale.points.magnitude(answer, fact(.effect))) points \(Prose(way)), \(Prose(material.study.people.many)) of the same score before compared with each other\(worth)\(brackets)."
  }

  /// In how many of the draws each of the four ways of it came out; empty where they are not shown.
  var quadrants: Prose {
    let ways: [(ArmCostMeasure, String)] = [
      (.dearerAndBetter, "cost more and came out better"),
      (.dearerAndWorse, "cost more and came out worse"),
      (.cheaperAndBetter, "cost less and came out better"),
      (.cheaperAndWorse, "cost less and came out worse"),
    ]
    let told = ways.compactMap { measure, words in
      share(arms.comparison[measure], fact(measure)).map { "\(Prose(words)) in \($0)" as Prose }
    }
    guard told.count == ways.count else { return Prose() }
    return
      "Of many samples drawn from these \(Prose(material.study.people.many)), those \(Prose(ArmsWording.arm(treated))) \(told.listed). This says how far chance could go. \(ratio)"
  }

  /// What a point better cost, where it can be said.
  private var ratio: Prose {
    let answer = arms.comparison[.costOfPoint]
    guard answer.estimate != nil else {
      return
        "What a point cost is not told: that needs each sample to cost more and come out better."
    }
    return
      "So a point better cost \(pounds.value(answer, fact(.costOfPoint)))\(range(answer, fact(.costOfPoint)))."
  }

  /// What a point must be worth, which no data say.
  var worth: Prose {
    arms.worths.isEmpty
      ? "The plan does not say what a point is worth, so whether it is worth its cost is not asked."
      : ""
  }

  /// A share of draws; draws of these people alone never show that it is all, or none.
  func share(_ answer: ReleasedAnswer, _ fact: String) -> ReportedNumber? {
    answer.estimate.map { estimate in
      ReportedNumber(
        NumberWording().percentage(min(max(estimate.value, 0.001), 0.999), decimals: 0),
        fact: fact, value: .released(estimate.value))
    }
  }

  private func range(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let level = answer.level, let range = pounds.range(answer, fact) else { return Prose() }
    return " (\(Prose(level)) interval \(range))"
  }

  /// What must be read with care.
  var limit: Prose {
    let verdict = ArmVerdict(arms)
    let few = arms.comparison[.cost].estimate?.caveats.contains(where: \.isOfSmallArmsCost) == true
    let missing: Prose =
      verdict.loss == .few
      ? ""
      : " Many of an arm are not among them, or it is not shown how many: who is missing may undo what chance made alike."
    let small: Prose =
      few
      ? " With fewer than \(Prose(NumberWording().count(CostsOfFewPeople.people))) \(Prose(material.study.people.many)) in an arm an interval of a cost is not to be relied on."
      : ""
    let value: Prose =
      arms.worths.isEmpty
      ? "" : " What a point is worth is what the plan says: no data here show it."
    return
      "The arms are compared in cost and scores together only for those of whom both are known.\(missing)\(small)\(value)"
  }
}

extension Caveat {
  /// Whether it says that an arm has too few people for the interval of a cost.
  fileprivate var isOfSmallArmsCost: Bool {
    if case .costsOfSmallArms = self { return true }
    return false
  }
}
