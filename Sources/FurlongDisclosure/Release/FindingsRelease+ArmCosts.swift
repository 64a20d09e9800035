import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  /// What arms differ by in cost and on a scale goes where either goes, and where its people are others than those of the
  /// section on change or on use, but by so few that these could be worked out.
  func release(_ arms: MoneyFinding<Unreleased>.Arms) -> MoneyFinding<Released>.Arms {
    let closed = why(arms)
    return MoneyFinding.Arms(
      window: arms.window, book: arms.book, bookName: arms.bookName, scale: arms.scale,
      prices: arms.prices.map { .init(event: $0.event, pounds: $0.pounds) },
      comparison: release(arms.comparison, closed: closed),
      worths: arms.worths.map {
        .init(point: $0.point, answers: rule.answers($0.answers, closed: closed))
      })
  }

  private func why(_ arms: MoneyFinding<Unreleased>.Arms) -> Withheld? {
    if let closed = isClosed(arms.comparison, []) { return closed }
    let groups = [arms.comparison.treated, arms.comparison.control].map(\.group.id)
    let isHeldBack = arms.prices.map(\.event).contains { event in
      groups.contains {
        rule.holdsBack(.events(.after, event: event, window: arms.window.id, group: $0))
      }
    }
    return isHeldBack || rule.isNear(arms) ? .wouldTell : nil
  }
}

extension NumberRule {
  /// Whether those compared are others than those of another figure by so few that these could be worked out.
  func isNear(_ arms: MoneyFinding<Unreleased>.Arms) -> Bool {
    (arms.apart ?? []).flatMap { [$0.notHere, $0.onlyHere] }.contains {
      $0 > 0 && isFewForEstimates(PeopleCount($0, arms.comparison.used.people))
    }
  }
}
