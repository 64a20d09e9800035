import FurlongEvaluation
import FurlongForms
import FurlongScales
import FurlongStudy

/// Reads `outcomes:`, the scales that are judged.
struct OutcomesReader {
  /// The scales that a plan may ask for.
  var catalogue: ScaleCatalogue

  /// A scale as it is asked for and as it is judged.
  struct Outcome {
    var plan: OutcomePlan
    var request: ScaleRequest
  }

  func read(_ plan: FormTable) throws(FormError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for node in try plan.optional("outcomes")?.list() ?? [] {
      let outcome = try node.table { table throws(FormError) in try read(outcome: table) }
      try node.refuseTwice(outcome.plan.scale, in: outcomes.map(\.plan.scale))
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func read(outcome table: FormTable) throws(FormError) -> Outcome {
    let node = try table.required("scale")
    let id = try node.text()
    let scale: Scale
    do { scale = try catalogue.scale(id) } catch { throw node.error(error.what, fix: error.fix) }
    let reliability = try table.required("reliability")
    let kind = try reliability.text()
    let kinds = scale.reliabilities.map(\.kind)
    guard kinds.contains(kind) else {
      throw reliability.error(
        "the catalogue has no '\(kind)' reliability of \(scale.name)",
        fix: "write one of: " + kinds.joined(separator: ", ") + " (`furlong scales show \(id)`)")
    }
    let blanks = try table.optional("blank_items")
    let allowed = try blanks?.table { blanks throws(FormError) in
      let then = try blanks.required("then")
      guard try then.text() == "mean of the others" else {
        throw then.error(
          "blank items can only be filled in by the mean of the others",
          fix: "write 'then: mean of the others'")
      }
      return try blanks.whole("allow")
    }
    if let blanks {
      do {
        _ = try ScaleScorer(scale: scale, blankItemsAllowed: allowed)
      } catch {
        throw blanks.error(error.what, fix: error.fix)
      }
    }
    return Outcome(
      plan: OutcomePlan(
        scale: id, role: try table.word("role", OutcomeRole.self), reliability: kind),
      request: ScaleRequest(scale: id, blankItemsAllowed: allowed))
  }
}
