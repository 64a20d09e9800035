import FurlongNumerics
import FurlongStudy

/// Greyfell Recovery College, which does not exist: a small college that asks PHQ-9, GAD-7, three
/// questions of its own, what students do, where they live, and what they think of its courses.
///
/// The same seed gives the same bytes on every machine; nothing is read and nothing is written.
public struct GreyfellCollege: Sendable {
  /// What the college was drawn from.
  public let seed: UInt64

  let parameters: GreyfellParameters
  let enrolments: [Enrolment]

  /// A student with everything that the exports say.
  struct Enrolment: Sendable {
    let student: GreyfellStudent
    let identity: GreyfellIdentity
    let bookings: [SessionRegister.Booking]
    let feedback: [CourseFeedback]
    /// The student's place in the streams of chance.
    let place: UInt64
  }

  static let courses = [
    "Living with low mood", "Calmer days", "Being assertive", "Allotment group", "Next steps",
    "Art for wellbeing",
  ]
  static let terms: [(name: String, monday: CalendarDay)] = [
    ("Autumn 2023", CalendarDay(2023, 9, 25)), ("Spring 2024", CalendarDay(2024, 1, 15)),
    ("Summer 2024", CalendarDay(2024, 4, 22)), ("Autumn 2024", CalendarDay(2024, 9, 23)),
    ("Spring 2025", CalendarDay(2025, 1, 13)), ("Summer 2025", CalendarDay(2025, 4, 28)),
    ("Autumn 2025", CalendarDay(2025, 9, 22)),
  ]

  /// Draws a college.
  public init(seed: UInt64) {
    self.seed = seed
    parameters = GreyfellParameters()
    let model = GreyfellModel(parameters: parameters)
    let register = Self.register(seed: seed)
    var identities = GreyfellIdentityRegister()
    let drawn = (0..<UInt64(parameters.registered)).map { place in
      var life = RandomStream(seed: seed, stream: StudentStream.life.number(of: place))
      var paper = RandomStream(seed: seed, stream: StudentStream.identity.number(of: place))
      var said = RandomStream(seed: seed, stream: StudentStream.feedback.number(of: place))
      let student = model.draw(from: &life)
      let bookings = register.bookings(of: student, place: place)
      return Enrolment(
        student: student, identity: identities.identity(of: student, from: &paper),
        bookings: bookings, feedback: model.feedback(of: student, on: bookings, from: &said),
        place: place)
    }
    enrolments = drawn.sorted {
      ($0.student.registered, $0.identity.id) < ($1.student.registered, $1.identity.id)
    }
  }

  /// The college's courses and who books them.
  static func register(seed: UInt64) -> SessionRegister {
    SessionRegister(
      seed: seed, timetable: Timetable(seed: seed, courses: courses, terms: terms))
  }

  /// The exports alone, as the college's systems would write them.
  public func exports() -> [ExampleFile] { tables().map(\.file) }

  /// The whole study folder: plan, mappings, scales, exports, README, licence and Data Package.
  public func files() -> [ExampleFile] {
    let tables = tables()
    let exports = tables.map(\.file)
    let readme = GreyfellReadme(seed: seed, tables: tables, truths: GreyfellTruths.published)
    let package = DataPackage(
      name: "greyfell", title: "Greyfell Recovery College, 2023 to 2025 (invented)",
      description:
        "An invented small recovery college: registrations, attendance, forms at the start and the "
        + "end, and feedback on courses. Simulated with known truths by furlong example greyfell, "
        + "seed \(seed). Nothing here is evidence about any real college.",
      keywords: ["recovery college", "simulated", "PHQ-9", "GAD-7", "employment", "housing"],
      tables: tables, files: exports)
    return Self.texts + [
      ExampleFile(path: "README.md", text: readme.text),
      ExampleFile(path: "LICENSE", bytes: PackageResources.LICENSE_txt),
      ExampleFile(path: "datapackage.json", text: package.text),
    ] + exports
  }

  private static var texts: [ExampleFile] {
    [
      ("study.yaml", PackageResources.greyfell_study_yaml),
      ("maps/attendance.map.yaml", PackageResources.greyfell_attendance_map_yaml),
      ("maps/feedback.map.yaml", PackageResources.greyfell_feedback_map_yaml),
      ("maps/forms.map.yaml", PackageResources.greyfell_forms_map_yaml),
      ("maps/people.map.yaml", PackageResources.greyfell_people_map_yaml),
      ("scales/confidence.yaml", PackageResources.greyfell_confidence_yaml),
      ("scales/connection.yaml", PackageResources.greyfell_connection_yaml),
      ("scales/hope.yaml", PackageResources.greyfell_hope_yaml),
      ("scales/recommend.yaml", PackageResources.greyfell_recommend_yaml),
    ].map { ExampleFile(path: $0.0, bytes: $0.1) }
  }

  private func tables() -> [ExportTable] {
    [
      GreyfellRegisterExport(college: self).table,
      SessionRegister.table(
        enrolments.flatMap { enrolment in
          enrolment.bookings.map { (enrolment.identity.id, $0) }
        }),
      GreyfellFormExport(college: self).table, GreyfellFeedbackExport(college: self).table,
    ]
  }
}

extension SessionRegister {
  /// Draws the bookings of a student of Greyfell.
  func bookings(of student: GreyfellStudent, place: UInt64) -> [Booking] {
    bookings(
      place: place, registrations: [student.registered], leftOn: student.leftOn,
      engagement: student.engagement)
  }
}
