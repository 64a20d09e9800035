import FurlongDocuments
import FurlongEvaluation

/// What the study cannot show above all; the other limits stand under Question 8.
struct LimitsAnswer {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The answer.
  var prose: Prose {
    switch material.study.design {
    case .beforeAfter:
      "\(strong: "The cause"): nobody is compared with, and people often start at their worst."
    case .armsApart:
      "\(strong: "Whether one arm did better than the other.") Each arm is described by itself."
    }
  }
}
