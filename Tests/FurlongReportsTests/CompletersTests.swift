import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy
import Testing

@Suite("Completers, in the report")
struct CompletersTests {
  /// The invented college with a step that tells completers apart, each group with the numbers of everyone.
  static func findings(_ completing: Landmark.Completing) -> Findings<Unreleased> {
    var findings = CollegeExample.findings
    let landmark = Landmark(day: TimeLength(180, .days), completing: completing)
    let use = findings.steps.compactMap { step in
      if case .serviceUse(let found) = step.finding { found } else { nil }
    }
    var outcomes = use.flatMap(\.outcomes).prefix(2).map { $0 }
    for place in outcomes.indices {
      outcomes[place].window.id += "-from-180-days"
      outcomes[place].timeline = []
      let everyone = outcomes[place].rows[0]
      outcomes[place].rows += Landmark.Standing.allCases.map { standing in
        var row = everyone
        row.group = GroupName(
          id: "\(Landmark.column)=\(standing.rawValue)", label: "had \(standing.rawValue)")
        return row
      }
    }
    findings.steps.insert(
      .init(
        id: "completers", planned: .yes,
        finding: .serviceUse(ServiceUseFinding(outcomes: outcomes, landmark: landmark))), at: 4)
    return findings
  }

  /// The college counted in four ways, of which one cannot be shown.
  static var everyWay: Findings<Unreleased> {
    var findings = findings(.sessions(6))
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding, found.landmark == nil
      else { continue }
      for outcome in found.outcomes.indices {
        let headline = found.outcomes[outcome].rows[0]
        func way(_ rule: ServiceUseRule, _ measure: ServiceUseMeasure)
          -> ServiceUseFinding<Unreleased>.Way
        {
          .init(rule: rule, ratio: headline[measure])
        }
        found.outcomes[outcome].ways = [
          way(.wholeWindow, .ratio), way(.withoutLastMonth, .ratioWithoutLastMonth),
          way(.withoutLastThreeMonths, .ratioWithoutLastThreeMonths),
          fromFirstSession(headline),
          .init(
            rule: ServiceUseRule(monthsLeftOut: 6, running: .neither),
            ratio: .notEstimable(
              .nothingHappened, used: headline.people, eligible: headline.eligible)),
        ]
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    return findings
  }

  @Test("at a follow-up before their day are not told apart, and the report says so")
  func early() throws {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .change(var found) = findings.steps[place].finding else { continue }
      for outcome in found.outcomes.indices {
        let everyone = found.outcomes[outcome].rows.filter { $0.group == .everyone }
        var last = try #require(everyone.last)
        last.group = GroupName(id: "\(Landmark.column)=completed", label: "had completed")
        found.outcomes[outcome].rows.append(last)
        #expect(everyone.count > 1)
      }
      findings.steps[place].finding = .change(found)
    }
    let said = "Nobody is told apart by completing at about four months"
    #expect(Reports.compose(findings, ReportPlan()).plainText.contains(said))
    #expect(
      !Reports.compose(CollegeExample.findings, ReportPlan()).plainText.contains("by completing"))
  }

  @Test("says at which follow-ups a scale was asked, where others were asked at more")
  func onlyAsked() throws {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      guard case .change(var found) = findings.steps[place].finding else { continue }
      let last = found.outcomes[1].rows.last?.occasion
      found.outcomes[1].rows.removeAll { $0.occasion == last }
      findings.steps[place].finding = .change(found)
    }
    let said = Reports.compose(findings, ReportPlan()).plainText
    #expect(said.ranges(of: "The plan asks it only at about four months.").count == 1)
  }

  /// Thirty-two came to no session.
  private static func fromFirstSession(
    _ row: ServiceUseFinding<Unreleased>.Row
  ) -> ServiceUseFinding<Unreleased>.Way {
    var ratio = row[.ratioWithoutLastThreeMonths]
    if case .estimated(var estimate) = ratio {
      estimate.used.count = 241
      ratio = .estimated(estimate)
    }
    return .init(rule: ServiceUseRule(index: .firstSession), ratio: ratio)
  }

  @Test("says in how many ways of counting a change is shown, and draws the leading event’s")
  func ways() {
    let said = Reports.compose(Self.everyWay, ReportPlan()).plainText
    for sentence in [
      "Detentions: counted in 3 ways that differ (1 more not shown), there were from about a fifth fewer (0.78 times) to slightly more (1.01) after; by none can we tell whether it changed.",
      "Admissions: counted in 3 ways that differ (1 more not shown), there were from nearly two fifths fewer (0.63 times) to about a fifth fewer (0.81) after: a fall is shown in 2 and in 1 we cannot tell.",
      "ways of counting that differ show a change",
      "without the last 6 months, spells on day 0 left out",
      "The plan names one way as its own; the others say how far the answer hangs on it.",
      "all days, from the first session",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
  }

  @Test("says who is counted from another day than day 0, once, and what that day cannot show")
  func otherDay() {
    let said = Reports.compose(Self.everyWay, ReportPlan()).plainText
    let sentence =
      "Day 0 may be another day: some of these ways count 241 of 273 students from the first session attended instead of the first registration. Whoever came to none is not in them. Those who came may have been better already than those who did not; that is not what coming did."
    #expect(said.ranges(of: "Day 0 may be another day").count == 1)
    #expect(said.contains(sentence))
    var findings = Self.everyWay
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding, found.landmark == nil
      else { continue }
      for outcome in found.outcomes.indices {
        for way in found.outcomes[outcome].ways.indices
        where found.outcomes[outcome].ways[way].rule.index != .plans {
          found.outcomes[outcome].ways[way].rule.index = .registration
        }
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let registered = Reports.compose(findings, ReportPlan()).plainText
    #expect(
      registered.contains(
        "All of them came later, and had to be well enough to come until then, so that the time after can look better than it was. Whoever registered and never came is in none of these numbers."
      ))
    #expect(registered.contains("all days, from registration"))
  }

  @Test("where only the way of counting changes the answer, page one says so and blames no run-up")
  func hangsOnWay() {
    var findings = Self.everyWay
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding, found.landmark == nil
      else { continue }
      for outcome in found.outcomes.indices {
        let row = found.outcomes[outcome].rows[0]
        found.outcomes[outcome].rows[0].answers = Answers {
          $0 == .ratioWithoutLastThreeMonths ? row[.ratio] : row[$0]
        }
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    let said = Reports.compose(findings, ReportPlan()).plainText
    #expect(said.contains("Not sure admissions fell: it hangs on the way of counting."))
    #expect(said.contains("fell, but not in every way of counting."))
    #expect(said.contains("; other ways of counting do not all say so."))
    #expect(!said.contains("but not without the months before"))
  }

  private func text(_ completing: Landmark.Completing) -> String {
    Reports.compose(Self.findings(completing), ReportPlan()).plainText
  }

  @Test("says who they are, from when they are followed, and what that does not show")
  func said() {
    let said = text(.course(percent: 70))
    for sentence in [
      "Of a student’s places of a course at least 70% must be attended, and none may be still to come.",
      "All are followed from that day on, so that nobody counts as a completer for having stayed well until then.",
      "8 students had gone by then or cannot be followed.",
      "12 months before first registration and up to as long from 180 days after first registration",
      "Admissions fell by nearly two fifths among those who had completed, had came or had absent",
      "a difference between these groups does not show what completing does.",
      "completers mostly look better than they did: whoever was in hospital could not complete.",
    ] {
      #expect(said.contains(sentence), "\(sentence)")
    }
    #expect(!said.contains("after as a share of before: had"))
    #expect(text(.sessions(6)).contains("Counted are sessions attended: 6 or more, fewer, none."))
  }

  @Test(
    "the figure's title says of whom use fell, of whom it cannot be told, and of whom it is not shown"
  )
  func title() {
    var findings = Self.findings(.course(percent: 70))
    for place in findings.steps.indices {
      guard case .serviceUse(var found) = findings.steps[place].finding, found.landmark != nil
      else { continue }
      for outcome in found.outcomes.indices {
        let everyone = found.outcomes[outcome].rows[0]
        let rows = found.outcomes[outcome].rows.indices.dropFirst()
        let named = zip(
          rows, ["had completed a course", "had come but completed none", "had not come"])
        for (row, label) in named { found.outcomes[outcome].rows[row].group.label = label }
        // Of those who came the interval holds no change, of those who did not there is no ratio.
        found.outcomes[outcome].rows[2].answers = Answers {
          $0 == .ratio ? everyone[.ratioWithoutLastThreeMonths] : everyone[$0]
        }
        found.outcomes[outcome].rows[3].answers = Answers {
          $0 == .ratio
            ? .notEstimable(
              .nothingHappened, used: everyone.people, eligible: everyone.eligible)
            : everyone[$0]
        }
      }
      findings.steps[place].finding = .serviceUse(found)
    }
    #expect(
      Reports.compose(findings, ReportPlan()).plainText.contains(
        "Admissions fell by nearly two fifths among those who had completed a course; of those who had come but completed none it cannot be told; of those who had not come it is not shown"
      ))
  }

  @Test("page one and the headline are those of everyone, with or without completers")
  func headline() {
    let with = Reports.compose(Self.findings(.sessions(6)), ReportPlan())
    let without = Reports.compose(CollegeExample.findings, ReportPlan())
    func pageOne(_ document: Document) -> Substring? {
      let text = document.plainText
      return text.ranges(of: "Question 1").first.map { text[..<$0.lowerBound] }
    }
    #expect(pageOne(with) != nil)
    #expect(pageOne(with) == pageOne(without))
  }
}
