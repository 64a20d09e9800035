import FurlongScales
import FurlongStatistics
import FurlongStudy

/// A scale of the catalogue with what the plan says of it.
struct JudgedScale {
  var description: ScaleDescription
  var better: BetterScores
  var reliability: ReliabilityDescription?
  /// The other published reliabilities, each of another kind.
  var otherReliabilities: [ReliabilityDescription]
  /// The plan's cut-off first, then those beside it.
  var cutOffs: [PlannedCutOff]

  /// Whether the plan names a cut-off or a norm, so that all that can be made stand side by side.
  var speaksOfCutOffs: Bool

  var id: String { description.id }

  init(_ scale: Scale, planned: OutcomePlan) {
    description = ScaleDescription(
      id: scale.id, name: scale.name, measures: scale.measures,
      higherIsBetter: scale.higherIsBetter, low: scale.scores.lowerBound,
      high: scale.scores.upperBound, step: scale.step,
      bands: (scale.bands?.list ?? []).map {
        ScaleDescription.Band(
          label: $0.label, low: $0.scores.lowerBound, high: $0.scores.upperBound)
      },
      source: scale.source, role: planned.role)
    better = scale.higherIsBetter ? .higher : .lower
    let published = scale.judgements
    let chosen: ReliabilityDescription? =
      switch planned.reliability {
      case .published(let kind): published.first { $0.kind == kind }
      case .points(let points): published.first { $0.points == points }
      case .own(let coefficient, let source):
        ReliabilityDescription(.coefficient(coefficient), kind: "own", source: source)
      case .none: nil
      }
    reliability = chosen
    otherReliabilities = chosen.map { published.beside($0) } ?? []
    cutOffs = PlannedCutOff.all(of: scale, planned: planned)
    speaksOfCutOffs = planned.cutOff != .published || planned.norm != nil
  }

  /// The plan's cut-off, where its score does not hang on the data.
  var cutOff: CutOffDescription? {
    cutOffs.first.flatMap { found in
      found.score.map {
        CutOffDescription(score: $0, label: found.label, source: found.source)
      }
    }
  }
}

extension Scale {
  /// Everything published that can judge one person's change, in the catalogue's order.
  var judgements: [ReliabilityDescription] {
    let coefficients = reliabilities.map { found in
      ReliabilityDescription(
        found.error.map { .error($0, coefficient: found.coefficient) }
          ?? .coefficient(found.coefficient), kind: found.kind, source: found.source,
        isFromMemory: found.checked == .fromMemory)
    }
    let thresholds = changes.compactMap { change -> ReliabilityDescription? in
      // A percent of the first score is no threshold of a scale.
      guard case .points(let points) = change.size else { return nil }
      return ReliabilityDescription(
        change.kind == .reliable ? .atLeast(points) : .important(points),
        kind: "\(change.kind.rawValue)-\(points.plain)-points", source: change.source,
        isFromMemory: change.checked == .fromMemory)
    }
    return coefficients + thresholds
  }
}

extension Double {
  /// `6` or `2.5`, without a point where there is no fraction.
  fileprivate var plain: String { Int(exactly: self).map(String.init) ?? String(self) }
}

extension [ReliabilityDescription] {
  /// What stands beside the chosen one: what was verified, and of equal thresholds the first alone, since they move the
  /// same people.
  fileprivate func beside(_ chosen: ReliabilityDescription) -> [ReliabilityDescription] {
    var others: [ReliabilityDescription] = []
    for next in self where !next.isFromMemory && next.kind != chosen.kind {
      let points = next.published
      let isKnown = ([chosen] + others).contains { other in
        guard let points, let known = other.published else { return false }
        return abs(points - known) < 0.05
      }
      if !isKnown { others.append(next) }
    }
    return others
  }
}

extension ReliabilityDescription {
  /// The threshold that it gives whatever the data; nil where that hangs on their spread.
  fileprivate var published: Double? {
    switch basis {
    case .coefficient: nil
    case .error(let error, _): try? JacobsonTruax.threshold(error: error)
    case .atLeast(let points), .important(let points): points
    }
  }
}
