import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says in what those missing differed beforehand, follow-up by follow-up.
struct MissingLimits {
  private let limits: [CertaintyFinding<Released>.Limit]
  private let material: ReportMaterial

  init(_ limits: [CertaintyFinding<Released>.Limit], _ material: ReportMaterial) {
    self.limits = limits
    self.material = material
  }

  /// `… at about a year (SWEMWBS) in their first score (0.29 lower) and sessions attended (0.25 lower); …`.
  var sentence: Prose {
    var times: [(label: String, differences: [Prose])] = []
    for case .missingDiffer(let scale, let occasion, let variable, let difference) in limits {
      let label = "\(occasion.when) (\(material.name(ofScale: scale)))"
      let fact = "certainty.missing_differ.\(scale).\(occasion.id).\(variable.word)"
      let clause: Prose = "\(variable.name(material)) (\(amount(difference, fact)))"
      if let place = times.firstIndex(where: { $0.label == label }) {
        times[place].differences.append(clause)
      } else {
        times.append((label, [clause]))
      }
    }
    let clauses = times.map { time -> Prose in
      "\(time.label) in \(time.differences.listed)"
    }
    return
      "Those missing differed beforehand from those present, in standard deviations: \(clauses.joined("; "))."
  }

  private func amount(_ difference: ReleasedAnswer, _ fact: String) -> Prose {
    guard let value = difference.estimate?.value else { return "by how much is not shown" }
    let amount = AnswerWording(.deviations).magnitude(difference, fact)
    return "\(amount) \(value > 0 ? "higher" : "lower")"
  }
}
