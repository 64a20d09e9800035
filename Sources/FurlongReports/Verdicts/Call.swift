import FurlongDisclosure
import FurlongEvaluation

/// What the data say of a change, decided from the numbers as they are printed.
public enum Call: String, Codable, Sendable, Equatable {
  /// It went up: the printed interval lies above no change.
  case up
  /// It went down.
  case down
  /// The printed interval touches no change, or there is none.
  case cannotTell
  /// There is no number.
  case notShown

  /// Whether the data tell which way it went.
  public var isTold: Bool {
    switch self {
    case .up, .down: true
    case .cannotTell, .notShown: false
    }
  }
}

extension Call {
  /// What an answer says, printed in a style, where one value means no change.
  init(_ answer: ReleasedAnswer, printedAs style: AnswerWording, noChange: Double) {
    guard let estimate = answer.estimate else {
      self = .notShown
      return
    }
    guard let interval = estimate.interval else {
      self = .cannotTell
      return
    }
    if style.printed(interval.low, in: answer) > noChange {
      self = .up
    } else if style.printed(interval.high, in: answer) < noChange {
      self = .down
    } else {
      self = .cannotTell
    }
  }
}

/// How sure one can be of a change, on one scale for everything.
public enum Sureness: String, Codable, Sendable, Equatable, CaseIterable {
  /// The data tell, and what corrects them says the same.
  case fairlySure
  /// The data tell, but not once they are corrected, or with many missing.
  case notSure
  /// The data do not tell.
  case cannotTell
  /// There is no number to be sure of.
  case notShown
}
