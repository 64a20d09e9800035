import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says what people thought of it, of one scale that is asked once.
struct FeedbackWording {
  private let outcome: FeedbackFinding<Released>.Outcome
  private let material: ReportMaterial
  private let numbers = NumberWording()

  init(_ outcome: FeedbackFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  private var people: PeopleWording { material.people }
  private var scale: ScaleWording { ScaleWording(outcome.scale) }

  private func fact(_ course: String?, _ measure: String) -> String {
    "feedback.\(outcome.scale.id).\(course ?? "all").\(measure)"
  }

  /// How many answered, and how many of them reach the plan's score.
  var sentence: Prose {
    guard let row = outcome.rows.first else { return Prose() }
    let answered = people.among(
      row.used, fact(nil, "n_used"), of: outcome.eligible, fact(nil, "n_eligible"))
    var sentences: [Prose] = [
      "\(answered.capitalised) answered \(outcome.scale.name) at least once; of each the last answer counts here."
    ]
    if let reached = row.reached {
      let share = people.share(reached, of: row.used, fact(nil, "reached_score"))
      let who = outcome.label.isEmpty ? "reached \(level)" : outcome.label
      var beside = outcome.label.isEmpty ? [] : [Prose(level)]
      if let range = AnswerWording(.percentage).range(reached, fact(nil, "reached_score")),
        let confidence = reached.level
      {
        beside.append("\(confidence) confidence interval \(range)")
      }
      let said: Prose = beside.isEmpty ? Prose() : " (\(beside.joined("; ")))"
      sentences.append("\(strong: "\(share.capitalised) \(who)")\(said).")
    }
    if let mean = row.mean {
      sentences.append(
        "The mean score is \(scale.points.withRange(mean, fact(nil, "mean_score"))), on a scale from \(Prose(scale.range)), on which \(scale.direction)."
      )
    }
    return sentences.joined()
  }

  /// `a score of 4 or more`.
  private var level: String {
    guard let reaching = outcome.reaching else { return "" }
    return
      "a score of \(numbers.score(reaching)) or \(outcome.scale.higherIsBetter ? "more" : "less")"
  }

  /// How many people have each score; nil for a scale of many scores.
  var scores: Table? {
    guard !outcome.scores.isEmpty, let row = outcome.rows.first else { return nil }
    return Table(
      caption: Prose("\(outcome.scale.name): the answers"), rowsHeading: "Score",
      columns: [Table.Column("\(material.study.people.many.capitalised) (share)")],
      rows: outcome.scores.map { score in
        let place = "feedback.\(outcome.scale.id).score.\(numbers.score(score.score))"
        let count = people.cell(score.people, place)
        guard let share = people.percentage(score.people, of: row.used, place) else {
          return Table.Row(Prose(numbers.score(score.score)), [count])
        }
        return Table.Row(
          Prose(numbers.score(score.score)),
          ["\(count) of \(people.plain(row.used, "\(place).of")) \(share)"])
      }
    ).withNotes
  }

  /// Course by course; nil where it is not asked.
  var courses: Table? {
    let rows = outcome.rows.filter { $0.course != nil }
    guard !rows.isEmpty else { return nil }
    let hasReached = rows.contains { $0.reached != nil }
    let hasMean = rows.contains { $0.mean != nil }
    var table = Table(
      caption: Prose("\(outcome.scale.name) by course"), rowsHeading: "Course",
      columns: [Table.Column("Answered")]
        + (hasReached
          ? [Table.Column(outcome.label.isEmpty ? level.capitalised : outcome.label.capitalised)]
          : []) + (hasMean ? [Table.Column("Mean score (interval)")] : []),
      rows: rows.map { row in
        var cells = [people.cell(row.used, fact(row.course, "n_used"))]
        if hasReached {
          cells.append(
            row.reached.map {
              people.shareCell($0, of: row.used, fact(row.course, "reached_score"))
            } ?? "–")
        }
        if hasMean {
          cells.append(
            row.mean.map { scale.points.cell($0, fact(row.course, "mean_score")) } ?? "–")
        }
        return Table.Row(Prose(row.course ?? ""), cells)
      }
    ).withNotes
    table.notes.append("Whoever answered after several courses counts in each.")
    if rows.contains(where: \.used.isRounded) {
      table.notes.append(
        "Counts are rounded for privacy, and shares are made of them: of few answers a share may be off by more than ten percentage points. Do not rank the courses by it."
      )
    }
    return table
  }
}
