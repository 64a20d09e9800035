import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says how many of the stories may be quoted, and what stands first against the others.
struct QuotableWording {
  private let found: ExperienceFinding<Released>
  private let material: ReportMaterial

  init(_ found: ExperienceFinding<Released>, _ material: ReportMaterial) {
    self.found = found
    self.material = material
  }

  /// The sentences; nil where there are no stories.
  var sentences: Prose? {
    guard found.quotes[.quotable].notEstimable == nil else { return nil }
    let stories = AnswerWording(.count).count(
      found.quotes[.quotable],
      of: found.quotes[.quotable].estimate?.value == 1 ? "story" : "stories", fact(.quotable))
    let why = against
    if found.quotes[.quotable].estimate == nil, why.isEmpty { return nil }
    let may: Prose = "\(stories.capitalised) may be quoted."
    let other: Prose = why.isEmpty ? "" : " Not quoted: \(why.joined("; "))."
    return
      "\(may)\(other) Stories that were withdrawn, or that may not be counted at all, are left out."
  }

  /// `about 5 whose teller did not agree to be quoted in a public report`, the first thing that stands against each; of reasons of
  /// few stories only that they are of few.
  private var against: [Prose] {
    let bars = QuoteMeasure.allCases.filter { $0 != .quotable }
    let shown = bars.filter { found.quotes[$0].estimate.map { $0.value > 0 } ?? false }
      .sorted { (found.quotes[$0].estimate?.value ?? 0) > (found.quotes[$1].estimate?.value ?? 0) }
      .map { bar -> Prose in "\(count(bar)) \(words(bar))" }
    let hidden = bars.filter { found.quotes[$0].estimate == nil }
    guard !hidden.isEmpty, !shown.isEmpty else { return shown }
    let areFew = hidden.allSatisfy {
      if case .fewerThan = found.quotes[$0].shown { true } else { false }
    }
    return shown + [
      areFew ? "for other reasons few, if any" : "for other reasons, how many is not shown"
    ]
  }

  private func count(_ measure: QuoteMeasure) -> Prose {
    AnswerWording(.count).count(found.quotes[measure], fact(measure))
  }

  private func fact(_ measure: QuoteMeasure) -> String { "experience.\(measure.declared.word)" }

  private func words(_ measure: QuoteMeasure) -> Prose {
    switch measure {
    case .quotable: "may be quoted"
    case .notAgreed: "whose teller did not agree to be quoted \(found.quotePurpose.place)"
    case .consentNotGiven: "without a day of consent"
    case .consentEnded: "with a consent that has ended"
    case .notReviewed: "not looked through for names and places"
    case .noWords: "without words"
    }
  }
}
