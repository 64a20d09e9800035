import FurlongNumerics
import FurlongStudy

/// Saltmarsh Recovery College, which does not exist: its students and everything that it exports.
///
/// The same seed gives the same bytes on every machine; nothing is read and nothing is written.
///
/// ```swift
/// for file in SaltmarshCollege(seed: 2025).files() { print(file.path, file.bytes.count) }
/// ```
public struct SaltmarshCollege: Sendable {
  /// What the college was drawn from.
  public let seed: UInt64
  /// The model and its numbers.
  public let parameters: CollegeParameters
  /// The students with what no export holds, in order of registration.
  public let students: [SimulatedStudent]

  let enrolments: [Enrolment]

  /// A student with everything that the exports say of them.
  struct Enrolment: Sendable {
    let student: SimulatedStudent
    let identity: StudentIdentity
    let spells: [SimulatedSpell]
    let contacts: [SimulatedContact]
    /// The student's place in the streams of chance.
    let place: UInt64
  }

  /// Draws a college.
  ///
  /// - Complexity: linear in the number of students; a few hundredths of a second for the 600 of the
  ///   example.
  public init(seed: UInt64, parameters: CollegeParameters = .saltmarsh) {
    self.seed = seed
    self.parameters = parameters
    let model = StudentModel(parameters)
    let services = ServiceUseModel(parameters)
    var register = IdentityRegister(seed: seed)
    let drawn = (0..<UInt64(parameters.people.registered)).map { place in
      var life = RandomStream(seed: seed, stream: StudentStream.life.number(of: place))
      var use = RandomStream(seed: seed, stream: StudentStream.services.number(of: place))
      var paper = RandomStream(seed: seed, stream: StudentStream.identity.number(of: place))
      let student = model.draw(from: &life)
      return Enrolment(
        student: student, identity: register.identity(of: student, from: &paper),
        spells: services.spells(of: student, from: &use),
        contacts: services.contacts(of: student, from: &use), place: place)
    }
    enrolments = drawn.sorted {
      ($0.student.registered, $0.identity.ids.first)
        < ($1.student.registered, $1.identity.ids.first)
    }
    students = enrolments.map(\.student)
  }

  /// The exports alone, as a college's and a trust's systems would write them.
  public func exports() -> [ExampleFile] {
    tables().map(\.file)
  }

  /// The whole study folder: plan, mappings, exports, README, licence and Data Package.
  public func files() -> [ExampleFile] {
    let tables = tables()
    let exports = tables.map(\.file)
    let readme = SaltmarshReadme(seed: seed, tables: tables, truths: SaltmarshTruths.published)
    let package = DataPackage(
      name: "saltmarsh", title: "Saltmarsh Recovery College, 2022 to 2025 (invented)",
      description:
        "An invented recovery college: registrations, attendance, forms, service use and stories. "
        + "Simulated with known truths by furlong example saltmarsh, seed \(seed). Nothing here is "
        + "evidence about any real college.",
      keywords: ["recovery college", "simulated", "SWEMWBS", "QPR", "service use"],
      tables: tables, files: exports)
    return [
      ExampleFile(path: "study.yaml", bytes: PackageResources.study_yaml),
      ExampleFile(path: "maps/attendance.map.yaml", bytes: PackageResources.attendance_map_yaml),
      ExampleFile(path: "maps/codings.map.yaml", bytes: PackageResources.codings_map_yaml),
      ExampleFile(path: "maps/contacts.map.yaml", bytes: PackageResources.contacts_map_yaml),
      ExampleFile(path: "maps/forms.map.yaml", bytes: PackageResources.forms_map_yaml),
      ExampleFile(path: "maps/people.map.yaml", bytes: PackageResources.people_map_yaml),
      ExampleFile(path: "maps/spells.map.yaml", bytes: PackageResources.spells_map_yaml),
      ExampleFile(path: "maps/stories.map.yaml", bytes: PackageResources.stories_map_yaml),
    ] + SaltmarshCosts.files + [
      ExampleFile(path: "README.md", text: readme.text),
      ExampleFile(path: "LICENSE", bytes: PackageResources.LICENSE_txt),
      ExampleFile(path: "datapackage.json", text: package.text),
    ] + exports
  }

  private func tables() -> [ExportTable] {
    let stories = StoryExport(college: self)
    return [StudentExport(college: self).table, AttendanceExport(college: self).table]
      + FormExport(college: self).tables
      + [ServiceExport(college: self).spells, ServiceExport(college: self).contacts]
      + [stories.stories, stories.codings]
  }
}
