import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongStudy

/// The reports that the tests read.
enum Reports {
  static let trial = compose(TrialExample.findings, ReportPlan())
  static let college = college(under: .nhsRound5())
  static let seizures = compose(SeizureExample.findings, ReportPlan())

  static let randomised = compose(RandomisedExample.trial, ReportPlan())
  static let randomisedSeizures = compose(RandomisedExample.seizures, ReportPlan())

  static let completers = compose(
    CompletersTests.findings(.course(percent: 70)), ReportPlan())

  static let everyWay = compose(CompletersTests.everyWay, ReportPlan())

  static let rules = compose(RulesExample.findings, ReportPlan(), under: .nhsRound5())

  static let lives = lives(under: .nhsRound5())

  static let units = compose(UnitsExample.findings, ReportPlan(), under: .nhsRound5())

  static let times = times(under: .nhsRound5())

  static func times(under policy: DisclosurePolicy) -> Document {
    compose(TimesExample.findings, ReportPlan(), under: policy)
  }

  static func lives(under policy: DisclosurePolicy) -> Document {
    compose(LivesExample.findings, ReportPlan(), under: policy)
  }

  static let all: [(name: String, document: Document)] = [
    ("trial", trial), ("college", college), ("seizures", seizures), ("randomised", randomised),
    ("randomised seizures", randomisedSeizures), ("rules", rules), ("lives", lives),
    ("completers", completers), ("every way", everyWay), ("times", times),
    ("units", units),
  ]

  static func college(under policy: DisclosurePolicy) -> Document {
    compose(
      CollegeExample.findings,
      ReportPlan(
        preparedBy: "Saltmarsh evaluation group",
        decision: "Whether to fund the college for three more years."),
      under: policy)
  }

  static func compose(
    _ findings: Findings<Unreleased>, _ plan: ReportPlan,
    under policy: DisclosurePolicy = .openData
  ) -> Document {
    ReportComposer(plan: plan).compose(DisclosureGate(policy: policy).release(findings))
  }
}
