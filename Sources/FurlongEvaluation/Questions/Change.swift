import FurlongStatistics
import FurlongStudy

/// Question 2: how far people travelled, from the baseline to each follow-up.
struct Change {
  var material: Material
  var step: EvaluationStep

  func answer(outcomes: [String]) throws(EvaluationError) -> ChangeFinding {
    let scales = try material.scales(outcomes, step: step)
    let groups = try PeopleGroup.all(
      of: material.cohort, plan: material.plan, step: step)
    guard let baseline = material.cohortPlan.baseline else { throw .noBaseline(step: step.id) }
    return ChangeFinding(
      outcomes: scales.map { scale in
        let first = material.scored.scores(scale: scale.id, occasion: baseline.id)
        var rows: [ChangeFinding.Row] = []
        for group in groups {
          for occasion in material.cohortPlan.followUps {
            let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
            let pairs = PairedScores(of: group.members, baseline: first, followUp: second)
            rows.append(
              row(of: pairs, at: occasion, group: group.name, better: scale.better))
          }
        }
        let filledIn = filledIn(scale.id)
        return ChangeFinding.Outcome(
          scale: scale.description, rows: rows, forms: filledIn.forms,
          formsFilledIn: filledIn.filled, filledIn: filledIn.share)
      })
  }

  private func row(
    of pairs: PairedScores, at occasion: Occasion, group: GroupName, better: BetterScores
  ) -> ChangeFinding.Row {
    let sample = material.sample(used: pairs.used, eligible: pairs.eligible)
    let before = Spread(pairs.before, sample)
    let after = Spread(pairs.after, sample)
    let change = PairedAnswers(pairs, sample)
    return ChangeFinding.Row(
      occasion: TimeName(occasion), group: group,
      used: .exactly(pairs.used), eligible: .exactly(pairs.eligible),
      meanBefore: before.mean, sdBefore: before.sd, meanAfter: after.mean, sdAfter: after.sd,
      correlation: change.correlation, meanChange: change.meanChange,
      sdChange: Spread(pairs.changes, sample).sd, tStatistic: change.tStatistic,
      wilcoxon: sample.signedRanks(of: pairs.changes), dAv: change.dAv, gAv: change.gAv,
      dZ: change.dZ, dRm: change.dRm, dB: change.dB, gB: change.gB, medianBefore: before.median,
      medianAfter: after.median, medianChange: sample.medianChange(pairs.changes),
      probabilityOfImprovement: sample.improvement(pairs.changes, better: better))
  }

  /// The forms in use, over all occasions, those whose blank items were filled in, and their share.
  private func filledIn(_ scale: String) -> (forms: Answer, filled: Answer, share: Answer) {
    var forms = 0
    var filled = 0
    var people: Set<Int> = []
    for column in material.scored.scores where column.scale == scale {
      for (person, value) in column.values.enumerated() where value != nil {
        forms += 1
        people.insert(person)
        if column.filledIn[person] { filled += 1 }
      }
    }
    let sample = material.sample(used: people.count, eligible: material.cohort.size)
    func none(_ reason: NotEstimable) -> (forms: Answer, filled: Answer, share: Answer) {
      (sample.number(Double(forms), .events), sample.none(reason), sample.none(reason))
    }
    if forms == 0 { return none(.noData) }
    let itemsKnown = material.cohort.forms.contains { column in
      column.scale == scale && column.answers.contains { $0?.answered != nil }
    }
    if !itemsKnown {
      return none(.because("the export holds totals, not items"))
    }
    return (
      sample.number(Double(forms), .events), sample.number(Double(filled), .events),
      sample.number(Double(filled) / Double(forms), .proportion)
    )
  }
}

/// Mean and standard deviation of one occasion.
private struct Spread {
  var mean: Answer
  var sd: Answer
  var median: Answer

  init(_ values: [Double], _ sample: Sample) {
    do throws(StatisticsError) {
      let description = try SampleDescription(of: values)
      mean = sample.number(description.mean, .points)
      median = sample.number(description.median, .points)
      sd =
        description.sd.map { sample.number($0, .points) }
        ?? sample.none(.tooFew(needed: 2, found: values.count))
    } catch {
      mean = sample.none(NotEstimable(error))
      median = mean
      sd = sample.none(.tooFew(needed: 2, found: values.count))
    }
  }
}

/// What pairs alone can answer.
private struct PairedAnswers {
  var correlation: Answer
  var meanChange: Answer
  var tStatistic: Answer
  var dAv: Answer
  var gAv: Answer
  var dZ: Answer
  var dRm: Answer
  var dB: Answer
  var gB: Answer

  init(_ pairs: PairedScores, _ sample: Sample) {
    let level = sample.confidence
    if pairs.used < 2 {
      correlation = sample.none(.tooFew(needed: 2, found: pairs.used))
    } else {
      do throws(StatisticsError) {
        correlation =
          try PearsonCorrelation().coefficient(between: pairs.before, and: pairs.after)
          .map { sample.number($0, .coefficient) } ?? sample.none(.noVariation)
      } catch {
        correlation = sample.none(NotEstimable(error))
      }
    }
    let change: PairedChange
    do throws(StatisticsError) {
      change = try PairedTTest(confidence: level).change(from: pairs.before, to: pairs.after)
    } catch {
      let reason = sample.none(NotEstimable(error))
      meanChange = reason
      tStatistic = reason
      (dAv, gAv, dZ) = (reason, reason, reason)
      (dRm, dB, gB) = (reason, reason, reason)
      return
    }
    meanChange = .estimated(
      Estimate(
        change.meanChange, unit: .points, used: sample.used, eligible: sample.eligible,
        method: MethodWords.t, standardError: change.standardError,
        degreesOfFreedom: change.df, interval: Interval(change.interval)))
    tStatistic = .estimated(
      Estimate(
        change.t, unit: .statistic, used: sample.used, eligible: sample.eligible,
        method: MethodWords.t, degreesOfFreedom: change.df, pValue: change.p))
    func effect(
      _ method: String, _ size: () throws(StatisticsError) -> EffectSize
    ) -> Answer {
      sample.answer { () throws(StatisticsError) in
        let size = try size()
        return Estimate(
          size.estimate, unit: .standardDeviations, used: sample.used, eligible: sample.eligible,
          method: method, interval: Interval(size.interval))
      }
    }
    let sizes = StandardisedMeanChange(confidence: level)
    dAv = effect(MethodWords.alginaKeselman) { () throws(StatisticsError) in
      try sizes.dav(of: change)
    }
    gAv = effect(MethodWords.alginaKeselman) { () throws(StatisticsError) in
      try sizes.gav(of: change)
    }
    dZ = effect(MethodWords.noncentralT) { () throws(StatisticsError) in
      try sizes.dz(of: change)
    }
    dRm = effect(MethodWords.cooper) { () throws(StatisticsError) in try sizes.drm(of: change) }
    dB = effect(MethodWords.bonett) { () throws(StatisticsError) in try sizes.db(of: change) }
    gB = effect(MethodWords.bonett) { () throws(StatisticsError) in try sizes.gb(of: change) }
  }
}
