import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// How sure one can be of the answer to "What changed?", in words.
struct SurenessAnswer {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The answer.
  var prose: Prose {
    [direction, missing, strength, Prose(material.findings.plannedWords(material.days))].joined()
  }

  /// Whether the interval holds "no change".
  private var direction: Prose {
    if let outcome = material.leadingChange,
      let row = outcome.rows.first(where: { $0.group == .everyone })
    {
      let fact = ChangeWording(outcome, material).fact(row, "n_used")
      let whose: Prose =
        row.used.number == nil
        ? "those with both forms"
        : "the \(material.people.plainPeople(row.used, fact)) with both forms"
      switch row[.meanChange].interval(holds: 0) {
      case false?:
        return
          "\(strong: "Fairly sure of the direction of the average change for \(whose), not of its cause.")\(meaning(of: row[.meanChange].level, "no change"))"
      case true?: return "\(strong: "We cannot tell from these data whether scores changed.")"
      case nil:
        return
          "\(strong: "How sure we can be of the average change cannot be said from these data.")"
      }
    }
    guard let event = material.leadingEvent,
      let ratio = event.rows.first(where: { $0.group == .everyone })?[.ratio]
    else { return Prose() }
    return switch ratio.interval(holds: 1) {
    case false?:
      "\(strong: "Fairly sure that the rate differs between before and after, not of the cause.")\(meaning(of: ratio.level, "no difference"))"
    case true?: "\(strong: "We cannot tell from these data whether the rate changed.")"
    case nil: "\(strong: "How sure we can be of the ratio cannot be said from these data.")"
    }
  }

  /// What the sureness rests on: `The 95% confidence interval leaves out “no change”`.
  private func meaning(of level: String?, _ words: String) -> Prose {
    Prose(level.map { " The \($0) confidence interval leaves out “\(words)”." } ?? "")
  }

  /// What those missing could do to the answer.
  private var missing: Prose {
    guard let outcome = material.leadingChange,
      let last = outcome.rows.last(where: { $0.group == .everyone }),
      let used = last.used.number, let eligible = last.eligible.number, used < eligible
    else { return Prose() }
    let wording = ChangeWording(outcome, material)
    guard let count = last.eligible.without(last.used) else {
      return
        "At \(last.occasion.label) only \(wording.among(last)) are in the figures; had the others fared differently, the average would differ."
    }
    let fact = wording.fact(last, "n_missing")
    let part = material.people.part(count, of: last.eligible, fact)
    return
      "At \(last.occasion.label) \(part) are missing from the figures; had they fared differently, the average would differ."
  }

  /// The strength of the design.
  private var strength: Prose {
    guard let strength = material.certainty.first?.found.strength else { return Prose() }
    return
      "By its design the study stands at \(CertaintyWording(design: material.study.design).nesta(strength)) of Nesta’s Standards of Evidence."
  }
}
