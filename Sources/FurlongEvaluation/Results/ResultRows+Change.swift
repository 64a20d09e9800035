extension ResultRows {
  mutating func add(_ finding: ChangeFinding) {
    for outcome in finding.outcomes {
      for row in outcome.rows {
        let place = Place(
          outcome: outcome.scale.id, occasion: row.occasion.id, group: row.group.id)
        add("mean_before", row.meanBefore, unit: .points, at: place)
        add("sd_before", row.sdBefore, unit: .points, at: place)
        add("mean_after", row.meanAfter, unit: .points, at: place)
        add("sd_after", row.sdAfter, unit: .points, at: place)
        add("correlation", row.correlation, unit: .coefficient, at: place)
        add("mean_change", row.meanChange, unit: .points, method: MethodWords.t, at: place)
        add("sd_change", row.sdChange, unit: .points, at: place)
        add("t_statistic", row.tStatistic, unit: .statistic, method: MethodWords.t, at: place)
        add(
          "wilcoxon_signed_rank", row.wilcoxon, unit: .rankSum,
          method: MethodWords.signedRanksExact, at: place)
        add(
          "d_av", row.dAv, unit: .standardDeviations, method: MethodWords.alginaKeselman,
          at: place)
        add(
          "g_av", row.gAv, unit: .standardDeviations, method: MethodWords.alginaKeselman,
          at: place)
        add(
          "d_z", row.dZ, unit: .standardDeviations, method: MethodWords.noncentralT, at: place)
        add("d_rm", row.dRm, unit: .standardDeviations, method: MethodWords.cooper, at: place)
        add("d_b", row.dB, unit: .standardDeviations, method: MethodWords.bonett, at: place)
        add("g_b", row.gB, unit: .standardDeviations, method: MethodWords.bonett, at: place)
        add("median_before", row.medianBefore, unit: .points, at: place)
        add("median_after", row.medianAfter, unit: .points, at: place)
        add(
          "median_change", row.medianChange, unit: .points, method: MethodWords.orderStatistics,
          at: place)
        add(
          "probability_of_improvement", row.probabilityOfImprovement, unit: .proportion,
          method: MethodWords.wilsonHalfTies, at: place)
      }
      let place = Place(outcome: outcome.scale.id)
      add("forms", outcome.forms, unit: .events, at: place)
      add("forms_filled_in", outcome.formsFilledIn, unit: .events, at: place)
      add("filled_in", outcome.filledIn, unit: .proportion, at: place)
    }
  }

  mutating func add(_ finding: MeaningFinding) {
    for outcome in finding.outcomes {
      add(
        "reliable_change_threshold", outcome.threshold, unit: .points,
        method: MethodWords.jacobsonTruax, at: Place(outcome: outcome.scale.id))
      for row in outcome.rows {
        let place = Place(
          outcome: outcome.scale.id, occasion: row.occasion.id, group: row.group.id)
        for (measure, share) in [
          ("improved_reliably", row.improved), ("unchanged", row.unchanged),
          ("deteriorated_reliably", row.deteriorated), ("crossed_cut_off", row.crossed),
          ("recovered", row.recovered), ("harmed", row.harmed),
        ] {
          add(
            measure, share.proportion, unit: .proportion, method: MethodWords.wilson, at: place)
        }
      }
    }
  }
}
