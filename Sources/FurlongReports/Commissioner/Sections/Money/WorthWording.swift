import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says at which of the plan's values of a point the gain was worth what it cost more.
struct WorthWording {
  /// By each book of prices, the leading one first.
  private let books: [MoneyFinding<Released>.Arms]
  private let pounds = AnswerWording(.pounds)

  init(_ books: [MoneyFinding<Released>.Arms]) { self.books = books }

  /// What the intervals tell, without a full stop; empty where the plan names no value.
  var clause: Prose {
    guard let lead = books.first, !lead.worths.isEmpty else { return Prose() }
    let calls = calls(lead)
    if calls.allSatisfy({ $0 == .notShown }) {
      return "Whether the gain was worth what it cost is not shown"
    }
    let others =
      books.allSatisfy { self.calls($0) == calls }
      ? "" : "; not every book of prices says the same"
    func at(_ call: Call) -> Prose? {
      let values = zip(lead.worths, calls).filter { $0.1 == call }.map {
        Prose(ArmCostWording.name($0.0))
      }
      if values.isEmpty { return nil }
      return values.count == calls.count ? "every value named" : "\(values.listed) a point"
    }
    let more = at(.up).map { "At \($0) the gain was worth more than it cost" as Prose }
    let less = at(.down)
    if let more {
      return "\(more)\(less.map { ", and at \($0) less" as Prose } ?? "")\(Prose(others))"
    }
    return less.map { "At \($0) the gain was worth less than it cost\(Prose(others))" }
      ?? "At no value named can we tell whether the gain was worth what it cost\(Prose(others))"
  }

  private func calls(_ arms: MoneyFinding<Released>.Arms) -> [Call] {
    arms.worths.map { Call($0[.netBenefit], printedAs: pounds, noChange: 0) }
  }
}
