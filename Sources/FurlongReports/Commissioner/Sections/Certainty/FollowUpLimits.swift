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
    var hidden: [(when: String, names: [Prose])] = []
    for case .lowFollowUp(let scale, let occasion, let share) in limits {
      let fact = "certainty.low_follow_up.\(scale).\(occasion.id)"
      guard let part = material.people.counted(share, fact) else {
        let name = Prose(material.name(ofScale: scale))
        if let place = hidden.firstIndex(where: { $0.when == occasion.when }) {
          hidden[place].names.append(name)
        } else {
          hidden.append((occasion.when, [name]))
        }
        continue
      }
      let clause: Prose = "\(part) \(occasion.when)"
      if let place = scales.firstIndex(where: { $0.id == scale }) {
        scales[place].shares.append(clause)
      } else {
        scales.append((scale, [clause]))
      }
    }
    // Scales that share a form have one share.
    var alike: [(names: [Prose], shares: Prose)] = []
    for scale in scales {
      let name = Prose(material.name(ofScale: scale.id))
      let shares = scale.shares.listed
      if let place = alike.firstIndex(where: { $0.shares.plainText == shares.plainText }) {
        alike[place].names.append(name)
      } else {
        alike.append(([name], shares))
      }
    }
    let clauses = alike.enumerated().map { index, alike -> Prose in
      let names: Prose = "\(alike.names.listed)\(Prose(alike.names.count > 1 ? ", each" : ","))"
      return index == 0
        ? "Of those due a form of \(names) \(alike.shares) are in the figures"
        : "of \(names) \(alike.shares)"
    }
    let shown: Prose = clauses.isEmpty ? "" : "\(clauses.joined("; "))."
    let others = hidden.map { when, names -> Prose in "\(when) of \(names.listed)" }.joined("; ")
    let rest: Prose =
      others.isEmpty
      ? "" : "Of those due a form only some are in the figures (how many is not shown): \(others)."
    return [shown, rest, "Those who are not may have fared differently."].joined()
  }
}
