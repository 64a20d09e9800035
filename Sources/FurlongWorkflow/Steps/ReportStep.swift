import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports

/// The forms of a report.
public enum ReportForm: String, Sendable, CaseIterable {
  /// One self-contained page.
  case html
  /// Markdown.
  case md
  /// The printed text and, beside it, the released number.
  case json
  /// The flat table of released numbers: `results.csv`.
  case csv

  /// The name of its file.
  public var file: String {
    switch self {
    case .html: "report.html"
    case .md: "report.md"
    case .json: "report.json"
    case .csv: "results.csv"
    }
  }
}

/// Releases findings through the gate, composes the report and renders it.
struct ReportStep {
  let plan: StudyPlan
  let progress: Progress

  func run(_ findings: Findings<Unreleased>, as forms: [ReportForm]) -> [(file: String, text: String)] {
    progress.tell("Composing the report", nil)
    let released = DisclosureGate(policy: plan.disclosure).release(findings)
    let document = ReportComposer(plan: plan.report).compose(released)
    return forms.map { form in
      let text =
        switch form {
        case .html: HTMLRenderer().render(document)
        case .md: MarkdownRenderer().render(document)
        case .json: JSONRenderer().render(document)
        case .csv: ResultsText.csv(released.findings, mark: released.policy.mark)
        }
      return (form.file, text)
    }
  }
}
