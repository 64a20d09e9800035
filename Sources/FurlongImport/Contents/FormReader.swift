import FurlongScales
import FurlongStudy

/// What is needed of a scale to read its forms.
struct ScaleSheet {
  let scale: Scale
}

/// Reads the forms in a row.
struct FormReader: ContentReader {
  let columns: ScoreColumns
  let scales: [String: ScaleSheet]

  mutating func read(
    _ cells: RowCells, into row: inout ImportRow, notes: inout ImportNotes
  ) throws(RowRefusal) {
    var faults: [RowRefusal.Fault] = []
    var day: CalendarDay?
    if let column = columns.date {
      do throws(RowRefusal) {
        day = try cells.pastDay(column, &notes)
      } catch {
        faults += error.faults
      }
    }
    for form in columns.forms {
      guard let sheet = scales[form.scale] else { continue }
      let answers: FormAnswers?
      switch form.answers {
      case .items(let columns): answers = items(columns, sheet.scale, cells, &faults)
      case .total(let column): answers = total(column, sheet.scale, cells, &faults)
      }
      guard let answers else { continue }
      if let occasion = form.occasion {
        row.forms.append(
          FormRecord(scale: form.scale, moment: .occasion(occasion), answers: answers))
      } else if let day {
        row.forms.append(FormRecord(scale: form.scale, moment: .day(day), answers: answers))
      } else if faults.isEmpty, let column = columns.date {
        faults += cells.blank(column).faults
      }
    }
    if !faults.isEmpty { throw RowRefusal(faults) }
  }

  /// The answers item by item; nil where all are blank, since that is no form.
  private func items(
    _ columns: [String], _ scale: Scale, _ cells: RowCells, _ faults: inout [RowRefusal.Fault]
  ) -> FormAnswers? {
    var answers: [Int?] = []
    for column in columns {
      do throws(RowRefusal) {
        let answer = try cells.whole(column)
        if let answer, !scale.answers.contains(answer) {
          let range = "\(scale.answers.lowerBound) to \(scale.answers.upperBound)"
          throw RowRefusal(
            .scoreRange, column,
            "\(cells.subject(cells.value(column) ?? "", column)) is not an answer of "
              + "\(scale.name); allowed are \(range).",
            fix: fix(for: answer))
        }
        answers.append(answer)
      } catch {
        faults += error.faults
      }
    }
    return answers.allSatisfy { $0 == nil } ? nil : .items(answers)
  }

  private func total(
    _ column: String, _ scale: Scale, _ cells: RowCells, _ faults: inout [RowRefusal.Fault]
  ) -> FormAnswers? {
    do throws(RowRefusal) {
      guard let total = try cells.number(column) else { return nil }
      let subject = cells.subject(cells.value(column) ?? "", column)
      switch scale.fit(ofTotal: total) {
      case .score(let score): return .total(score)
      case .outOfRange:
        throw RowRefusal(
          .scoreRange, column,
          "\(subject) is not a score of \(scale.name); allowed are \(Self.text(scale.scores.lowerBound)) "
            + "to \(Self.text(scale.scores.upperBound)).", fix: fix(for: Int(exactly: total)))
      case .betweenScores:
        throw RowRefusal(
          .scoreRange, column, "\(subject) is not a score that \(scale.name) can have.",
          fix: "Export the items, or the scores without rounding.")
      case .notConverted:
        throw RowRefusal(
          .notConverted, column,
          "\(subject) is a raw sum of \(scale.name), not a score of its conversion table.",
          fix: "Export the items, or the converted scores.")
      }
    } catch {
      faults += error.faults
      return nil
    }
  }

  /// Numbers by which programs say that there is no answer.
  private static let usualMissing: Set<Int> = [9, 99, 999, -1, -8, -9, -88, -99, -999]

  private func fix(for answer: Int?) -> String {
    if let answer, Self.usualMissing.contains(answer) {
      return "If \(answer) means that there is no answer, add it to 'missing' in the mapping."
    }
    return "Correct it where it was exported from."
  }

  private static func text(_ score: Double) -> String {
    Int(exactly: score).map(String.init) ?? String(score)
  }
}
