import Foundation
import FurlongEvaluation

extension RoundingRule {
  /// What a printed number leaves open of the true one; nil where none is printed.
  func printed(_ answer: FoundAnswer, _ measure: Measure) -> ClosedRange<Double>? {
    guard let shown = self.answer(answer, of: measure).estimate else { return nil }
    let decimals =
      switch measure.kind {
      case .rate: Rounding.decimalsForTwoFigures(of: shown.value)
      case .money: Rounding.decimalsForPounds(of: shown.value)
      default: shown.decimals ?? 0
      }
    let half = 0.5 * pow(10, -Double(decimals))
    let low = shown.value - half
    return (measure.sign.noChange == 0 ? low : max(0, low))...(shown.value + half)
  }
}
