import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says when a plan was frozen, what was in by then, and how it changed since.
struct FreezeWording {
  private let freeze: PlanFreeze?
  private let isDrafted: Bool
  private let days: DayWording

  init(_ provenance: Provenance, _ days: DayWording) {
    freeze = provenance.freeze
    isDrafted = provenance.isDrafted
    self.days = days
  }

  /// The record, for the section on how the report was made.
  var record: Prose {
    guard let freeze else {
      if isDrafted { return "\(Self.drafted)" }
      return "Nothing records whether the plan was written before the data were seen."
    }
    let start: Prose =
      "Frozen \(days.when(freeze.frozen.on)), \(Self.all(freeze.frozen)); digest of what it meant \(Prose.code(freeze.frozenDigest))."
    let amendments = freeze.amendments.map { amendment -> Prose in
      "Amended \(days.when(amendment.moment.on)), \(Self.all(amendment.moment)): \(amendment.why.withoutFullStop) (\(amendment.changed.map { Prose.code($0) }.joined(", ")))."
    }
    let now: [Prose] =
      freeze.digest == freeze.frozenDigest
      ? [] : ["Digest of what it means now \(Prose.code(freeze.digest))."]
    let dropped = freeze.dropped.map { step -> Prose in
      "Taken out since: step “\(step.id)”, \(step.why.withoutFullStop)."
    }
    let clock: Prose = "The days are those of the computer that recorded them in plan.lock."
    return ([start] + amendments + now + dropped + [clock]).joined(" ")
  }

  /// What is said of a plan that is no person's yet.
  static let drafted =
    "A program drafted the plan out of what the exports hold, and nothing records that anybody meant to ask this before the "
    + "data were seen."

  /// What of everything was in: for steps that no one kind of data answers.
  static func all(_ moment: PlanFreeze.Moment) -> String {
    let kinds = [forms(moment), serviceUse(moment), units(moment), stories(moment)]
      .compactMap { $0 }
    guard !kinds.isEmpty else { return "before any follow-up data were imported" }
    let listed =
      kinds.count == 1
      ? kinds[0] : kinds.dropLast().joined(separator: ", ") + " and " + (kinds.last ?? "")
    return "after \(listed) were in"
  }

  /// What of the data that answer a question was in.
  static func data(_ moment: PlanFreeze.Moment, for finding: Finding<Released>) -> String {
    switch finding {
    case .change, .meaning, .lifeOutcomes:
      forms(moment).map { "after \($0) were in" } ?? "before any follow-up form was imported"
    case .serviceUse, .timeToEvent, .money:
      serviceUse(moment).map { "after \($0) were in" }
        ?? "before any record of service use after day 0 was imported"
    case .experience:
      stories(moment).map { "after \($0) were in" } ?? "before any story was imported"
    case .unitRates:
      units(moment).map { "after \($0) were in" }
        ?? "before any month after it began was imported"
    case .reach, .feedback, .certainty: all(moment)
    }
  }

  private static func forms(_ moment: PlanFreeze.Moment) -> String? {
    count(moment.followUpForms).map { "\($0) follow-up forms" }
  }

  private static func serviceUse(_ moment: PlanFreeze.Moment) -> String? {
    count(moment.serviceUse).map { "records of the service use of \($0) people after day 0" }
  }

  private static func units(_ moment: PlanFreeze.Moment) -> String? {
    count(moment.unitMonths).map { "\($0) months of units after it began" }
  }

  private static func stories(_ moment: PlanFreeze.Moment) -> String? {
    count(moment.stories).map { "\($0) stories" }
  }

  private static func count(_ seen: PlanFreeze.Seen) -> String? {
    switch seen {
    case .nothing: nil
    case .fewerThan(let limit): "fewer than " + NumberWording().count(limit)
    case .count(let count): NumberWording().count(count)
    case .about(let count): "about " + NumberWording().count(count)
    }
  }
}

extension Findings<Released> {
  /// Whether what the report shows was planned, once for all of it.
  ///
  /// It says when only where the plan was frozen; nothing dates any other plan.
  func plannedWords(_ days: DayWording) -> String {
    let planned = steps.filter(\.isAsPlanned)
    guard !planned.isEmpty else { return "Nothing in this report was planned as it is shown." }
    let all =
      planned.count == steps.count
      ? "Everything in this report was"
      : "Where nothing else is said, what this report shows was"
    for case .frozen(let moment) in planned.map(\.planned) {
      return "\(all) planned: frozen \(days.when(moment.on)), \(FreezeWording.all(moment))."
    }
    if provenance.isDrafted { return FreezeWording.drafted }
    return "\(all) named in the plan, but nothing records when the plan was written."
  }
}

extension Findings<Released>.Step {
  /// Whether nothing is to be said of it beyond what the plan's record says.
  var isAsPlanned: Bool {
    switch planned {
    case .yes, .frozen: true
    case .no, .added, .amended: false
    }
  }

  /// Whether the step was planned, as a sentence; nothing where page one has said it of all that was planned.
  func plannedNote(_ days: DayWording) -> String { isAsPlanned ? "" : plannedWords(days) }

  private func plannedWords(_ days: DayWording) -> String {
    switch planned {
    case .yes, .frozen: ""
    case .no: "Not planned: thought of after the data were seen."
    case .added(let moment, let why):
      "Not in the plan as it was frozen: added \(days.when(moment.on)), \(FreezeWording.data(moment, for: finding)): \(why.withoutFullStop)."
    case .amended(let why): "Amended since it was planned: \(why.withoutFullStop)."
    }
  }
}
