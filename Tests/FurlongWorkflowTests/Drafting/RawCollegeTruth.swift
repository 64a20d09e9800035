import Foundation
import FurlongTestSupport

/// What the exports of the raw college say when they are read rightly: `Tests/RawCollege/truth.json`.
struct RawCollegeTruth: Decodable {
  struct Table<Row: Decodable>: Decodable {
    var counts: [String: Int]
    var rows: [Row]
  }
  struct Person: Decodable {
    var id: String
    var type: String
    var gender: String?
    var nhs: String?
    var registrations: [String]
  }
  struct Form: Decodable {
    var person: String
    var date: String
    var occasion: String?
    var items: [Int?]
  }
  struct Assessment: Decodable {
    var person: String
    var date: String
    var items: [Int?]
    var total: Int?
    var rows: [Int]
  }
  struct Total: Decodable {
    var row: Int
    var person: String
    var date: String
    var scale: String
    var total: Int?
  }
  struct Rung: Decodable {
    var row: Int
    var person: String
    var occasion: String
    var hope: Int?
    var connection: Int?
    var confidence: Int?
  }
  struct Place: Decodable {
    var person: String
    var course: String
    var date: String
    var status: String
  }
  struct Contact: Decodable {
    var person: String
    var date: String
    var attended: Bool
  }
  struct Stay: Decodable {
    var person: String
    var admitted: String
    var discharged: String?
    var detained: Bool
  }
  struct Known: Decodable {
    var person: String
    var known_from: String
    var left_or_died: String?
  }
  struct Slip: Decodable {
    var file: String
    var row: Int
  }

  var slips: [Slip]
  var people: Table<Person>
  var forms: Table<Form>
  var phq9: Table<Assessment>
  var totals: Table<Total>
  var ladder: Table<Rung>
  var register_autumn: Table<Place>
  var register_spring: Table<Place>
  var contacts: Table<Contact>
  var inpatient: Table<Stay>
  var caseload: Table<Known>

  /// The folder of the raw college.
  static var folder: URL { projectFolder().appendingPathComponent("Tests/RawCollege") }

  static func read() throws -> RawCollegeTruth {
    try JSONDecoder().decode(
      RawCollegeTruth.self, from: Data(contentsOf: folder.appendingPathComponent("truth.json")))
  }
}
