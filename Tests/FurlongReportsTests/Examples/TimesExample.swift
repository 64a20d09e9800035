import FurlongEvaluation
import FurlongStudy

/// An invented college that asks how long it took until people moved on, and until they were first in hospital.
enum TimesExample {
  private static let women = GroupName(id: "gender=woman", label: "women")
  private static let others = GroupName(id: "gender=other", label: "everybody else")
  private static let home = GroupName(id: "home=hostel", label: "hostel")

  static var findings: Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "times", title: "Greyfell Recovery College", about: "An invented college.",
        fictional: true, people: .init(one: "student", many: "students"), design: .beforeAfter,
        involvement: "", registered: nil, dataTo: CalendarDay(iso: "2025-08-31"),
        dayZero: "first registration", outcomes: 2),
      provenance: Parts.provenance([Parts.input("exports/moves.csv", 310)]),
      steps: [
        .init(
          id: "moves", planned: .yes,
          finding: .timeToEvent(TimeToEventFinding(outcomes: [moves, stays]))),
        .init(
          id: "limits", planned: .yes,
          finding: .certainty(
            CertaintyFinding(
              limits: [.inventedData, .noComparator],
              strength: DesignStrength(nesta: 2, maryland: 1)))),
      ])
  }

  private static var moves: TimeToEventFinding<Unreleased>.Outcome {
    outcome(
      EventKind(id: "move-on", one: "move-on", many: "moves on", role: .primary),
      left: (7, 0, 3, 12),
      rows: [
        row(
          "move-on", .everyone, 128, of: 150, had: [22, 41, 63, 75], still: [101, 77, 43, 22],
          shares: [0.174, 0.336, 0.559, 0.722], median: (41.6, 34.0...52.1)),
        row(
          "move-on", women, 81, of: 94, had: [15, 28, 41, 48], still: [63, 47, 27, 14],
          shares: [0.187, 0.362, 0.566, 0.715], median: (40.3, 29.3...53.7)),
        row(
          "move-on", others, 39, of: 46, had: [6, 11, 19, 23], still: [32, 26, 13, 7],
          shares: [0.156, 0.289, 0.546, 0.741], median: (47.1, 33.4...65.0)),
        row(
          "move-on", home, 8, of: 10, had: [1, 2, 3, 4], still: [6, 4, 3, 1],
          shares: [0.125, 0.281, 0.461, 0.731], median: (55.0, 20.0...60.0)),
      ])
  }

  private static var stays: TimeToEventFinding<Unreleased>.Outcome {
    outcome(
      EventKind(id: "admission", one: "admission", many: "admissions", role: .secondary),
      left: (7, 0, 3, 2),
      rows: [
        row(
          "admission", .everyone, 138, of: 150, had: [3, 9, 16, 19], still: [133, 121, 95, 66],
          shares: [0.022, 0.067, 0.126, 0.158], median: nil)
      ])
  }

  private static func outcome(
    _ event: EventKind, left: (linkable: Int, known: Int, watched: Int, running: Int),
    rows: [TimeToEventFinding<Unreleased>.Row]
  ) -> TimeToEventFinding<Unreleased>.Outcome {
    .init(
      event: event, notLinkable: PeopleCount(left.linkable, .notLinkable(event: event.id)),
      notKnown: PeopleCount(left.known, .notKnown(event: event.id)),
      notWatched: PeopleCount(left.watched, .notWatched(event: event.id)),
      hadBefore: PeopleCount(left.running, .hadBefore(event: event.id)), rows: rows)
  }

  private static func row(
    _ event: String, _ group: GroupName, _ people: Int, of eligible: Int, had: [Int],
    still: [Int], shares: [Double], median: (weeks: Double, interval: ClosedRange<Double>)?
  ) -> TimeToEventFinding<Unreleased>.Row {
    let months = [3, 6, 12, 18]
    func count(_ count: Int, _ standing: TimeStanding, _ month: Int) -> PeopleCount {
      PeopleCount(count, .byMonth(standing, event: event, month: month, group: group.id))
    }
    let whose: Parts.Whose = (
      PeopleCount(people, .watched(event: event, group: group.id)), .population(eligible, group)
    )
    let stood = months.indices.map {
      Estimate.Timed.Month(
        had: count(had[$0], .had, months[$0]), still: count(still[$0], .still, months[$0]))
    }
    func timed(
      _ value: Double, _ interval: ClosedRange<Double>, _ timed: Estimate.Timed
    ) -> FoundAnswer {
      guard case .estimated(var estimate) = Parts.number(value, whose, interval: interval) else {
        return Parts.none(.noData, whose)
      }
      estimate.timed = timed
      return .estimated(estimate)
    }
    return .init(
      group: group, people: whose.used, eligible: whose.eligible,
      lost: count(people - had[3] - still[3], .lost, 18),
      months: months.indices.map { place in
        .init(
          month: months[place], had: stood[place].had, still: stood[place].still,
          answers: Answers { _ in
            timed(
              shares[place], (shares[place] * 0.7)...(shares[place] * 1.25),
              .init(months: Array(stood.prefix(place + 1))))
          })
      },
      answers: Answers { _ in
        median.map {
          timed(
            $0.weeks, $0.interval,
            .init(months: stood, before: people / 2 - 6, after: had[3] - people / 2 + 6, outside: 6)
          )
        } ?? Parts.none(.halfNotReached, whose)
      })
  }
}
