import FurlongEvaluation
import FurlongScales

/// Says which cut-off a plan goes by, and which stand beside it.
struct CutOffWords {
  let scale: Scale
  let outcome: OutcomePlan

  /// `cut-off 25 (source)`.
  var words: String {
    let published = scale.cutOffs.first { $0.checked != .fromMemory }
    guard outcome.cutOff != .published || outcome.norm != nil else {
      return published.map { "cut-off \(ScalePage.number($0.score)) (\($0.source))" }
        ?? "no published cut-off"
    }
    let leading =
      switch outcome.cutOff {
      case .published:
        published.map { "cut-off \(ScalePage.number($0.score)) (\($0.source))" }
          ?? "no published cut-off"
      case .own(let score, let source):
        "cut-off \(ScalePage.number(score)) (the plan’s own, \(source))"
      case .made(let criterion): "cut-off by criterion \(criterion.rawValue): \(made(criterion))"
      }
    let others =
      (published != nil && outcome.cutOff != .published ? ["published"] : [])
      + CutOffCriterion.allCases.filter {
        outcome.cutOff != .made($0) && (!$0.needsNorm || outcome.norm != nil)
      }.map(\.rawValue)
    return leading + (others.isEmpty ? "" : "; beside it: \(others.joined(separator: ", "))")
  }

  private func made(_ criterion: CutOffCriterion) -> String {
    let way = scale.higherIsBetter ? "above" : "below"
    let norm = outcome.norm.map {
      "mean \(ScalePage.number($0.mean)), SD \(ScalePage.number($0.sd)), \($0.source)"
    }
    return switch criterion {
    case .a: "2 SD \(way) the mean of all baselines of this study"
    case .b: "2 SD worse than people without difficulty (\(norm ?? ""))"
    case .c:
      "as many SD from the baselines of this study as from people without difficulty (\(norm ?? ""))"
    }
  }
}
