import FurlongEvaluation
import FurlongStudy

/// A study with everything in it, made by a rule and not by chance.
enum InventedStudy {
  static func draft(size: Int = 24) -> StudyDraft {
    var draft = StudyDraft(size: size)
    // Steps of a multiplicative generator modulo a prime: spread out, and the same everywhere.
    func wave(_ person: Int, _ factor: Int, _ modulus: Int) -> Int {
      (person + 3) * factor % 101 % modulus
    }
    let people = Array(0..<size)
    let before = people.map { 12.1 + Double(wave($0, 17, 13)) * 0.7 }
    draft.score(
      "swemwbs", reliability: "implied-by-sem",
      before: people.map { wave($0, 5, 9) == 0 ? nil : before[$0] },
      after: people.map {
        wave($0, 7, 4) == 0 ? nil : before[$0] + Double(wave($0, 29, 11)) * 0.3 - 1
      },
      due: people.map { wave($0, 11, 8) != 0 })
    draft.count(
      before: people.map { wave($0, 19, 4) }, after: people.map { wave($0, 23, 3) },
      daysBefore: people.map { 300 + wave($0, 31, 65) },
      daysAfter: people.map { 200 + wave($0, 37, 99) },
      counted: people.map { wave($0, 41, 9) != 0 })
    draft.cohortPlan.timedEvents = ["admission"]
    draft.scored.cohort.firstEvents = [
      FirstEvents(
        event: "admission",
        ends: people.map {
          wave($0, 13, 7) == 0
            ? nil
            : wave($0, 3, 2) == 0
              ? .had(day: wave($0, 5, 90) * 6) : .lost(after: wave($0, 9, 99) * 7)
        }, notLinkable: 0, notKnown: 0, notWatched: 0,
        running: people.count { wave($0, 13, 7) == 0 })
    ]
    let states: [String?] = StudyDraft.work.states + [nil]
    draft.live(
      StudyDraft.work, before: people.map { states[wave($0, 71, 4)] },
      after: people.map { states[wave($0, 73, 4)] }, due: people.map { wave($0, 11, 8) != 0 })
    draft.ask(
      once: "csq8", reaching: 24,
      people.filter { wave($0, 79, 3) != 0 }.map {
        ($0, ["art", "cooking"][wave($0, 83, 2)], true, Double(8 + wave($0, 89, 25)))
      })
    draft.scored.cohort.attendance = AttendanceColumns(
      attended: people.map { wave($0, 43, 12) }, missed: people.map { wave($0, 47, 3) },
      cancelledByStudent: people.map { wave($0, 53, 2) },
      cancelledByCollege: people.map { wave($0, 59, 2) })
    draft.scored.cohort.about = [
      "gender": people.map { ["woman", "man", nil][wave($0, 61, 3)] },
      "team": people.map { ["north", "south"][wave($0, 67, 2)] },
    ]
    draft.plan.groups = [
      GroupPlan(
        column: "team", label: "team",
        values: ["south", "north"].map { .init(value: $0, label: "the \($0) team") })
    ]
    draft.plan.costs = StudyDraft.costs
    draft.scored.cohort.dayZero = people.map { CalendarDay(number: 19_000 + 31 * wave($0, 97, 29)) }
    draft.plan.stories = StoriesPlan(
      codebook: "chime-d", quotePurpose: .publicReport, consentOn: nil)
    draft.scored.cohort.stories = stories(of: size)
    draft.cohortPlan.units = UnitsPlan(
      one: "ward", many: "wards", what: "the programme",
      began: Dictionary(
        uniqueKeysWithValues: ["Ash", "Birch"].map { ($0, CalendarDay(number: 19_448)) }),
      months: nil,
      counts: [
        .init(
          id: "restraint", one: "restraint", many: "restraints", role: .secondary,
          over: "bed days", per: 1_000)
      ])
    draft.scored.cohort.units = (size == 0 ? [] : ["Ash", "Birch", "Elm"]).map { unit in
      UnitMonths(
        count: "restraint", unit: unit,
        months: (0..<16).map {
          .init(
            first: CalendarDay(number: 19_174).adding(months: $0),
            count: 3 + ($0 * 5 + unit.count) % 7, over: 380 + Double($0 * 13 % 40))
        })
    }
    draft.plan.steps = [
      StudyDraft.step("limits", .certainty),
      StudyDraft.step("who", .reach),
      StudyDraft.step("change", .change(outcomes: []), groups: ["team"]),
      StudyDraft.step("meaning", .meaning(outcomes: [], rules: [.youngPeople]), groups: ["team"]),
      StudyDraft.step("use", .serviceUse(events: []), groups: ["team"]),
      StudyDraft.step("times", .timeToEvent(events: [], months: []), groups: ["team"]),
      StudyDraft.step("units", .unitRates(counts: [])),
      StudyDraft.step("money", .money(events: [])),
      StudyDraft.step("lives", .lifeOutcomes(outcomes: []), groups: ["team"]),
      StudyDraft.step("feedback", .feedback(scales: [], byCourse: true)),
      StudyDraft.step("stories", .experience),
    ]
    return draft
  }

  private static func stories(of size: Int) -> StoryColumns {
    let codes = ["connectedness", "hope", "identity", "meaning", "empowerment", "difficulties"]
    var columns = StoryColumns(entries: [], codings: [], outsidePopulation: 0)
    for story in 0..<min(12, size) {
      let id = "S\(story)"
      columns.entries.append(
        .init(
          person: story * 5 % size,
          story: StoryRecord(
            id: id, toldOn: nil, text: "Words of story \(story).",
            agreed: AgreedPurposes(level: story % 7) ?? [],
            consentGivenOn: CalendarDay(number: 19_000), consentUntil: nil, withdrawnOn: nil,
            reviewedOn: CalendarDay(number: 19_001))))
      columns.codings.append(CodingRecord(story: id, coder: "A", code: codes[story % 6]))
      columns.codings.append(
        CodingRecord(story: id, coder: "B", code: story % 3 == 0 ? nil : codes[story % 6]))
    }
    return columns
  }

  /// The same people in another order.
  static func reordered(_ draft: StudyDraft) -> StudyDraft {
    let size = draft.scored.cohort.size
    // 7 and the size have no common factor: every person once.
    let order = (0..<size).map { ($0 * 7 + 5) % size }
    func turned<Value>(_ column: [Value]) -> [Value] { order.map { column[$0] } }
    var other = draft
    var cohort = draft.scored.cohort
    cohort.dayZero = turned(cohort.dayZero)
    cohort.about = cohort.about.mapValues(turned)
    cohort.attendance = cohort.attendance.map {
      AttendanceColumns(
        attended: turned($0.attended), missed: turned($0.missed),
        cancelledByStudent: turned($0.cancelledByStudent),
        cancelledByCollege: turned($0.cancelledByCollege))
    }
    for index in cohort.forms.indices {
      cohort.forms[index].answers = turned(cohort.forms[index].answers)
      cohort.forms[index].due = turned(cohort.forms[index].due)
    }
    for index in cohort.serviceUse.indices {
      var use = cohort.serviceUse[index]
      use.counted = turned(use.counted)
      use.eventsBefore = turned(use.eventsBefore)
      use.eventsAfter = turned(use.eventsAfter)
      use.daysBefore = turned(use.daysBefore)
      use.daysAfter = turned(use.daysAfter)
      use.runningOnDayZero = turned(use.runningOnDayZero)
      if !use.eventsOfWholeAfter.isEmpty { use.eventsOfWholeAfter = turned(use.eventsOfWholeAfter) }
      cohort.serviceUse[index] = use
    }
    for index in cohort.firstEvents.indices {
      cohort.firstEvents[index].ends = turned(cohort.firstEvents[index].ends)
    }
    var places: [Int: Int] = [:]
    for (new, old) in order.enumerated() { places[old] = new }
    for index in cohort.onceForms.indices {
      for entry in cohort.onceForms[index].entries.indices {
        let person = cohort.onceForms[index].entries[entry].person
        cohort.onceForms[index].entries[entry].person = places[person] ?? 0
      }
      cohort.onceForms[index].entries.reverse()
      other.scored.onceScores[index].values.reverse()
    }
    if var stories = cohort.stories {
      for index in stories.entries.indices {
        stories.entries[index].person = places[stories.entries[index].person] ?? 0
      }
      stories.entries.reverse()
      stories.codings.reverse()
      cohort.stories = stories
    }
    other.scored.cohort = cohort
    for index in other.scored.scores.indices {
      var scores = other.scored.scores[index]
      scores.values = turned(scores.values)
      scores.due = turned(scores.due)
      scores.filledIn = turned(scores.filledIn)
      other.scored.scores[index] = scores
    }
    return other
  }
}
