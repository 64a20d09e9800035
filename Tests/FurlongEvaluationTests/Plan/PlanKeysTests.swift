import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

/// Every key of a plan is changed once: a key that is added later is found by its name and must be changed here too.
@Suite("Every key of a plan", .tags(.law))
struct PlanKeysTests {
  /// A plan as a whole.
  private struct Whole: Equatable {
    var plan: EvaluationPlan
    var cohort: CohortPlan
  }

  /// A key and how it is changed.
  private struct Change: Sendable {
    var key: String
    var make: @Sendable (inout Whole) -> Void
  }

  /// What numbers depend on.
  private static let meaning: [Change] = [
    Change(key: "plan.design") { $0.plan.design = .armsApart },
    Change(key: "plan.seed") { $0.plan.seed += 1 },
    Change(key: "plan.confidence") { $0.plan.confidence = 0.9 },
    Change(key: "plan.outcomes[].scale") { $0.plan.outcomes[0].scale = "qpr15" },
    Change(key: "plan.outcomes[].role") { $0.plan.outcomes[0].role = .secondary },
    Change(key: "plan.outcomes[].reliability") { $0.plan.outcomes[0].reliability = "alpha" },
    Change(key: "plan.outcomes[].cutOff") { $0.plan.outcomes[0].cutOff = .made(.a) },
    Change(key: "plan.outcomes[].norm.mean") { $0.plan.outcomes[0].norm?.mean = 25 },
    Change(key: "plan.outcomes[].norm.sd") { $0.plan.outcomes[0].norm?.sd = 5 },
    Change(key: "plan.outcomes[].norm.source") { $0.plan.outcomes[0].norm?.source = "another" },
    Change(key: "plan.groups[].column") { $0.plan.groups[0].column = "ward" },
    Change(key: "plan.groups[].values[].value") { $0.plan.groups[0].values[0].value = "west" },
    Change(key: "plan.stories.codebook") { $0.plan.stories?.codebook = "another" },
    Change(key: "plan.stories.quotePurpose") { $0.plan.stories?.quotePurpose = .web },
    Change(key: "plan.population.columns[].column") {
      $0.plan.population?.columns[0].column = "age"
    },
    Change(key: "plan.population.columns[].values[].value") {
      $0.plan.population?.columns[0].values[0].value = "man"
    },
    Change(key: "plan.population.columns[].values[].count") {
      $0.plan.population?.columns[0].values[0].count = 11
    },
    Change(key: "plan.costs.priceYear.start") { $0.plan.costs?.priceYear.start = 2023 },
    Change(key: "plan.costs.books[].id") { $0.plan.costs?.books[0].id = "another" },
    Change(key: "plan.costs.books[].index.id") { $0.plan.costs?.books[0].index?.id = "another" },
    Change(key: "plan.costs.books[].index.changes[].into.start") {
      $0.plan.costs?.books[0].index?.changes[0].into.start = 2025
    },
    Change(key: "plan.costs.books[].index.changes[].percent") {
      $0.plan.costs?.books[0].index?.changes[0].percent = 4
    },
    Change(key: "plan.costs.books[].index.changes[].isProvisional") {
      $0.plan.costs?.books[0].index?.changes[0].isProvisional = false
    },
    Change(key: "plan.costs.books[].unitCosts[].event") {
      $0.plan.costs?.books[0].unitCosts[0].event = "another"
    },
    Change(key: "plan.costs.books[].unitCosts[].pounds") {
      $0.plan.costs?.books[0].unitCosts[0].pounds = 1
    },
    Change(key: "plan.costs.books[].unitCosts[].priceYear.start") {
      $0.plan.costs?.books[0].unitCosts[0].priceYear.start = 2024
    },
    Change(key: "plan.costs.books[].unitCosts[].coverage") {
      $0.plan.costs?.books[0].unitCosts[0].coverage = .marginal
    },
    Change(key: "plan.costs.books[].unitCosts[].borneBy") {
      $0.plan.costs?.books[0].unitCosts[0].borneBy = "another"
    },
    Change(key: "plan.costs.pointValues[]") { $0.plan.costs?.pointValues = [50] },
    Change(key: "plan.costs.deliveries[].pounds") { $0.plan.costs?.deliveries[0].pounds = 1 },
    Change(key: "plan.costs.deliveries[].period.from") {
      $0.plan.costs?.deliveries[0].period.from = CalendarDay(number: 18_000)
    },
    Change(key: "plan.costs.deliveries[].period.to") {
      $0.plan.costs?.deliveries[0].period.to = CalendarDay(number: 20_000)
    },
    Change(key: "plan.costs.deliveries[].priceYear.start") {
      $0.plan.costs?.deliveries[0].priceYear.start = 2024
    },
    Change(key: "plan.costs.deliveries[].paidBy") {
      $0.plan.costs?.deliveries[0].paidBy = "another"
    },
    Change(key: "plan.costs.served") { $0.plan.costs?.served = 41 },
    Change(key: "plan.costs.cashable") { $0.plan.costs?.cashable = "Another ward closes." },
    Change(key: "plan.context[].id") { $0.plan.context[0].id = "another" },
    Change(key: "plan.context[].event") { $0.plan.context[0].event = "another" },
    Change(key: "plan.context[].from.index") {
      $0.plan.context[0].from = ContextSeries.Month(index: 24_001)
    },
    Change(key: "plan.context[].values[]") { $0.plan.context[0].values[0] = 41 },
    Change(key: "plan.feedback[].scale") { $0.plan.feedback[0].scale = "gad7" },
    Change(key: "plan.feedback[].reaching") { $0.plan.feedback[0].reaching = 25 },
    Change(key: "plan.steps[].id") { $0.plan.steps[0].id = "another" },
    Change(key: "plan.steps[].asked") { $0.plan.steps[0].asked = .certainty },
    Change(key: "plan.steps[].groups[]") { $0.plan.steps[0].groups = ["ward"] },
    Change(key: "plan.steps[].windows[]") { $0.plan.steps[0].windows = [] },
    Change(key: "plan.steps[].planned") { $0.plan.steps[0].planned = .no },
    Change(key: "cohort.registered.from") {
      $0.cohort.registered?.from = CalendarDay(number: 19_001)
    },
    Change(key: "cohort.registered.to") {
      $0.cohort.registered?.to = CalendarDay(number: 19_501)
    },
    Change(key: "cohort.dataTo") { $0.cohort.dataTo = CalendarDay(number: 20_001) },
    Change(key: "cohort.criteria[].column") { $0.cohort.criteria[0].column = "age" },
    Change(key: "cohort.criteria[].values[]") { $0.cohort.criteria[0].values = ["staff"] },
    Change(key: "cohort.linkage.column") { $0.cohort.linkage?.column = "nhs_link" },
    Change(key: "cohort.linkage.values[]") { $0.cohort.linkage?.values = ["partly"] },
    Change(key: "cohort.dayZero") { $0.cohort.dayZero = .firstSessionAttended },
    Change(key: "cohort.occasions[].id") { $0.cohort.occasions[0].id = "another" },
    Change(key: "cohort.occasions[].role") { $0.cohort.occasions[0].role = .followUp },
    Change(key: "cohort.occasions[].window.from") { $0.cohort.occasions[0].window?.from = -30 },
    Change(key: "cohort.occasions[].window.to") { $0.cohort.occasions[0].window?.to = 30 },
    Change(key: "cohort.occasions[].window.nearestTo") {
      $0.cohort.occasions[0].window?.nearestTo = 1
    },
    Change(key: "cohort.scales[].scale") { $0.cohort.scales[0].scale = "qpr15" },
    Change(key: "cohort.scales[].blankItemsAllowed") {
      $0.cohort.scales[0].blankItemsAllowed = 2
    },
    Change(key: "cohort.scales[].askedAt[]") { $0.cohort.scales[0].askedAt = ["later"] },
    Change(key: "cohort.lifeOutcomes[].id") { $0.cohort.lifeOutcomes[0].id = "another" },
    Change(key: "cohort.lifeOutcomes[].states[]") {
      $0.cohort.lifeOutcomes[0].states = ["working", "neither"]
    },
    Change(key: "cohort.lifeOutcomes[].sought[]") {
      let life = $0.cohort.lifeOutcomes[0]
      $0.cohort.lifeOutcomes[0] = LifeOutcome(
        id: life.id, label: life.label, states: life.states, sought: ["working"],
        soughtLabel: life.soughtLabel)
    },
    Change(key: "cohort.askedOnce[].scale") { $0.cohort.askedOnce[0].scale = "gad7" },
    Change(key: "cohort.askedOnce[].blankItemsAllowed") {
      $0.cohort.askedOnce[0].blankItemsAllowed = 2
    },
    Change(key: "cohort.askedOnce[].askedAt[]") { $0.cohort.askedOnce[0].askedAt = nil },
    Change(key: "cohort.events[].id") { $0.cohort.events[0].id = "another" },
    Change(key: "cohort.events[].role") { $0.cohort.events[0].role = .secondary },
    Change(key: "cohort.events[].transfers") { $0.cohort.events[0].transfers = .apart },
    Change(key: "cohort.events[].homeLeave") { $0.cohort.events[0].homeLeave = .leftOut },
    Change(key: "cohort.windows[].from") { $0.cohort.windows[0].from = TimeLength(2, .days) },
    Change(key: "cohort.landmark.day") { $0.cohort.landmark?.day = TimeLength(180, .days) },
    Change(key: "cohort.landmark.completing") { $0.cohort.landmark?.completing = .sessions(7) },
    Change(key: "cohort.countsEveryWay") { $0.cohort.countsEveryWay = true },
    Change(key: "cohort.units.began") {
      $0.cohort.units?.began["Oak"] = CalendarDay(number: 19_601)
    },
    Change(key: "cohort.units.months") { $0.cohort.units?.months = 6 },
    Change(key: "cohort.units.counts[].id") { $0.cohort.units?.counts[0].id = "another" },
    Change(key: "cohort.units.counts[].role") { $0.cohort.units?.counts[0].role = .secondary },
    Change(key: "cohort.units.counts[].over") { $0.cohort.units?.counts[0].over = "beds" },
    Change(key: "cohort.units.counts[].per") { $0.cohort.units?.counts[0].per = 100 },
    Change(key: "cohort.windows[].id") { $0.cohort.windows[0].id = "another" },
    Change(key: "cohort.windows[].before") {
      $0.cohort.windows[0].before = TimeLength(6, .months)
    },
    Change(key: "cohort.terms.terms[].id") { $0.cohort.terms.terms[0].id = "another" },
    Change(key: "cohort.terms.terms[].start") {
      $0.cohort.terms.terms[0].start = .date(month: 9, day: 2)
    },
    Change(key: "cohort.windows[].after") { $0.cohort.windows[0].after = TimeLength(6, .months) },
  ]

  /// Words that only the report prints, and what follows the calendar or the plan's own record.
  private static let words: [Change] = [
    Change(key: "plan.title") { $0.plan.title = "Another" },
    Change(key: "cohort.units.one") { $0.cohort.units?.one = "unit" },
    Change(key: "cohort.units.many") { $0.cohort.units?.many = "units" },
    Change(key: "cohort.units.what") { $0.cohort.units?.what = "that" },
    Change(key: "cohort.units.counts[].one") { $0.cohort.units?.counts[0].one = "hold" },
    Change(key: "cohort.units.counts[].many") { $0.cohort.units?.counts[0].many = "holds" },
    Change(key: "plan.about") { $0.plan.about = "Another." },
    Change(key: "plan.people.one") { $0.plan.people.one = "learner" },
    Change(key: "plan.people.many") { $0.plan.people.many = "learners" },
    Change(key: "plan.involvement") { $0.plan.involvement = "Another." },
    Change(key: "plan.population.source.who") { $0.plan.population?.source.who = "others" },
    Change(key: "plan.population.source.source") { $0.plan.population?.source.source = "a list" },
    Change(key: "plan.costs.books[].name") { $0.plan.costs?.books[0].name = "another" },
    Change(key: "plan.costs.books[].checked") {
      $0.plan.costs?.books[0].checked = CalendarDay(number: 19_901)
    },
    Change(key: "plan.costs.books[].index.name") {
      $0.plan.costs?.books[0].index?.name = "another"
    },
    Change(key: "plan.costs.books[].index.edition") {
      $0.plan.costs?.books[0].index?.edition = "second"
    },
    Change(key: "plan.costs.books[].index.source") {
      $0.plan.costs?.books[0].index?.source = "another"
    },
    Change(key: "plan.costs.books[].unitCosts[].source") {
      $0.plan.costs?.books[0].unitCosts[0].source = "another"
    },
    Change(key: "plan.costs.deliveries[].what") {
      $0.plan.costs?.deliveries[0].what = "another"
    },
    Change(key: "plan.context[].what") { $0.plan.context[0].what = "others" },
    Change(key: "plan.context[].source") { $0.plan.context[0].source = "another" },
    Change(key: "plan.feedback[].label") { $0.plan.feedback[0].label = "another" },
    Change(key: "cohort.lifeOutcomes[].label") { $0.cohort.lifeOutcomes[0].label = "another" },
    Change(key: "cohort.lifeOutcomes[].soughtLabel") {
      $0.cohort.lifeOutcomes[0].soughtLabel = "another"
    },
    Change(key: "cohort.criteria[].others") { $0.cohort.criteria[0].others = ["staff": "staff"] },
    // They are those of the design, which is told.
    Change(key: "cohort.arms.column") { $0.cohort.arms?.column = "ward" },
    Change(key: "cohort.arms.values[]") { $0.cohort.arms?.values = ["another"] },
    Change(key: "cohort.arms.others") { $0.cohort.arms?.others = ["a": "b"] },
    Change(key: "cohort.linkage.others") { $0.cohort.linkage?.others = ["no": "refused"] },
    Change(key: "cohort.terms.terms[].label") { $0.cohort.terms.terms[0].label = "another" },
    Change(key: "plan.groups[].label") { $0.plan.groups[0].label = "another" },
    Change(key: "plan.groups[].values[].label") { $0.plan.groups[0].values[0].label = "another" },
    // The day on which a consent must hold is today where the data have no end.
    Change(key: "plan.stories.consentOn") {
      $0.plan.stories?.consentOn = CalendarDay(number: 20_100)
    },
    // The versions themselves say what was dropped.
    Change(key: "plan.dropped[].id") { $0.plan.dropped[0].id = "another" },
    Change(key: "plan.dropped[].why") { $0.plan.dropped[0].why = "Another." },
    // Pseudonyms depend on it, and so do none of the numbers.
    Change(key: "cohort.studyID") { $0.cohort.studyID = "another" },
    Change(key: "cohort.fictional") { $0.cohort.fictional = true },
    Change(key: "cohort.dayZeroWords") { $0.cohort.dayZeroWords = "another" },
    Change(key: "cohort.occasions[].label") { $0.cohort.occasions[0].label = "another" },
    Change(key: "cohort.events[].one") { $0.cohort.events[0].one = "another" },
    Change(key: "cohort.events[].many") { $0.cohort.events[0].many = "others" },
    // What the steps themselves say.
    Change(key: "cohort.timedEvents[]") { $0.cohort.timedEvents = ["another"] },
    Change(key: "cohort.windows[].label") { $0.cohort.windows[0].label = "another" },
  ]

  /// A plan in which no list is empty and nothing is missing.
  private static let full = Whole(
    plan: EvaluationPlan(
      title: "A plan", about: "Made in a test.", people: .init(one: "student", many: "students"),
      design: .beforeAfter, involvement: "None.", seed: 7,
      outcomes: [
        OutcomePlan(
          scale: "swemwbs", role: .primary, reliability: "implied-by-sem",
          norm: FunctionalNorm(mean: 24, sd: 4, source: "a survey"))
      ],
      groups: [
        GroupPlan(column: "team", label: "team", values: [.init(value: "north", label: "north")])
      ],
      stories: StoriesPlan(
        codebook: "chime-d", quotePurpose: .publicReport, consentOn: CalendarDay(number: 20_000)),
      population: PopulationPlan(
        source: .init(who: "a caseload", source: "a count"),
        columns: [.init(column: "gender", values: [.init(value: "woman", count: 10)])]),
      costs: {
        var costs = StudyDraft.costs
        costs.served = 40
        costs.pointValues = [100]
        costs.cashable = "The ward closes on 1 April."
        return costs
      }(),
      steps: [
        EvaluationStep(
          id: "change", asking: .change(outcomes: ["swemwbs"]), groups: ["team"],
          windows: ["year"], planned: .yes),
        StudyDraft.step("who", .reach),
        StudyDraft.step("real", .meaning(outcomes: ["swemwbs"])),
        StudyDraft.step("use", .serviceUse(events: ["admission"])),
        StudyDraft.step(
          "completers", .serviceUse(events: ["admission"]), groups: [Landmark.column]),
        StudyDraft.step("times", .timeToEvent(events: ["admission"], months: [6, 12])),
        StudyDraft.step("units", .unitRates(counts: ["restraint"])),
        StudyDraft.step("money", .money(events: ["admission"])),
        StudyDraft.step("lives", .lifeOutcomes(outcomes: ["work"])),
        StudyDraft.step("feedback", .feedback(scales: ["csq8"], byCourse: true)),
        StudyDraft.step("stories", .experience), StudyDraft.step("limits", .certainty),
      ], dropped: [.init(id: "old", why: "No data.")],
      feedback: [FeedbackPlan(scale: "csq8", reaching: 24, label: "were content")],
      context: [
        ContextSeries(
          id: "national", event: "admission", what: "admissions, nation", source: "a table",
          from: ContextSeries.Month(index: 24_000), values: [40, 39])
      ]),
    cohort: CohortPlan(
      studyID: "a-plan", fictional: false,
      registered: DayRange(from: CalendarDay(number: 19_000), to: CalendarDay(number: 19_500)),
      dataTo: CalendarDay(number: 20_000),
      criteria: [.init(column: "type", values: ["service user"])], dayZero: .firstRegistration,
      dayZeroWords: "first registration",
      occasions: [
        Occasion(
          id: "before", label: "before", role: .baseline,
          window: .init(from: -28, to: 28, nearestTo: 0))
      ], scales: [ScaleRequest(scale: "swemwbs", blankItemsAllowed: 1, askedAt: ["after"])],
      events: [
        EventKind(
          id: "admission", one: "admission", many: "admissions", role: .primary,
          homeLeave: .counted)
      ], windows: [year],
      lifeOutcomes: [StudyDraft.work],
      askedOnce: [ScaleRequest(scale: "csq8", blankItemsAllowed: 1, askedAt: ["after"])],
      landmark: Landmark(day: TimeLength(90, .days), completing: .sessions(6)),
      timedEvents: ["admission"],
      units: UnitsPlan(
        one: "ward", many: "wards", what: "it", began: ["Oak": CalendarDay(number: 19_600)],
        months: 12,
        counts: [
          .init(
            id: "restraint", one: "restraint", many: "restraints", role: .primary,
            over: "bed days", per: 1_000)
        ]), linkage: .init(column: "linkage", values: ["yes"]),
      arms: .init(column: "arm", values: ["new", "usual"])))

  private static var year: ServiceWindow {
    var year = StudyDraft.year
    year.from = TimeLength(1, .days)
    return year
  }

  /// The names of everything that is stored in a value, down to what is compared as a whole.
  private func keys(of value: Any, _ name: String) -> [String] {
    if value is CalendarDay || value is TimeLength { return [name] }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .struct:
      return mirror.children.flatMap { keys(of: $0.value, "\(name).\($0.label ?? "?")") }
    case .optional: return mirror.children.first.map { keys(of: $0.value, name) } ?? ["\(name)?"]
    case .collection:
      return mirror.children.first.map { keys(of: $0.value, "\(name)[]") } ?? ["\(name)[]?"]
    default: return [name]
    }
  }

  /// Whether a plan that was changed after it was frozen says so at any of its steps.
  private func isTold(_ changed: Whole) -> Bool {
    func version(_ whole: Whole, day: Int, why: String?) -> PlanVersion {
      PlanVersion(
        moment: .init(on: CalendarDay(number: day), data: DataIn()), why: why,
        evaluation: whole.plan, cohort: whole.cohort)
    }
    let versions = PlanVersions(
      frozen: version(Self.full, day: 1, why: nil),
      amendments: [version(changed, day: 2, why: "a reason")])
    return versions.steps.contains { $0.planned.word != "yes" } || !versions.dropped.isEmpty
  }

  @Test("is here")
  func complete() {
    let here = (Self.meaning + Self.words).map(\.key)
    let stored = keys(of: Self.full.plan, "plan") + keys(of: Self.full.cohort, "cohort")
    #expect(Set(here).count == here.count)
    #expect(Set(stored).subtracting(here) == [], "change them here, once each")
    #expect(Set(here).subtracting(stored) == [], "no key of a plan")
    #expect(!isTold(Self.full))
  }

  @Test("on which a number depends is told of when it changes after the freeze")
  func meaning() {
    for change in Self.meaning {
      var changed = Self.full
      change.make(&changed)
      #expect(changed != Self.full, "\(change.key)")
      #expect(isTold(changed), "\(change.key)")
    }
  }

  @Test("that compares arms is told of by every step in which they are compared")
  func arms() {
    func steps(_ design: EvaluationPlan.Design, against frozen: EvaluationPlan.Design) -> [String] {
      func version(_ design: EvaluationPlan.Design, day: Int, why: String?) -> PlanVersion {
        var plan = Self.full.plan
        plan.design = design
        return PlanVersion(
          moment: .init(on: CalendarDay(number: day), data: DataIn()), why: why,
          evaluation: plan, cohort: Self.full.cohort)
      }
      return PlanVersions(
        frozen: version(frozen, day: 1, why: nil),
        amendments: [version(design, day: 2, why: "a reason")]
      ).steps.filter { $0.planned.word != "yes" }.map(\.id)
    }
    let arms = EvaluationPlan.Design.randomised(
      .init(column: "team", treated: "south", control: "north"))
    let turned = EvaluationPlan.Design.randomised(
      .init(column: "team", treated: "north", control: "south"))
    #expect(steps(arms, against: .armsApart) == ["change", "real", "use", "money", "limits"])
    #expect(steps(turned, against: arms) == ["change", "real", "use", "money", "limits"])
    #expect(steps(.armsApart, against: .beforeAfter) == ["limits"])
    #expect(steps(arms, against: arms) == [])
  }

  @Test("that is only words changes no step")
  func words() {
    for change in Self.words {
      var changed = Self.full
      change.make(&changed)
      #expect(changed != Self.full, "\(change.key)")
      #expect(!isTold(changed), "\(change.key)")
    }
  }
}
