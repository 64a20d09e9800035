import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says at which follow-ups few of those due are in the figures, scale by scale.
struct FollowUpLimits {
  private let limits: [CertaintyFinding<Released>.Limit]
  private let material: ReportMaterial

  init(_ limits: [CertaintyFinding<Released>.Limit], _ material: ReportMaterial) {
    self.limits = limits
    self.material = material
  }

  /// `Of those due a form of SWEMWBS, 161 of 360 (45%) at about four months … are in the figures; of QPR-15, …`.
  var sentence: Prose {
    var scales: [(id: String, shares: [Prose])] = []
    for case .lowFollowUp(let scale, let occasion, let share) in limits {
      let part = self.part(share, "certainty.low_follow_up.\(scale).\(occasion.id)")
      let clause: Prose = "\(part) \(occasion.when)"
      if let place = scales.firstIndex(where: { $0.id == scale }) {
        scales[place].shares.append(clause)
      } else {
        scales.append((scale, [clause]))
      }
    }
    let clauses = scales.enumerated().map { index, scale -> Prose in
      let name = material.name(ofScale: scale.id)
      return index == 0
        ? "Of those due a form of \(name), \(scale.shares.listed) are in the figures"
        : "of \(name), \(scale.shares.listed)"
    }
    return "\(clauses.joined("; ")). Those who are not may have fared differently."
  }

  /// `161 of 360 (45%)`.
  private func part(_ share: ReleasedAnswer, _ fact: String) -> Prose {
    material.people.counted(share, fact) ?? "only some"
  }
}
