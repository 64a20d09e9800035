import FurlongEvaluation
import FurlongStudy

/// Says of what money is made, and what will be shown of it.
struct CostWords {
  var plan: StudyPlan

  /// - Parameter landmark: where completers are told apart.
  func lines(of events: [String], landmark: Landmark?) -> [String] {
    guard let costs = plan.evaluation.costs else { return [] }
    var lines = [
      "What did it cost, and what did use of services cost? In prices of \(costs.priceYear.text)."
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
    lines.append(
      costs.cashable == nil
        ? "What is freed is not called cash."
        : "What is freed is called cash, and the report prints why.")
    lines.append(
      "Shown: quantities, prices and costs before and after; the difference a person-year and over the window, "
        + "gross and net, with its interval; who pays and who gains; without the run-up, and without the "
        + "five people who cost most.")
    if let landmark {
      lines.append(
        "Of those who had completed \(landmark.day) after day 0 and of the others: cost before, cost from that day "
          + "on, and the difference with its interval.")
    }
    return lines
  }
}
