import FurlongEvaluation
import FurlongScales
import FurlongStories
import FurlongStudy

/// Says in plain English what a plan asks.
struct PlanWords {
  let plan: StudyPlan

  private var people: String { plan.evaluation.people.many }

  /// Who is in the numbers, and from when time is counted.
  var population: [String] {
    let cohort = plan.cohort
    var lines: [String] = []
    let registered = cohort.registered.map { " who first registered from \($0.from) to \($0.to)" }
    lines.append("All \(people)" + (registered ?? "") + ".")
    for criterion in cohort.criteria {
      lines.append(
        "Only those whose '\(criterion.column)' is \(Self.either(criterion.values)).")
    }
    if let linkage = cohort.linkage {
      lines.append(
        "Use of services is counted of those whose '\(linkage.column)' is \(Self.either(linkage.values)); the forms of all count."
      )
    }
    lines.append("Time is counted from: \(cohort.dayZeroWords).")
    if let last = cohort.dataTo {
      lines.append(
        "The data are taken to reach \(last): a follow-up is due when its "
          + "whole window lies in them."
      )
    }
    return lines
  }

  /// What a step asks, of what and when, and what would be shown.
  func question(_ step: EvaluationStep) -> [String] {
    var lines: [String]
    switch step.asked {
    case .reach:
      lines = [
        "Who came, and who is in these numbers?",
        "Shown: how many \(people) remain after each condition, attendance, and how those "
          + "without a follow-up differ from those with one.",
      ]
      if plan.cohort.dayZero != .none {
        let terms = plan.cohort.terms.terms.map { "\($0.label) from \(Self.day($0.start))" }
        lines.append("Attendance also by academic year and term: \(Self.listed(terms)).")
      }
      if let population = plan.evaluation.population {
        let columns = population.columns.map {
          "\($0.column.replacing("_", with: " ")) of \($0.total)"
        }
        lines.append(
          "Set beside \(population.source.who): \(Self.listed(columns)) (\(population.source.source))."
        )
      }
    case .change(let outcomes):
      lines = ["How far did \(people) travel?"] + outcomes.map(outcome)
      lines += occasions
      lines.append(
        "Shown: the mean change (later minus earlier) with its \(level) interval, effect sizes, "
          + "and how many of those due are in it.")
    case .meaning(let outcomes, let rules):
      lines = ["Was the change of each of them real, and did it matter?"] + outcomes.map(threshold)
      lines += occasions
      lines.append(
        "Shown: how many improved, changed less, or got worse by more than that, worse as large "
          + "as better.")
      lines += rules.flatMap { RuleWords(set: $0, plan: plan).lines(of: outcomes) }
    case .lifeOutcomes(let ids):
      lines = ["What changed in the lives of the \(people)?"]
      lines += plan.cohort.lifeOutcomes.filter { ids.contains($0.id) }.map { outcome in
        let sought = outcome.states.filter(outcome.sought.contains)
        return
          "\(outcome.label): '\(outcome.soughtLabel)' is \(Self.either(sought)); the other states are "
          + Self.either(outcome.states.filter { !outcome.sought.contains($0) }) + "."
      }
      lines += occasions
      lines.append(
        "Shown: how many were so before and after, of those who answered both times; how many came to be "
          + "so and how many were so no more; the difference with its \(level) interval; who moved where."
      )
    case .feedback(let scales, let byCourse):
      lines = ["What did \(people) think of it?"]
      lines += plan.evaluation.feedback.filter { scales.contains($0.scale) }.map { asked in
        let name = (try? plan.catalogue.scale(asked.scale))?.name ?? asked.scale
        return "\(name), asked once"
          + (asked.reaching.map {
            "; counted are those with \(ScalePage.number($0)) or past it"
              + (asked.label.isEmpty ? "" : " (\(asked.label))")
          } ?? "") + "."
      }
      lines.append(
        "Shown: how many answered and what, of each the last answer"
          + (byCourse ? ", and by course" : "")
          + "; no change, since there is nothing to compare with.")
    case .serviceUse(let events):
      let asked = plan.cohort.events.filter { events.contains($0.id) }.map(\.many)
      // As the report's heading has it.
      let what = (1...2).contains(asked.count) ? Self.listed(asked) : "use of services"
      lines = [
        "Did \(what) fall? Of "
          + Self.listed(
            plan.cohort.events.filter { events.contains($0.id) }
              .map { $0.many + ($0.role == .primary ? " (primary)" : "") }) + "."
      ]
      let landmark = step.isFromLandmark ? plan.cohort.landmark : nil
      lines += plan.cohort.windows
        .filter { step.windows.isEmpty || step.windows.contains($0.id) }.map {
          "\($0.before) before against \($0.after) "
            + (landmark.map { "from \($0.day) after" } ?? "after")
            + " (\(plan.cohort.dayZeroWords))."
        }
      lines.append(
        "Shown: events and rates for each person-year before and after, their ratio with its \(level) "
          + "interval, the same without the last months before, and how many of the \(people) are "
          + "not linked or not known.")
      if plan.cohort.countsEveryWay, landmark == nil {
        lines.append(
          "Also in every way of counting: without 0, 1, 3 or 6 months before day 0, all or only those whose "
            + "windows are whole, spells that run on day 0 as they fall, before it or left out"
            + Self.otherDay(of: plan.cohort) + ".")
      }
      if landmark == nil {
        lines += context(of: events, "days")
      }
      lines += homeLeave(of: events, everyWay: plan.cohort.countsEveryWay && landmark == nil)
    case .timeToEvent(let events, let months):
      let named = plan.cohort.events.filter { events.contains($0.id) }.map { "first \($0.one)" }
      let times = months.map(String.init)
      lines = [
        "How long did it take? From \(plan.cohort.dayZeroWords) to the \(Self.listed(named)).",
        "Shown: the share who had had it by \(Self.listed(times)) months with its \(level) interval, and the "
          + "weeks by which half had, of all who were watched from day 0; who was lost from view before counts "
          + "as long as they were watched (Kaplan and Meier). Who had a spell of it running on day 0 is left out.",
      ]
    case .unitRates(let counts):
      lines = unitRates(counts, level) + context(of: counts, "months")
    case .money(let events):
      lines = CostWords(plan: plan).lines(
        of: events, landmark: step.isFromLandmark ? plan.cohort.landmark : nil)
    case .experience:
      lines = ["What do \(people) say?"]
      if let stories = plan.evaluation.stories {
        let themes = plan.codebook?.themes.map(\.label) ?? []
        lines.append(
          "Stories read by two coders, each by themselves, with the codebook '\(stories.codebook)'"
            + (themes.isEmpty ? "." : ": \(Self.listed(themes))."))
        lines.append(
          "Quoted only where the teller agreed to be quoted \(stories.quotePurpose.place), and only "
            + "once a person has looked for names and places.")
      }
      lines.append(
        "Shown: how many \(people) tell of each theme by at least one coder and by every coder, how "
          + "far coders agree, and a quote a theme drawn by chance.")
      if let leading = plan.evaluation.leadingOutcome?.scale {
        let name = (try? plan.catalogue.scale(leading))?.name ?? leading
        lines.append(
          "Beside it, how far those changed on \(name) who told of a theme, who told a story "
            + "without it, and who told none.")
      }
    case .certainty:
      lines = [
        "What can this not show?",
        "Shown: what the design, the numbers and the plan leave uncertain, each with its trigger.",
      ]
    }
    // Money compares the arms and shows neither by itself.
    let columns = step.question == .money ? step.groups : plan.evaluation.columns(of: step)
    if let arms = plan.evaluation.design.arms, step.comparesArms {
      let words = plan.evaluation.groups.first { $0.column == arms.column }?.values ?? []
      func label(_ value: String) -> String {
        words.first { $0.value == value }?.label ?? value
      }
      lines.append(
        "Compared as randomised: \(label(arms.treated)) minus (of rates: over) \(label(arms.control))."
      )
    }
    let groups = columns.compactMap { column in
      plan.evaluation.groups.first { $0.column == column }
    }
    for group in groups {
      lines.append(
        "Also by \(group.label): \(Self.listed(group.values.map(\.label))).")
    }
    return lines
  }

  private var level: String {
    let percent = plan.evaluation.confidence * 100
    return "\(percent == percent.rounded() ? String(Int(percent)) : String(percent))%"
  }

  private func outcome(_ id: String) -> String {
    guard let scale = try? plan.catalogue.scale(id),
      let outcome = plan.evaluation.outcomes.first(where: { $0.scale == id })
    else { return id + "." }
    let page = ScalePage(scale)
    let request = plan.cohort.scales.first { $0.scale == id }
    let asked = request?.askedAt == nil ? [] : plan.cohort.followUps(of: id).map { "'\($0.label)'" }
    return "\(scale.name) (\(outcome.role.rawValue)): \(scale.measures), \(page.range)"
      + (request?.blankItemsAllowed.map {
        "; up to \($0) blank items are filled in by the mean of the others"
      } ?? "")
      + (asked.isEmpty
        ? "" : "; asked only \(Self.listed(asked)), and forms of other follow-ups are in no number")
      + "."
  }

  private func threshold(_ id: String) -> String {
    guard let scale = try? plan.catalogue.scale(id),
      let outcome = plan.evaluation.outcomes.first(where: { $0.scale == id })
    else { return id + "." }
    let cutOff = "; " + CutOffWords(scale: scale, outcome: outcome).words
    let threshold =
      switch outcome.reliability {
      case .none: "not judged, since the plan names no reliability"
      case .points(let points): "at least \(ScalePage.number(points)) points, as published"
      case .own(let coefficient, let source): spread(coefficient, "the plan’s own, \(source)")
      case .published(let kind):
        scale.reliability(kind: kind).map { found in
          found.error.map {
            "more than 1.96·√2·SEM, SEM = \(ScalePage.number($0)) points (\(found.source))"
          } ?? spread(found.coefficient, "\(kind), \(found.source)")
        } ?? kind
      }
    return "\(scale.name): \(threshold)\(cutOff)."
  }

  private func spread(_ coefficient: Double, _ whence: String) -> String {
    "more than 1.96·√2·SD·√(1 − r), r = \(ScalePage.number(coefficient)) (\(whence)), "
      + "SD of all baselines of this study"
  }

  private var occasions: [String] {
    let cohort = plan.cohort
    func words(_ occasion: Occasion) -> String {
      guard let window = occasion.window else { return "'\(occasion.label)'" }
      return "'\(occasion.label)' (day \(window.from) to \(window.to), nearest to "
        + "\(window.nearestTo))"
    }
    guard let baseline = cohort.baseline else { return [] }
    return [
      "From \(words(baseline)) to \(Self.listed(cohort.followUps.map(words))), each by itself."
    ]
  }

  /// As the plan writes it: `09-01`, or `Good Friday`.
  private static func day(_ start: AcademicTerms.Start) -> String {
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return switch start {
    case .goodFriday: "Good Friday"
    case .date(let month, let day): "\(twoDigits(month))-\(twoDigits(day))"
    }
  }

  private static func either(_ values: [String]) -> String {
    let quoted = values.map { "'\($0)'" }
    guard quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
  }

  /// What becomes of nights at home on leave, an event a line.
  private func homeLeave(of events: [String], everyWay: Bool) -> [String] {
    plan.cohort.events.compactMap { event in
      guard events.contains(event.id), let leave = event.homeLeave else { return nil }
      return "Nights at home on leave from a stay are \(leave.rawValue) (\(event.many))"
        + (everyWay ? "; also in every way from the same day 0 as \(leave.other.rawValue)." : ".")
    }
  }

  /// What others publish that is set beside.
  private func context(of counted: [String], _ time: String) -> [String] {
    plan.evaluation.context.filter { counted.contains($0.event) }.map { series in
      let last = ContextSeries.Month(index: series.from.index + series.values.count - 1)
      return
        "Set beside, over the same \(time), and never subtracted: \(series.what), \(series.from) to \(last) "
        + "(\(series.source))."
    }
  }

  private func unitRates(_ counts: [String], _ level: String) -> [String] {
    guard let units = plan.cohort.units else { return [] }
    let asked = units.counts.filter { counts.contains($0.id) }
      .map { "\($0.many) per \($0.per) \($0.over)" }
    let length = (units.months.map { "\($0)" } ?? "All") + " months before and after"
    let began = units.began.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { "\($0.key) \($0.value)" }
    return [
      "Did \(Self.listed(asked)) change with \(units.what)?",
      "\(length) it began, on \(began.count) \(began.count == 1 ? units.one : units.many): \(Self.listed(began)).",
      "Shown: the count, what it is over and the rate before and after, of all and of each \(units.one), the ratio with its "
        + "\(level) interval, the same without the \(units.one) with most, and all months around the beginning against "
        + "the middle month before. No person is in these counts.",
    ]
  }

  /// The other day from which use is counted too.
  private static func otherDay(of plan: CohortPlan) -> String {
    guard let index = plan.otherIndex else { return "" }
    let lost = index == .firstSession ? ", without those who came to none" : ""
    return "; and all of these from the \(index.rawValue)\(lost)"
  }

  static func listed(_ words: [String]) -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
  }
}
