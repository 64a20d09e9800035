import FurlongEvaluation
import FurlongScales
import FurlongStudy

/// Says of what money is made, and what will be shown of it.
struct CostWords {
  var plan: StudyPlan

  /// - Parameter landmark: where completers are told apart.
  func lines(of events: [String], landmark: Landmark?) -> [String] {
    guard let costs = plan.evaluation.costs else { return [] }
    var lines = [
      costs.books.isEmpty
        ? "What did it cost? In prices of \(costs.priceYear.text). Use of services is not priced: 'costs' names no book of prices."
        : "What did it cost, and what did use of services cost? In prices of \(costs.priceYear.text)."
    ]
    for book in costs.books {
      let prices = plan.cohort.events.filter { events.contains($0.id) }.compactMap { event in
        costs.pounds(of: event.id, by: book).map {
          "\(event.one) £\(ScalePage.number($0.rounded()))"
        }
      }
      lines.append(
        "By \(book.name): " + prices.joined(separator: ", ") + "."
          + (book.checked.map { " Last checked on \($0)." }
            ?? " Nobody has said that they checked it."))
    }
    if let pounds = costs.deliveryPounds, let period = costs.deliveryPeriod {
      lines.append(
        "The service itself: £\(ScalePage.number(pounds.rounded())) in those prices, from \(period.from) to \(period.to), shared among "
          + (costs.served.map { "\($0) people, by the plan's own count." }
            ?? "those who registered in that time."))
    } else {
      lines.append("The plan does not say what the service itself cost, so no net figure is shown.")
    }
    if costs.books.isEmpty { return lines }
    lines.append(
      costs.cashable == nil
        ? "What is freed is not called cash."
        : "What is freed is called cash, and the report prints why.")
    lines.append(
      "Shown: quantities, prices and costs before and after; the difference a person-year and over the window, "
        + "gross and net, with its interval; who pays and who gains; without the run-up, and without the "
        + "five people who cost most.")
    lines += arms(costs, landmark: landmark)
    if let landmark {
      lines.append(
        "Of those who had completed \(landmark.day) after day 0 and of the others: cost before, cost from that day "
          + "on, and the difference with its interval.")
    }
    return lines
  }

  /// What is said of arms that are compared.
  private func arms(_ costs: CostsPlan, landmark: Landmark?) -> [String] {
    guard plan.evaluation.design.arms != nil, landmark == nil,
      let lead = plan.evaluation.outcomes.first(where: { $0.role == .primary })
    else { return [] }
    guard costs.served != nil, costs.deliveryPounds != nil else {
      return [
        "Whether it was worth it is not asked of the arms: that needs 'delivery' and, under 'served', for how many it was paid."
      ]
    }
    let name = (try? plan.catalogue.scale(lead.scale))?.name ?? lead.scale
    let values = costs.pointValues.map { "£\(ScalePage.number($0))" }
    return [
      "Of both arms together: the difference in cost with the service itself, and in \(name), of those with both known."
        + (values.isEmpty
          ? " The plan names no value of a point, so whether it was worth it is not asked."
          : " Worth it at \(PlanWords.listed(values)) a point?")
    ]
  }
}
