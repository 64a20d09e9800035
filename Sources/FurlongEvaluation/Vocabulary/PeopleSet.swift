public import FurlongStudy

/// Whose count a number of people is: the same set in two sections is the same people.
///
/// The gate knows by it which counts hang together, and a ledger of releases who was in which.
public indirect enum PeopleSet: Codable, Hashable, Sendable {
  /// A side of day 0.
  public enum Side: String, Codable, Hashable, Sendable, CaseIterable {
    /// Before day 0.
    case before
    /// From day 0 on.
    case after
  }

  /// Everybody in the register.
  case registered
  /// Those of them registered in the plan's period.
  case registeredInPeriod
  /// Those of them who meet a line of `who:`.
  case meeting(column: String)
  /// Those left out at a line of `who:` with a value of its column.
  case leftOut(column: String, value: String)
  /// Those of them whose day 0 is known.
  case withDayZero
  /// A group of those whom the evaluation is about; `all` is everyone.
  case population(group: String)
  /// Those of the population who came to a session.
  case attended
  /// Those of them for whom each session that they came to has a length.
  case withHours
  /// All who meet the plan's criteria and came to a session, whenever they registered.
  case everAttended
  /// Of these, those who came in a month.
  case attendedIn(month: CalendarDay)
  /// Of these, those who came in an academic year, or in one of its terms.
  case attendedDuring(year: Int, term: String?)
  /// Those with a first form of a scale.
  case withBaseline(scale: String)
  /// Those with a form of a scale in use, at any occasion.
  case withForm(scale: String)
  /// Those of a group whose follow-up is due.
  case due(occasion: String, group: String)
  /// Those of the due with a form at the follow-up.
  case returned(scale: String, occasion: String)
  /// Those of them in a group, or with a value.
  case returnedOf(scale: String, occasion: String, group: String)
  /// Those of the due of a group with both forms.
  case paired(scale: String, occasion: String, group: String)
  /// Those of the due without a form at the follow-up.
  case missing(scale: String, occasion: String)
  /// Those of them in a group, or with a value.
  case missingOf(scale: String, occasion: String, group: String)
  /// Those of the missing with a first form.
  case missingWithBaseline(scale: String, occasion: String)
  /// Those of the due with a first form.
  case dueWithBaseline(scale: String, occasion: String)
  /// Those whose window holds only forms that cannot be scored.
  case onlyUnscorable(scale: String, occasion: String)
  /// Those with several forms in the window.
  case severalForms(scale: String, occasion: String)
  /// Those with both forms whose follow-up is not due: its window ends after the data.
  case pairedNotDue(scale: String, occasion: String)
  /// Those of the paired whom a measure of meaning counts.
  case judged(MeaningMeasure, scale: String, occasion: String, group: String)
  /// Those of the paired of everyone whom another reliability than the plan's judges better or worse.
  case judgedBy(OtherJudgement, reliability: String, scale: String, occasion: String)
  /// Those of the paired who are in a state of a part of life on one side.
  case inState(Side, state: String, of: String, occasion: String)
  /// Those of the paired who are in one state before and in one after, which may be the same.
  case moved(from: String, to: String, of: String, occasion: String)
  /// Those of the paired whom a measure of a part of life counts.
  case sought(SoughtPeople, of: String, occasion: String, group: String)
  /// Those with a form of a scale that is asked once, of any course or of one.
  case answeredOnce(scale: String, course: String?)
  /// Those of them who reach the plan's score.
  case reached(scale: String, course: String?)
  /// Those of them with a score.
  case scoredOnce(scale: String, score: Double)
  /// Those of the paired of everyone who crossed another cut-off than the plan's for the better: `published`, `own`, `a`.
  case crossedBy(String, scale: String, occasion: String)
  /// Those whom a set of rules counts, on one scale or (where it is empty) over all of its scales.
  case ruled(RuleCount, rules: RuleSet, scale: String, occasion: String, group: String)
  /// Those of the population who cannot be linked to an event's export.
  case notLinkable(event: String)
  /// Those of the population of whom an event's export knows nothing.
  case notKnown(event: String)
  /// Both together.
  case notLinked(event: String)
  /// Those without time at risk on one side.
  case noTimeAtRisk(event: String, window: String)
  /// Those of a group who are counted, under a rule.
  case counted(event: String, window: String, group: String, rule: ServiceUseRule)
  /// Those counted who had a spell running on day 0.
  case runningOnDayZero(event: String, window: String)
  /// Those of a group with any event on one side.
  case withAny(Side, event: String, window: String, group: String)
  /// Those of a group who were watched as long on both sides.
  case equalTime(event: String, window: String, group: String)
  /// Those of all of them whose use of the service went one way.
  case usedService(RobustUseMeasure.Direction, event: String, window: String)
  /// Those at risk in a bin of the timeline.
  case atRisk(event: String, window: String, from: Int)
  /// Those of them with any event in it.
  case withAnyIn(event: String, window: String, from: Int)
  /// Those of a group who were watched for an event from day 0 on.
  case watched(event: String, group: String)
  /// Those who were not, since the exports do not speak of them on day 0.
  case notWatched(event: String)
  /// Those who had the event already: a spell of it was running on day 0.
  case hadBefore(event: String)
  /// Those of the watched of a group as they stood so many months after day 0.
  case byMonth(TimeStanding, event: String, month: Int, group: String)
  /// Those who had the event by the time by which half had.
  case hadByMedian(event: String, group: String)
  /// Those who told a story.
  case storytellers
  /// Those of them of whom a story was read by a coder.
  case coded
  /// Those of them of whom two coders read a story.
  case codedByTwo
  /// Those of them of whom every coder read a story, where there are more than two.
  case codedByAll
  /// Those of them in whose stories nothing was found.
  case nothingFound
  /// Those of them whose words may be shown.
  case quotable
  /// Those of them in whose stories at least one coder found a theme.
  case theme(String)
  /// Those of them in one of whose stories every coder found it.
  case themeByAll(String)
  /// Those of the paired of whom the use of every priced event is known over the whole window.
  case costed(scale: String, occasion: String, window: String, events: [String], group: String)
  /// Those for whom the service's cost was paid: of the population those whose day 0 is in that time, or by a count that
  /// the plan states.
  case served(byCount: Bool)
  /// Those of one set who are not in the next.
  case lost(from: PeopleSet, to: PeopleSet)
}

/// How somebody stood at a time who was watched for an event from day 0 on.
public enum TimeStanding: String, Codable, Hashable, Sendable, CaseIterable {
  /// Had had the event.
  case had
  /// Had not, and was still watched.
  case still
  /// Had not, and was lost from view before.
  case lost
}

/// Those of the paired of whom a measure of a part of life speaks.
public enum SoughtPeople: String, Codable, Hashable, Sendable, CaseIterable {
  /// In a state that people hope for before.
  case before
  /// In one after.
  case after
  /// In one after and not before.
  case gained
  /// In one before and not after.
  case lost
  /// In one both times, or both times in none.
  case unmoved
}

extension PeopleSet {
  /// The group that it is of, where it is of one: `all`, or `column=value`.
  public var groupID: String? {
    switch self {
    case .population(let group), .due(_, let group), .returnedOf(_, _, let group),
      .paired(_, _, let group), .missingOf(_, _, let group), .judged(_, _, _, let group),
      .ruled(_, _, _, _, let group),
      .counted(_, _, let group, _), .withAny(_, _, _, let group), .equalTime(_, _, let group),
      .sought(_, _, _, let group), .watched(_, let group), .byMonth(_, _, _, let group),
      .hadByMedian(_, let group), .costed(_, _, _, _, let group):
      group
    case .registered, .registeredInPeriod, .meeting, .withDayZero, .attended, .withHours,
      .everAttended, .attendedIn, .attendedDuring, .leftOut, .withBaseline, .withForm, .returned,
      .missing,
      .missingWithBaseline,
      .dueWithBaseline, .onlyUnscorable, .severalForms, .pairedNotDue, .notLinkable, .notKnown,
      .notLinked,
      .noTimeAtRisk, .runningOnDayZero, .usedService, .atRisk, .withAnyIn, .storytellers, .coded,
      .codedByTwo,
      .codedByAll, .nothingFound, .quotable, .theme, .themeByAll, .lost, .judgedBy, .crossedBy,
      .inState, .moved, .answeredOnce, .reached, .scoredOnce, .served, .notWatched, .hadBefore:
      nil
    }
  }

  /// The set in the plan's own words, for a message.
  public var words: String {
    switch self {
    case .registered: "registered"
    case .registeredInPeriod: "registered in the period"
    case .meeting(let column): "meeting '\(column)'"
    case .withDayZero: "with a day 0"
    case .population(let group): "population, \(group)"
    case .attended: "came at least once"
    case .withHours: "came, and the hours are known"
    case .everAttended: "ever came"
    case .attendedIn(let month): "came in \(month.description.prefix(7))"
    case .attendedDuring(let year, let term):
      "came in \(term.map { "the \($0) term of " } ?? "")the year from \(year)"
    case .leftOut(let column, let value): "left out by '\(column)': \(value)"
    case .withBaseline(let scale): "first forms of \(scale)"
    case .withForm(let scale): "with a form of \(scale)"
    case .due(let occasion, let group): "due at \(occasion), \(group)"
    case .returned(let scale, let occasion): "with a form of \(scale) at \(occasion)"
    case .returnedOf(let scale, let occasion, let group):
      "with a form of \(scale) at \(occasion), \(group)"
    case .paired(let scale, let occasion, let group):
      "both forms of \(scale) at \(occasion), \(group)"
    case .missing(let scale, let occasion): "without a form of \(scale) at \(occasion)"
    case .missingOf(let scale, let occasion, let group):
      "without a form of \(scale) at \(occasion), \(group)"
    case .missingWithBaseline(let scale, let occasion), .dueWithBaseline(let scale, let occasion):
      "first forms of \(scale) among those due at \(occasion)"
    case .onlyUnscorable(let scale, let occasion):
      "only forms of \(scale) at \(occasion) that cannot be scored"
    case .severalForms(let scale, let occasion): "several forms of \(scale) at \(occasion)"
    case .pairedNotDue(let scale, let occasion):
      "both forms of \(scale) at \(occasion), not due"
    case .judged(let measure, let scale, let occasion, let group):
      "\(measure.rawValue) on \(scale) at \(occasion), \(group)"
    case .judgedBy(let judgement, let reliability, let scale, let occasion):
      "\(judgement.rawValue) on \(scale) at \(occasion) by \(reliability)"
    case .inState(let side, let state, let outcome, let occasion):
      "'\(state)' in \(outcome) \(side.rawValue) \(occasion)"
    case .moved(let from, let to, let outcome, let occasion):
      "from '\(from)' to '\(to)' in \(outcome) at \(occasion)"
    case .sought(let people, let outcome, let occasion, let group):
      "\(people.rawValue) in \(outcome) at \(occasion), \(group)"
    case .answeredOnce(let scale, let course):
      "with a form of \(scale)\(course.map { " after \($0)" } ?? "")"
    case .reached(let scale, let course):
      "reaching the plan's score of \(scale)\(course.map { " after \($0)" } ?? "")"
    case .scoredOnce(let scale, let score): "scoring \(score) on \(scale)"
    case .crossedBy(let cutOff, let scale, let occasion):
      "crossed the cut-off '\(cutOff)' on \(scale) at \(occasion)"
    case .ruled(let count, let rules, let scale, let occasion, let group):
      "\(count.rawValue)\(scale.isEmpty ? "" : " on \(scale)") by the rules \(rules.word) at \(occasion), \(group)"
    case .notLinkable(let event): "not linkable for \(event)"
    case .notKnown(let event): "not known for \(event)"
    case .notLinked(let event): "not linked for \(event)"
    case .noTimeAtRisk(let event, _): "no time at risk of \(event)"
    case .counted(let event, _, let group, _): "counted for \(event), \(group)"
    case .runningOnDayZero(let event, _): "\(event) running on day 0"
    case .withAny(let side, let event, _, let group):
      "with any \(event) \(side.rawValue), \(group)"
    case .equalTime(let event, _, let group): "watched as long for \(event), \(group)"
    case .usedService(let direction, let event, _):
      "\(direction.rawValue) \(event) after than before"
    case .atRisk(let event, _, let from): "at risk of \(event) in month \(from)"
    case .withAnyIn(let event, _, let from): "with any \(event) in month \(from)"
    case .watched(let event, let group): "watched for \(event) from day 0, \(group)"
    case .notWatched(let event): "not watched for \(event) on day 0"
    case .hadBefore(let event): "\(event) running on day 0, so not watched for it"
    case .byMonth(let standing, let event, let month, let group):
      switch standing {
      case .had: "had \(event) by month \(month), \(group)"
      case .still: "without \(event) and still watched at month \(month), \(group)"
      case .lost: "lost from view without \(event) by month \(month), \(group)"
      }
    case .hadByMedian(let event, let group): "had \(event) by the median, \(group)"
    case .costed(let scale, let occasion, let window, let events, let group):
      "both forms of \(scale) at \(occasion) and \(events.joined(separator: ", ")) known over \(window), \(group)"
    case .served(let byCount): byCount ? "served, as the plan says" : "registered while it was paid"
    case .storytellers: "told a story"
    case .coded, .codedByTwo, .codedByAll: "whose stories were read"
    case .nothingFound: "whose stories held nothing of the codebook"
    case .quotable: "who may be quoted"
    case .theme(let theme), .themeByAll(let theme): "told of \(theme)"
    case .lost(let from, let to): "\(from.words) less \(to.words)"
    }
  }
}
