import Foundation
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongImport
import FurlongReports
public import FurlongStudy

/// The forms of a report.
public enum ReportForm: String, Sendable, CaseIterable {
  /// One self-contained page.
  case html
  /// Markdown.
  case md
  /// The printed text and, beside it, the released number.
  case json
  /// A Word file.
  case docx
  /// The flat table of released numbers: `results.csv`.
  case csv
  /// The same as an Excel workbook.
  case xlsx

  /// The name of its file.
  public var file: String {
    switch self {
    case .html: "report.html"
    case .md: "report.md"
    case .json: "report.json"
    case .docx: "report.docx"
    case .csv: "results.csv"
    case .xlsx: "results.xlsx"
    }
  }
}

/// Whether a report is a release, and in place of which.
public struct ReleaseChoice: Sendable, Equatable {
  /// Whether it is a draft: marked on every page, and no release.
  public var isDraft: Bool
  /// The days of earlier releases that it replaces.
  public var replaces: [CalendarDay]

  /// A choice.
  public init(isDraft: Bool = false, replaces: [CalendarDay] = []) {
    self.isDraft = isDraft
    self.replaces = replaces
  }
}

/// What became of a report.
public struct ReportOutcome: Sendable, Equatable {
  /// The files that were, or would be, written.
  public var files: [String]
  /// What was held back and why, in sentences; empty where nothing was.
  public var heldBack: [String]
  /// Each count that was held back, and the small one that it would have given away.
  public var heldBackCounts: [String]
  /// That the exports do not give all that the plan asks for; nil where they do.
  public var lacking: String?
  /// That it was recorded as a release, and what that means; nil where it was not.
  public var released: String?
}

/// Releases findings through the gate, composes the report, renders it, and remembers who was in it.
struct ReportStep {
  let workflow: Workflow
  let plan: StudyPlan
  let release: ReleaseChoice

  func run(_ forms: [ReportForm], to output: OutputFolder?) throws -> ReportOutcome {
    let keeper = ReleaseKeeper(workflow: workflow, plan: plan, release: release)
    try keeper.checkChoice()
    // What a form is made with is looked for before anything is worked out.
    if forms.contains(.docx) { _ = try Pandoc(workflow.programs) }
    let evaluated = try EvaluateStep(workflow: workflow, plan: plan).run()
    let record = try keeper.check(evaluated)
    if !release.isDraft { try WordsInRelease(plan: plan, maps: maps).check(evaluated.findings) }
    let (document, released) = try compose(evaluated.findings)
    let files = try forms.map { ($0.file, try bytes(of: $0, document, released)) }
    if let output {
      try WholeFile.write(
        files.map { file, bytes in (output.url.appendingPathComponent(file), bytes) })
      if let record { try keeper.keep(record) }
    }
    return ReportOutcome(
      files: files.map(\.0),
      heldBack: HeldBackWords(plan: plan).sentences(released.heldBack)
        + HeldBackWords.warning(released.open),
      heldBackCounts: HeldBackWords.list(released.heldBack),
      lacking: Self.lacking(evaluated.findings.provenance.gaps.count),
      released: record == nil || output == nil ? nil : Self.recorded)
  }

  private var maps: [ExportMap] {
    workflow.folder.files(in: "maps", ending: ".map.yaml").compactMap { name in
      (try? workflow.folder.text(of: name)).flatMap { try? ExportMap.read($0, file: name) }
    }
  }

  /// The report in HTML, whether or not the findings differ from an earlier release by a few people: for a draft.
  func page() throws -> [UInt8] {
    let findings = try EvaluateStep(workflow: workflow, plan: plan).run().findings
    return try HTMLRenderer().render(compose(findings).document)
  }

  private func compose(
    _ findings: Findings<Unreleased>
  ) throws -> (document: Document, released: ReleasedFindings) {
    workflow.progress.tell("Composing the report", nil)
    let released = DisclosureGate(policy: plan.disclosure).release(findings)
    if !released.open.isEmpty, !release.isDraft { throw HeldBackWords.refusal(released.open) }
    let composer = ReportComposer(
      plan: plan.report, isDraft: release.isDraft, replaces: release.replaces)
    return (composer.compose(released), released)
  }

  private static func lacking(_ gaps: Int) -> String? {
    guard gaps > 0 else { return nil }
    let what =
      gaps == 1 ? "1 thing that the plan asks for is" : "\(gaps) things that the plan asks for are"
    return
      "\(what) not in the exports: the report says which, under \"Check it yourself\", and `furlong problems` what to do."
  }

  private static let recorded =
    "Recorded as a release: a later report that differs from it by a few people is refused. "
    + "`--draft` records nothing, for as long as you are still trying."

  private func bytes(
    of form: ReportForm, _ document: Document, _ released: ReleasedFindings
  ) throws -> [UInt8] {
    let renderer: any DocumentRenderer
    switch form {
    case .html: renderer = HTMLRenderer()
    case .md: renderer = MarkdownRenderer()
    case .json: renderer = JSONRenderer()
    case .docx: renderer = WordRenderer(programs: workflow.programs)
    case .csv: return Array(ResultsText.csv(released.findings, mark: mark(released)).utf8)
    case .xlsx: return try ResultsText.workbook(released.findings, mark: mark(released))
    }
    return try renderer.render(document)
  }

  private func mark(_ released: ReleasedFindings) -> String? {
    release.isDraft ? ReportComposer.draftMark : released.policy.mark
  }
}
