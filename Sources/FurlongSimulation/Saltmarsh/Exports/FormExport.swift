import FurlongNumerics
import FurlongStudy

/// The forms of each calendar year: a row a form, with both scales.
struct FormExport {
  let college: SaltmarshCollege

  /// Remarks of the person who typed the form in; `%` is the student's forename.
  private static let remarks = [
    "Completed at the front desk.", "Filled in at home.", "Large print used.",
    "Done over the phone with %.", "% asked for a copy.", "Handed in with the course feedback.",
    "Helped with question 4.", "Posted.", "Left early, finished the next day.",
    "% would like a call back.",
  ]

  private struct Line {
    let day: CalendarDay
    let id: String
    let row: [String]
  }

  /// A table a calendar year in which a form was completed.
  var tables: [ExportTable] {
    var lines: [Int: [Line]] = [:]
    for enrolment in college.enrolments {
      var stream = RandomStream(
        seed: college.seed, stream: StudentStream.comments.number(of: enrolment.place))
      for form in enrolment.student.forms {
        let remark = remark(on: enrolment, from: &stream)
        guard form.isHandedIn else { continue }
        let day = enrolment.student.registered + form.offset
        let id = enrolment.identity.id(on: day, of: enrolment.student)
        let row =
          [id, day.dayMonthYear] + written(form.swemwbs, form.swemwbsGaps)
          + written(form.qpr15, form.qpr15Gaps) + [remark]
        lines[day.date.year, default: []].append(Line(day: day, id: id, row: row))
      }
    }
    return lines.keys.sorted().map { year in
      let sorted = lines[year, default: []].sorted { ($0.day, $0.id) < ($1.day, $1.id) }
      return ExportTable(
        path: "exports/forms-\(year).csv", title: "Forms completed in \(year), one a row",
        columns: columns, key: ["Student ID", "Completed on"],
        missing: [("", "blank"), ("9", "not asked")], rows: sorted.map(\.row))
    }
  }

  private func written(_ answers: [Int], _ gaps: [PlannedForm.Gap]) -> [String] {
    zip(answers, gaps).map { answer, gap in
      switch gap {
      case .none: String(answer)
      case .blank: ""
      case .notAsked: "9"
      }
    }
  }

  private func remark(
    on enrolment: SaltmarshCollege.Enrolment, from stream: inout RandomStream
  ) -> String {
    let isMade = stream.bernoulli(0.2)
    let remark = Self.remarks[stream.integer(below: Self.remarks.count)]
    guard isMade else { return "" }
    return remark.split(separator: "%", omittingEmptySubsequences: false)
      .joined(separator: enrolment.identity.forename)
  }

  private var columns: [ExportTable.Column] {
    [
      .text("Student ID", "The college's id", required: true),
      .day("Completed on", "Day on which the form was filled in", required: true),
    ]
      + (1...7).map {
        ExportTable.Column(name: "S\($0)", type: "integer", title: "SWEMWBS item \($0), 1 to 5")
      }
      + (1...15).map {
        ExportTable.Column(name: "Q\($0)", type: "integer", title: "QPR-15 item \($0), 0 to 4")
      } + [.text("Comments", "A remark of whoever typed the form in")]
  }
}
