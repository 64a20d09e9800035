import Foundation
import FurlongStudy
import FurlongWorkflow

/// What an import comes to, in words for a terminal.
struct SummaryWords {
  private let report: ImportReport
  private let summary: ImportSummary
  private let study: String

  init(_ report: ImportReport, _ summary: ImportSummary, study: String?) {
    self.report = report
    self.summary = summary
    self.study = study.map { " " + $0 } ?? ""
  }

  var text: String {
    (key + links + byHand + counts + bad + biggest + next).joined(separator: "\n")
  }

  private var key: [String] {
    if report.lostKey {
      return [
        "The key of this study was not found, so a new one was made and all exports were read again. If you have a "
          + "copy of the former key, bring it back with `furlong key import` and import once more."
      ]
    }
    return report.madeKey
      ? [
        "A key was made for this study, outside its folder. Keep a copy in a safe place (`furlong key export`): without "
          + "it, later exports can only be linked by reading all of them again."
      ] : []
  }

  /// Who is in the register beside who is in the exports, a line a kind.
  private var links: [String] {
    guard let links = report.links, !links.exports.isEmpty else { return [] }
    let names = links.exports.map { Self.name($0.holds) }
    let width = names.map(\.count).max() ?? 0
    return ["\(people(links.register)) in the register:"]
      + zip(links.exports, names).map { export, name in
        let strangers =
          export.strangers == 0
          ? export.withoutID.map { "; " + lacking($0) } ?? "" : "; " + self.strangers(export)
        return "  " + name + String(repeating: " ", count: width - name.count)
          + "   \(people(export.people)) \(export.people == 1 ? "has" : "have") some, "
          + "\(links.register - export.people) none" + strangers
      }
  }

  private func strangers(_ export: ImportReport.Links.Export) -> String {
    let with = "\(people(export.strangers)) with some \(export.strangers == 1 ? "is" : "are")"
    if export.holds.isOfATrust, let without = export.withoutID {
      return
        "\(with) not in the register, and \(withoutID(without)), and may be among them: \(Self.wouldTell)"
    }
    return export.holds.isOfATrust
      ? "\(with) of the trust and not the college's: nothing to do" : "\(with) not in the register"
  }

  /// Of people whom no extract can name it is not known whether they had any.
  private func lacking(_ without: Int) -> String {
    "\(withoutID(without)), so that nobody knows whether they had any: \(Self.wouldTell)"
  }

  private func withoutID(_ people: Int) -> String {
    "\(people) in the numbers \(people == 1 ? "has" : "have") no id that an extract has"
  }

  private static let wouldTell =
    "their NHS numbers in the register, or a list that ties ids, would tell"

  private static func name(_ kind: ExportKind) -> String {
    switch kind {
    case .scores: "forms"
    case .attendance: "places at sessions"
    case .events: "service use"
    case .stories: "stories"
    case .people, .caseload, .codings, .units: "rows"
    }
  }

  /// `corrected by hand: 3 cells, 1 row left out (fixes/decisions.json)`.
  private var byHand: [String] {
    guard let work = report.byHand else { return [] }
    let parts = [
      (work.cells, "cell", "cells"), (work.rowsLeftOut, "row left out", "rows left out"),
      (work.merges, "merge of people", "merges of people"),
      (work.splits, "split of people", "splits of people"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
    return ["corrected by hand: \(parts.joined(separator: ", ")) (fixes/decisions.json)"]
  }

  private var counts: [String] {
    let stopped = report.stopped.count
    guard summary.notes + summary.warnings + summary.setAside + stopped > 0 else {
      return ["No problems."]
    }
    return [
      count(summary.notes, "note") + " · " + count(summary.warnings, "warning") + " · "
        + count(summary.setAside, "row") + " set aside"
        + (stopped == 0 ? "" : " · \(stopped) stopped")
    ]
  }

  private var bad: [String] {
    summary.bad.map { bad in
      "\(percent(bad.percent)) % of \(bad.file) is set aside (\(bad.setAside) of \(bad.rows) rows): too much to go on "
        + "without a look."
    }
  }

  private var biggest: [String] {
    guard let found = summary.biggest else { return [] }
    let problem = found.problem
    let title = ProblemCode(rawValue: problem.code).flatMap(ProblemExplanation.of)?.title
    let what =
      found.rows.map { rows in
        "\(count(rows, "row")) of \(problem.file) set aside: \(title ?? problem.message)"
          + (problem.column.map { " in '\($0)'" } ?? "") + " (\(problem.code))"
      } ?? "nothing of \(problem.file) is kept: \(problem.message) (\(problem.code))"
    return ["biggest: " + what, "    fix  \(problem.fix)"]
  }

  private var next: [String] {
    let lines: [(command: String, why: String)] =
      switch summary.next {
      case .importAgain:
        [
          ("import", "again, when what stopped is mended"),
          ("problems", "what else is wrong, with what to do"),
        ]
      case .importForGood: [("import", "to keep it: this was tried only, and nothing was kept")]
      case .problems:
        [
          ("problems", "what is wrong, with what to do"),
          ("plan check", "what the plan asks, and whether there are people enough"),
          ("report", "with --draft, until it is right"),
        ]
      case .planCheck:
        [
          ("plan check", "what the plan asks, and whether there are people enough"),
          ("report", "with --draft, until it is right"),
        ]
      }
    let width = (lines.map(\.command.count).max() ?? 0) + study.count
    return lines.enumerated().map { place, line in
      let command = line.command + study
      return (place == 0 ? "next:    " : "         ") + "furlong "
        + command + String(repeating: " ", count: width - command.count + 3) + line.why
    }
  }

  private func people(_ number: Int) -> String { "\(number) \(number == 1 ? "person" : "people")" }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }

  private func percent(_ share: Double) -> String {
    String(Int(share.rounded(share < 50 ? .up : .down)))
  }
}
