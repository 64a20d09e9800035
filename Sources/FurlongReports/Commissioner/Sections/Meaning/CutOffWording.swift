import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says which cut-off the plan chose, how it was made, and what others make of the same people.
struct CutOffWording {
  private let outcome: MeaningFinding<Released>.Outcome
  private let material: ReportMaterial
  private let wording: MeaningWording

  init(_ outcome: MeaningFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
    wording = MeaningWording(outcome, material)
  }

  /// The plan's own choice; nil where the plan says nothing of cut-offs.
  var leading: Prose? {
    guard let leading = outcome.cutOffs.first else { return nil }
    let fact = fact(leading, "cut_off")
    let how = "by \(name(leading)) (\(how(leading)))"
    guard leading.score.estimate != nil else {
      return
        "The plan’s cut-off, \(Prose(how)), \(wording.scale.points.predicate(leading.score, fact)), so this report does not say who recovered."
    }
    let assumed: Prose =
      usesFirstScores(leading)
      ? " It takes the first scores here as those of people in difficulty." : ""
    return
      "The cut-off is \(strong: score(leading)), \(Prose(how)).\(assumed) Whoever got better \(wording.beyond) and crossed it has recovered, by this rule."
  }

  /// What each of the others makes of everyone, a sentence each.
  var others: [Prose] {
    outcome.cutOffs.dropFirst().map { other -> Prose in
      let name = Prose("By \(name(other))")
      guard other.score.estimate != nil else {
        return
          "\(name) (\(Prose(how(other)))): the score \(wording.scale.points.predicate(other.score, fact(other, "cut_off")))."
      }
      let crossed = other.rows.map { row -> Prose in
        let used = outcome.rows.first { $0.occasion == row.occasion && $0.group == .everyone }?.used
        let fact = fact(other, "\(row.occasion.id).crossed")
        let share =
          used.map { material.people.share(row.crossed, of: $0, fact) }
          ?? AnswerWording(.percentage).value(row.crossed, fact)
        return "\(Prose(row.occasion.when)) \(share)"
      }
      return
        "\(name), \(score(other)) (\(Prose(how(other)))): \(crossed.joined(", ")) crossed it for the better."
    }
  }

  private func usesFirstScores(_ cutOff: CutOffFinding<Released>) -> Bool {
    switch cutOff.basis {
    case .made(.a), .made(.c): true
    case .made(.b), .published, .own: false
    }
  }

  private func name(_ cutOff: CutOffFinding<Released>) -> String {
    switch cutOff.basis {
    case .published: "the published cut-off"
    case .own: "the plan’s own cut-off"
    case .made(let criterion): "criterion \(criterion.rawValue) of Jacobson and Truax"
    }
  }

  private func score(_ cutOff: CutOffFinding<Released>) -> Prose {
    let fact = fact(cutOff, "cut_off")
    switch cutOff.basis {
    case .made: return wording.scale.points.value(cutOff.score, fact)
    case .published, .own:
      guard let value = cutOff.score.estimate?.value else { return Prose() }
      return Prose(
        ReportedNumber(NumberWording().score(value), fact: fact, value: .released(value)))
    }
  }

  private func fact(_ cutOff: CutOffFinding<Released>, _ what: String) -> String {
    "meaning.\(outcome.scale.id).by_cut_off_\(cutOff.basis.word).\(what)"
  }

  private func how(_ cutOff: CutOffFinding<Released>) -> String {
    let way = outcome.scale.higherIsBetter ? "above" : "below"
    let norm = cutOff.source.withoutFullStop
    return switch cutOff.basis {
    case .published, .own: norm
    case .made(.a): "two standard deviations \(way) the average of all first scores here"
    case .made(.b):
      "two standard deviations worse than the average of people without difficulty; \(norm)"
    case .made(.c):
      "as many standard deviations from the average first score here as from that of people without difficulty; \(norm)"
    }
  }
}
