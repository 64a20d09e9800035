import FurlongStatistics
import FurlongStudy

/// Question 2: how far people travelled, from the baseline to each follow-up.
struct Change {
  var material: Material
  var step: EvaluationStep

  func answer(outcomes: [String]) throws(EvaluationError) -> ChangeFinding<Unreleased> {
    let scales = try material.scales(outcomes, step: step)
    let groups = try PeopleGroup.all(
      of: material.cohort, plan: material.plan, step: step)
    guard let baseline = material.cohortPlan.baseline else { throw .noBaseline(step: step.id) }
    let arms = try PeopleGroup.arms(of: material.cohort, plan: material.plan)
      .map { ArmComparisons(material: material, arms: $0) }
    return ChangeFinding(
      outcomes: scales.map { scale in
        let first = material.scored.scores(scale: scale.id, occasion: baseline.id)
        var rows: [ChangeFinding<Unreleased>.Row] = []
        for group in groups {
          for occasion in material.followUps(of: scale.id, for: group.name) {
            let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
            let pairs = PairedScores(of: group.members, baseline: first, followUp: second)
            rows.append(row(of: pairs, scale, at: occasion, group: group.name))
          }
        }
        return ChangeFinding.Outcome(
          scale: scale.description, rows: rows,
          arms: material.cohortPlan.followUps(of: scale.id).compactMap {
            arms?.change(scale.id, first, $0)
          },
          forms: FormsInUse(material, scale.id).answers)
      })
  }

  private func row(
    of pairs: PairedScores, _ scale: JudgedScale, at occasion: Occasion, group: GroupName
  ) -> ChangeFinding<Unreleased>.Row {
    let sample = material.sample(of: pairs, scale.id, occasion.id, group)
    let before = Spread(pairs.before, sample)
    let after = Spread(pairs.after, sample)
    let changes = Spread(pairs.changes, sample)
    let change = PairedAnswers(pairs, sample)
    return ChangeFinding.Row(
      occasion: TimeName(occasion), group: group, used: sample.used, eligible: sample.eligible,
      answers: Answers { measure in
        switch measure {
        case .meanBefore: before.mean
        case .sdBefore: before.sd
        case .meanAfter: after.mean
        case .sdAfter: after.sd
        case .correlation: change.correlation
        case .meanChange: change.meanChange
        case .sdChange: changes.sd
        case .tStatistic: change.tStatistic
        case .wilcoxon: sample.signedRanks(of: pairs.changes)
        case .dAv: change.size { (of, change) throws(StatisticsError) in try of.dav(of: change) }
        case .gAv: change.size { (of, change) throws(StatisticsError) in try of.gav(of: change) }
        case .dZ: change.size { (of, change) throws(StatisticsError) in try of.dz(of: change) }
        case .dRm: change.size { (of, change) throws(StatisticsError) in try of.drm(of: change) }
        case .dB: change.size { (of, change) throws(StatisticsError) in try of.db(of: change) }
        case .gB: change.size { (of, change) throws(StatisticsError) in try of.gb(of: change) }
        case .medianBefore: before.median
        case .medianAfter: after.median
        case .lowerQuartileBefore: before.lowerQuartile
        case .upperQuartileBefore: before.upperQuartile
        case .lowerQuartileAfter: after.lowerQuartile
        case .upperQuartileAfter: after.upperQuartile
        case .medianChange: sample.medianChange(pairs.changes)
        case .probabilityOfImprovement: sample.improvement(pairs.changes, better: scale.better)
        }
      })
  }
}

extension Material {
  /// The sample of pairs of a group at a follow-up.
  func sample(
    of pairs: PairedScores, _ scale: String, _ occasion: String, _ group: GroupName
  ) -> Sample {
    sample(
      used: PeopleCount(pairs.used, .paired(scale: scale, occasion: occasion, group: group.id)),
      eligible: PeopleCount(pairs.eligible, .due(occasion: occasion, group: group.id)))
  }
}

/// The forms in use of one scale, over all occasions.
private struct FormsInUse {
  let answers: Answers<FormsMeasure, Unreleased>

  init(_ material: Material, _ scale: String) {
    var forms = Array(repeating: 0, count: material.cohort.size)
    var filled = forms
    let asked = material.cohortPlan.occasions(of: scale).map(\.id)
    for column in material.scored.scores
    where column.scale == scale && asked.contains(column.occasion) {
      for (person, value) in column.values.enumerated() where value != nil {
        forms[person] += 1
        if column.filledIn[person] { filled[person] += 1 }
      }
    }
    let all = forms.reduce(0, +)
    let someFilled = filled.reduce(0, +)
    let sample = material.sample(
      used: PeopleCount(forms.count { $0 > 0 }, .withForm(scale: scale)),
      eligible: material.everyone)
    let itemsKnown = material.cohort.forms.contains { column in
      column.scale == scale && column.answers.contains { $0?.answered != nil }
    }
    let reason: NotEstimable? = all == 0 ? .noData : itemsKnown ? nil : .totalsWithoutItems
    answers = Answers { measure in
      switch measure {
      case .inUse: sample.sum(Double(all), of: Estimate.Contributors(to: forms))
      case .filledIn:
        reason.map(sample.none)
          ?? sample.sum(Double(someFilled), of: Estimate.Contributors(to: filled))
      case .shareFilledIn:
        reason.map(sample.none) ?? sample.part(someFilled, of: all)
      }
    }
  }
}

extension Sample {
  /// A share of things that are not people.
  fileprivate func part(_ count: Int, of all: Int) -> FoundAnswer {
    var part = estimate(Double(count) / Double(all))
    part.parts = Estimate.Parts(count: Double(count), of: all)
    return .estimated(part)
  }
}

/// Mean, standard deviation, median and quartiles (as R's) of one occasion.
struct Spread {
  var mean: FoundAnswer
  var sd: FoundAnswer
  var median: FoundAnswer
  var lowerQuartile: FoundAnswer
  var upperQuartile: FoundAnswer

  init(_ values: [Double], _ sample: Sample) {
    do throws(StatisticsError) {
      let description = try SampleDescription(of: values)
      mean = sample.number(description.mean)
      median = sample.number(description.median)
      let quartiles = try SampleQuantiles().values(of: values, at: [0.25, 0.75])
      lowerQuartile = sample.number(quartiles[0])
      upperQuartile = sample.number(quartiles[1])
      sd =
        description.sd.map { sample.number($0) }
        ?? sample.none(.tooFew(needed: 2, found: values.count))
    } catch {
      mean = sample.none(NotEstimable(error))
      (median, lowerQuartile, upperQuartile) = (mean, mean, mean)
      sd = sample.none(.tooFew(needed: 2, found: values.count))
    }
  }
}

/// What pairs alone can answer.
struct PairedAnswers {
  private let sample: Sample
  private let change: Result<PairedChange, StatisticsError>
  let correlation: FoundAnswer

  init(_ pairs: PairedScores, _ sample: Sample) {
    self.sample = sample
    change = Result { () throws(StatisticsError) in
      try PairedTTest(confidence: sample.confidence).change(from: pairs.before, to: pairs.after)
    }
    if pairs.used < 2 {
      correlation = sample.none(.tooFew(needed: 2, found: pairs.used))
    } else {
      do throws(StatisticsError) {
        correlation =
          try PearsonCorrelation().coefficient(between: pairs.before, and: pairs.after)
          .map { sample.number($0) } ?? sample.none(.noVariation)
      } catch {
        correlation = sample.none(NotEstimable(error))
      }
    }
  }

  var meanChange: FoundAnswer {
    sample.answer { () throws(StatisticsError) in
      let change = try change.get()
      return Estimate(
        change.meanChange, used: sample.used, eligible: sample.eligible,
        standardError: change.standardError, degreesOfFreedom: change.df,
        interval: Interval(change.interval))
    }
  }

  var tStatistic: FoundAnswer {
    sample.answer { () throws(StatisticsError) in
      let change = try change.get()
      return Estimate(
        change.t, used: sample.used, eligible: sample.eligible, degreesOfFreedom: change.df,
        pValue: change.p)
    }
  }

  /// A change in standard deviations.
  func size(
    _ size: (StandardisedMeanChange, PairedChange) throws(StatisticsError) -> EffectSize
  ) -> FoundAnswer {
    sample.answer { () throws(StatisticsError) in
      let size = try size(
        StandardisedMeanChange(confidence: sample.confidence), try change.get())
      return Estimate(
        size.estimate, used: sample.used, eligible: sample.eligible,
        interval: Interval(size.interval))
    }
  }
}
