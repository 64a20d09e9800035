import FurlongEvaluation
import FurlongForms
import FurlongScales

/// Reads `cut_off:` and `norm:` of an outcome.
struct CutOffsReader {
  let scale: Scale

  func read(
    _ table: FormTable
  ) throws(FormError) -> (choice: CutOffChoice, norm: FunctionalNorm?) {
    let norm = try table.optional("norm")?.table { norm throws(FormError) in try read(norm: norm) }
    guard let node = try table.optional("cut_off") else { return (.published, norm) }
    if node.isTable {
      let own = try node.table { own throws(FormError) in
        (try scored(own.required("score")), try own.text("source"))
      }
      return (.own(score: own.0, source: own.1), norm)
    }
    let words = ["published"] + CutOffCriterion.allCases.map(\.rawValue)
    let word = try node.text()
    if word == "published" {
      guard scale.cutOffs.contains(where: { $0.checked != .fromMemory }) else {
        throw node.error(
          "the catalogue has no verified cut-off of \(scale.name)",
          fix: "write a, or b or c with a norm, or your own as { score: 25, source: … }")
      }
      return (.published, norm)
    }
    guard let criterion = CutOffCriterion(rawValue: word) else {
      throw node.error(
        "there is no cut-off '\(word)'",
        fix: "write one of: " + words.joined(separator: ", ")
          + ", or your own as { score: 25, source: … }")
    }
    guard !criterion.needsNorm || norm != nil else {
      throw node.error(
        "cut-off \(word) needs the scores of people without difficulty, and the catalogue has none of them "
          + "for \(scale.name)",
        fix:
          "add norm: { mean: …, sd: …, source: … } to the outcome, or write a, which is made of the first scores here"
      )
    }
    if criterion == .c, let norm, isWorse(norm) {
      throw node.error(
        "the mean of 'norm' lies at the worst end of \(scale.name), so that nothing lies between it and any score",
        fix: "see which way the scale runs: \(ScalePage(scale).range)")
    }
    return (.made(criterion), norm)
  }

  private func read(norm: FormTable) throws(FormError) -> FunctionalNorm {
    let spread = try norm.required("sd")
    let sd = try spread.number()
    if !(sd > 0) {
      throw spread.error("a standard deviation is above 0", fix: "write it like 7.5")
    }
    if sd > scale.scores.upperBound - scale.scores.lowerBound {
      throw spread.error(
        "a standard deviation is not wider than \(scale.name), which has \(ScalePage(scale).range)",
        fix: "write it like 7.5")
    }
    return FunctionalNorm(
      mean: try scored(norm.required("mean")), sd: sd, source: try norm.text("source"))
  }

  /// A number within the scale's range.
  private func scored(_ node: FormNode) throws(FormError) -> Double {
    let score = try node.number()
    guard scale.scores.contains(score) else {
      throw node.error(
        "\(ScalePage.number(score)) is no score of \(scale.name)",
        fix: "write a number from \(ScalePage(scale).range)")
    }
    return score
  }

  private func isWorse(_ norm: FunctionalNorm) -> Bool {
    norm.mean == (scale.higherIsBetter ? scale.scores.lowerBound : scale.scores.upperBound)
  }
}
