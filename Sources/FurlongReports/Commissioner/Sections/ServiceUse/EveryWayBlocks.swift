import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What becomes of each event's ratio in every way of counting: a sentence an event, and the curve of the leading ones.
struct EveryWayBlocks {
  private let outcomes: [ServiceUseFinding<Released>.Outcome]
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let ratio = AnswerWording(.ratio)

  init(
    _ outcomes: [ServiceUseFinding<Released>.Outcome], step: Findings<Released>.Step,
    material: ReportMaterial
  ) {
    self.outcomes = outcomes.filter { !$0.ways.isEmpty }
    self.step = step
    self.material = material
  }

  /// None where the plan does not ask for every way.
  var blocks: [Block] {
    guard !outcomes.isEmpty else { return [] }
    let leading = outcomes.filter { $0.event.role == .primary }
    return [.list(outcomes.map(sentence))] + otherDays
      + (leading.isEmpty ? Array(outcomes.prefix(1)) : leading).map(figure)
  }

  /// Who is counted from another day than the plan's day 0, and what that does to the answer: once for events of the same
  /// people.
  private var otherDays: [Block] {
    let said = outcomes.compactMap(otherDay)
    return said.indices.filter { place in
      !said.prefix(place).contains { $0.plainText == said[place].plainText }
    }.map { .paragraph(said[$0]) }
  }

  private func otherDay(_ outcome: ServiceUseFinding<Released>.Outcome) -> Prose? {
    guard let everyone = outcome.rows.first(where: { $0.group == .everyone }),
      let way = outcome.ways.first(where: {
        $0.rule.index != .plans && $0.rule.fromPlansDay == .wholeWindow
      })
    else { return nil }
    let people = material.people.among(
      way.ratio.used, "\(fact(outcome, way)).people", of: everyone.people,
      "\(fact(outcome, way)).of")
    let effect: Prose =
      way.rule.index == .firstSession
      ? "Whoever came to none is not in them. Those who came may have been better already than those who did not; that is not what coming did."
      : "All of them came later, and had to be well enough to come until then, so that the time after can look better than it was. Whoever registered and never came is in none of these numbers."
    return
      "\(strong: "Day 0 may be another day"): some of these ways count \(people) from the \(way.rule.index.rawValue) instead of the \(material.study.dayZero). \(effect)"
  }

  private func name(_ outcome: ServiceUseFinding<Released>.Outcome) -> String {
    outcome.name(among: outcomes)
  }

  /// Those that are shown, lowest first.
  private func shown(
    _ outcome: ServiceUseFinding<Released>.Outcome
  ) -> [ServiceUseFinding<Released>.Way] {
    let ways = outcome.ways.filter { $0.ratio.estimate != nil }
    func value(_ way: ServiceUseFinding<Released>.Way) -> Double { way.ratio.estimate?.value ?? 0 }
    return ways.sorted { (value($0), $0.rule.rawValue) < (value($1), $1.rule.rawValue) }
  }

  private func fact(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ way: ServiceUseFinding<Released>.Way
  ) -> String {
    "\(ServiceUseWording(outcome, material).prefix).way.\(way.rule.words.replacing("; ", with: ", "))"
  }

  /// How far the answer hangs on the way of counting; ways that give the same numbers are one.
  private func sentence(_ outcome: ServiceUseFinding<Released>.Outcome) -> Prose {
    let ways = shown(outcome)
    guard let first = ways.first, let last = ways.last else {
      return "\(name(outcome).capitalised): no way of counting can be shown."
    }
    let different = Set(ways.map { ratio.cell($0.ratio, "").plainText })
    let told = Self.calls(ways, different, ratio)
    let (down, up) = (told.count { $0 == .down }, told.count { $0 == .up })
    let count = NumberWording()
    let held = outcome.ways.count - ways.count
    let rest: Prose = held > 0 ? " (\(Prose(count.count(held))) more not shown)" : ""
    let range: Prose =
      "\(strong: Prose(name(outcome).capitalised)): counted in \(count.count(different.count)) ways that differ\(rest), there were from \(words(first.ratio)) (\(ratio.value(first.ratio, fact(outcome, first))) times) to \(words(last.ratio)) (\(ratio.value(last.ratio, fact(outcome, last)))) after"
    if down == told.count { return "\(range); every way shows a fall." }
    if up == told.count { return "\(range); every way shows a rise." }
    if down + up == 0 { return "\(range); by none can we tell whether it changed." }
    let parts: [Prose] = [
      down > 0 ? "a fall is shown in \(Prose(count.count(down)))" : Prose(),
      up > 0 ? "a rise is shown in \(Prose(count.count(up)))" : Prose(),
      "in \(Prose(count.count(told.count - down - up))) we cannot tell",
    ].filter { !$0.isEmpty }
    return "\(range): \(parts.listed). The answer hangs on the way of counting."
  }

  /// A ratio in words: `about a third fewer`.
  private func words(_ answer: ReleasedAnswer) -> Prose {
    Prose(
      RatioInWords(answer.estimate.map { ratio.printed($0.value, in: answer) } ?? 1).compared)
  }

  /// What each of the ways that differ says.
  private static func calls(
    _ ways: [ServiceUseFinding<Released>.Way], _ different: Set<String>, _ ratio: AnswerWording
  ) -> [Call] {
    different.compactMap { text in
      ways.first { ratio.cell($0.ratio, "").plainText == text }.map {
        Call($0.ratio, printedAs: ratio, noChange: 1)
      }
    }
  }

  private func figure(_ outcome: ServiceUseFinding<Released>.Outcome) -> Block {
    let ways = shown(outcome)
    return FigureDraft(
      id: "figure-every-way-\(step.id)-\(outcome.event.id)-\(outcome.window.id)",
      title: title(outcome, ways),
      subtitle: Prose(
        "After as a share of before, \(outcome.window.label) around \(material.study.dayZero), lowest first; a diamond is the plan’s own way, 1 means no difference"
      ), spoken: "Ratios with intervals, a way of counting a row.",
      chart: IntervalRows(
        rows: ways.map {
          IntervalRows.Row(
            words($0.rule), ratio.plotted($0.ratio), isOverall: $0.rule == .wholeWindow)
        }, axisLabel: "After as a share of before", axis: .logarithmic, reference: 1,
        sides: IntervalRows.Sides(below: "fewer after", above: "more after"), isDense: true),
      table: Table(
        caption: Prose("\(name(outcome).capitalised) in every way of counting"),
        rowsHeading: "Way of counting", columns: [Table.Column("Ratio (interval)")],
        rows: (ways + outcome.ways.filter { $0.ratio.estimate == nil }).map {
          Table.Row(Prose(words($0.rule)), [ratio.cell($0.ratio, fact(outcome, $0))])
        }),
      source: ("Intervals by formula over persons. The plan names one way as its own; the others say how far the answer hangs on it."
        as Prose).noting(step, material)
    ).block
  }

  private func title(
    _ outcome: ServiceUseFinding<Released>.Outcome, _ ways: [ServiceUseFinding<Released>.Way]
  ) -> Prose {
    let different = Set(ways.map { ratio.cell($0.ratio, "").plainText })
    let told = Self.calls(ways, different, ratio).count { $0 == .down || $0 == .up }
    return
      "\(name(outcome).capitalised): \(NumberWording().count(told)) of \(NumberWording().count(different.count)) ways of counting that differ show a change"
  }

  private func words(_ rule: ServiceUseRule) -> String {
    var parts = [
      rule.monthsLeftOut == 0
        ? "all days"
        : rule.monthsLeftOut == 1
          ? "without the last month" : "without the last \(rule.monthsLeftOut) months"
    ]
    if rule.wholeWindows { parts.append("windows whole") }
    switch rule.running {
    case .asItFalls: break
    case .before: parts.append("spells on day 0 before it")
    case .neither: parts.append("spells on day 0 left out")
    }
    if let leave = rule.homeLeave { parts.append("home leave \(leave.rawValue)") }
    switch rule.index {
    case .plans: break
    case .registration: parts.append("from registration")
    case .firstSession: parts.append("from the first session")
    }
    return parts.joined(separator: ", ")
  }
}
