import FurlongEvaluation
import FurlongStudy

/// An invented college that asks about work before and after, and once what people thought.
enum LivesExample {
  static let later = TimeName(id: "a-year", label: "about a year", day: 365)
  private static let everyone = GroupName.everyone.id
  private static let women = GroupName(id: "gender=woman", label: "women")

  static var findings: Findings<Unreleased> {
    Findings(
      study: StudyDescription(
        id: "lives", title: "Greyfell Recovery College", about: "An invented college.",
        fictional: true, people: .init(one: "student", many: "students"), design: .beforeAfter,
        involvement: "", registered: nil, dataTo: CalendarDay(iso: "2025-08-31"),
        dayZero: "first registration", outcomes: 2),
      provenance: Parts.provenance([Parts.input("exports/forms.csv", 310)]),
      steps: [
        .init(id: "lives", planned: .yes, finding: .lifeOutcomes(lives)),
        .init(id: "thoughts", planned: .no, finding: .feedback(feedback)),
        .init(
          id: "limits", planned: .yes,
          finding: .certainty(
            CertaintyFinding(
              limits: [.inventedData, .noComparator],
              strength: DesignStrength(nesta: 2, maryland: 1)))),
      ])
  }

  /// What became of 131 people: from each state (rows) to each state (columns).
  private static let work = [[31, 2, 3], [1, 9, 4], [12, 8, 61]]
  private static let housing = [[118, 3], [5, 5]]

  private static var lives: LifeOutcomesFinding<Unreleased> {
    LifeOutcomesFinding(outcomes: [
      outcome(
        "work", "work and study", "in work or study", ["in paid work", "studying", "neither"],
        sought: [true, true, false], work,
        of: [(.everyone, work), (women, [[20, 1, 1], [0, 6, 2], [9, 5, 36]])]),
      outcome(
        "housing", "housing", "in settled housing", ["settled", "not settled"],
        sought: [true, false], housing, of: [(.everyone, housing)]),
    ])
  }

  private static func outcome(
    _ id: String, _ label: String, _ soughtLabel: String, _ states: [String], sought: [Bool],
    _ table: [[Int]], of groups: [(GroupName, [[Int]])]
  ) -> LifeOutcomesFinding<Unreleased>.Outcome {
    LifeOutcomesFinding.Outcome(
      outcome: .init(id: id, label: label, soughtLabel: soughtLabel),
      rows: groups.map { row(id, $0, sought, $1) }, moves: [moves(id, states, sought, table)])
  }

  private static func row(
    _ id: String, _ group: GroupName, _ sought: [Bool], _ table: [[Int]]
  ) -> LifeOutcomesFinding<Unreleased>.Row {
    let used = table.joined().reduce(0, +)
    let whose: Parts.Whose = (
      PeopleCount(used, .paired(scale: id, occasion: later.id, group: group.id)),
      PeopleCount(used + 70, .due(occasion: later.id, group: group.id))
    )
    func count(_ isCounted: (Bool, Bool) -> Bool) -> Int {
      var count = 0
      for (from, row) in table.enumerated() {
        for (to, people) in row.enumerated() where isCounted(sought[from], sought[to]) {
          count += people
        }
      }
      return count
    }
    let counts: [SoughtPeople: Int] = [
      .before: count { before, _ in before }, .after: count { _, after in after },
      .gained: count { !$0 && $1 }, .lost: count { $0 && !$1 }, .unmoved: count { $0 == $1 },
    ]
    func parts(_ people: SoughtPeople) -> Estimate.Parts {
      .init(
        count: Double(counts[people] ?? 0),
        people: .sought(people, of: id, occasion: later.id, group: group.id), of: used)
    }
    return .init(
      occasion: later, group: group, used: whose.used, eligible: whose.eligible,
      answers: Answers { measure in
        if let people = measure.people {
          return Parts.share(
            counts[people] ?? 0,
            .sought(people, of: id, occasion: later.id, group: group.id), whose,
            interval: 0.1...0.9)
        }
        guard measure == .netMovement else { return Parts.none(.noVariation, whose) }
        let change = Double((counts[.after] ?? 0) - (counts[.before] ?? 0)) / Double(used)
        return .estimated(
          Estimate(
            change, used: whose.used, eligible: whose.eligible,
            interval: Interval(low: change - 0.08, high: change + 0.08, level: 0.95),
            parts: parts(.after), minus: parts(.before),
            exchange: .init(gained: parts(.gained), lost: parts(.lost))))
      })
  }

  private static func moves(
    _ id: String, _ states: [String], _ sought: [Bool], _ table: [[Int]]
  ) -> LifeOutcomesFinding<Unreleased>.Moves {
    let used = table.joined().reduce(0, +)
    return .init(
      occasion: later,
      answeredBefore: PeopleCount(used + 48, .dueWithBaseline(scale: id, occasion: later.id)),
      answeredAfter: PeopleCount(used + 9, .returned(scale: id, occasion: later.id)),
      states: states.enumerated().map { from, state in
        func people(_ side: PeopleSet.Side, _ count: Int) -> PeopleCount {
          PeopleCount(count, .inState(side, state: state, of: id, occasion: later.id))
        }
        return .init(
          name: state, isSought: sought[from], before: people(.before, table[from].reduce(0, +)),
          after: people(.after, table.reduce(0) { $0 + $1[from] }),
          became: states.enumerated().map { to, next in
            PeopleCount(
              table[from][to], .moved(from: state, to: next, of: id, occasion: later.id))
          })
      })
  }

  private static var feedback: FeedbackFinding<Unreleased> {
    let recommend = ScaleDescription(
      id: "recommend", name: "Would recommend", measures: "whether people would recommend it",
      higherIsBetter: true, low: 1, high: 5, step: 1, bands: [], source: "the college's own",
      role: .secondary)
    let csq = ScaleDescription(
      id: "csq8", name: "CSQ-8", measures: "satisfaction", higherIsBetter: true, low: 8, high: 32,
      step: 1, bands: [], source: "Larsen and others 1979", role: .secondary)
    func row(_ scale: String, _ course: String?, _ count: Int, of used: Int, mean: Double? = nil)
      -> FeedbackFinding<Unreleased>.Row
    {
      let people = PeopleCount(used, .answeredOnce(scale: scale, course: course))
      let whose: Parts.Whose = (people, people)
      return .init(
        course: course, used: people,
        reached: scale == "csq8"
          ? nil
          : Parts.share(
            count, .reached(scale: scale, course: course), whose, interval: 0.1...0.9),
        mean: mean.map { Parts.number($0, whose, interval: ($0 - 0.7)...($0 + 0.7)) })
    }
    return FeedbackFinding(outcomes: [
      .init(
        scale: recommend, reaching: 4, label: "would recommend the college",
        eligible: .population(210),
        rows: [
          row("recommend", nil, 121, of: 143), row("recommend", "Anxiety", 41, of: 52),
          row("recommend", "Sleep", 6, of: 7),
        ],
        scores: [(1, 3), (2, 6), (3, 13), (4, 50), (5, 71)].map { score, people in
          .init(
            score: score,
            people: PeopleCount(people, .scoredOnce(scale: "recommend", score: score)))
        }),
      .init(
        scale: csq, reaching: nil, label: "", eligible: .population(210),
        rows: [row("csq8", nil, 0, of: 88, mean: 25.4)], scores: []),
    ])
  }
}
