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
  var cutOff: CutOffDescription?

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
    let published = scale.reliabilities.map {
      ReliabilityDescription(
        coefficient: $0.coefficient, kind: $0.kind, error: $0.error, source: $0.source)
    }
    reliability = published.first { $0.kind == planned.reliability }
    otherReliabilities = published.filter { $0.kind != planned.reliability }
    cutOff = scale.cutOff.map {
      CutOffDescription(score: $0.score, label: $0.label, source: $0.source)
    }
  }
}
