import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What changed: the primary outcome first, worse beside better.
struct ChangedAnswer {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The answer.
  var prose: Prose {
    let parts = [scale, meaning, event]
    let prose = parts.joined()
    return prose.isEmpty ? "The plan asks for no figures of change." : prose
  }

  /// `1 of 6 outcomes and the primary one`.
  private func rank(isPrimary: Bool) -> String {
    let numbers = NumberWording()
    let outcomes = material.study.outcomes
    guard outcomes > 1 else { return "the only outcome" }
    let first = "1 of \(numbers.count(outcomes)) outcomes"
    guard isPrimary else { return "\(first), none of them primary" }
    return material.primaryOutcomes > 1
      ? "\(first) and the first of \(numbers.count(material.primaryOutcomes)) primary ones"
      : "\(first) and the primary one"
  }

  /// The leading scale at the first follow-up in full, at the last in one clause, and each arm.
  private var scale: Prose {
    guard let outcome = material.leadingChange else { return Prose() }
    let wording = ChangeWording(outcome, material)
    let everyone = outcome.rows.filter { $0.group == .everyone }
    guard let first = everyone.first else { return Prose() }
    let rank = rank(isPrimary: outcome.scale.role == .primary)
    var sentences: [Prose] = [wording.headline(first, rank: rank)]
    if everyone.count > 1, let last = everyone.last {
      sentences.append("\(wording.clause(last).capitalised).")
    }
    let groups = outcome.rows.filter { $0.group != .everyone && $0.occasion == first.occasion }
    if !groups.isEmpty {
      let clauses = groups.map { wording.groupClause($0) }.joined("; ")
      sentences.append(
        "\(Prose("By \(material.groupWord) at \(first.occasion.label):")) \(clauses).")
      if material.study.design == .armsApart { sentences.append(material.comparison) }
    }
    return sentences.joined()
  }

  /// How many got better and how many worse, in one breath and of one size.
  private var meaning: Prose {
    guard let outcome = material.leadingMeaning,
      let row = outcome.rows.first(where: { $0.group == .everyone })
    else { return Prose() }
    return MeaningWording(outcome, material).headline(row)
  }

  /// The primary event, or the first where no scale leads.
  private var event: Prose {
    guard let event = material.leadingEvent,
      event.event.role == .primary || material.leadingChange == nil
    else { return Prose() }
    let wording = ServiceUseWording(event, material)
    guard let row = event.rows.first(where: { $0.group == .everyone }) else { return Prose() }
    var sentences = [wording.headline(row)]
    if material.leadingChange == nil {
      let rank = rank(isPrimary: event.event.role == .primary)
      sentences.insert(Prose("\(event.event.many.capitalised) are \(rank)."), at: 0)
      let groups = event.rows.filter { $0.group != .everyone }
      if !groups.isEmpty {
        let clauses = groups.map { wording.groupClause($0) }.joined("; ")
        sentences.append(
          "\(Prose("After as a share of before, by \(material.groupWord):")) \(clauses).")
        if material.study.design == .armsApart { sentences.append(material.comparison) }
      }
    }
    let shown = material.leadingChange == nil ? event.rows : [row]
    let ratios = shown.map { ($0.group.label, $0[.ratio]) }
    sentences += [
      TooSureWording(ratios).short, wording.expectation, wording.withoutRunUp(row),
    ]
    return sentences.joined()
  }
}
