import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy

/// Which steps ask again, over another time, what an earlier step asked: their sections tell them shortly.
extension ReportMaterial {
  /// Whether each event of a step of service use is told before in another window.
  func isToldBefore(
    _ found: ServiceUseFinding<Released>, _ step: Findings<Released>.Step
  ) -> Bool {
    let earlier = serviceUse.prefix { $0.step.id != step.id }.flatMap(\.found.outcomes)
    return !found.outcomes.isEmpty
      && found.outcomes.allSatisfy { outcome in
        outcome.arms == nil && outcome.rows.allSatisfy { $0.group == .everyone }
          && earlier.contains {
            $0.event.id == outcome.event.id && $0.window.id != outcome.window.id
          }
      }
  }

  /// Whether what the same services cost is told before in another window.
  func isToldBefore(_ found: MoneyFinding<Released>, _ step: Findings<Released>.Step) -> Bool {
    let earlier = money.prefix { $0.step.id != step.id }.flatMap(\.found.windows)
    func services(_ window: MoneyFinding<Released>.Window) -> [[String]] {
      window.books.map { [$0.id] + $0.services.map(\.event.id) }
    }
    return !found.windows.isEmpty
      && found.windows.allSatisfy { window in
        earlier.contains {
          $0.window.id != window.window.id && services($0) == services(window)
        }
      }
  }
}
