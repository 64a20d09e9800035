import FurlongEvaluation
import FurlongForms
import FurlongScales
import FurlongStudy

/// Reads `outcomes:`, the scales that are judged.
struct OutcomesReader {
  /// The scales that a plan may ask for.
  var catalogue: ScaleCatalogue
  /// The ids of the follow-ups.
  var followUps: [String]

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
    let reliability = try reliability(table, scale)
    let cutOffs = try CutOffsReader(scale: scale).read(table)
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
        scale: id, role: try table.word("role", OutcomeRole.self),
        reliability: reliability, cutOff: cutOffs.choice, norm: cutOffs.norm),
      request: ScaleRequest(
        scale: id, blankItemsAllowed: allowed, askedAt: try askedAt(table)))
  }

  /// The follow-ups at which the scale is asked, in the plan's order; nil where it is asked at all of them.
  private func askedAt(_ table: FormTable) throws(FormError) -> [String]? {
    guard let node = try table.optional("asked_at") else { return nil }
    let named = try node.list()
    var ids: [String] = []
    for follow in named {
      let id = try follow.text()
      guard followUps.contains(id) else {
        throw follow.error(
          "no follow-up has the id '\(id)'",
          fix: followUps.isEmpty
            ? "name it under 'occasions'" : "write one of: \(followUps.joined(separator: ", "))")
      }
      try follow.refuseTwice(id, in: ids)
      ids.append(id)
    }
    guard !ids.isEmpty else {
      throw node.error(
        "a scale is asked at one follow-up at least",
        fix:
          "name them, or take the line out: then it is asked at all; a scale that is asked once stands under 'feedback'"
      )
    }
    return followUps.filter(ids.contains)
  }

  /// The reliability that judges change: a kind of the catalogue's, the plan's own with its source, or none.
  private func reliability(
    _ table: FormTable, _ scale: Scale
  ) throws(FormError) -> ReliabilityChoice {
    let kinds = scale.reliabilities.map(\.kind)
    let show = "(`furlong scales show \(scale.id)`)"
    guard
      let node = kinds.isEmpty
        ? try table.optional("reliability") : try table.required("reliability")
    else { return .none }
    if node.isTable {
      return try node.table { own throws(FormError) in
        if let points = try own.optional("points") {
          let value = try points.number()
          let known = scale.changes.filter { $0.checked != .fromMemory }.compactMap { change in
            if case .points(let points) = change.size { points } else { nil }
          }
          if !known.contains(value) {
            throw points.error(
              "no change of \(value) points is published for \(scale.name)",
              fix: known.isEmpty
                ? "the catalogue has none: take it out \(show)"
                : "write one of: \(known.map(ScalePage.number).joined(separator: ", ")) \(show)")
          }
          return .points(value)
        }
        let coefficient = try own.required("coefficient")
        let value = try coefficient.number()
        if value <= 0 || value >= 1 {
          throw coefficient.error("a reliability lies between 0 and 1", fix: "write it like 0.89")
        }
        return .own(coefficient: value, source: try own.text("source"))
      }
    }
    let kind = try node.text()
    if kind == "none" { return .none }
    guard let chosen = scale.reliability(kind: kind) else {
      throw node.error(
        "the catalogue has no '\(kind)' reliability of \(scale.name)",
        fix: "write one of: " + (kinds + ["none"]).joined(separator: ", ")
          + ", or your own as { coefficient: 0.85, source: … } " + show)
    }
    if chosen.checked == .fromMemory, scale.reliabilities.allSatisfy({ $0.checked == .fromMemory })
    {
      throw node.error(
        "every reliability of \(scale.name) in the catalogue is from memory and not verified, "
          + "so that none may decide alone",
        fix: "give your own as { coefficient: 0.85, source: … }, or write reliability: none " + show
      )
    }
    return .published(kind: kind)
  }
}
