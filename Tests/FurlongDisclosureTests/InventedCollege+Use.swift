import FurlongEvaluation
import FurlongStudy

extension InventedCollege {
  mutating func serviceUse() -> ServiceUseFinding<Unreleased> {
    let rows = useRows(
      named, in: Self.year.id, counted: \.isCounted, eventsAfter: \.eventsAfter)
    let arms = hasArms ? useOfArms(rows) : nil
    return ServiceUseFinding(outcomes: [outcome(rows, arms)])
  }

  /// The rows of groups in a window.
  mutating func useRows(
    _ named: [(name: GroupName, people: [Person])], in window: String,
    counted isCounted: (Person) -> Bool, eventsAfter: (Person) -> Int
  ) -> [ServiceUseFinding<Unreleased>.Row] {
    let id = (event: "admission", window: window)
    var rows: [ServiceUseFinding<Unreleased>.Row] = []
    for (name, members) in named {
      let counted = members.filter(isCounted)
      let used = PeopleCount(
        counted.count,
        .counted(event: id.event, window: id.window, group: name.id, rule: .wholeWindow))
      let eligible = PeopleCount(members.count, .population(group: name.id))
      let before = counted.map(\.eventsBefore)
      let after = counted.map(eventsAfter)
      var numbers: [ServiceUseMeasure: FoundAnswer] = [:]
      for measure in ServiceUseMeasure.allCases {
        var answer = number(used, of: eligible)
        if case .estimated(var estimate) = answer {
          estimate.contributors = [before, after].map { .init(to: $0) }
          answer = .estimated(estimate)
        }
        numbers[measure] = answer
      }
      let years = FoundAnswer.estimated(
        Estimate(Double(counted.count), used: used, eligible: eligible))
      func rate(_ events: [Int]) -> FoundAnswer {
        .estimated(
          Estimate(
            Double(events.reduce(0, +)) / Double(max(1, counted.count)), used: used,
            eligible: eligible, contributors: [.init(to: events)]))
      }
      rows.append(
        .init(
          group: name, people: used, eligible: eligible,
          anyBefore: PeopleCount(
            before.count { $0 > 0 },
            .withAny(.before, event: id.event, window: id.window, group: name.id)),
          anyAfter: PeopleCount(
            after.count { $0 > 0 },
            .withAny(.after, event: id.event, window: id.window, group: name.id)),
          answers: Answers { measure in
            switch measure {
            case .eventsBefore: sum(before, used, eligible)
            case .eventsAfter: sum(after, used, eligible)
            case .timeBefore, .timeAfter: years
            case .rateBefore: rate(before)
            case .rateAfter: rate(after)
            default: numbers[measure] ?? rate(before)
            }
          }))
    }
    return rows
  }

  private func outcome(
    _ rows: [ServiceUseFinding<Unreleased>.Row],
    _ arms: ArmComparison<ArmUseMeasure, Unreleased>?
  ) -> ServiceUseFinding<Unreleased>.Outcome {
    let counted = people.filter(\.isCounted)
    let used = rows[0].people
    // Six bins: who has events before has them all in one of three, and likewise after.
    let bins = (-3..<3).map { month -> ServiceUseFinding<Unreleased>.Bin in
      let here = counted.filter { $0.month == (month < 0 ? month + 3 : month) }
        .map { month < 0 ? $0.eventsBefore : $0.eventsAfter }.filter { $0 > 0 }
      return .init(
        from: month, to: month + 1,
        withAny: PeopleCount(
          here.count, .withAnyIn(event: "admission", window: "12-months", from: month)),
        answers: Answers { measure in
          switch measure {
          case .events: sum(here, used, used)
          case .rate:
            .estimated(
              Estimate(
                Double(here.reduce(0, +)) / 7.3, used: used, eligible: used,
                contributors: [.init(to: here)]))
          }
        })
    }
    return .init(
      event: EventKind(id: "admission", one: "admission", many: "admissions", role: .primary),
      window: Self.year,
      notLinkable: PeopleCount(
        people.count { !$0.isLinked }, .notLinkable(event: "admission")),
      notKnown: PeopleCount(
        people.count { $0.isLinked && !$0.isKnown }, .notKnown(event: "admission")),
      noTimeAtRisk: PeopleCount(0, .noTimeAtRisk(event: "admission", window: "12-months")),
      runningOnDayZero: PeopleCount(
        counted.count { $0.eventsBefore > 4 },
        .runningOnDayZero(event: "admission", window: "12-months")),
      noRowsMeans: .noneHappened, rows: rows, arms: arms, timelineUnit: .months, timeline: bins,
      robustness: robustness(of: counted.filter { $0.month > 0 }, within: counted),
      ways: tellsCompleters ? ways(of: counted) : [], context: [context(of: counted)])
  }

  /// What others publish, over the days of those who are counted.
  private func context(of people: [Person]) -> ContextFinding<Unreleased> {
    let used = PeopleCount(
      people.count,
      .counted(
        event: "admission", window: "12-months", group: GroupName.everyone.id, rule: .wholeWindow))
    let (before, after) = (41.26, 38.04)
    return .init(
      id: "national", what: "admissions, nation", source: "a table",
      answers: Answers { measure in
        let value =
          switch measure {
          case .before: before
          case .after: after
          case .ratio: after / before
          }
        return .estimated(Estimate(value, used: used, eligible: used))
      })
  }

  /// Whether the use of some hangs on few: the people of a month are not watched as long.
  private func robustness(
    of watched: [Person], within counted: [Person]
  ) -> ServiceUseFinding<Unreleased>.Robustness {
    let id = (event: "admission", window: "12-months")
    let used = PeopleCount(
      watched.count, .equalTime(event: id.event, window: id.window, group: Self.all))
    func went(_ direction: RobustUseMeasure.Direction, _ isOne: (Int, Int) -> Bool) -> PeopleCount {
      PeopleCount(
        watched.count { isOne($0.eventsAfter, $0.eventsBefore) },
        .usedService(direction, event: id.event, window: id.window))
    }
    let most = counted.map { $0.eventsBefore + $0.eventsAfter }.sorted(by: >)
    let five = Estimate.Contributors(to: Array(most.prefix(5)))
    return .init(
      watched: used, less: went(.less, <), same: went(.same, ==), more: went(.more, >),
      answers: Answers { measure in
        let isOfFive = measure == .ratioWithoutFive || measure == .shareOfFive
        let sample =
          isOfFive
          ? PeopleCount(
            counted.count,
            .counted(event: id.event, window: id.window, group: Self.all, rule: .wholeWindow))
          : used
        return .estimated(
          Estimate(
            0.5, used: sample, eligible: everyone,
            contributors: isOfFive ? [five] : [.init(to: most)]))
      })
  }

  /// Some ways of counting: the people of a month are not watched whole, spells run on day 0 of who had many events,
  /// those of another month had them in the six months before, and who came to no session is counted from none.
  private func ways(of counted: [Person]) -> [ServiceUseFinding<Unreleased>.Way] {
    let rules = [
      ServiceUseRule.wholeWindow, .bothWindowsWhole, ServiceUseRule(running: .neither),
      ServiceUseRule(wholeWindows: true, running: .neither),
      ServiceUseRule(monthsLeftOut: 1, wholeWindows: true), ServiceUseRule(monthsLeftOut: 6),
      ServiceUseRule(index: .firstSession),
      ServiceUseRule(wholeWindows: true, index: .firstSession),
      ServiceUseRule(running: .neither, index: .firstSession),
    ]
    func sides(_ person: Person, _ rule: ServiceUseRule) -> [Int] {
      isIn(rule, person)
        ? [eventsBefore(of: person, by: rule), eventsAfter(of: person, by: rule)] : [0, 0]
    }
    return rules.enumerated().map { place, rule in
      var way = way(rule, of: counted)
      way.apart = rules.prefix(place).map { other in
        (0..<2).map { side in
          counted.count { sides($0, rule)[side] != sides($0, other)[side] }
        }.filter { $0 > 0 }.min() ?? 0
      }
      return way
    }
  }

  /// Without six months some of whom nothing is told are gone.
  private func isIn(_ rule: ServiceUseRule, _ person: Person) -> Bool {
    if rule.index == .firstSession, person.attended == 0 { return false }
    if rule.wholeWindows { return person.month > 0 }
    let hasNone = person.eventsBefore + person.eventsAfter == 0
    return rule.monthsLeftOut < 6 || !hasNone || person.month > 0 || person.attended < 9
  }

  private func eventsBefore(of person: Person, by rule: ServiceUseRule) -> Int {
    let isMoved = rule.running == .neither && person.eventsBefore > 4
    let before = person.eventsBefore + eventsBetween(of: person, by: rule)
    return isMoved || rule.monthsLeftOut == 6 && person.month == 2 ? 0 : before
  }

  private func eventsAfter(of person: Person, by rule: ServiceUseRule) -> Int {
    person.eventsAfter - eventsBetween(of: person, by: rule)
  }

  /// Some had one between registering and the first session.
  private func eventsBetween(of person: Person, by rule: ServiceUseRule) -> Int {
    guard rule.index == .firstSession, person.attended.isMultiple(of: 3) else { return 0 }
    return min(1, person.eventsAfter)
  }

  private func way(
    _ rule: ServiceUseRule, of counted: [Person]
  ) -> ServiceUseFinding<Unreleased>.Way {
    let people = counted.filter { isIn(rule, $0) }
    let before = people.map { eventsBefore(of: $0, by: rule) }
    let after = people.map { eventsAfter(of: $0, by: rule) }
    let used = PeopleCount(
      people.count,
      .counted(event: "admission", window: "12-months", group: Self.all, rule: rule))
    let (first, second) = (before.reduce(0, +), after.reduce(0, +))
    guard first > 0, second > 0 else {
      return .init(
        rule: rule, ratio: .notEstimable(.nothingHappened, used: used, eligible: everyone))
    }
    let ratio = Double(second) / Double(first)
    return .init(
      rule: rule,
      ratio: .estimated(
        Estimate(
          ratio, used: used, eligible: everyone,
          interval: Interval(low: ratio / 2, high: ratio * 2, level: 0.95),
          contributors: [before, after].map { .init(to: $0) })))
  }

  mutating func experience() -> ExperienceFinding<Unreleased> {
    let tellers = people.filter { $0.stories > 0 }
    let told = PeopleCount(tellers.count, .storytellers)
    let coded = PeopleCount(tellers.count, .coded)
    let kappas = (0..<3).map { _ in number(coded, of: coded) }
    let overAll = number(coded, of: coded)
    return ExperienceFinding(
      codebook: "c", source: "",
      stories: Answers { _ in sum(tellers.map(\.stories), told, everyone) }, coders: 2,
      storytellers: told,
      nothingFound: PeopleCount(tellers.count { !$0.themes.contains(true) }, .nothingFound),
      themes: (0..<3).map { theme in
        let found = tellers.count { $0.themes[theme] }
        return .init(
          id: "theme-\(theme)", label: "theme \(theme)",
          people: PeopleCount(found, .theme("theme-\(theme)")),
          byAll: PeopleCount(
            tellers.count { $0.themes[theme] && $0.crossed }, .themeByAll("theme-\(theme)")),
          answers: Answers { measure in
            switch measure {
            case .share:
              share(found, .theme("theme-\(theme)"), of: coded, eligible: everyone)
            case .agreement: kappas[theme]
            }
          },
          quote: found > 0
            ? StoryQuote(text: "words of theme \(theme)", purpose: .publicReport) : nil)
      },
      agreement: overAll,
      quotable: PeopleCount(tellers.count { $0.attended > 0 }, .quotable),
      quotes: Answers { measure in
        // Who came may be quoted; of the others most were not looked through.
        let fits = { (person: Person) -> Bool in
          switch measure {
          case .quotable: person.attended > 0
          case .notReviewed: person.attended == 0 && person.month > 0
          case .notAgreed: person.attended == 0 && person.month == 0
          case .consentNotGiven, .consentEnded, .noWords: false
          }
        }
        return sum(tellers.map { fits($0) ? $0.stories : 0 }, told, everyone)
      }, quotePurpose: .publicReport,
      change: storiesByChange())
  }

  /// Every fifth teller's story has not been read, where there are any.
  private mutating func storiesByChange() -> StoriesByChange<Unreleased> {
    let threshold = number(everyone, of: everyone)
    let tellers = people.filter { $0.stories > 0 }
    let isRead = tellers.indices.map { groups.count == 2 || $0 % 5 != 0 }
    let read = zip(tellers, isRead).filter(\.1).map(\.0)
    let others = zip(tellers, isRead).filter { !$0.1 }.map(\.0)
    func name(_ id: String) -> GroupName { GroupName(id: id, label: id) }
    let themes = (0..<3).map { theme in
      StoriesByChange<Unreleased>.Theme(
        id: "theme-\(theme)", label: "theme \(theme)",
        with: told(name("theme:theme-\(theme)=yes"), read.filter { $0.themes[theme] }),
        without: told(name("theme:theme-\(theme)=no"), read.filter { !$0.themes[theme] }))
    }
    return StoriesByChange(
      scale: Self.scale, reliability: nil, threshold: threshold,
      rows: [
        .init(
          occasion: Self.later, themes: themes,
          noStory: told(name("stories:read=no"), others + people.filter { $0.stories == 0 }))
      ])
  }

  private mutating func told(
    _ name: GroupName, _ members: [Person]
  ) -> StoriesByChange<Unreleased>.Group {
    let used = paired(name, members)
    let eligible = due(name, members)
    let pairs = members.filter(\.isPaired)
    let (before, change) = (number(used, of: eligible), number(used, of: eligible))
    return .init(
      name: name, used: used, eligible: eligible,
      answers: Answers { measure in
        let count =
          switch measure {
          case .improved: pairs.count { $0.change > 0 }
          case .unchanged: pairs.count { $0.change == 0 }
          case .deteriorated: pairs.count { $0.change < 0 }
          case .meanBefore, .meanChange: 0
          }
        if measure == .meanBefore { return before }
        guard let judged = measure.judged else { return change }
        return share(
          count, .judged(judged, scale: "qpr15", occasion: "later", group: name.id), of: used,
          eligible: eligible)
      })
  }

  mutating func certainty() -> CertaintyFinding<Unreleased> {
    let pairs = paired(.everyone, people)
    let everyoneDue = due(.everyone, people)
    return CertaintyFinding(
      limits: [
        .noComparator,
        .lowFollowUp(
          scale: "qpr15", occasion: Self.later,
          share: share(pairs.count, pairs.people, of: everyoneDue, eligible: everyoneDue)),
        .fewPeople(what: "qpr15", occasion: Self.later, group: .everyone, people: pairs),
        .notLinked(
          event: "admission",
          people: PeopleCount(people.count { !$0.isCounted }, .notLinked(event: "admission"))),
      ] + armLimits, strength: DesignStrength(nesta: 2, maryland: 1))
  }
}
