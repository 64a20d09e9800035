import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  func paired(_ group: GroupName, _ members: [Person]) -> PeopleCount {
    PeopleCount(
      members.count(where: \.isPaired),
      .paired(scale: "qpr15", occasion: "later", group: group.id))
  }

  func due(_ group: GroupName, _ members: [Person]) -> PeopleCount {
    PeopleCount(members.count(where: \.isDue), .due(occasion: "later", group: group.id))
  }

  mutating func reach() -> ReachFinding<Unreleased> {
    let came = PeopleCount(people.count { $0.attended > 0 }, .attended)
    let first = PeopleCount(people.count(where: \.first), .withBaseline(scale: "qpr15"))
    let everyoneDue = due(.everyone, people)
    let returned = PeopleCount(
      people.count { $0.isDue && $0.second }, .returned(scale: "qpr15", occasion: "later"))
    let pairs = paired(.everyone, people)
    let start = PeopleCount(registered, .registered)
    let ours = PeopleCount(people.count, .meeting(column: "type"))
    func stage(
      _ kind: ReachStage, _ count: PeopleCount, after before: PeopleCount? = nil
    ) -> ReachFinding<Unreleased>.Stage {
      .init(
        kind: kind, people: count,
        lost: before.map {
          PeopleCount($0.count - count.count, .lost(from: $0.people, to: count.people))
        })
    }
    let values = groups.map(Optional.some) + (people.contains { $0.group == nil } ? [nil] : [])
    return ReachFinding(
      flows: [
        .init(
          scale: Self.scale, occasion: Self.later,
          stages: [
            stage(.registered, start),
            stage(.meets(column: "type", values: ["user"]), ours, after: start),
            stage(.attendedAny, came, after: ours), stage(.withBaseline, first),
            stage(.dueFollowUp(occasion: "later"), everyoneDue),
            stage(.withFollowUp(occasion: "later"), returned, after: everyoneDue),
            stage(.analysed(occasion: "later"), pairs, after: returned),
          ])
      ],
      attendance: attendance(came),
      casemix: [
        .init(
          column: "arm",
          values: values.map { group in
            casemix(group ?? "not recorded", people.count { $0.group == group })
          })
      ],
      population: .init(who: "a caseload", source: "invented"),
      missing: [missing(returned, everyoneDue, values)],
      unusedForms: [
        .init(
          scale: "qpr15", occasion: Self.later,
          onlyUnscorable: PeopleCount(
            people.count % 7, .onlyUnscorable(scale: "qpr15", occasion: "later")),
          severalForms: PeopleCount(
            people.count % 11, .severalForms(scale: "qpr15", occasion: "later")),
          notDue: PeopleCount(
            people.count { !$0.isDue && $0.first && $0.second },
            .pairedNotDue(scale: "qpr15", occasion: "later")))
      ])
  }

  /// A value beside a caseload of which each value is a third.
  private func casemix(_ value: String, _ count: Int) -> Casemix<Unreleased>.Value {
    let set = PeopleSet.population(group: "arm=\(value)")
    let here = Estimate.Parts(count: Double(count), people: set, of: everyone.count)
    let share = Double(count) / Double(max(1, everyone.count))
    return .init(
      value: value, people: PeopleCount(count, set),
      beside: .init(
        count: 100, of: 300,
        answers: Answers { measure in
          switch measure {
          case .share:
            .estimated(Estimate(share, used: everyone, eligible: everyone, parts: here))
          case .difference:
            .estimated(
              Estimate(
                share - 1.0 / 3, used: everyone, eligible: everyone, parts: here,
                minus: .init(count: 100, of: 300, isStated: true)))
          }
        }))
  }

  private mutating func attendance(
    _ came: PeopleCount
  ) -> ReachFinding<Unreleased>.Attendance {
    let attended = people.map(\.attended)
    let missed = people.map { $0.month }
    let median = number(came, of: everyone)
    let ever = PeopleCount(came.count, .everAttended)
    let months = (0..<8).compactMap { month -> AttendanceSeries<Unreleased>.Month? in
      guard let day = CalendarDay(year: 2024, month: month + 1, day: 1) else { return nil }
      let here = people.filter { $0.attended > month }
      let places = here.map { 1 + ($0.attended + month) % 3 }
      return .init(
        first: day, attended: sum(places, ever, ever),
        people: PeopleCount(here.count, .attendedIn(month: day)))
    }
    let lines = Answers<MonthlyMeasure, Unreleased> { _ in sum(attended, ever, ever) }
    return .init(
      answers: Answers { measure in
        switch measure {
        case .offered: sum(zip(attended, missed).map(+), everyone, everyone)
        case .attended: sum(attended, everyone, everyone)
        case .missed: sum(missed, everyone, everyone)
        case .cancelledByStudent, .cancelledByCollege, .beforeDayZero:
          sum(people.map { _ in 0 }, everyone, everyone)
        case .medianAttended: median
        }
      },
      attendedAny: came, years: years(ever),
      series: .init(
        kind: .runChart, rules: "anhoej/1", months: months, partial: [], lines: lines,
        leftOutOfLimits: 0, signals: []), hours: hours())
  }

  /// Sessions of two hours, whose length is not known of who came to seven.
  private mutating func hours() -> ReachFinding<Unreleased>.Hours {
    let known = people.map(\.attended).filter { $0 > 0 && $0 != 7 }
    let used = PeopleCount(known.count, .withHours)
    var total = Estimate(
      Double(2 * known.reduce(0, +)), used: used, eligible: everyone,
      contributors: [.init(to: known)])
    total.longest = 2
    return .init(
      people: used,
      answers: Answers { measure in
        measure == .total ? .estimated(total) : number(used, of: everyone)
      })
  }

  /// One academic year, in the months of the calendar year: two terms of four months.
  private func years(_ ever: PeopleCount) -> AttendanceYears<Unreleased> {
    func places(_ months: Range<Int>, _ term: String?) -> AttendanceYears<Unreleased>.Period {
      let here = people.filter { $0.attended > months.lowerBound }
      let places = here.map { person in
        months.filter { person.attended > $0 }.reduce(0) { $0 + 1 + (person.attended + $1) % 3 }
      }
      return .init(
        attended: sum(places, ever, ever),
        people: PeopleCount(here.count, .attendedDuring(year: 2024, term: term)), isPart: false)
    }
    let calendar = AcademicTerms([
      .init(id: "first", label: "First", start: .date(month: 1, day: 1)),
      .init(id: "second", label: "Second", start: .date(month: 5, day: 1)),
    ])
    return AttendanceYears(
      calendar: calendar,
      years: [
        .init(
          beginsIn: 2024, name: "2024", whole: places(0..<8, nil),
          terms: [
            .init(id: "first", label: "First", period: places(0..<4, "first")),
            .init(id: "second", label: "Second", period: places(4..<8, "second")),
          ])
      ])
  }

  private mutating func missing(
    _ returned: PeopleCount, _ due: PeopleCount, _ values: [String?]
  ) -> ReachFinding<Unreleased>.MissingComparison {
    let absent = PeopleCount(
      due.count - returned.count, .missing(scale: "qpr15", occasion: "later"))
    return .init(
      scale: Self.scale, occasion: Self.later, present: returned, missing: absent,
      variables: values.map { group in
        let kind = MissingVariable.value(column: "arm", value: group ?? "not recorded")
        let id = "arm=\(group ?? "not recorded")"
        let difference = number(due, of: due)
        return .init(
          kind: kind,
          answers: Answers { measure in
            switch measure {
            case .present:
              share(
                people.count { $0.isDue && $0.second && $0.group == group },
                .returnedOf(scale: "qpr15", occasion: "later", group: id), of: returned,
                eligible: returned)
            case .missing:
              share(
                people.count { $0.isDue && !$0.second && $0.group == group },
                .missingOf(scale: "qpr15", occasion: "later", group: id), of: absent,
                eligible: absent)
            case .difference: difference
            }
          })
      })
  }

  mutating func change() -> ChangeFinding<Unreleased> {
    var rows: [ChangeFinding<Unreleased>.Row] = []
    for (name, members) in named {
      let used = paired(name, members)
      let eligible = due(name, members)
      let changes = members.filter(\.isPaired).map(\.change)
      let moved = Double(changes.count { $0 > 0 }) + Double(changes.count { $0 == 0 }) / 2
      var numbers: [ChangeMeasure: FoundAnswer] = [:]
      for measure in ChangeMeasure.allCases { numbers[measure] = number(used, of: eligible) }
      let none = FoundAnswer.notEstimable(
        .tooFew(needed: 1, found: 0), used: used, eligible: eligible)
      rows.append(
        .init(
          occasion: Self.later, group: name, used: used, eligible: eligible,
          answers: Answers { measure in
            guard measure == .probabilityOfImprovement else { return numbers[measure] ?? none }
            return changes.isEmpty
              ? none
              : .estimated(
                Estimate(
                  moved / Double(changes.count), used: used, eligible: eligible,
                  interval: Interval.wilson(moved, of: changes.count, level: 0.95),
                  parts: .init(count: moved, of: changes.count, countsHalves: true)))
          }))
    }
    let forms = people.map { ($0.first ? 1 : 0) + ($0.second ? 1 : 0) }
    let filled = people.enumerated().map { $0 % 9 == 0 && $1.first ? 1 : 0 }
    let with = PeopleCount(forms.count { $0 > 0 }, .withForm(scale: "qpr15"))
    return ChangeFinding(
      outcomes: [
        .init(
          scale: Self.scale, rows: rows, arms: hasArms ? [changeOfArms(rows)] : [],
          forms: Answers { measure in
            switch measure {
            case .inUse: sum(forms, with, everyone)
            case .filledIn: sum(filled, with, everyone)
            case .shareFilledIn:
              .estimated(
                Estimate(
                  0.1234567, used: with, eligible: everyone,
                  parts: .init(
                    count: Double(filled.reduce(0, +)), of: max(1, forms.reduce(0, +)))))
            }
          })
      ])
  }

  mutating func meaning() -> MeaningFinding<Unreleased> {
    let threshold = number(everyone, of: everyone)
    let rows = named.map { name, members -> MeaningFinding<Unreleased>.Row in
      let pairs = members.filter(\.isPaired)
      let used = paired(name, members)
      let eligible = due(name, members)
      return .init(
        occasion: Self.later, group: name, used: used, eligible: eligible,
        shares: Answers { measure in
          let count =
            switch measure {
            case .improved: pairs.count { $0.change > 0 }
            case .unchanged: pairs.count { $0.change == 0 }
            case .deteriorated: pairs.count { $0.change < 0 }
            case .crossed: pairs.count { $0.crossed && $0.change >= 0 }
            case .recovered: pairs.count { $0.crossed && $0.change > 0 }
            case .harmed: pairs.count { $0.crossed && $0.change < 0 }
            }
          return share(
            count, .judged(measure, scale: "qpr15", occasion: "later", group: name.id), of: used,
            eligible: eligible)
        })
    }
    return MeaningFinding(
      outcomes: [
        .init(
          scale: Self.scale, reliability: nil, threshold: threshold, cutOff: nil, rows: rows,
          arms: hasArms ? [meaningOfArms(rows)] : [], others: [other(than: threshold)])
      ])
  }

  /// What a lower reliability makes of everyone: a change must be larger.
  private func other(than threshold: FoundAnswer) -> MeaningFinding<Unreleased>.Other {
    var higher = threshold
    if case .estimated(var estimate) = threshold {
      estimate.value += 1
      higher = .estimated(estimate)
    }
    let members = named[0].people
    let pairs = members.filter(\.isPaired)
    let used = paired(named[0].name, members)
    let eligible = due(named[0].name, members)
    return .init(
      reliability: ReliabilityDescription(.coefficient(0.7), kind: "test-retest", source: "nobody"),
      threshold: higher,
      rows: [
        .init(
          occasion: Self.later,
          shares: Answers { judgement in
            let count =
              switch judgement {
              case .improved: pairs.count { $0.change > 1 }
              case .deteriorated: pairs.count { $0.change < -1 }
              }
            return share(
              count,
              .judgedBy(
                judgement, reliability: "test-retest", scale: "qpr15", occasion: "later"),
              of: used, eligible: eligible)
          })
      ])
  }
}
