import FurlongStudy

/// The feedback that was given after courses: a row a student and course.
struct GreyfellFeedbackExport {
  let college: GreyfellCollege

  var table: ExportTable {
    var lines: [(day: CalendarDay, course: String, id: String, answer: String)] = []
    for enrolment in college.enrolments {
      for feedback in enrolment.feedback where feedback.isGiven {
        lines.append(
          (
            feedback.day, feedback.course, enrolment.identity.id,
            feedback.isBlank ? "" : String(feedback.recommend)
          ))
      }
    }
    lines.sort { ($0.day, $0.course, $0.id) < ($1.day, $1.course, $1.id) }
    return ExportTable(
      path: "exports/course-feedback.csv", title: "Feedback after a course, one a row",
      columns: columns, key: ["Student ID", "Date", "Course"], missing: [("", "blank")],
      rows: lines.map { [$0.id, $0.day.dayMonthYear, $0.course, $0.answer] })
  }

  private let columns: [ExportTable.Column] = [
    .text("Student ID", "The college's id", required: true),
    .day("Date", "Day on which it was filled in", required: true),
    .text("Course", "Course", required: true),
    ExportTable.Column(
      name: "Would recommend", type: "integer",
      title: "Whether the student would recommend the college, from 1 (not at all) to 5 (very much)"
    ),
  ]
}
