import FurlongScales
import FurlongStatistics
import FurlongStudy

/// A cut-off that the plan asks for or that can stand beside it: what it rests on, and how its score is made.
struct PlannedCutOff {
  var basis: CutOffFinding<Unreleased>.Basis
  var label: String
  var source: String
  /// The score, where it does not hang on the data.
  var score: Double?
  var norm: FunctionalNorm?

  /// The plan's choice first, then all others that can be made, where the plan speaks of cut-offs at all; else the published
  /// one alone.
  static func all(of scale: Scale, planned: OutcomePlan) -> [PlannedCutOff] {
    // A cut-off from memory says nothing alone.
    let published = scale.cutOffs.first { $0.checked != .fromMemory }.map {
      PlannedCutOff(basis: .published, label: $0.label, source: $0.source, score: $0.score)
    }
    var list: [PlannedCutOff] = []
    func criterion(_ criterion: CutOffCriterion) -> PlannedCutOff? {
      if criterion.needsNorm, planned.norm == nil { return nil }
      return PlannedCutOff(
        basis: .made(criterion), label: "criterion \(criterion.rawValue)",
        source: criterion.needsNorm ? planned.norm?.source ?? "" : "",
        norm: criterion.needsNorm ? planned.norm : nil)
    }
    let chosen: PlannedCutOff? =
      switch planned.cutOff {
      case .published: published
      case .made(let which): criterion(which)
      case .own(let score, let source):
        PlannedCutOff(basis: .own, label: "the plan’s own", source: source, score: score)
      }
    if let chosen { list.append(chosen) }
    guard planned.cutOff != .published || planned.norm != nil else { return list }
    for other in [published] + CutOffCriterion.allCases.map(criterion) {
      if let other, !list.contains(where: { $0.basis == other.basis }) { list.append(other) }
    }
    return list
  }

  /// The score: published or the plan's as it stands, or made of the mean and spread of all first scores here and the norm.
  func score(
    of firstScores: [Double], better: BetterScores, _ sample: Sample
  ) -> FoundAnswer {
    if let score { return sample.number(score) }
    guard case .made(let criterion) = basis else { return sample.none(.noCutOffPublished) }
    return sample.answer { () throws(StatisticsError) in
      let maker = PopulationCutOff(better: better)
      func functional() throws(StatisticsError) -> PopulationScores {
        try PopulationScores(mean: norm?.mean ?? 0, sd: norm?.sd ?? 0)
      }
      func clinical() throws(StatisticsError) -> PopulationScores {
        if firstScores.count < 2 {
          throw .tooFew(of: "first scores", count: firstScores.count, needed: 2)
        }
        let found = try SampleDescription(of: firstScores)
        guard let sd = found.sd, firstScores.first != firstScores.last else {
          throw .noVariation(in: "first scores", count: firstScores.count)
        }
        return try PopulationScores(mean: found.mean, sd: sd)
      }
      let made: ClinicalCutOff =
        switch criterion {
        case .a: maker.outside(clinical: try clinical())
        case .b: maker.within(functional: try functional())
        case .c: try maker.between(clinical: try clinical(), functional: try functional())
        }
      return sample.estimate(made.score)
    }
  }
}
