import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says what stands out of attendance month by month, and how that was seen: a figure where something does, else a sentence.
struct AttendanceMonthsWording {
  private let series: AttendanceSeries<Released>
  private let material: ReportMaterial
  private let count = AnswerWording(.count)
  private let numbers = NumberWording()

  init(_ series: AttendanceSeries<Released>, _ material: ReportMaterial) {
    self.series = series
    self.material = material
  }

  /// The signals with the letters by which figure, table and list name them; in the order of months.
  var lettered: [(letter: String, signal: AttendanceSignal)] {
    let first = CalendarDay(number: Int.min)
    let ordered = series.signals.enumerated().sorted {
      ($0.element.months.first ?? first, $0.offset) < ($1.element.months.first ?? first, $1.offset)
    }
    return Self.together(ordered.map(\.element)).enumerated().map { place, signal in
      // Past Z: AA, AB and so on.
      let letters = (0..<26).compactMap { UnicodeScalar(65 + $0).map { String($0) } }
      let lead = place < 26 ? "" : letters[min(place / 26 - 1, 25)]
      return (lead + letters[place % 26], signal)
    }
  }

  /// Signals of which months next to each other beyond one limit are one.
  private static func together(_ signals: [AttendanceSignal]) -> [AttendanceSignal] {
    signals.reduce(into: []) { together, signal in
      let place = together.lastIndex {
        $0.kind == .beyondLimit && signal.kind == .beyondLimit && $0.isUp == signal.isUp
          && $0.months.last?.adding(months: 1) == signal.months.first
      }
      if let place {
        together[place].months += signal.months
      } else {
        together.append(signal)
      }
    }
  }

  /// Whether lines and months are rounded.
  private var isRounded: Bool { series.lines[.centre].estimate?.decimals != nil }

  /// The fact of one measure of a month.
  func fact(_ month: AttendanceSeries<Released>.Month, _ measure: String) -> String {
    "reach.monthly.\(month.first.description.prefix(7)).\(measure)"
  }

  /// Whose attendance it is.
  var who: String {
    let many = material.study.people.many
    return
      "of all \(many) who meet the plan’s criteria, whenever they registered"
  }

  /// The finding, without a full stop.
  var title: Prose {
    let signals = lettered.map(\.signal)
    let long = signals.max { $0.months.count < $1.months.count }
    let lead = (long.map(sentence) ?? Prose()).capitalised
    guard signals.count > 1 else { return lead }
    let stand = signals.count == 2 ? "thing stands" : "things stand"
    return "\(lead); \(numbers.count(signals.count - 1)) more \(stand) out"
  }

  /// Whether the months say something: there are enough for limits, and something stands out.
  var saysSomething: Bool {
    series.kind == .controlChart && series.lines[.centre].estimate != nil && !lettered.isEmpty
  }

  /// What stands in the place of the figure where the months say nothing.
  var sentence: Prose {
    guard series.months.contains(where: { $0.attended.estimate != nil }) else {
      return "Month by month too few people came to show it."
    }
    guard series.lines[.centre].estimate != nil else {
      return series.lines[.centre].shown == .notEstimable(.noVariation)
        ? "Attendance was the same in every month."
        : "How attendance went from month to month is not shown: it would give small counts away."
    }
    guard series.kind == .controlChart else {
      return
        "The register covers \(numbers.count(series.months.count)) whole months: too few for a control chart, which needs 13."
    }
    return "\(level.capitalised). No month and no row of months stands out."
  }

  /// The paragraph and the list before the figure.
  var blocks: [Block] {
    let signals = lettered
    let usual: Prose = "\(level.capitalised)."
    return [
      .paragraph(
        [usual, "What stands out says that something was different, not what it was:"].joined()),
      .list(signals.map { "\(strong: Prose($0.letter)): \(sentence($0.signal))." }),
    ]
  }

  /// `in an average month 155 places at sessions were taken up, and usual months lie below 557`.
  private var level: Prose {
    let about = isRounded ? "about " : ""
    let centre = count.value(series.lines[.centre], "reach.monthly.centre")
    let high = count.value(series.lines[.high], "reach.monthly.upper_limit")
    let range: Prose
    if series.lines[.high].estimate == nil {
      range = Prose()
    } else if series.lines[.low].estimate != nil {
      range =
        ", and usual months lie between \(about)\(count.value(series.lines[.low], "reach.monthly.lower_limit")) and \(high)"
    } else {
      range = ", and usual months lie below \(about)\(high)"
    }
    return "in an average month \(about)\(centre) places at sessions were taken up\(range)"
  }

  /// One signal, without a full stop: `7 months in a row below the average: March to September 2024`.
  func sentence(_ signal: AttendanceSignal) -> Prose {
    let months = numbers.count(signal.months.count)
    let when = signal.months.inWords
    let isUp = signal.isUp ?? true
    switch signal.kind {
    case .beyondLimit:
      return Prose(
        "\(when) \(signal.months.count == 1 ? "lies" : "lie") \(isUp ? "above the upper" : "below the lower") limit"
      )
    case .shift:
      return Prose(
        "\(months) months in a row \(isUp ? "above" : "below") the average: \(when)")
    case .trend:
      return Prose(
        "\(months) months in a row, each \(isUp ? "higher" : "lower") than the one before: \(when)")
    case .nearLimit:
      let limit = "close to the \(isUp ? "upper" : "lower") limit"
      return signal.months.count == 2
        ? Prose("two of three months \(limit): \(when)")
        : Prose("\(months) months \(limit): \(when)")
    case .fewCrossings:
      return
        "the line crosses the median too seldom for months that differ by chance alone, so attendance drifted or shifted"
    }
  }

  /// How it was made.
  var method: String {
    let wide =
      series.leftOutOfLimits > 0
      ? " \(numbers.count(series.leftOutOfLimits)) very wide \(series.leftOutOfLimits == 1 ? "step was" : "steps were") left out of the limits."
      : ""
    return
      "Method: XmR chart; limits from the average step between neighbouring months; rules \(series.rules): a month beyond a limit, 7 in a row on one side, 7 rising or falling, 2 of 3 close to a limit.\(wide) Terms and holidays count as ups and downs like any others."
  }

  /// Which months are no points.
  var leftOut: String {
    var sentences = [
      "Months without sessions are left out and do not break a row."
    ]
    if !series.partial.isEmpty {
      let months = series.partial.map(\.monthWords)
      sentences.append(
        "\(months.joined(separator: " and ")) \(months.count == 1 ? "is" : "are") left out, because the register covers only part of \(months.count == 1 ? "it" : "them")."
      )
    }
    if let period = material.study.registered, let cutOff = material.study.dataTo,
      cutOff >= period.to.adding(months: 1)
    {
      sentences.append(
        "Months after \(period.to.monthWords) are left out, since there the report’s period of registration ends."
      )
    }
    if isRounded {
      sentences.append("The average and the limits are rounded, as the months are.")
    }
    return sentences.joined(separator: " ")
  }
}

extension [CalendarDay] {
  /// Months in words: `March to September 2024`, `May 2024`, `December 2024 to March 2025`.
  fileprivate var inWords: String {
    guard let first, let last else { return "" }
    if first == last { return first.monthWords }
    let join = count == 2 ? "and" : "to"
    if first.date.year == last.date.year { return "\(first.monthName) \(join) \(last.monthWords)" }
    return "\(first.monthWords) \(join) \(last.monthWords)"
  }
}
