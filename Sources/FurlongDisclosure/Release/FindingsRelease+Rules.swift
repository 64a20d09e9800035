import FurlongEvaluation

extension FindingsRelease {
  /// Counts by a named set of rules: each share by the rule of shares, as those of the plan's own choice.
  func release(_ finding: RuleFinding<Unreleased>) -> RuleFinding<Released> {
    RuleFinding(
      rules: finding.rules,
      scales: finding.scales.map {
        RuleFinding.Scale(
          $0.ruled, threshold: rule.answer($0.threshold, of: MeaningMeasure.threshold))
      },
      leftOut: finding.leftOut,
      lines: finding.lines.map { line in
        RuleFinding.Line(scale: line.scale, rows: line.rows.map(release))
      })
  }

  private func release(_ row: RuleFinding<Unreleased>.Row) -> RuleFinding<Released>.Row {
    RuleFinding.Row(
      occasion: row.occasion, group: row.group, used: rule.count(row.used),
      eligible: rule.count(row.eligible), changes: rule.answers(row.changes),
      recovery: row.recovery.map { rule.answers($0) },
      recovered: row.recovered.map { rule.answer($0, of: RuleRecoveryMeasure.recovered) },
      ofDue: row.ofDue.map { rule.answers($0) })
  }
}
