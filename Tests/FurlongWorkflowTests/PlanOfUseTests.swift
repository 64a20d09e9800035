import FurlongTestSupport
import Testing

/// What a plan may ask of services, units and published series: each fault is named with its place and what mends it.
@Suite("A plan of the use of services")
struct PlanOfUseTests {
  @Test(
    "that asks how long it took is refused with place and remedy", .tags(.edge),
    arguments: [
      ("events: [admission], months: [6, 3]", "each greater", "3, 6, 12, 18"),
      ("events: [admission], months: [0]", "whole numbers from 1", "3, 6, 12, 18"),
      ("events: [admission], months: [241]", "to 240", "3, 6, 12, 18"),
      ("events: [admission], months: [1, 2, 3, 4, 5, 6, 7]", "more than a report", "6 at most"),
      ("events: [admision]", "did you mean 'admission'", "admission"),
      ("events: [admission], windows: [year]", "counted in windows", "take 'windows' out"),
      ("events: [admission], groups: [completers]", "completing is", "completers"),
      (
        "events: [admission] }\n  - { id: again, ask: time_to_event, events: [admission]",
        "already asks", "one step"
      ),
    ])
  func timed(step: String, what: String, fix: String) throws {
    try PlanInHand.expectRefused(
      "steps:\n",
      """
      events:
        - { id: admission, one: admission, many: admissions, role: primary }
      steps:
        - { id: times, ask: time_to_event, \(step) }

      """, what: what, fix: fix)
  }

  @Test(
    "that asks what changed on wards is refused with place and remedy", .tags(.edge),
    arguments: [
      ("per: 1000", "per: 0", "of how many a rate is told", "whole number"),
      ("months: 12", "months: 0", "before and after are counted", "1 to 120"),
      ("began: { Oak: 2024-04-01 }", "began: {}", "no unit has a day", "Oak: 2024-04-01"),
      ("began: { Oak: 2024-04-01 }", "began: { Oak: April }", "not a date", "year-month-day"),
      ("id: restraint", "id: admission", "counted of people", "unit-admission"),
      ("counts: [restraint]", "counts: [restraints]", "did you mean 'restraint'", "restraint"),
      ("counts: [restraint]", "groups: [arm]", "no groups are told apart", "take 'groups' out"),
      ("counts: [restraint]", "windows: [year]", "counted in windows", "take 'windows' out"),
    ])
  func units(line: String, wrong: String, what: String, fix: String) throws {
    let right = """
      events:
        - { id: admission, one: admission, many: admissions, role: primary }
      units:
        one: ward
        many: wards
        what: it
        began: { Oak: 2024-04-01 }
        months: 12
        counts:
          - { id: restraint, one: restraint, many: restraints, role: primary, over: bed days, per: 1000 }
      steps:
        - { id: wards, ask: unit_rates, counts: [restraint] }

      """
    #expect(right.contains(line))
    try PlanInHand.expectRefused(
      "steps:\n", right.replacing(line, with: wrong), what: what, fix: fix)
  }

  @Test(
    "that sets a published series beside is refused with place and remedy", .tags(.edge),
    arguments: [
      ("event: admission\n", "event: admissions\n", "no event 'admissions'", "admission"),
      ("event: admission\n", "event: incident\n", "nor a count of units", "admission, restraint"),
      ("public: yes", "public: no", "may hold few people", "public: yes"),
      ("public: yes", "# not said", "public' is missing", "public"),
      ("2024-04: 40.8", "2024-05: 40.8", "'2024-05' stands where '2024-04' belongs", "in order"),
      ("2024-04: 40.8", "Apr-24: 40.8", "not a month", "2024-03"),
      ("2024-04: 40.8", "2024-04: -1", "not negative", "as it is published"),
      ("2024-04: 40.8", "2024-04: about 40", "should be a number", "point for decimals"),
      (", 2024-04: 40.8", "", "two months or more", "2024-03"),
    ])
  func context(line: String, wrong: String, what: String, fix: String) throws {
    let right = """
      events:
        - { id: admission, one: admission, many: admissions, role: primary }
      units:
        one: ward
        many: wards
        what: it
        began: { Oak: 2024-04-01 }
        counts:
          - { id: restraint, one: restraint, many: restraints, role: primary, over: bed days, per: 1000 }
      context:
        - id: national
          event: admission
          what: admissions, nation
          source: a table
          public: yes
          months: { 2024-03: 41.2, 2024-04: 40.8 }
      steps:

      """
    #expect(right.contains(line))
    try PlanInHand.expectRefused(
      "steps:\n", right.replacing(line, with: wrong), what: what, fix: fix)
  }
}
