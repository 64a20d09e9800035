import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  /// Three states, of which people hope for the first two.
  static let states = ["working", "studying", "neither"]

  private func isSought(_ state: Int) -> Bool { state < 2 }

  func lives() -> LifeOutcomesFinding<Unreleased> {
    LifeOutcomesFinding(
      outcomes: [
        .init(
          outcome: .init(id: "work", label: "work and study", soughtLabel: "in work or study"),
          rows: named.map { row($0.name, $0.people) }, moves: [moves()])
      ])
  }

  private func pairs(_ members: [Person]) -> [(before: Int, after: Int)] {
    members.compactMap { person in
      guard person.isDue, let before = person.stateBefore, let after = person.stateAfter else {
        return nil
      }
      return (before, after)
    }
  }

  private func row(
    _ group: GroupName, _ members: [Person]
  ) -> LifeOutcomesFinding<Unreleased>.Row {
    let pairs = pairs(members)
    let used = PeopleCount(
      pairs.count, .paired(scale: "work", occasion: "later", group: group.id))
    let eligible = due(group, members)
    func set(_ people: SoughtPeople) -> PeopleSet {
      .sought(people, of: "work", occasion: "later", group: group.id)
    }
    func count(_ people: SoughtPeople) -> Int {
      pairs.count { pair in
        switch people {
        case .before: isSought(pair.before)
        case .after: isSought(pair.after)
        case .gained: !isSought(pair.before) && isSought(pair.after)
        case .lost: isSought(pair.before) && !isSought(pair.after)
        case .unmoved: isSought(pair.before) == isSought(pair.after)
        }
      }
    }
    func parts(_ people: SoughtPeople) -> Estimate.Parts {
      .init(count: Double(count(people)), people: set(people), of: pairs.count)
    }
    return .init(
      occasion: Self.later, group: group, used: used, eligible: eligible,
      answers: Answers { measure in
        if let people = measure.people {
          return share(count(people), set(people), of: used, eligible: eligible)
        }
        guard measure == .netMovement, !pairs.isEmpty else {
          return .notEstimable(.tooFew(needed: 1, found: 0), used: used, eligible: eligible)
        }
        let change = Double(count(.after) - count(.before)) / Double(pairs.count)
        return .estimated(
          Estimate(
            change, used: used, eligible: eligible,
            interval: Interval(low: change - 0.2, high: change + 0.2, level: 0.95),
            parts: parts(.after), minus: parts(.before),
            exchange: .init(gained: parts(.gained), lost: parts(.lost))))
      })
  }

  private func moves() -> LifeOutcomesFinding<Unreleased>.Moves {
    let pairs = pairs(people)
    let due = people.filter(\.isDue)
    return .init(
      occasion: Self.later,
      answeredBefore: PeopleCount(
        due.count { $0.stateBefore != nil }, .dueWithBaseline(scale: "work", occasion: "later")),
      answeredAfter: PeopleCount(
        due.count { $0.stateAfter != nil }, .returned(scale: "work", occasion: "later")),
      states: Self.states.enumerated().map { from, state in
        func people(_ side: PeopleSet.Side, _ count: Int) -> PeopleCount {
          PeopleCount(count, .inState(side, state: state, of: "work", occasion: "later"))
        }
        return .init(
          name: state, isSought: isSought(from),
          before: people(.before, pairs.count { $0.before == from }),
          after: people(.after, pairs.count { $0.after == from }),
          became: Self.states.enumerated().map { to, next in
            PeopleCount(
              pairs.count { $0.before == from && $0.after == to },
              .moved(from: state, to: next, of: "work", occasion: "later"))
          })
      })
  }

  /// Feedback on a scale from 1 to 5, of which 4 and 5 are hoped for.
  func feedback() -> FeedbackFinding<Unreleased> {
    let scale = ScaleDescription(
      id: "recommend", name: "Would recommend", measures: "", higherIsBetter: true, low: 1,
      high: 5, step: 1, bands: [], source: "", role: .secondary)
    func row(_ course: String?, _ scores: [Int]) -> FeedbackFinding<Unreleased>.Row {
      let used = PeopleCount(scores.count, .answeredOnce(scale: scale.id, course: course))
      return .init(
        course: course, used: used,
        reached: share(
          scores.count { $0 >= 4 }, .reached(scale: scale.id, course: course), of: used,
          eligible: used), mean: nil)
    }
    let last = people.compactMap { $0.answers.last?.score }
    let courses = ["art", "cooking", "sleep"].map { course in
      (course, people.flatMap(\.answers).filter { $0.course == course }.map(\.score))
    }
    return FeedbackFinding(
      outcomes: [
        .init(
          scale: scale, reaching: 4, label: "would recommend it", eligible: everyone,
          rows: [row(nil, last)]
            + courses.filter { !$0.1.isEmpty }.map { row($0.0, $0.1) },
          scores: (1...5).map { score in
            .init(
              score: Double(score),
              people: PeopleCount(
                last.count { $0 == score },
                .scoredOnce(scale: scale.id, score: Double(score))))
          })
      ])
  }
}
