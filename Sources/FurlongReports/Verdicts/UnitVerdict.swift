import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy

/// What may be said of a count of wards, teams or courses.
public struct UnitVerdict: Codable, Sendable, Equatable {
  /// The count's id.
  public var count: String
  /// Which way it went.
  public var call: Call
  /// The same without the unit that has most; nil of one unit alone.
  public var withoutLargest: Call?

  /// How sure one can be: not, where only the unit that has most shows it.
  public var sureness: Sureness {
    switch call {
    case .notShown: .notShown
    case .cannotTell: .cannotTell
    case .up, .down: withoutLargest ?? call == call ? .fairlySure : .notSure
    }
  }
}

extension UnitVerdict {
  init?(_ outcome: UnitRatesFinding<Released>.Outcome) {
    guard let row = outcome.rows.first else { return nil }
    let ratio = AnswerWording(.ratio)
    self.init(
      count: outcome.count.id, call: Call(row[.ratio], printedAs: ratio, noChange: 1),
      withoutLargest: outcome.largest.map {
        Call($0.ratioWithout, printedAs: ratio, noChange: 1)
      })
  }
}
