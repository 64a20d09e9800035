import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says what the service cost for each person who reliably improved.
struct ImprovedCostWording {
  private let found: MoneyFinding<Released>.Improved
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  init(_ found: MoneyFinding<Released>.Improved, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  /// The cost if those without a second form had fared alike, and if none of them had improved.
  var sentence: Prose {
    func fact(_ measure: ImprovedCostMeasure) -> String {
      "money.\(found.scale.id).\(found.occasion.id).\(measure.declared.word)"
    }
    let what: Prose =
      "for each \(Prose(material.study.people.one)) who reliably improved on \(Prose(found.scale.name)) \(Prose(found.occasion.when))"
    let (alike, none) = (found[.costIfOthersAlike], found[.costIfNoOthers])
    guard alike.estimate != nil, none.estimate != nil else {
      let answer = alike.estimate == nil ? alike : none
      let measure: ImprovedCostMeasure =
        alike.estimate == nil ? .costIfOthersAlike : .costIfNoOthers
      return "What the service cost \(what) \(pounds.predicate(answer, fact(measure)))."
    }
    let range: Prose =
      pounds.range(alike, fact(.costIfOthersAlike)).map { range in
        " (\(alike.level ?? "95%") interval \(range))"
      } ?? Prose()
    return
      "\(what.capitalised) the service cost \(pounds.value(alike, fact(.costIfOthersAlike)))\(range) if those without a second form improved as often, and \(pounds.withRange(none, fact(.costIfNoOthers))) if none of them did. Some would have improved without it, so this is no price of an improvement."
  }
}
