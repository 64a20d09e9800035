import FurlongEvaluation

extension FindingsRelease {
  func release(_ change: ChangeFinding<Unreleased>) -> ChangeFinding<Released> {
    ChangeFinding(
      outcomes: change.outcomes.map { outcome in
        let closed = closedRows(outcome.rows, \.occasion) { ($0.group, $0.used) }
        return ChangeFinding.Outcome(
          scale: outcome.scale,
          rows: outcome.rows.enumerated().map { place, row in
            ChangeFinding.Row(
              occasion: row.occasion, group: row.group, used: rule.count(row.used),
              eligible: rule.count(row.eligible),
              answers: rule.answers(
                row.answers, closed: closed.contains(place) ? .fewPeople : nil))
          },
          arms: outcome.arms.map { arms in
            release(
              arms,
              closed: isClosed(
                arms, outcome.rows.enumerated().map { ($1.group, $1.occasion, closed.contains($0)) }
              ))
          },
          forms: rule.answers(outcome.forms) {
            $0.declared.kind == .count ? .forms($0, scale: outcome.scale.id) : nil
          })
      })
  }

  func release(_ meaning: MeaningFinding<Unreleased>) -> MeaningFinding<Released> {
    MeaningFinding(
      outcomes: meaning.outcomes.map { outcome in
        MeaningFinding.Outcome(
          scale: outcome.scale, reliability: outcome.reliability,
          threshold: rule.answer(outcome.threshold, of: MeaningMeasure.threshold),
          cutOff: outcome.cutOff,
          rows: outcome.rows.map { row in
            MeaningFinding.Row(
              occasion: row.occasion, group: row.group, used: rule.count(row.used),
              eligible: rule.count(row.eligible), shares: rule.answers(row.shares))
          },
          arms: outcome.arms.map { release($0, closed: isClosed($0, [])) },
          others: outcome.others.map { other in
            MeaningFinding.Other(
              reliability: other.reliability,
              threshold: rule.answer(other.threshold, of: OtherJudgement.threshold),
              rows: other.rows.map {
                MeaningFinding.OtherRow(occasion: $0.occasion, shares: rule.answers($0.shares))
              })
          }, cutOffs: outcome.cutOffs.map(release))
      }, rules: meaning.rules.map(release))
  }

  /// A cut-off that is made of first scores is a mean like others; one that was published or planned stands as it is.
  private func release(_ cutOff: CutOffFinding<Unreleased>) -> CutOffFinding<Released> {
    let basis: CutOffFinding<Released>.Basis =
      switch cutOff.basis {
      case .published: .published
      case .own: .own
      case .made(let criterion): .made(criterion)
      }
    return CutOffFinding(
      basis: basis, source: cutOff.source,
      score: rule.answer(cutOff.score, of: MeaningMeasure.cutOff),
      rows: cutOff.rows.map {
        CutOffFinding.Row(
          occasion: $0.occasion,
          crossed: rule.answer($0.crossed, of: MeaningMeasure.crossedByOther))
      })
  }

  /// The places of rows that must hide their estimates, follow-up by follow-up.
  private func closedRows<Row>(
    _ rows: [Row], _ occasion: (Row) -> TimeName,
    _ who: (Row) -> (group: GroupName, people: PeopleCount)
  ) -> Set<Int> {
    var closed: Set<Int> = []
    for places in Dictionary(grouping: rows.indices, by: { occasion(rows[$0]) }).values {
      closed.formUnion(
        rule.closedRows(places.map { who(rows[$0]) }).map { places[$0] })
    }
    return closed
  }
}
