import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says a scale's name, range and direction, and which way a change went on it.
struct ScaleWording: Sendable {
  /// The scale.
  var scale: ScaleDescription
  private let numbers = NumberWording()

  init(_ scale: ScaleDescription) { self.scale = scale }

  /// Prints numbers in the scale's points.
  var points: AnswerWording { AnswerWording(.points(decimals: decimals)) }

  private var decimals: Int {
    numbers.decimals(step: scale.step, low: scale.low, high: scale.high)
  }

  /// `Mental wellbeing (SWEMWBS)`.
  var title: String {
    guard let first = scale.measures.first, !scale.isNamedAlone else { return scale.name }
    return "\(first.uppercased())\(scale.measures.dropFirst()) (\(scale.name))"
  }

  /// `lower scores are better`.
  var direction: String {
    scale.higherIsBetter ? "higher scores are better" : "lower scores are better"
  }

  /// `0 to 63`.
  var range: String { "\(numbers.score(scale.low)) to \(numbers.score(scale.high))" }

  /// `primary outcome`.
  var role: String { scale.role == .primary ? "primary outcome" : "secondary outcome" }

  /// Which way a change went: `up` or `down`.
  func way(_ change: Double) -> String { change > 0 ? "up" : "down" }

  /// One end of an interval as a rise or a fall: `a fall of 0.4`.
  func swing(_ end: Double, in answer: ReleasedAnswer, _ fact: String) -> Prose {
    let text = points.text(abs(end), in: answer)
    let number = ReportedNumber(text, fact: fact, value: .released(points.number(end, in: answer)))
    return end < 0 ? "a fall of \(number)" : "a rise of \(number)"
  }
}

extension ChangeVerdict {
  /// `better` or `worse`; nothing where the data do not tell.
  var worthWord: String { worth?.rawValue ?? "" }
}
