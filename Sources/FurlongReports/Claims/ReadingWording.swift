import FurlongEvaluation

/// Words one reading of a claim, with its arithmetic.
struct ReadingWording {
  private let reading: ClaimReading
  private let numbers = NumberWording()

  init(_ reading: ClaimReading) { self.reading = reading }

  var words: String {
    switch reading.says {
    case .total, .yearly, .oneYear, .spread: money
    case .timeBase, .netOfDelivery, .otherPeople, .otherAmount, .asInSource: restatement
    case .mean, .medianTimesCount: total
    case .outsideInterval(let amount, let low, let high):
      "An interval from \(numbers.pounds(low)) to \(numbers.pounds(high)) is not that of \(numbers.pounds(amount)), which lies outside it."
    case .difference, .standardError, .probability: saving
    case .change, .otherSign, .sizeByScores, .sizeByChanges: score
    case .meanScore(let mean): words(mean)
    case .spreadOfScores(let spread): words(spread)
    case .part, .base, .counts, .samePeople: count
    case .left, .fellAgain: fall
    }
  }

  private var money: String {
    switch reading.says {
    case .total(let amount, let people, let months, let total):
      "\(numbers.pounds(amount)) × \(numbers.count(people)) people = \(numbers.wholePounds(total)) in all, "
        + (months.map { "over \(self.months($0))." } ?? "and over what time is not said.")
    case .yearly(let amount, let months, let yearly):
      "\(numbers.pounds(amount)) over \(self.months(months)) is \(numbers.wholePounds(yearly)) a year for each person "
        + "(× 12 ÷ \(months))."
    case .oneYear(let amount): "\(numbers.pounds(amount)) is of one year already."
    case .spread(let total, _, let people, let spread, let each):
      "\(numbers.pounds(total)) shared by "
        + (spread == .all
          ? "all \(numbers.count(people)) people"
          : "the \(numbers.count(people)) people who are counted")
        + " is \(numbers.wholePounds(each)) each."
    default: ""
    }
  }

  private var restatement: String {
    switch reading.says {
    case .timeBase(let amount, let said, let source, let yearly, let factor):
      guard let source, let yearly else {
        return "It is told for \(months(said)). The source does not say over what time."
      }
      let start =
        "\(numbers.pounds(amount)) is told for \(months(said)). The source says \(months(source)), "
        + "which is \(numbers.wholePounds(yearly)) a year"
      if reading.fit == .follows { return start + ": the two agree." }
      return start + (factor.map { ": this is \(numbers.score($0)) times as much." } ?? ".")
    case .netOfDelivery(let source):
      return "It is told as what is left after the cost of delivery. "
        + (source == .notStated
          ? "The source names no such cost." : "The source did not take that cost off.")
    case .otherPeople(let said, let source):
      return "It is told \(said.words). The source tells it \(source.words)."
    case .otherAmount(let said, let source):
      return "It is told as \(numbers.pounds(said)). The source says \(numbers.pounds(source))."
    case .asInSource: return "It is what its source says."
    default: return ""
    }
  }

  private var total: String {
    switch reading.says {
    case .mean(let total, let count, let of, let mean, let median):
      "\(numbers.pounds(total)) ÷ \(numbers.count(count)) \(of) = \(numbers.wholePounds(mean)) on average."
        + (median.map {
          " The median is \(numbers.pounds($0)). "
            + (abs($0 - mean) < 0.5
              ? "The two agree."
              : "Both can be right: a median takes no account of how large the others are.")
        } ?? "")
    case .medianTimesCount(let median, let count, let of, let product, _):
      "\(numbers.pounds(median)) × \(numbers.count(count)) \(of) = \(numbers.wholePounds(product)), which is the total that is told. Ask how it was worked out, since a median times a count is no total."
    default: ""
    }
  }

  private var saving: String {
    switch reading.says {
    case .difference(let with, let without, let difference, let said):
      "\(numbers.pounds(without)) without it − \(numbers.pounds(with)) with it = \(numbers.pounds(difference))"
        + (reading.fit == .cannotBe
          ? said.map { ", and the source says \(numbers.pounds($0))." } ?? "." : ".")
    case .standardError(let low, let high, let level, let error):
      "An interval (\(numbers.score(level))%) from \(numbers.pounds(low)) to \(numbers.pounds(high)) goes with a "
        + "standard error of \(numbers.wholePounds(error))."
        + (reading.fit == .open
          ? " It does not lie evenly round the estimate, so this is rough." : "")
    case .probability(let normal, let said):
      "The probability of a saving is \(numbers.percentage(normal, decimals: 0)) if the estimate is normal."
        + (said.map {
          let told = " The source’s \(numbers.score($0))% "
          return reading.fit == .doesNotFollow
            ? told
              + "does not follow from this interval, so it answers another question, such as whether an admission avoided is worth its price."
            : told + (reading.fit == .open ? "is near that." : "agrees with that.")
        } ?? "")
    default: ""
    }
  }

  private var score: String {
    switch reading.says {
    case .change(let before, let after, let change, let decimals):
      "From \(numbers.fixed(before, decimals: decimals)) to \(numbers.fixed(after, decimals: decimals)) is a mean change of "
        + "\(numbers.fixed(change, decimals: decimals)), later minus earlier."
    case .otherSign(let name, let size, let change, let decimals):
      "\(name.rawValue) = \(numbers.score(size)) has a minus, and the scores rose by \(numbers.fixed(change, decimals: decimals)): either it is earlier minus later, or one of the two is wrong."
    case .sizeByScores(let name, let size, let sd):
      "If \(name.rawValue) = \(numbers.score(size)) is the change divided by the spread of scores, their standard deviation is "
        + "\(numbers.fixed(sd, decimals: 2))."
        + (reading.fit == .doesNotFollow ? " Those that are printed are others." : "")
    case .sizeByChanges(let name, let size, let sd, let t, let people):
      "If \(name.rawValue) = \(numbers.score(size)) is the change divided by the spread of changes, that spread is "
        + "\(numbers.fixed(sd, decimals: 2)) and t(\(people - 1)) = \(numbers.fixed(t, decimals: 2))."
    default: ""
    }
  }

  private func words(_ mean: ClaimReading.MeanScore) -> String {
    let figure = numbers.printed(mean.mean)
    let people = "\(numbers.count(mean.people)) people"
    switch reading.fit {
    case .cannotBe where mean.isOutside: return "A mean of \(figure) lies outside the scale."
    case .cannotBe:
      let nearest = [mean.below, mean.above].compactMap { value in
        value.map { numbers.fixed($0, decimals: mean.mean.decimals) }
      }
      return "No \(people) on this scale have a mean of \(figure). The nearest are "
        + nearest.joined(separator: " and ")
        + ". Others need scores that are not whole, as where blank answers were filled in."
    case .tellsNothing:
      return
        "With \(people) every mean of this scale with \(decimals(mean.mean)) is possible, so \(figure) cannot be checked."
    default: return "A mean of \(figure) is possible with \(people)."
    }
  }

  private func words(_ spread: ClaimReading.SpreadOfScores) -> String {
    let both =
      "a mean of \(numbers.printed(spread.mean)) and a standard deviation of \(numbers.printed(spread.sd))"
    let people = "\(numbers.count(spread.people)) people"
    switch reading.fit {
    case .cannotBe:
      let places = spread.sd.decimals
      let range = [spread.lowest, spread.highest].compactMap { value in
        value.map { numbers.fixed($0, decimals: places) }
      }
      return
        "No \(people) on this scale have \(both). With this mean it is \(range.joined(separator: " to ")). "
        + "Every set of scores was looked through."
    case .tellsNothing:
      return "Whether \(people) can have \(both) was not settled: the search was given up."
    default: return "\(people.capitalised) can have \(both): a set of scores was found."
    }
  }

  private var count: String {
    switch reading.says {
    case .part(let count, let all):
      let share = Double(count) / Double(max(all, 1))
      return "\(numbers.count(count)) of \(numbers.count(all)) people"
        + (reading.fit == .follows
          ? " are counted (\(numbers.percentage(share, of: all)))." : " cannot be.")
    case .base(let count, let percent, let low, let high, let said):
      let told = "\(numbers.count(count)) as \(numbers.printed(percent))%"
      guard let low else {
        return "\(numbers.count(count)) is \(numbers.printed(percent))% of no number of people."
      }
      return "\(told) means \(people(low, high))"
        + (reading.fit == .cannotBe ? ", and the source says \(numbers.count(said ?? 0))." : ".")
    case .counts(let percent, let all, let low, let high):
      let told = "\(numbers.printed(percent))% of \(numbers.count(all)) people"
      guard let low, let high else {
        return percent.value > 100
          ? "\(told) is more than all of them." : "\(told) is no whole number of them."
      }
      return
        "\(told) is \(low == high ? numbers.count(low) : "\(numbers.count(low)) to \(numbers.count(high))") of them."
    case .samePeople(let first, let second, let low, let high):
      return "‘\(first)’ and ‘\(second)’ "
        + (low.map { "can be of the same \(people($0, high))." }
          ?? "cannot be of the same people: they go with different numbers of people.")
    default: return ""
    }
  }

  private var fall: String {
    switch reading.says {
    case .left(let percent, let months, let left):
      "\(numbers.score(percent))% less after \(self.months(months)) leaves \(numbers.score(left))% of what it was."
    case .fellAgain(let first, let second, let percent):
      "If the people are the same, it \(percent < 0 ? "rose" : "fell by another") "
        + (percent < 0 ? "by " : "")
        + "\(numbers.fixed(abs(percent), decimals: 0))% from month \(first) to month \(second)."
    default: ""
    }
  }

  private func months(_ count: Int) -> String {
    count == 1 ? "1 month" : "\(numbers.count(count)) months"
  }

  private func decimals(_ figure: PrintedFigure) -> String {
    figure.decimals == 0
      ? "no decimals" : figure.decimals == 1 ? "one decimal" : "\(figure.decimals) decimals"
  }

  private func people(_ low: Int, _ high: Int?) -> String {
    guard let high else { return "\(numbers.count(low)) people or more" }
    return low == high
      ? "\(numbers.count(low)) people" : "\(numbers.count(low)) to \(numbers.count(high)) people"
  }
}

extension PublishedClaim.Base {
  /// Whom an amount is of, inside a sentence.
  fileprivate var words: String {
    switch self {
    case .registered: "of each who registered"
    case .attending: "of each who came"
    case .completing: "of each who completed"
    case .person: "of each person"
    case .together: "of all together"
    }
  }
}
