import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  /// Use from a landmark, by how often people had come by then; those of the first month had gone before it.
  mutating func completersUse() -> ServiceUseFinding<Unreleased> {
    let landmark = Landmark(day: TimeLength(90, .days), completing: .sessions(6))
    let window = "12-months-from-90-days"
    func isThere(_ person: Person) -> Bool { person.isCounted && person.month > 0 }
    let groups = Landmark.Standing.allCases.map { standing in
      let name = "\(Landmark.column)=\(standing.rawValue)"
      return (
        name: GroupName(id: name, label: name),
        people: people.filter { $0.month > 0 && Self.standing($0) == standing }
      )
    }
    let rows = useRows(
      [(.everyone, people)] + groups, in: window, counted: isThere,
      eventsAfter: { $0.eventsAfter / 2 })
    let counted = people.filter(isThere)
    return ServiceUseFinding(
      outcomes: [
        .init(
          event: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
          window: TimeName(id: window, label: "a year"),
          notLinkable: PeopleCount(
            people.count { !$0.isLinked }, .notLinkable(event: "admission")),
          notKnown: PeopleCount(
            people.count { $0.isLinked && !$0.isKnown }, .notKnown(event: "admission")),
          noTimeAtRisk: PeopleCount(
            people.count { $0.isCounted && !isThere($0) },
            .noTimeAtRisk(event: "admission", window: window)),
          runningOnDayZero: PeopleCount(
            counted.count { $0.eventsBefore > 4 },
            .runningOnDayZero(event: "admission", window: window)),
          noRowsMeans: .noneHappened, rows: rows, timelineUnit: .months, timeline: [])
      ], landmark: landmark)
  }

  private static func standing(_ person: Person) -> Landmark.Standing {
    switch person.attended {
    case 0: .absent
    case 1..<6: .came
    default: .completed
    }
  }

  /// What the admissions of those groups cost, by one book.
  func completersCost(
    _ use: ServiceUseFinding<Unreleased>
  ) -> [MoneyFinding<Unreleased>.Completers] {
    use.outcomes.map { outcome in
      MoneyFinding.Completers(
        window: outcome.window, years: 1, book: "full", bookName: "full",
        prices: [.init(event: outcome.event.id, pounds: 487)],
        rows: outcome.rows.map { row in
          func cost(_ sides: [ServiceUseMeasure]) -> FoundAnswer {
            let rates = sides.compactMap { row[$0].estimate }
            guard rates.count == sides.count, var estimate = rates.first, row.people.count > 1
            else {
              return .notEstimable(
                .tooFew(needed: 2, found: row.people.count), used: row.people,
                eligible: row.eligible)
            }
            let all = rates.map(\.value)
            estimate.value = 487 * (all.count == 2 ? all[1] - all[0] : all[0])
            estimate.contributors = rates.flatMap(\.contributors)
            return .estimated(estimate)
          }
          return MoneyFinding.GroupCost(
            group: row.group, people: row.people,
            answers: Answers { measure in
              switch measure {
              case .costBefore: cost([.rateBefore])
              case .costAfter: cost([.rateAfter])
              case .difference, .differenceOverWindow: cost([.rateBefore, .rateAfter])
              }
            })
        })
    }
  }
}
