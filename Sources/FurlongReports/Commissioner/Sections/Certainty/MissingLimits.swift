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

  /// `Those without a form of SWEMWBS differed …: at about a year in their first score (0.29 lower) and sessions attended (0.25
  /// lower)`, of one scale in full; that others differ is said once.
  var sentence: Prose {
    let all = limits.compactMap { limit -> String? in
      if case .missingDiffer(let scale, _, _, _) = limit { scale } else { nil }
    }
    let leading = all.first { $0 == material.leadingScale?.id } ?? all.first ?? ""
    let others = all.filter { $0 != leading }.reduce(into: [String]()) { names, scale in
      let name = material.name(ofScale: scale)
      if !names.contains(name) { names.append(name) }
    }
    var times: [(label: String, differences: [Prose])] = []
    for case .missingDiffer(let scale, let occasion, let variable, let difference) in limits
    where scale == leading {
      let label = occasion.when
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
    let rest: Prose =
      others.isEmpty
      ? Prose()
      : " So did those without a form of \(others.map { Prose($0) }.listed): the tables of those missing show in what."
    return
      "Those without a form of \(Prose(material.name(ofScale: leading))) differed beforehand from those with one, in standard deviations: \(clauses.joined("; ")).\(rest)"
  }

  private func amount(_ difference: ReleasedAnswer, _ fact: String) -> Prose {
    guard let value = difference.estimate?.value else { return "by how much is not shown" }
    let amount = AnswerWording(.deviations).magnitude(difference, fact)
    return "\(amount) \(value > 0 ? "higher" : "lower")"
  }
}
