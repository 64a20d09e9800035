import FurlongEvaluation
import FurlongStudy

extension CountSystem {
  /// Whoever is followed from a landmark is counted from day 0 too, and before day 0 the time is the same: what is left are
  /// those who were gone by the landmark, and what they had before.
  mutating func relateFollowed() {
    for followed in counts.indices {
      guard let whole = counts[followed].key.fromDayZero.flatMap({ place(of: $0) }) else {
        continue
      }
      relate(whole, holds: followed, restIsHidden: true)
    }
  }
}

extension CountKey {
  /// The same of everyone from day 0 on, of what is known of those who are followed from a landmark; nil of all else, and of
  /// what came after day 0, where the days are others.
  fileprivate var fromDayZero: CountKey? {
    let all = GroupName.everyone.id
    switch self {
    case .people(.counted(let event, let window, all, .wholeWindow)):
      return ServiceWindow.original(of: window).map {
        .people(.counted(event: event, window: $0, group: all, rule: .wholeWindow))
      }
    case .people(.withAny(.before, let event, let window, all)):
      return ServiceWindow.original(of: window).map {
        .people(.withAny(.before, event: event, window: $0, group: all))
      }
    case .events(.before, let event, let window, all):
      return ServiceWindow.original(of: window).map {
        .events(.before, event: event, window: $0, group: all)
      }
    default: return nil
    }
  }
}
