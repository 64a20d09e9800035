import FurlongNumerics
import FurlongStudy

/// The invented stories with consent and review, and what two coders found in them.
struct StoryExport {
  let stories: ExportTable
  let codings: ExportTable

  init(college: SaltmarshCollege) {
    var stream = RandomStream(seed: college.seed, stream: StudentStream.ofCollege(3))
    let tellers = Self.tellers(of: college, from: &stream)
    var lastTold: [Int: CalendarDay] = [:]
    var rows: [[String]] = []
    for story in InventedStory.all {
      guard let teller = tellers[story.teller] else { continue }
      let day0 = teller.student.registered
      let earliest = lastTold[story.teller].map { $0 + 120 } ?? day0 + 60
      let told = earliest + stream.integer(below: 60)
      lastTold[story.teller] = told
      let given = told + stream.integer(below: 15)
      let later = 30 + stream.integer(below: 60)
      let checker = "student researcher \(1 + stream.integer(below: 4))"
      let checked = given + 7 + stream.integer(below: 21)
      rows.append([
        story.story, teller.identity.id(on: told, of: teller.student), told.dayMonthYear,
        story.text, String(story.level), given.dayMonthYear,
        Self.until(story.state, given: given, later: later),
        story.state == .withdrawn ? (given + later).dayMonthYear : "",
        story.reviewed ? checker : "", story.reviewed ? checked.dayMonthYear : "",
      ])
    }
    stories = ExportTable(
      path: "exports/stories.csv", title: "Stories, one a row: invented, nobody's words",
      columns: Self.columns, key: ["Story"], rows: rows)
    codings = ExportTable(
      path: "exports/codings.csv", title: "Codes that two people found in the stories",
      columns: [
        .text("Story", "The story's id", required: true),
        .text("Coder", "Who read it", required: true),
        .text("Code", "A code of CHIME-D, or none", required: true),
      ], key: ["Story", "Coder", "Code"], rows: Self.codingRows)
  }

  /// People of whom a story can be told: in the college for a year before the data end, and still there.
  private static func tellers(
    of college: SaltmarshCollege, from stream: inout RandomStream
  ) -> [Int: SaltmarshCollege.Enrolment] {
    let latest = college.parameters.extract.upperBound + -400
    var candidates = college.enrolments.filter {
      $0.student.dataConsent && $0.student.leftOn == nil && $0.student.registered <= latest
    }
    stream.shuffle(&candidates)
    var users = candidates.filter { $0.student.kind == .serviceUser }
    var carers = candidates.filter { $0.student.kind == .carer }
    var tellers: [Int: SaltmarshCollege.Enrolment] = [:]
    for story in InventedStory.all where tellers[story.teller] == nil {
      tellers[story.teller] =
        story.teller == InventedStory.carer ? carers.popLast() : users.popLast()
    }
    return tellers
  }

  private static func until(
    _ state: InventedStory.State, given: CalendarDay, later: Int
  ) -> String {
    switch state {
    case .expired: (given + later + 30).dayMonthYear
    case .current: later % 2 == 0 ? given.adding(months: 60).dayMonthYear : ""
    case .withdrawn: ""
    }
  }

  private static var codingRows: [[String]] {
    InventedStory.all.flatMap { story in
      [("Coder 1", story.first), ("Coder 2", story.second)].flatMap { coder, codes in
        (codes.isEmpty ? ["none"] : codes).map { [story.story, coder, $0] }
      }
    }
  }

  private static let columns: [ExportTable.Column] = [
    .text("Story", "The story's id", required: true),
    .text("Student ID", "The college's id", required: true), .day("Told on", "Day of the telling"),
    .text("Text", "The story: invented, nobody's words"),
    ExportTable.Column(
      name: "Consent level", type: "integer", title: "From 0, not to be used, to 6, named"),
    .day("Consent date", "Day on which consent was given"),
    .day("Consent until", "Last day of the consent; blank = no end"),
    .day("Withdrawn on", "Day on which it was taken back"),
    .text("Checked by", "Who looked for names and places; blank = nobody"),
    .day("Checked on", "Day of that check"),
  ]
}
