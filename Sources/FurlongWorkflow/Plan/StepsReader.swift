import FurlongEvaluation
import FurlongForms
import FurlongScales
import FurlongStudy

/// Reads `steps:`, the questions; each may only name what the plan has.
struct StepsReader {
  var scales: [OutcomePlan]
  var catalogue: ScaleCatalogue
  var events: [String]
  var groups: [String]
  var lifeOutcomes: [String]
  var feedback: [String]
  var windows: [String]
  var unitCounts: [String]
  var hasStories: Bool
  var isDated: Bool
  var costs: CostsPlan?
  var landmark: Landmark?
  var followUps: [Occasion]

  private var outcomes: [String] { scales.map(\.scale) }

  func read(_ plan: FormTable) throws(FormError) -> [EvaluationStep] {
    var steps: [EvaluationStep] = []
    var nodes: [FormNode] = []
    for node in try plan.required("steps").list() {
      let step = try node.table { table throws(FormError) in try read(step: table) }
      try node.refuseTwice(step.id, in: steps.map(\.id))
      steps.append(step)
      nodes.append(node)
    }
    try requireUse(of: steps, nodes)
    try requireOnce(steps, nodes)
    return steps
  }

  private func read(step table: FormTable) throws(FormError) -> EvaluationStep {
    let id = try table.text("id")
    let asked = try read(question: table)
    var columns: [String] = []
    if case .feedback = asked.question, let groups = try table.optional("groups") {
      throw groups.error(
        "feedback is told by course, not by groups",
        fix: "write 'by: course', or take 'groups' out")
    }
    if case .unitRates = asked.question, let groups = try table.optional("groups") {
      throw groups.error(
        "nobody is in counts of units, so no groups are told apart",
        fix: "take 'groups' out; each unit is told by itself")
    }
    for node in try table.optional("groups")?.list() ?? [] {
      let column = try node.text()
      if column == "all" { continue }
      if column == Landmark.column, landmark == nil {
        throw node.error(
          "the plan does not say what completing is",
          fix: "add 'completers: { by: 180 days, completed: 70% of a course }' to the plan")
      }
      try known(column, among: groups, called: "group", at: node)
      if column == Landmark.column { try requireLater(than: landmark, asked, at: node) }
      columns.append(column)
    }
    return EvaluationStep(
      id: id, asking: asked, groups: columns, windows: try windows(table, asked.question),
      planned: try read(planned: table))
  }

  /// The windows that a step names; none where it means all.
  private func windows(_ table: FormTable, _ question: Question) throws(FormError) -> [String] {
    guard let node = try table.optional("windows") else { return [] }
    guard question == .serviceUse || question == .money else {
      throw node.error(
        "only service use and money are counted in windows", fix: "take 'windows' out")
    }
    return try named("windows", table, among: windows)
  }

  /// What is told of completers lies after the day on which they are told apart.
  private func requireLater(
    than landmark: Landmark?, _ asked: EvaluationStep.Asked, at node: FormNode
  ) throws(FormError) {
    guard let landmark else { return }
    switch asked {
    case .serviceUse, .money: return
    case .change, .meaning, .lifeOutcomes:
      // At an earlier follow-up completers are not told of.
      guard let early = followUps.first, !followUps.contains(where: landmark.isBefore) else {
        return
      }
      throw node.error(
        "completers are told apart \(landmark.day) after day 0, and forms of '\(early.id)' may be of a day before",
        fix:
          "let 'from' of a follow-up be day \(landmark.lastDay) or later, or 'by' of 'completers' be earlier"
      )
    case .reach, .timeToEvent, .unitRates, .feedback, .experience, .certainty:
      throw node.error(
        "completers are told apart in steps of service use, money, change, meaning and life outcomes",
        fix: "take '\(Landmark.column)' out of this step's groups")
    }
  }

  private func read(question table: FormTable) throws(FormError) -> EvaluationStep.Asked {
    let ask = try table.required("ask")
    switch try ask.word(Question.self) {
    case .reach: return .reach
    case .change: return .change(outcomes: try named("outcomes", table, among: outcomes))
    case .meaning:
      let asked = try named("outcomes", table, among: outcomes)
      return .meaning(outcomes: asked, rules: try rules(table, of: asked))
    case .lifeOutcomes:
      return .lifeOutcomes(
        outcomes: try named("life_outcomes", table, among: lifeOutcomes))
    case .feedback:
      let by = try table.optionalWord("by", FeedbackBy.self)
      return .feedback(
        scales: try named("scales", table, among: feedback, asked: "feedback"),
        byCourse: by == .course)
    case .serviceUse:
      guard !windows.isEmpty else {
        throw ask.error("service use needs a window", fix: "add one under 'windows'")
      }
      return .serviceUse(events: try named("events", table, among: events))
    case .timeToEvent: return try timed(table, ask)
    case .unitRates:
      return .unitRates(counts: try named("counts", table, among: unitCounts, asked: "units"))
    case .money: return .money(events: try priced(table, ask))
    case .experience:
      guard hasStories else {
        throw ask.error(
          "experience needs stories", fix: "say under 'stories' which codebook reads them")
      }
      return .experience
    case .certainty: return .certainty
    }
  }

  /// The events until which a step counts time, and by which months it tells how many had them.
  private func timed(
    _ table: FormTable, _ ask: FormNode
  ) throws(FormError) -> EvaluationStep.Asked {
    guard isDated else {
      throw ask.error(
        "time to an event is counted in days from day 0, and this plan has 'dates: none'",
        fix: "take the step out")
    }
    let asked = try named("events", table, among: events)
    var months: [Int] = []
    for node in try table.optional("months")?.list() ?? [] {
      let month = try node.whole()
      guard (1...Self.mostMonths).contains(month), month > months.last ?? 0 else {
        throw node.error(
          "months are whole numbers from 1 to \(Self.mostMonths), each greater than the one before",
          fix: "write them such as '[3, 6, 12, 18]'")
      }
      months.append(month)
    }
    guard months.count <= Self.mostTimes else {
      throw ask.error(
        "\(months.count) months are more than a report can show and keep people apart by",
        fix: "name \(Self.mostTimes) at most")
    }
    // A default that is written out is the same plan.
    return .timeToEvent(
      events: asked, months: months.isEmpty ? TimeToEventMonths.usual : months)
  }

  /// Twenty years, as the longest window.
  private static let mostMonths = 240
  private static let mostTimes = 6

  /// An event is timed once: by other months the same people could be told apart more finely than each step says.
  private func requireOnce(
    _ steps: [EvaluationStep], _ nodes: [FormNode]
  ) throws(FormError) {
    var timed: [String] = []
    for (step, node) in zip(steps, nodes) {
      guard case .timeToEvent(let events, _) = step.asked else { continue }
      for event in events {
        guard !timed.contains(event) else {
          throw node.error(
            "an earlier step already asks how long it took until '\(event)'",
            fix: "name all months and groups in one step")
        }
        timed.append(event)
      }
    }
  }

  /// The events of which a step counts the cost: each has a price in every book, in the plan's year.
  private func priced(_ table: FormTable, _ ask: FormNode) throws(FormError) -> [String] {
    guard let costs else {
      throw ask.error("money needs prices", fix: "say under 'costs' what things cost")
    }
    guard let lead = costs.books.first else {
      for key in ["events", "windows", "groups"] where table.isPresent(key) {
        throw ask.error(
          "'costs' names no book of prices, so that nothing of use is priced here",
          fix: "take '\(key)' out, or name a book under 'books'")
      }
      return []
    }
    guard !windows.isEmpty else {
      throw ask.error("money needs a window", fix: "add one under 'windows'")
    }
    let known = events.filter { lead.unitCost(of: $0) != nil }
    guard !known.isEmpty else {
      throw ask.error(
        "costs/\(lead.id).yaml has no price of an event of this plan",
        fix: "price one of: " + events.joined(separator: ", "))
    }
    let asked = try named("events", table, among: table.isPresent("events") ? events : known)
    for book in costs.books {
      for event in asked where costs.pounds(of: event, by: book) == nil {
        guard let price = book.unitCost(of: event) else {
          throw ask.error(
            "costs/\(book.id).yaml has no price of '\(event)'",
            fix: "add it there, or name the events of this step without it")
        }
        throw ask.error(
          "costs/\(book.id).yaml prices '\(event)' in \(price.priceYear.text), and "
            + book.gap(from: price.priceYear, to: costs.priceYear),
          fix: book.mending(from: price.priceYear, to: costs.priceYear))
      }
    }
    return asked
  }

  /// Costs, and the use of completers, are counted of events whose use by everyone is shown too, so that a reader can
  /// follow them.
  private func requireUse(
    of steps: [EvaluationStep], _ nodes: [FormNode]
  ) throws(FormError) {
    for (step, node) in zip(steps, nodes) {
      let asked: [String]
      let what: String
      switch step.asked {
      case .money(let events):
        if !step.groups.allSatisfy({ $0 == Landmark.column }) {
          throw node.error(
            "money is told of everyone and of completers, not by other groups",
            fix: "take 'groups' out")
        }
        (asked, what) = (events, "counts the cost of")
        if step.isFromLandmark {
          try require(events, of: step, in: steps, fromLandmark: true, what, at: node)
        }
      case .serviceUse(let events) where step.isFromLandmark:
        (asked, what) = (events, "tells completers apart for")
      default: continue
      }
      try require(asked, of: step, in: steps, fromLandmark: false, what, at: node)
    }
  }

  /// Every event of a step is asked of in its windows by a step of service use.
  private func require(
    _ events: [String], of step: EvaluationStep, in steps: [EvaluationStep], fromLandmark: Bool,
    _ what: String, at node: FormNode
  ) throws(FormError) {
    for event in events {
      for window in inWindows(step)
      where !steps.contains(where: { shows(event, window, fromLandmark: fromLandmark, of: $0) }) {
        throw node.error(
          "this step \(what) '\(event)', and no step asks whether its use by "
            + (fromLandmark ? "completers" : "everyone") + " fell"
            + (windows.count > 1 ? " in '\(window)'" : ""),
          fix: "add a step with 'ask: service_use' and this event"
            + (windows.count > 1 ? " and window" : "")
            + (fromLandmark ? ", and 'groups: [\(Landmark.column)]'" : ""))
      }
    }
  }

  private func inWindows(_ step: EvaluationStep) -> [String] {
    step.windows.isEmpty ? windows : step.windows
  }

  private func shows(
    _ event: String, _ window: String, fromLandmark: Bool, of step: EvaluationStep
  ) -> Bool {
    guard case .serviceUse(let events) = step.asked, step.isFromLandmark == fromLandmark
    else { return false }
    return events.contains(event) && inWindows(step).contains(window)
  }

  private enum FeedbackBy: String, CaseIterable { case course }
  /// The named sets of rules by which a step counts too; each needs scales of its own.
  private func rules(
    _ table: FormTable, of outcomes: [String]
  ) throws(FormError) -> [RuleSet] {
    var sets: [RuleSet] = []
    let planned = outcomes.compactMap { id in scales.first { $0.scale == id } }
    for node in try table.optional("rules")?.list() ?? [] {
      let set = try node.word(RuleSet.self)
      if sets.contains(set) {
        throw node.error("'\(set.word)' stands here twice", fix: "name each set of rules once")
      }
      if let lack = set.lacks(among: planned, catalogue) {
        throw node.error(lack.what, fix: lack.fix)
      }
      sets.append(set)
    }
    return sets
  }

  /// What a step names under a key; all that the plan has where it names nothing.
  private func named(
    _ key: String, _ table: FormTable, among known: [String], asked: String? = nil
  ) throws(FormError) -> [String] {
    guard let node = try table.optional(key) else {
      guard !known.isEmpty else {
        let what = asked ?? key
        throw table.node.error(
          "this step asks about \(what), and the plan has none", fix: "add some under '\(what)'")
      }
      return known
    }
    var names: [String] = []
    for item in try node.list() {
      let name = try item.text()
      try self.known(name, among: known, called: String(key.dropLast()), at: item)
      names.append(name)
    }
    return names
  }

  private func known(
    _ name: String, among known: [String], called what: String, at node: FormNode
  ) throws(FormError) {
    guard !known.contains(name) else { return }
    let nearest = NearestWord(among: known).to(name).map { "; did you mean '\($0)'?" } ?? ""
    throw node.error(
      "the plan has no \(what) '\(name)'" + nearest,
      fix: known.isEmpty
        ? "add it to the plan" : "write one of: " + known.joined(separator: ", "))
  }

  private func read(planned table: FormTable) throws(FormError) -> EvaluationStep.Planned {
    if let why = try table.optionalText("amended") { return .amended(why: why) }
    return try table.yes("planned", default: true) ? .yes : .no
  }
}
