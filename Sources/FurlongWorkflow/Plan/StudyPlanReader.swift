import FurlongDisclosure
import FurlongEvaluation
import FurlongForms
import FurlongReports
import FurlongScales
import FurlongStories
import FurlongStudy

/// Reads study.yaml into a `StudyPlan`: every key known, every cross-reference checked.
struct StudyPlanReader {
  /// The scales that a plan may ask for.
  var catalogue: ScaleCatalogue
  /// The codebooks that a plan may name.
  var codebooks: [Codebook]
  /// The study's books of prices.
  var costBooks: [CostBook] = []
  /// The day on which a consent must hold, unless the study is invented.
  var today: CalendarDay

  /// Reads the text of a study.yaml.
  func read(_ text: String, file: String) throws(FormError) -> StudyPlan {
    let root = try FormNode.read(text, file: file)
    // A misspelt heading comes before what the plan lacks because of it.
    try root.table { table throws(FormError) in
      for key in Self.keys { _ = table.isPresent(key) }
    }
    return try root.table { table throws(FormError) in
      try checkForm(table)
      var groups = try readGroups(table)
      let study = try table.required("study").table { table throws(FormError) in
        try readStudy(table, groups: groups)
      }
      let start = try table.required("day_0").table { table throws(FormError) in
        try readDayZero(table)
      }
      let landmark = try LandmarkReader(dated: start.day != .none).read(table)
      if let landmark { groups.append(landmark.groups) }
      let terms = try TermsReader(dated: start.day != .none).read(table)
      let occasions = try OccasionsReader(dated: start.day != .none).read(table)
      let outcomes = try OutcomesReader(
        catalogue: catalogue,
        followUps: occasions.filter { $0.role == .followUp }.map(\.id)
      ).read(table)
      let events = try EventsReader().readEvents(table)
      let windows = try EventsReader().readWindows(table)
      let units = try UnitsReader(events: events.map(\.id)).read(table)
      let context = try ContextReader(
        events: events.map(\.id), units: units?.counts.map(\.id) ?? [],
        isDated: start.day != .none
      ).read(table)
      let people = CriteriaReader()
      let population = try PopulationReader().read(table)
      let costs = try CostsReader(
        books: costBooks, registered: study.registered,
        comparesArms: study.design.arms != nil && outcomes.contains { $0.plan.role == .primary }
      ).read(table)
      let lives = try LifeOutcomesReader().read(table, scales: outcomes.map(\.plan.scale))
      let feedback = try FeedbackReader(catalogue: catalogue).read(table)
      let policy = try PolicyReader().read(table)
      let stories = try StoriesPlanReader(
        codebooks: codebooks.map(\.id), policy: policy,
        consentOn: study.fictional
          ? study.dataTo : study.dataTo.map { max($0, today) } ?? today
      ).read(table)
      try requireBaseline(
        hasOutcomes: !outcomes.isEmpty || !lives.isEmpty, occasions, at: table.node)
      let steps = try StepsReader(
        scales: outcomes.map(\.plan), catalogue: catalogue, events: events.map(\.id),
        groups: groups.map(\.column), lifeOutcomes: lives.map(\.id),
        feedback: feedback.map(\.plan.scale), windows: windows.map(\.id),
        unitCounts: units?.counts.map(\.id) ?? [],
        hasStories: stories != nil, isDated: start.day != .none, costs: costs,
        landmark: landmark,
        followUps: occasions.filter { $0.role == .followUp }
      ).read(table)
      let report = try table.required("report").table { report throws(FormError) in
        try readReport(report)
      }
      return StudyPlan(
        cohort: CohortPlan(
          studyID: study.id, fictional: study.fictional, registered: study.registered,
          dataTo: study.dataTo, criteria: try people.read(table), dayZero: start.day,
          dayZeroWords: start.words, occasions: occasions, scales: outcomes.map(\.request),
          events: events, windows: windows, terms: terms, lifeOutcomes: lives,
          askedOnce: feedback.map(\.request), landmark: landmark,
          countsEveryWay: try countsEveryWay(table), timedEvents: steps.timedEvents,
          units: units, linkage: try people.linkage(table),
          arms: study.design.arms.map {
            CohortPlan.Criterion(column: $0.column, values: [$0.treated, $0.control])
          }),
        evaluation: EvaluationPlan(
          title: study.title, about: study.about, people: study.people, design: study.design,
          involvement: study.involvement, seed: study.seed, outcomes: outcomes.map(\.plan),
          groups: groups, stories: stories, population: population, costs: costs,
          steps: steps,
          feedback: feedback.map(\.plan), context: context),
        disclosure: policy, report: report, catalogue: catalogue,
        codebook: codebooks.first { $0.id == stories?.codebook }, isDrafted: study.isDrafted)
    }
  }

  /// The headings of a plan.
  private static let keys = [
    "furlong", "study", "who", "linkage", "day_0", "terms", "population", "occasions", "outcomes",
    "life_outcomes", "feedback", "events", "windows", "context", "units", "groups", "completers",
    "sensitivity", "stories", "costs", "steps", "disclosure", "report",
  ]

  /// What stands under `study:`.
  private struct Study {
    var id: String
    var title: String
    var about: String
    var fictional: Bool
    var people: EvaluationPlan.PeopleWords
    var registered: DayRange?
    var dataTo: CalendarDay?
    var design: EvaluationPlan.Design
    var involvement: String
    var seed: UInt64
    var isDrafted: Bool
  }

  private func checkForm(_ table: FormTable) throws(FormError) {
    let node = try table.required("furlong")
    guard try node.whole() == 1 else {
      throw node.error(
        "this plan is written in a form that this version does not know",
        fix: "write 'furlong: 1', or use a newer furlong")
    }
  }

  private func readStudy(
    _ table: FormTable, groups: [GroupPlan]
  ) throws(FormError) -> Study {
    let id = try table.required("id")
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    let idText = try id.text()
    guard !idText.isEmpty, idText.count <= 64, idText.allSatisfy(letters.contains) else {
      throw id.error(
        "a study's id is made of small letters, digits and hyphens, 64 at the most",
        fix: "write an id such as 'saltmarsh-2025'; never change it later")
    }
    let people = try table.required("people").table { words throws(FormError) in
      EvaluationPlan.PeopleWords(one: try words.text("one"), many: try words.text("many"))
    }
    let seedNode = try table.required("seed")
    let seed = try seedNode.whole()
    guard seed >= 0 else {
      throw seedNode.error("a seed is not negative", fix: "write a whole number such as 2025")
    }
    return Study(
      id: idText, title: try table.text("title"), about: try table.text("about"),
      fictional: try table.yes("fictional", default: false), people: people,
      registered: try table.optional("registered")?.dayRange(),
      dataTo: try table.optional("data_to")?.day(),
      design: try DesignReader.read(try table.required("design"), groups: groups),
      involvement: try table.optionalText("involvement") ?? "", seed: UInt64(seed),
      isDrafted: try table.yes("drafted", default: false))
  }

  private func readDayZero(
    _ table: FormTable
  ) throws(FormError) -> (day: CohortPlan.DayZero, words: String) {
    let what = try table.required("what")
    if let dates = try table.optional("dates") {
      guard try dates.text() == "none" else {
        throw dates.error(
          "'dates' can only say 'none'",
          fix: "leave it out where the exports have dates; write 'dates: none' where not")
      }
      return (.none, try what.text())
    }
    let day = try what.word(DatedDayZero.self)
    return (day == .registration ? .firstRegistration : .firstSessionAttended, day.rawValue)
  }

  private enum DatedDayZero: String, CaseIterable {
    case registration = "first registration"
    case session = "first session attended"
  }

  private func readGroups(_ table: FormTable) throws(FormError) -> [GroupPlan] {
    var groups: [GroupPlan] = []
    for line in try table.optional("groups")?.list() ?? [] {
      let group = try line.table { line throws(FormError) in
        var values: [GroupPlan.Value] = []
        for entry in try line.required("values").entries() {
          values.append(GroupPlan.Value(value: entry.key, label: try entry.value.text()))
        }
        return GroupPlan(
          column: try column(of: line), label: try line.text("label"), values: values)
      }
      groups.append(group)
    }
    return groups
  }

  /// Whether service use is counted in every way, not in the usual ones alone.
  private func countsEveryWay(_ plan: FormTable) throws(FormError) -> Bool {
    guard let node = try plan.optional("sensitivity") else { return false }
    return try node.word(Sensitivity.self) == .all
  }

  private enum Sensitivity: String, CaseIterable { case usual, all }

  private func column(of group: FormTable) throws(FormError) -> String {
    let column = try group.text("column")
    guard column == Landmark.column else { return column }
    throw try group.required("column").error(
      "'\(column)' is the name of the groups that 'completers:' makes",
      fix: "say under 'completers' what completing is, or keep your column under another name")
  }

  private func readReport(_ table: FormTable) throws(FormError) -> ReportPlan {
    let audience = try table.required("for")
    guard try audience.text() == "commissioner" else {
      throw audience.error(
        "reports are made for a commissioner only", fix: "write 'for: commissioner'")
    }
    return ReportPlan(
      preparedBy: try table.optionalText("prepared_by"),
      fundedBy: try table.optionalText("funded_by"), decision: try table.optionalText("decision"),
      commentary: try table.optionalText("commentary") ?? "")
  }

  private func requireBaseline(
    hasOutcomes: Bool, _ occasions: [Occasion], at node: FormNode
  ) throws(FormError) {
    guard hasOutcomes else { return }
    guard occasions.count(where: { $0.role == .baseline }) == 1,
      occasions.contains(where: { $0.role == .followUp })
    else {
      throw node.error(
        "a plan with outcomes needs one occasion that is the baseline, and a follow-up",
        fix: "add them under 'occasions'")
    }
  }
}

extension [EvaluationStep] {
  /// The events of which it is asked how long they took.
  fileprivate var timedEvents: [String] {
    flatMap { step -> [String] in
      if case .timeToEvent(let events, _) = step.asked { events } else { [] }
    }
  }
}
