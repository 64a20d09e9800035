import FurlongNumerics
import FurlongStudy

/// The forms at the start and the end: a row a form, answers as words, some rows typed in twice.
struct GreyfellFormExport {
  let college: GreyfellCollege

  private static let answers = [
    "Not at all", "Several days", "More than half the days", "Nearly every day",
  ]
  /// What students pick from, by state: the first more often than the others.
  private static let activities: [WorkState: [String]] = [
    .paid: ["Employed (paid)", "Self-employed"], .volunteering: ["Volunteering"],
    .study: ["College or university", "Training or apprenticeship"],
    .looking: ["Looking for work"],
    .neither: ["Unable to work (health)", "Looking after home or family"],
  ]
  /// Who is as many days old and does nothing of the list is retired: 66 years.
  private static let retirement = 24_106
  private static let homes: [HousingState: [String]] = [
    .own: ["Rents (council or housing association)", "Rents (private)", "Owns home"],
    .family: ["With family", "With friends"], .supported: ["Supported housing"],
    .temporary: ["Temporary accommodation", "No fixed address"],
  ]

  var table: ExportTable {
    var lines: [(day: CalendarDay, id: String, row: [String])] = []
    for enrolment in college.enrolments {
      var stream = RandomStream(
        seed: college.seed, stream: StudentStream.comments.number(of: enrolment.place))
      let kept = Kept(from: &stream)
      for (name, form) in zip(["Start", "End"], enrolment.student.forms) {
        let row = row(form, named: name, of: enrolment, kept, from: &stream)
        guard form.isHandedIn else { continue }
        lines.append((enrolment.student.registered + form.offset, enrolment.identity.id, row))
      }
    }
    lines.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    return ExportTable(
      path: "exports/start-and-end-forms.csv",
      title: "Forms at the start and at the end, one a row, some typed in twice", columns: columns,
      missing: [("", "blank"), ("Prefer not to say", "not said")],
      rows: typedTwice(lines.map(\.row)))
  }

  /// Which of the words for one state a student picks, the same on both forms.
  private struct Kept {
    var activity: Int
    var home: Int

    init(from stream: inout RandomStream) {
      activity = stream.index(weights: [0.7, 0.2, 0.1])
      home = stream.index(weights: [0.55, 0.3, 0.15])
    }

    static func word<State>(_ place: Int, of words: [State: [String]], _ state: State) -> String {
      guard let some = words[state] else { return "" }
      return some[min(place, some.count - 1)]
    }
  }

  private func row(
    _ form: GreyfellForm, named name: String, of enrolment: GreyfellCollege.Enrolment,
    _ kept: Kept, from stream: inout RandomStream
  ) -> [String] {
    let day = enrolment.student.registered + form.offset
    // Whoever types a form in writes the answers in a way of their own.
    let style = stream.index(weights: [0.80, 0.17, 0.03])
    let refuses = stream.bernoulli(0.5)
    func written(_ answer: Int?) -> String {
      guard let answer else { return "" }
      let word = Self.answers[answer]
      return [word, word.lowercased(), word.uppercased()][style]
    }
    let isRetired = day - enrolment.identity.born >= Self.retirement
    let work = form.workOnPaper.map { state in
      state == .neither && isRetired
        ? "Retired" : Kept.word(kept.activity, of: Self.activities, state)
    }
    let housing = form.housingOnPaper.map { Kept.word(kept.home, of: Self.homes, $0) }
    let unsaid = refuses ? "Prefer not to say" : ""
    return
      [enrolment.identity.id, name, day.dayMonthYear]
      + (form.phq9OnPaper + form.gad7OnPaper).map(written)
      + form.ladderOnPaper.map { $0.map(String.init) ?? "" } + [work ?? unsaid, housing ?? unsaid]
  }

  /// Some rows stand twice, one below the other, as when a form is typed in again.
  private func typedTwice(_ rows: [[String]]) -> [[String]] {
    var stream = RandomStream(seed: college.seed, stream: StudentStream.ofCollege(4))
    var places = Array(rows.indices)
    stream.shuffle(&places)
    let twice = Set(places.prefix(college.parameters.typedTwice))
    return rows.enumerated().flatMap { twice.contains($0) ? [$1, $1] : [$1] }
  }

  private var columns: [ExportTable.Column] {
    let answers = Self.answers.enumerated().map { "\($0) \($1)" }.joined(separator: ", ")
    let items =
      (1...9).map { ("PHQ\($0)", "PHQ-9 item \($0)") }
      + (1...7).map { ("GAD\($0)", "GAD-7 item \($0)") }
    let start: [ExportTable.Column] = [
      .text("Student ID", "The college's id", required: true),
      .text("Form", "Which form it is", words: [("Start", "at the start"), ("End", "at the end")]),
      .day("Completed on", "Day on which the form was filled in", required: true),
    ]
    let scales = items.map { ExportTable.Column.text($0.0, "\($0.1) in words: \(answers)") }
    let ladder = ["Confidence", "Connection", "Hope"].map {
      ExportTable.Column(name: $0, type: "integer", title: "\($0), from 0 to 10")
    }
    return start + scales + ladder + [
      .text("Main activity", "What the student mainly does, picked from a list"),
      .text("Housing", "Where the student lives, picked from a list"),
    ]
  }
}
