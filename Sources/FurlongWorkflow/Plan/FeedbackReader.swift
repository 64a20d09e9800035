import FurlongEvaluation
import FurlongForms
import FurlongScales
import FurlongStudy

/// Reads `feedback:`, the scales that are asked once.
struct FeedbackReader {
  /// The scales that a plan may ask for.
  var catalogue: ScaleCatalogue

  /// A scale as it is asked for and as it is spoken of.
  struct Asked {
    var plan: FeedbackPlan
    var request: ScaleRequest
  }

  func read(_ plan: FormTable) throws(FormError) -> [Asked] {
    var asked: [Asked] = []
    for node in try plan.optional("feedback")?.list() ?? [] {
      let one = try node.table { table throws(FormError) in try read(asked: table) }
      try node.refuseTwice(one.plan.scale, in: asked.map(\.plan.scale))
      asked.append(one)
    }
    return asked
  }

  private func read(asked table: FormTable) throws(FormError) -> Asked {
    let node = try table.required("scale")
    let id = try node.text()
    let scale: Scale
    do { scale = try catalogue.scale(id) } catch { throw node.error(error.what, fix: error.fix) }
    let key = scale.higherIsBetter ? "at_least" : "at_most"
    let reaching = try table.optional(key)
    let value = try reaching?.number()
    if let reaching, let value, !scale.scores.contains(value) {
      throw reaching.error(
        "\(scale.name) runs from \(ScalePage.number(scale.scores.lowerBound)) to "
          + "\(ScalePage.number(scale.scores.upperBound))",
        fix: "write a score that it can have")
    }
    let label = try table.optionalText("label") ?? ""
    if !label.isEmpty, value == nil {
      throw table.node.error(
        "'label' says what is true of those who reach a score, and none is given",
        fix: "add '\(key): SCORE', or take the label out")
    }
    return Asked(
      plan: FeedbackPlan(scale: id, reaching: value, label: label),
      request: ScaleRequest(scale: id, blankItemsAllowed: nil))
  }
}
