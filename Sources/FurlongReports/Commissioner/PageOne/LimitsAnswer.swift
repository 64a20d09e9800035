import FurlongDocuments
import FurlongEvaluation

/// What the study cannot show above all; the other limits stand under Question 8.
struct LimitsAnswer {
  private let material: ReportMaterial

  private let verdict: StudyVerdict

  init(_ material: ReportMaterial, _ verdict: StudyVerdict) {
    self.material = material
    self.verdict = verdict
  }

  /// The answer.
  var prose: Prose {
    switch material.study.design {
    case .beforeAfter:
      "\(strong: "The cause"): no comparison; people often start at their worst."
    case .armsApart:
      "\(strong: "Whether one arm did better than the other"): each is described by itself, they are not compared."
    case .randomised:
      randomised
    }
  }

  /// A difference between arms that chance made can speak of cause, as far as those missing do not undo what chance did.
  private var randomised: Prose {
    let headline = verdict.arms.first ?? verdict.armServices.first
    let later = verdict.arms.dropFirst().contains { $0.loss == .many }
    guard headline?.loss == .few else {
      return
        "\(strong: "The cause, with any certainty"): chance made the arms, but many of an arm are missing, or how many is not shown."
    }
    let more: Prose = later ? " Later, more than one in five of an arm are missing." : ""
    let others: Prose =
      headline?.isAnybodyMissing == true
      ? "Whether it holds for those missing, or for other people"
      : "Whether it holds for other people"
    return
      "\(strong: others): chance made the arms, so their difference can speak of cause for those in it alone.\(more)"
  }
}
