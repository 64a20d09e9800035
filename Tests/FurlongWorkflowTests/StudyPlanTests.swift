import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// What a plan may say, seen through the door: each fault is named with its place and what mends it.
@Suite("A plan")
struct StudyPlanTests {
  @Test(
    "is refused with place and remedy", .tags(.edge),
    arguments: [
      ("furlong: 1", "furlong: 2", "does not know", "furlong: 1"),
      ("id: a-plan", "id: A Plan", "small letters", "saltmarsh-2025"),
      ("seed: 7", "seed: -7", "negative", "whole number"),
      ("data_to: 2025-08-31", "data_to: 31/08/2025", "not a date", "2025-08-31"),
      ("is: baseline", "is: basline", "basline", "baseline"),
      (
        "from: 60, to: 180, nearest_to: 120", "from: 20, to: 180, nearest_to: 120", "overlap", "end"
      ),
      (
        "from: 60, to: 180, nearest_to: 120", "from: 60, to: 180, nearest_to: 12", "nearest_to",
        "60"
      ),
      ("scale: swemwbs", "scale: swembws", "swembws", "swemwbs"),
      ("implied-by-sem", "split-half", "split-half", "implied-by-sem"),
      (
        "reliability: implied-by-sem }",
        "reliability: implied-by-sem, blank_items: { allow: 2, then: mean of the others } }",
        "blank items", "blank_items"
      ),
      (
        "reliability: implied-by-sem }", "reliability: implied-by-sem, asked_at: [ends] }",
        "no follow-up has the id 'ends'", "later"
      ),
      (
        "reliability: implied-by-sem }", "reliability: implied-by-sem, asked_at: [baseline] }",
        "no follow-up has the id 'baseline'", "later"
      ),
      (
        "reliability: implied-by-sem }", "reliability: implied-by-sem, asked_at: [] }",
        "at one follow-up at least", "feedback"
      ),
      ("ask: change", "ask: chnge", "chnge", "change"),
      ("sought: [working]", "sought: [wrking]", "did you mean 'working'", "not working"),
      ("sought: [working]", "sought: [working, not working]", "not all", "working"),
      ("states: [working, not working]", "states: [working]", "at least two", "in work"),
      ("- { id: work,", "- { id: swemwbs,", "'swemwbs' is given twice", "its own id"),
      ("life_outcomes: [work]", "life_outcomes: [wrok]", "did you mean 'work'", "work"),
      ("at_least: 24", "at_least: 240", "runs from 8 to 32", "can have"),
      ("at_least: 24, ", "", "none is given", "at_least"),
      ("scale: csq8", "scale: csq9", "csq9", "csq8"),
      ("scales: [csq8]", "scales: [csq9]", "csq9", "csq8"),
      ("by: course", "by: coarse", "coarse", "course"),
      ("by: course", "groups: [all]", "by course, not by groups", "by: course"),
      ("outcomes: [swemwbs]", "outcomes: [qpr15]", "qpr15", "swemwbs"),
      ("groups: [all]", "groups: [arm]", "arm", "add it"),
      (
        Self.asksChange, Self.asksMeaning("[nhs-tt]"), "does not have phq9 and gad7",
        "add phq9 and gad7 under 'outcomes'"
      ),
      (Self.reliability, Self.cutOff("cut_off: c"), "needs the scores", "add norm"),
      (Self.reliability, Self.cutOff("cut_off: d"), "no cut-off 'd'", "a, b, c"),
      (
        Self.reliability, Self.cutOff("cut_off: published"), "no verified cut-off", "{ score: 25"
      ),
      (
        Self.reliability, Self.cutOff("cut_off: { score: 99, source: us }"), "no score of SWEMWBS",
        "7 to 35"
      ),
      (
        Self.reliability, Self.cutOff("norm: { mean: 24, sd: 0, source: us }"), "above 0", "7.5"
      ),
      (Self.asksChange, Self.asksMeaning("[nhse-cmh]"), "has none of them", "dialog.item-1"),
      (Self.asksChange, Self.asksMeaning("[nhs-ttt]"), "nhs-ttt", "nhs-tt"),
      (Self.asksChange, Self.asksMeaning("[cyp, cyp]"), "twice", "once"),
      ("groups: [all] }", "groups: [all], rules: [cyp] }", "rules", "groups"),
      ("design: before-after", "design: randomised", "which column", "{ randomised: COLUMN"),
      ("design: before-after", "design: randomized", "randomized", "arms-apart"),
      (
        "design: before-after", "design: { randomised: arm, control: usual }", "not under 'groups'",
        "both arms"
      ),
      (Self.design, Self.arms("control: c", "a: A, b: B"), "no value 'c'", "a (A) or b (B)"),
      (Self.design, Self.arms("control: a", "a: A, b: B, c: C"), "has 3", "arms-apart"),
      (Self.design, Self.arms("control: a", "a: A"), "has 1", "arms-apart"),
      (Self.design, Self.arms("controls: a", "a: A, b: B"), "controls", "control"),
      ("disclosure: open-data", "disclosure: open", "open", "open-data"),
      (
        "disclosure: open-data", "disclosure: { policy: nhs-round5, base: 3 }",
        "whole number from 5 to 100", "stricter"
      ),
      (
        "disclosure: open-data", "disclosure: { policy: nhs-round5, base: 10, threshold: 5 }",
        "whole number from 10 to 100", "stricter"
      ),
      (
        "disclosure: open-data", "disclosure: { policy: internal, base: 10 }", "rounds nothing",
        "without base"
      ),
      (
        "report: { for: commissioner }", "report: { for: everyone }", "commissioner", "commissioner"
      ),
      ("{ id: wellbeing,", "{ id: who,", "twice", "own id"),
      (Self.steps, Self.adding("terms: [{ id: a, label: A, from: 09-01 }]"), "2 to 12", "name"),
      (
        Self.steps, Self.terms("{ id: b, label: B, from: 31-12 }"), "no day of every year", "09-01"
      ),
      (Self.steps, Self.terms("{ id: b, label: B, from: 02-29 }"), "no day of every year", "09-01"),
      (Self.steps, Self.terms("{ id: a, label: B, from: 01-01 }"), "twice", "own id"),
      (Self.steps, Self.terms("{ id: b, label: B, fron: 01-01 }"), "fron", "from"),
      (
        Self.steps,
        Self.terms("{ id: b, label: B, from: 01-01 }, { id: c, label: C, from: 11-01 }"),
        "'c' does not begin after 'b'", "in the order"
      ),
      (
        Self.steps,
        Self.terms("{ id: b, label: B, from: 04-01 }, { id: c, label: C, from: Good Friday }"),
        "in every year", "20 March"
      ),
      (
        Self.steps,
        Self.adding(
          "terms: [{ id: a, label: A, from: Good Friday }, { id: b, label: B, from: 09-01 }]"),
        "same date every year", "09-01"
      ),
      (
        "day_0: { what: first registration }",
        "day_0: { what: randomisation, dates: none }\nterms: [{ id: a, label: A, from: 09-01 }]",
        "no dates", "take 'terms' out"
      ),
      (Self.steps, Self.population("{ gender: { woman: few } }"), "few", "whole number"),
      (Self.steps, Self.population("{ gender: { woman: -1 } }"), "negative", "from 0"),
      (
        Self.steps, Self.population("{ gender: { woman: 9223372036854775807, man: 1 } }"),
        "not above 1000000000", "whole number"
      ),
      (Self.steps, Self.window(before: "9223372036854775807 weeks"), "20 years", "8 weeks"),
      (Self.steps, Self.window(before: "120000 months"), "20 years", "12 months"),
      (Self.steps, Self.window(before: "241 months"), "20 years", "12 months"),
      (
        "from: 60, to: 180, nearest_to: 120",
        "from: 60, to: 9223372036854775807, nearest_to: 120", "7305 days", "nearest_to"
      ),
      (
        "from: 60, to: 180, nearest_to: 120",
        "from: -9223372036854775808, to: 180, nearest_to: 120", "7305 days", "nearest_to"
      ),
      ("data_to: 2025-08-31", "data_to: 9999-12-31", "1900 to 2100", "2025-08-31"),
      (
        Self.reliability, Self.cutOff("norm: { mean: 24, sd: 1e300, source: us }"), "not wider",
        "7.5"
      ),
      (Self.steps, Self.population("{ gender: { woman: 0 } }"), "counts nobody", "take it out"),
      (Self.steps, Self.adding("population: { who: a, sauce: b }"), "source", "sauce"),
      (Self.steps, Self.adding("sensitivity: al"), "'al'", "all"),
      (
        Self.steps,
        Self.adding(
          "windows: [{ id: w, label: 24 months, before: 24 months, after: 12 months, rate: per person-year }]"
        ), "does not say both", "24 months before and 12 months after"
      ),
      (Self.steps, Self.completers("90 dyas"), "90 dyas", "12 months"),
      (Self.steps, Self.completers("1 day"), "nobody has completed", "180 days"),
      ("groups: [all]", "groups: [completers]", "what completing is", "add 'completers:"),
      (Self.steps, Self.completers("90 days", "most"), "completing is", "6 sessions"),
      (
        Self.steps, Self.completers("90 days", "0% of a course"), "completing is", "70% of a course"
      ),
      (
        Self.steps, Self.completers("90 days", asking: "change, outcomes: [swemwbs]"),
        "may be of a day before", "day 90 or later"
      ),
      (Self.steps, Self.completers("60 days", asking: "reach"), "completers are told", "take"),
      (
        Self.steps, Self.completers("60 days", asking: "service_use, events: [bed]"),
        "'bed', and no step asks whether its use by everyone fell", "this event"
      ),
      (
        Self.steps,
        Self.adding("groups: [{ column: completers, label: a, values: { yes: b, no: c } }]"),
        "groups that 'completers:' makes", "another name"
      ),
      (
        "day_0: { what: first registration }",
        "day_0: { what: randomisation, dates: none }\ncompleters: { by: 90 days, completed: 6 sessions }",
        "no dates", "take 'completers' out"
      ),
      (
        Self.steps,
        Self.adding(
          "windows: [{ id: a-from-b, label: W, before: 8 weeks, after: 8 weeks, rate: per person-year }]"
        ), "moved to a landmark", "another id"
      ),
      (
        "ask: change,", "windows: [w], ask: change,", "counted in windows", "take 'windows' out"
      ),
      (Self.steps, Self.adding("populaton: { who: a, source: b }"), "populaton", "population"),
      (
        Self.steps,
        Self.adding("who: [{ column: type, is: [user], others: { user: users } }]"),
        "stands under 'is'", "do not count"
      ),
    ])
  func refused(old: String, new: String, what: String, fix: String) throws {
    try PlanInHand.expectRefused(old, new, what: what, fix: fix)
  }

  @Test("whose arms are two values of a group goes on to the mappings")
  func randomised() throws {
    let shown = try #require(
      try PlanInHand.message(Self.design, Self.arms("control: a", "a: A, b: B")))
    #expect(shown.what.contains("no mapping"))
  }

  private static let reliability = "reliability: implied-by-sem }"

  private static func cutOff(_ line: String) -> String {
    "reliability: implied-by-sem, \(line) }"
  }

  private static let asksChange = "ask: change, outcomes: [swemwbs], groups: [all] }"

  private static func asksMeaning(_ rules: String) -> String {
    "ask: meaning, outcomes: [swemwbs], rules: \(rules) }"
  }

  private static let design = "  design: before-after\n  involvement: Not known\n  seed: 7\n"

  /// The same lines of a randomised study, with the groups that hold its arms.
  private static func arms(_ control: String, _ values: String) -> String {
    "  design: { randomised: arm, \(control) }\n  involvement: Not known\n  seed: 7\n"
      + "groups:\n  - { column: arm, label: arm, values: { \(values) } }\n"
  }

  @Test("may name its own terms, who could have come, and what those left out are called")
  func reach() throws {
    let lines = [
      "terms: [{ id: a, label: A, from: 10-15 }, { id: b, label: B, from: Good Friday }]",
      "population: { who: a caseload, source: a count, counts: { gender: { woman: 5, man: 4 } } }",
      "who: [{ column: type, is: [user], others: { carer: carers } }]",
    ]
    let shown = try #require(
      try PlanInHand.message(Self.steps, Self.adding(lines.joined(separator: "\n"))))
    #expect(shown.what.contains("no mapping"), "\(shown)")
  }

  private static let steps = "steps:\n"

  private static func adding(_ lines: String) -> String { lines + "\nsteps:\n" }

  private static func terms(_ others: String) -> String {
    adding("terms: [{ id: a, label: A, from: 09-01 }, \(others)]")
  }

  private static func window(before: String) -> String {
    adding(
      "windows: [{ id: w, label: before and after, before: \(before), after: 8 weeks, rate: per person-year }]"
    )
  }

  private static func completers(
    _ by: String, _ completed: String = "6 sessions", asking: String = "reach"
  ) -> String {
    """
    completers: { by: \(by), completed: \(completed) }
    windows: [{ id: w, label: W, before: 8 weeks, after: 8 weeks, rate: per person-year }]
    events: [{ id: bed, one: bed, many: beds, role: primary }]
    steps:
      - { id: completers, ask: \(asking), groups: [completers] }

    """
  }

  private static func population(_ counts: String) -> String {
    adding("population: { who: a caseload, source: a count, counts: \(counts) }")
  }

  @Test("that is sound goes on to the mappings")
  func sound() throws {
    let shown = try #require(try PlanInHand.message("title: A plan", "title: Another plan"))
    #expect(shown.what.contains("no mapping"))
  }
}
