import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says what the service itself cost, before anything is held against it.
struct DeliveryWording {
  private let found: MoneyFinding<Released>
  private let material: ReportMaterial
  private let pounds = AnswerWording(.pounds)

  init(_ found: MoneyFinding<Released>, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  private var one: String { material.study.people.one }

  /// What the service itself cost a person.
  var pageOne: Prose {
    guard found.delivery[.perPerson].estimate != nil else {
      if found.deliveries.isEmpty { return "The plan does not say what the service itself cost." }
      let total = found.deliveries.reduce(0) { $0 + $1.pounds }
      return
        "\(ReportedNumber.stated(pounds: total, "money.delivery")) in all; what that is a \(one) is not shown."
    }
    let whom = found.servedByCount == nil ? one : "person served"
    return
      "\(pounds.value(found.delivery[.perPerson], "money.delivery_per_person")) a \(whom)."
  }

  /// What the service itself cost, heading by heading.
  var inFull: Prose {
    guard !found.deliveries.isEmpty else {
      return "The plan does not say what the service itself cost, so there is no net figure."
    }
    let headings = found.deliveries.enumerated().map { place, delivery -> Prose in
      let paid = ReportedNumber.stated(
        pounds: delivery.planned.pounds, "money.delivery.\(place).paid")
      let moved: Prose =
        delivery.planned.priceYear == found.priceYear
        ? ""
        : ", which is \(ReportedNumber.stated(pounds: delivery.pounds, "money.delivery.\(place)")) in prices of \(Prose(found.priceYear.text))"
      return
        "\(Prose(delivery.planned.what)) \(paid)\(moved) (paid by \(Prose(delivery.planned.paidBy)))"
    }
    let total = found.deliveries.reduce(0) { $0 + $1.pounds }
    let answer = found.delivery[.perPerson]
    let period = found.deliveries[0].planned.period
    let days = "\(material.days.words(period.from)) to \(material.days.words(period.to))"
    let first: Prose =
      "The service itself cost \(ReportedNumber.stated(pounds: total, "money.delivery")) from \(Prose(days)), in prices of \(Prose(found.priceYear.text)): \(headings.listed)."
    guard answer.estimate != nil else {
      return
        "\(first) What that is for each \(one) \(pounds.predicate(answer, "money.delivery_per_person"))."
    }
    let people = material.people.people(found.served, "money.served")
    let each = pounds.value(answer, "money.delivery_per_person")
    return found.servedByCount == nil
      ? "\(first) Shared among \(people) of this report who registered in that time, that is \(each) each. Nobody else is counted: if it also served others, such as carers, staff or those who did not agree to be counted, it cost less for each."
      : "\(first) Shared among \(PeopleWording(.init(one: "person", many: "people")).people(found.served, "money.served")), by the college’s own count, that is \(each) each."
  }
}
