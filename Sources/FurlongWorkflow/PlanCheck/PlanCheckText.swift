import FurlongEvaluation
import FurlongStudy
import FurlongTables

extension PlanCheck {
  /// The check in plain English.
  public var text: String {
    var lines = ["\(title) (\(study))", ""]
    lines += ["WHO"] + population.map { "  " + $0 } + ["", "QUESTIONS"]
    for (place, question) in questions.enumerated() {
      let mark = question.planned == "yes" ? "" : "  [planned: \(question.planned)]"
      lines.append("  \(place + 1). \(question.words.first ?? "")  (\(question.step))\(mark)")
      lines += question.words.dropFirst().map { "     " + $0 }
    }
    lines += pairs + ratesNeeded + storiesNeeded
    lines += ["", "DATA"] + dataLines.map { "  " + $0 }
    lines += ["", "RECORD"] + record.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
  }

  private var pairs: [String] {
    guard !scales.isEmpty else { return [] }
    var lines = [
      "", "HOW MANY PAIRS (\(people) with both forms; more must start, for some do not come back)",
    ]
    for scale in scales {
      lines += ["  \(scale.name) (\(scale.role.rawValue)): \(Self.unit(scale.needs))"]
      lines += [Self.columns("", "80% sure", "90% sure")]
      for row in scale.needs.rows {
        lines.append(
          Self.columns(
            Self.aim(row, scale.needs), String(row.pairsAt80), String(row.pairsAt90)))
      }
      for occasion in scale.occasions {
        if let pairs = occasion.pairs, let due = occasion.due {
          lines.append("    so far, \(occasion.label): \(pairs) pairs of \(due) \(people) due")
        }
      }
    }
    lines += [
      "  Assumed: both occasions have the same SD and correlate by "
        + "\(ShortestNumber.text(correlation)) (--correlation), so that changes have "
        + "\(Self.number((2 * (1 - correlation)).squareRoot())) times that SD.",
      "  \"Sure\" is the power of a paired t test (two-sided, 5%) to see such a mean change, or how often the",
      "  interval comes out no wider. A mean change can matter and be smaller than the reliable change of one person.",
    ]
    return lines
  }

  private var ratesNeeded: [String] {
    guard !rates.isEmpty else { return [] }
    var lines = [
      "", "HOW MANY PEOPLE FOR RATES (\(people) who can be linked and are known on both sides)",
      Self.columns("", "80% sure", "90% sure"),
    ]
    for row in rates {
      let ratio = ShortestNumber.text(row.ratio)
      let events = ShortestNumber.text(row.eventsBefore)
      lines.append(
        Self.columns(
          "to see a rate \(ratio) times as high, with \(events) \(row.eventsBefore == 1 ? "event" : "events") of one person before on average",
          String(row.peopleAt80), String(row.peopleAt90)))
    }
    let dispersion = ShortestNumber.text(RateNeeds.overdispersion)
    lines += [
      "  Assumed: both times are as long; the number of events of one person varies as service use does, with a variance",
      "  of \(dispersion) times its mean (often 3 to 10 times; with twice that, twice as many \(people) are needed); who had many",
      "  before need not have many after. By a normal approximation: with few events, or fewer than \(FewPeopleRatios.people) \(people), too hopeful.",
      "  Whether a fall of that size matters, and how much of it would come anyway, these numbers do not say.",
    ]
    return lines
  }

  private var storiesNeeded: [String] {
    guard asksStories else { return [] }
    return [
      "", "HOW MANY STORIES",
      "  No number can be said. Stories are counted, not tested; how sure a theme's share is, its interval says.",
      "  For the agreement of two coders (kappa) no published formula is built in. With fewer than 200 stories that both",
      "  coders read kappa is rough: there even its usual interval is too narrow (docs/methods/coverage.md).",
    ]
  }

  private static func unit(_ needs: ScaleNeeds) -> String {
    guard let sd = needs.sd else {
      return "the catalogue has no SD of it, so sizes are in SDs of your first scores"
    }
    return "SD \(ShortestNumber.text(sd)) points"
      + (needs.sdSource.map { " (\($0))" } ?? "")
  }

  private static func aim(_ row: ScaleNeeds.Row, _ needs: ScaleNeeds) -> String {
    let size =
      needs.sd.map { "\(number(row.size * $0)) points (\(number(row.size)) SD)" }
      ?? "\(number(row.size)) SD"
    return switch row.aim {
    case .reliableChange: "to see a mean change of \(size), the reliable change of one person"
    case .halfDeviation: "to see a mean change of \(size)"
    case .halfWidth: "for a 95% interval of ± \(size)"
    }
  }

  private static func columns(_ aim: String, _ first: String, _ second: String) -> String {
    func right(_ text: String) -> String {
      String(repeating: " ", count: max(1, 11 - text.count)) + text
    }
    return "    " + aim + String(repeating: " ", count: max(0, 82 - aim.count)) + right(first)
      + right(second)
  }

  private var dataLines: [String] {
    guard let data else {
      return [
        "Not counted: \(unread.joined(separator: ", ")) cannot be read. See `furlong problems`."
      ]
    }
    return (warnings ?? []) + [
      (data == DataIn() ? "None yet." : DataWords(data, people: people).counts + "."),
      "These are counts. No score, event or story was looked at, so this check can be run at any time.",
    ]
  }

  private var record: [String] {
    switch freeze {
    case .never:
      ["Not frozen: nothing records when this plan was written. `furlong plan freeze` does."]
    case .unchanged(let words):
      ["\(words.prefix(1).uppercased())\(words.dropFirst()), and says the same now."]
    case .changed(let words, let changes):
      ["\(words.prefix(1).uppercased())\(words.dropFirst()), and says something else now:"]
        + changes.map { "  " + $0 }
        + ["Record it with `furlong plan amend --why \"…\"`, or put the plan back."]
    }
  }

  /// Two decimals, without noughts at the end.
  private static func number(_ value: Double) -> String {
    ShortestNumber.text((value * 100).rounded() / 100)
  }
}
