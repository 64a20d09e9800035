import FurlongEvaluation
import FurlongStudy

/// The two trials with arms that chance made: what they differ by, of scales and of events.
///
/// The differences are those of Beat the Blues and of the epilepsy counts; the numbers of people are the examples'.
enum RandomisedExample {
  static let blues = RandomisedArms(column: "treatment", treated: "BtheB", control: "TAU")
  static let seizure = RandomisedArms(column: "trt", treated: "progabide", control: "placebo")

  static var trial: Findings<Unreleased> {
    var findings = TrialExample.findings
    findings.study.design = .randomised(blues)
    for place in findings.steps.indices {
      switch findings.steps[place].finding {
      case .change(var found):
        found.outcomes[0].arms = TrialExample.times.enumerated().map { index, time in
          change(found.outcomes[0].rows, time, differences[index])
        }
        findings.steps[place].finding = .change(found)
      case .meaning(var found):
        found.outcomes[0].arms = TrialExample.times.map { meaning(found.outcomes[0].rows, $0) }
        findings.steps[place].finding = .meaning(found)
      case .certainty:
        let last = TrialExample.times[3]
        let due = PeopleCount(48, .due(occasion: last.id, group: TrialExample.usual.id))
        findings.steps[place].finding = .certainty(
          CertaintyFinding(
            limits: [
              .armIncomplete(
                what: "bdi2", occasion: last, group: TrialExample.usual,
                share: Parts.share(
                  26,
                  .paired(scale: "bdi2", occasion: last.id, group: TrialExample.usual.id),
                  (due, due)))
            ], strength: DesignStrength(nesta: 3, maryland: 3)))
      case .reach, .lifeOutcomes, .serviceUse, .timeToEvent, .unitRates, .money, .feedback,
        .experience:
        break
      }
    }
    return findings
  }

  static var seizures: Findings<Unreleased> {
    var findings = SeizureExample.findings
    findings.study.design = .randomised(seizure)
    for place in findings.steps.indices {
      switch findings.steps[place].finding {
      case .serviceUse(var found):
        found.outcomes[0].arms = use(found.outcomes[0].rows)
        findings.steps[place].finding = .serviceUse(found)
      case .certainty:
        findings.steps[place].finding = .certainty(
          CertaintyFinding(limits: [], strength: DesignStrength(nesta: 3, maryland: 5)))
      case .reach, .change, .meaning, .lifeOutcomes, .timeToEvent, .unitRates, .money, .feedback,
        .experience:
        break
      }
    }
    return findings
  }

  private static let differences: [(Double, ClosedRange<Double>)] = [
    (-3.9543608158945807, -7.437414575593905 ... -0.47130705619525637),
    (-5.003082277243082, -9.63697878305701 ... -0.3691857714291533),
    (-6.003261746731369, -11.101492602234783 ... -0.9050308912279554),
    (-4.010489675335968, -8.942275067182585...0.9212957165106479),
  ]

  private static func comparison<Measures: FindingMeasure>(
    _ arms: RandomisedArms, _ time: TimeName,
    _ rows: [(group: GroupName, used: PeopleCount, eligible: PeopleCount)],
    _ used: PeopleSet, _ eligible: PeopleSet,
    _ answers: (Parts.Whose, [Parts.Whose]) -> Answers<Measures, Unreleased>
  ) -> ArmComparison<Measures, Unreleased> {
    func arm(_ value: String) -> ArmComparison<Measures, Unreleased>.Arm {
      let row = rows.first { $0.group.id == "\(arms.column)=\(value)" } ?? rows[0]
      return .init(group: row.group, used: row.used, eligible: row.eligible)
    }
    let (treated, control) = (arm(arms.treated), arm(arms.control))
    let both: Parts.Whose = (
      PeopleCount(treated.used.count + control.used.count, used),
      PeopleCount(treated.eligible.count + control.eligible.count, eligible)
    )
    return ArmComparison(
      time: time, arms: arms, treated: treated, control: control, used: both.used,
      eligible: both.eligible,
      answers: answers(
        both, [(treated.used, treated.eligible), (control.used, control.eligible)]))
  }

  private static func change(
    _ rows: [ChangeFinding<Unreleased>.Row], _ time: TimeName,
    _ difference: (Double, ClosedRange<Double>)
  ) -> ArmComparison<ArmChangeMeasure, Unreleased> {
    comparison(
      blues, time, rows.filter { $0.occasion == time }.map { ($0.group, $0.used, $0.eligible) },
      .paired(scale: "bdi2", occasion: time.id, group: blues.id),
      .due(occasion: time.id, group: blues.id)
    ) { both, arms in
      Answers { measure in
        switch measure {
        case .difference: Parts.number(difference.0, both, interval: difference.1)
        case .treatedMean: Parts.number(19.04 + difference.0, arms[0])
        case .controlMean: Parts.number(19.04, arms[1])
        }
      }
    }
  }

  private static func meaning(
    _ rows: [MeaningFinding<Unreleased>.Row], _ time: TimeName
  ) -> ArmComparison<ArmMeaningMeasure, Unreleased> {
    let rows = rows.filter { $0.occasion == time }
    return comparison(
      blues, time, rows.map { ($0.group, $0.used, $0.eligible) },
      .paired(scale: "bdi2", occasion: time.id, group: blues.id),
      .due(occasion: time.id, group: blues.id)
    ) { both, _ in
      Answers { measure in
        let parts = [blues.treated, blues.control].compactMap { value in
          rows.first { $0.group.id == "treatment=\(value)" }?[measure.ofEach].estimate?.parts
        }
        return .estimated(
          Estimate(
            parts[0].count / Double(parts[0].of) - parts[1].count / Double(parts[1].of),
            used: both.used, eligible: both.eligible,
            interval: Interval.newcombe(
              Int(parts[0].count), of: parts[0].of, minus: Int(parts[1].count), of: parts[1].of,
              level: 0.95), parts: parts[0], minus: parts[1]))
      }
    }
  }

  private static func use(
    _ rows: [ServiceUseFinding<Unreleased>.Row]
  ) -> ArmComparison<ArmUseMeasure, Unreleased> {
    comparison(
      seizure, SeizureExample.window, rows.map { ($0.group, $0.people, $0.eligible) },
      .counted(
        event: "seizure", window: "8-weeks", group: seizure.id, rule: .wholeWindow),
      .population(group: seizure.id)
    ) { both, _ in
      Answers { _ in
        .estimated(
          Estimate(
            0.9033893265943214, used: both.used, eligible: both.eligible,
            interval: Interval(low: 0.62, high: 1.4, level: 0.95),
            caveats: [.tooSureOfArms(fewest: 28)],
            contributors: [981, 985, 861, 963].map { Parts.evenly($0, over: 28) }))
      }
    }
  }
}
