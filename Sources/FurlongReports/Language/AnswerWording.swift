import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

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
  /// One share minus another, in percentage points.
  case percentagePoints
  /// Events, places, stories.
  case count
  /// Person-years, weeks: one decimal.
  case time
  /// Pounds: three significant figures.
  case pounds
}

/// Prints answers: the number with its fact, or the words that stand for it.
struct AnswerWording: Sendable {
  /// What kind of number it prints.
  var style: NumberStyle
  private let numbers = NumberWording()

  init(_ style: NumberStyle) { self.style = style }

  /// The text of a value of an answer; the decimals follow the estimate, so that an interval looks like it.
  func text(_ value: Double, in answer: ReleasedAnswer) -> String {
    if style == .pounds {
      return numbers.pounds(value, toFiguresOf: answer.estimate?.value ?? value)
    }
    guard let decimals = decimals(of: value, in: answer) else {
      if style == .percentagePoints { return numbers.fixed(100 * value, decimals: 0) }
      return answer.estimate?.decimals.map { numbers.percentage(value, decimals: $0 - 2) }
        ?? numbers.percentage(value, of: answer.used.number ?? 0)
    }
    return numbers.fixed(value, decimals: decimals)
  }

  /// The decimals with which a value of an answer is printed; nil for percentages.
  private func decimals(of value: Double, in answer: ReleasedAnswer) -> Int? {
    let estimate = answer.estimate
    let usual: Int
    switch style {
    case .points(let decimals): usual = decimals
    case .deviations, .ratio: usual = 2
    case .rate: usual = numbers.decimals(forThreeFiguresOf: estimate?.value ?? value)
    case .percentage, .percentagePoints, .pounds: return nil
    case .count: return 0
    case .time: usual = 1
    }
    // What the gate rounded has no more decimals than it left.
    return min(usual, estimate?.decimals ?? usual)
  }

  /// A value as its printed text says it.
  func printed(_ value: Double, in answer: ReleasedAnswer) -> Double {
    if style == .percentagePoints { return numbers.rounded(100 * value, decimals: 0) }
    if style == .pounds {
      return numbers.rounded(value, toFiguresOf: answer.estimate?.value ?? value)
    }
    guard let decimals = decimals(of: value, in: answer) else { return value }
    return numbers.rounded(value, decimals: decimals)
  }

  /// The number behind a printed one: where the gate rounds, no more than its text says.
  func number(_ value: Double, in answer: ReleasedAnswer) -> Double {
    if style == .percentagePoints {
      return answer.estimate?.decimals == nil
        ? 100 * value : numbers.rounded(100 * value, decimals: 0)
    }
    if style == .pounds {
      return answer.estimate?.decimals == nil ? value : printed(value, in: answer)
    }
    guard answer.estimate?.decimals != nil, let decimals = decimals(of: value, in: answer) else {
      return value
    }
    return numbers.rounded(value, decimals: decimals)
  }

  /// The number, or the words that stand for it.
  func value(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    switch answer.shown {
    case .number(let estimate):
      Prose(
        ReportedNumber(
          text(estimate.value, in: answer), fact: fact,
          value: .released(number(estimate.value, in: answer))))
    case .notEstimable(let reason):
      Prose(
        ReportedNumber(
          "cannot be estimated (\(reason.words))", fact: fact,
          value: .withheld(reason: reason.words)))
    case .fewerThan(let limit):
      Prose(ReportedNumber.small("fewer than \(numbers.count(limit))", fact))
    case .withheld(let reason):
      Prose(ReportedNumber.withheld("not shown (\(reason.words))", reason, fact))
    }
  }

  /// What is said of an answer that is no number: `is not shown …`, `cannot be estimated …`.
  func predicate(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    switch answer.shown {
    case .withheld, .fewerThan: "is \(value(answer, fact))"
    case .number, .notEstimable: value(answer, fact)
    }
  }

  /// A count inside a sentence: the number, `about 65` where it is rounded, or `a number not shown`.
  func count(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    switch answer.shown {
    case .number(let estimate):
      return estimate.decimals == nil ? value(answer, fact) : "about \(value(answer, fact))"
    case .withheld(let reason):
      return Prose(ReportedNumber.withheld("a number not shown", reason, fact))
    case .fewerThan, .notEstimable: return value(answer, fact)
    }
  }

  /// A count with what is counted: `93 admissions`, `about 95 admissions`, `a number of admissions that is not shown`.
  func count(_ answer: ReleasedAnswer, of things: String, _ fact: String) -> Prose {
    if case .withheld(let reason) = answer.shown {
      return Prose(
        ReportedNumber.withheld("a number of \(things) that is not shown", reason, fact))
    }
    return "\(count(answer, fact)) \(things)"
  }

  /// The number without its sign: for sentences that say the direction in words.
  func magnitude(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let estimate = answer.estimate else { return value(answer, fact) }
    let text = text(abs(estimate.value), in: answer)
    return Prose(
      ReportedNumber(text, fact: fact, value: .released(number(estimate.value, in: answer))))
  }

  /// The interval's ends, `1.7 to 2.7`; without signs and the nearer end first where `isMagnitude`.
  func range(_ answer: ReleasedAnswer, _ fact: String, isMagnitude: Bool = false) -> Prose? {
    guard let interval = answer.estimate?.interval else { return nil }
    func end(_ value: Double, _ name: String) -> ReportedNumber {
      let printed = isMagnitude ? abs(value) : value
      return ReportedNumber(
        text(printed, in: answer), fact: "\(fact).\(name)",
        value: .released(number(value, in: answer)))
    }
    let low = end(interval.low, "conf_low")
    let high = end(interval.high, "conf_high")
    if isMagnitude, abs(interval.low) > abs(interval.high) { return "\(high) to \(low)" }
    return "\(low) to \(high)"
  }

  /// The number and its interval: `2.2 (1.7 to 2.7)`.
  func withRange(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let range = range(answer, fact) else { return value(answer, fact) }
    return "\(value(answer, fact)) (\(range))"
  }

  /// The number and its interval for a table, `[c]` where held back and `[x]` where there is none.
  func cell(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    switch answer.shown {
    case .number: withRange(answer, fact)
    case .notEstimable(let reason):
      Prose(ReportedNumber("[x]", fact: fact, value: .withheld(reason: reason.words)))
    case .fewerThan: Prose(ReportedNumber.small("[c]", fact))
    case .withheld(let reason): Prose(ReportedNumber.withheld("[c]", reason, fact))
    }
  }

  /// The number and its interval for a chart.
  func plotted(_ answer: ReleasedAnswer, showsRange: Bool = true) -> PlottedEstimate {
    switch answer.shown {
    case .number(let estimate):
      let ends = estimate.interval.map {
        PlottedInterval(number($0.low, in: answer), number($0.high, in: answer))
      }
      let words = showsRange ? withRange(answer, "") : value(answer, "")
      return .shown(number(estimate.value, in: answer), interval: ends, label: words.plainText)
    case .notEstimable: return .hidden(label: "cannot be estimated")
    case .fewerThan, .withheld: return .hidden(label: "[c] not shown")
    }
  }

  /// The number for a chart that draws no interval.
  func plottedValue(_ answer: ReleasedAnswer) -> PlottedValue {
    switch plotted(answer, showsRange: false) {
    case .shown(let number, _, let label): .shown(number, label: label)
    case .hidden(let label): .hidden(label: label)
    }
  }
}

extension ReportedNumber {
  /// Words that stand for a number of few people.
  static func small(_ text: String, _ fact: String) -> ReportedNumber {
    withheld(text, .fewPeople, fact)
  }

  /// Words that stand for a number that is held back.
  static func withheld(_ text: String, _ reason: Withheld, _ fact: String) -> ReportedNumber {
    ReportedNumber(text, fact: fact, value: .withheld(reason: reason.words))
  }
}

extension Withheld {
  /// Why a number is held back, in words that stand inside brackets.
  var words: String {
    switch self {
    case .fewPeople: "small number"
    case .twoPeople: "two people have most of it"
    case .wouldTell: "it would give a small number away"
    case .tellsNumbers: "it would tell numbers of people exactly"
    case .calendarMonths: "months are not published"
    }
  }
}

extension ReleasedAnswer {
  /// The level of the interval, as a percentage: `95%`.
  var level: String? {
    estimate?.interval.map { NumberWording().score(($0.level * 1_000).rounded() / 10) + "%" }
  }
}
