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
  /// Those of them whose day 0 is known.
  case withDayZero
  /// A group of those whom the evaluation is about; `all` is everyone.
  case population(group: String)
  /// Those of the population who came to a session.
  case attended
  /// All who meet the plan's criteria and came to a session, whenever they registered.
  case everAttended
  /// Of these, those who came in a month.
  case attendedIn(month: CalendarDay)
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
  /// Those of the paired whom a measure of meaning counts.
  case judged(MeaningMeasure, scale: String, occasion: String, group: String)
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
  /// Those at risk in a bin of the timeline.
  case atRisk(event: String, window: String, from: Int)
  /// Those of them with any event in it.
  case withAnyIn(event: String, window: String, from: Int)
  /// Those who told a story.
  case storytellers
  /// Those of them of whom a story was read by a coder.
  case coded
  /// Those of them of whom two coders read a story.
  case codedByTwo
  /// Those of them in whose stories nothing was found.
  case nothingFound
  /// Those of them whose words may be shown.
  case quotable
  /// Those of them in whose stories at least one coder found a theme.
  case theme(String)
  /// Those of them in one of whose stories every coder found it.
  case themeByAll(String)
  /// Those of one set who are not in the next.
  case lost(from: PeopleSet, to: PeopleSet)
}
