import FurlongCharts
import FurlongDocuments
import FurlongEvaluation

/// An answer of the evaluation as the gate let it pass; the documents' own answers are those of page one.
typealias Released = FurlongEvaluation.Answer

/// What kind of number is printed, and so with how many decimals.
enum NumberStyle: Equatable, Sendable {
  /// A score, a mean or a change in a scale's points.
  case points(decimals: Int)
  /// Standard deviations: two decimals.
  case deviations
  /// One rate over another, or a coefficient: two decimals.
  case ratio
  /// Events a person-year: three significant figures.
  case rate
  /// A share as a percentage.
  case percentage
  /// Events, places, stories.
  case count
  /// Person-years: one decimal.
  case years
}

/// Prints answers: the number with its fact, or the words that stand for it.
struct AnswerWording: Sendable {
  /// What kind of number it prints.
  var style: NumberStyle
  private let numbers = NumberWording()

  init(_ style: NumberStyle) { self.style = style }

  /// The text of a value; the decimals follow `leading` where an interval must look like its estimate.
  func text(_ value: Double, leading: Double? = nil, people: Int) -> String {
    switch style {
    case .points(let decimals): numbers.fixed(value, decimals: decimals)
    case .deviations, .ratio: numbers.fixed(value, decimals: 2)
    case .rate:
      numbers.fixed(value, decimals: numbers.decimals(forThreeFiguresOf: leading ?? value))
    case .percentage: numbers.percentage(value, of: people)
    case .count: numbers.fixed(value, decimals: 0)
    case .years: numbers.fixed(value, decimals: 1)
    }
  }

  /// The number, or the words that stand for it.
  func value(_ answer: Released, _ fact: String) -> Prose {
    switch answer {
    case .estimated(let estimate):
      Prose(
        ReportedNumber(
          text(estimate.value, people: estimate.used), fact: fact, value: .released(estimate.value))
      )
    case .notEstimable(let reason, _, _):
      Prose(
        ReportedNumber(
          "cannot be estimated (\(reason.words))", fact: fact,
          value: .withheld(reason: reason.words)))
    case .hidden: Prose(ReportedNumber.small("not shown (small number)", fact))
    }
  }

  /// What is said of an answer that is no number: `is not shown …`, `cannot be estimated …`.
  func predicate(_ answer: Released, _ fact: String) -> Prose {
    if case .hidden = answer { return "is \(value(answer, fact))" }
    return value(answer, fact)
  }

  /// A count inside a sentence: the number, or `a number not shown`.
  func count(_ answer: Released, _ fact: String) -> Prose {
    guard case .hidden = answer else { return value(answer, fact) }
    return Prose(ReportedNumber.small("a number not shown", fact))
  }

  /// The number without its sign: for sentences that say the direction in words.
  func magnitude(_ answer: Released, _ fact: String) -> Prose {
    guard let estimate = answer.estimate else { return value(answer, fact) }
    let text = text(abs(estimate.value), people: estimate.used)
    return Prose(ReportedNumber(text, fact: fact, value: .released(estimate.value)))
  }

  /// The interval's ends, `1.7 to 2.7`; without signs and the nearer end first where `isMagnitude`.
  func range(_ answer: Released, _ fact: String, isMagnitude: Bool = false) -> Prose? {
    guard let estimate = answer.estimate, let interval = estimate.interval else { return nil }
    func end(_ value: Double, _ name: String) -> ReportedNumber {
      let printed = isMagnitude ? abs(value) : value
      return ReportedNumber(
        text(printed, leading: estimate.value, people: estimate.used), fact: "\(fact).\(name)",
        value: .released(value))
    }
    let low = end(interval.low, "conf_low")
    let high = end(interval.high, "conf_high")
    if isMagnitude, abs(interval.low) > abs(interval.high) { return "\(high) to \(low)" }
    return "\(low) to \(high)"
  }

  /// The number and its interval: `2.2 (1.7 to 2.7)`.
  func withRange(_ answer: Released, _ fact: String) -> Prose {
    guard let range = range(answer, fact) else { return value(answer, fact) }
    return "\(value(answer, fact)) (\(range))"
  }

  /// The number and its interval for a table, `[c]` where hidden and `[x]` where there is none.
  func cell(_ answer: Released, _ fact: String) -> Prose {
    switch answer {
    case .estimated: withRange(answer, fact)
    case .notEstimable(let reason, _, _):
      Prose(ReportedNumber("[x]", fact: fact, value: .withheld(reason: reason.words)))
    case .hidden: Prose(ReportedNumber.small("[c]", fact))
    }
  }

  /// The number and its interval for a chart.
  func plotted(_ answer: Released, showsRange: Bool = true) -> PlottedEstimate {
    switch answer {
    case .estimated(let estimate):
      let ends = estimate.interval.map { PlottedInterval($0.low, $0.high) }
      let words = showsRange ? withRange(answer, "") : value(answer, "")
      return .shown(estimate.value, interval: ends, label: words.plainText)
    case .notEstimable: return .hidden(label: "cannot be estimated")
    case .hidden: return .hidden(label: "[c] not shown")
    }
  }

  /// The number for a chart that draws no interval.
  func plottedValue(_ answer: Released) -> PlottedValue {
    switch plotted(answer, showsRange: false) {
    case .shown(let number, _, let label): .shown(number, label: label)
    case .hidden(let label): .hidden(label: label)
    }
  }
}

extension ReportedNumber {
  /// Words that stand for a number of few people.
  static func small(_ text: String, _ fact: String) -> ReportedNumber {
    ReportedNumber(text, fact: fact, value: .withheld(reason: "small number"))
  }
}

extension Released {
  /// The level of the interval, as a percentage: `95%`.
  var level: String? {
    estimate?.interval.map { NumberWording().score(($0.level * 1_000).rounded() / 10) + "%" }
  }

  /// Whether the interval holds a value; nil where there is none.
  func interval(holds value: Double) -> Bool? {
    estimate?.interval.map { $0.low <= value && value <= $0.high }
  }
}
