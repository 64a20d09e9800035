import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

extension AnswerWording {
  /// ` (95% interval: £500 less to £210 more)`: both ends of a difference by their direction; nothing without an interval.
  func spread(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let level = answer.level, let interval = answer.estimate?.interval else {
      return Prose()
    }
    func end(_ value: Double, _ name: String) -> Prose {
      let number = ReportedNumber(
        text(abs(value), in: answer), fact: "\(fact).\(name)",
        value: .released(number(value, in: answer)))
      return "\(number) \(Prose(value < 0 ? "less" : "more"))"
    }
    return
      " (\(level) interval: \(end(interval.low, "conf_low")) to \(end(interval.high, "conf_high")))"
  }
}
