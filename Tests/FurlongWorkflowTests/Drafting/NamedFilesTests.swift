import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// What a draft takes from the names of files, and what it says of columns that it does not read.
@Suite("Forms in a file an occasion")
struct NamedFilesTests {
  private let labels = ["Rarely", "Often", "Some of the time", "All of the time"]

  private func forms(
    _ people: [String], day: String, scale: String = "SWEMWBS", items: Int = 7,
    more: (heading: String, cells: [String]) = ("", [])
  ) -> String {
    let head =
      ["Timestamp", "Student ID"] + (1...items).map { "\(scale) \($0)" }
      + (more.heading.isEmpty ? [] : [more.heading])
    return
      ([head]
      + people.enumerated().map { place, id in
        [day, id] + (1...items).map { String(1 + ($0 + place) % 5) }
          + (more.cells.isEmpty ? [] : [more.cells[place]])
      }).map { $0.joined(separator: ",") }.joined(separator: "\n")
  }

  /// The draft of exports: the plan, the mapping of each file, and what is to be checked.
  private func draft(
    _ exports: [String: String], register: String? = nil
  ) throws -> (plan: String, maps: [String: String], checks: String) {
    let folder = try TestFolder()
    let people = (1...8).map { "RC100\($0)" }
    let students =
      register
      ?? (["Student ID,Registered on"] + people.map { "\($0),01/09/2023" }).joined(separator: "\n")
    try folder.write(students, to: "exports/students.csv")
    for (name, text) in exports { try folder.write(text, to: "exports/\(name)") }
    let study = folder.url.appendingPathComponent("study")
    let made = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "drafted", folder: study)
    ).make(in: study)
    func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
    var maps: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(
      at: study.appendingPathComponent("maps"), includingPropertiesForKeys: nil)
    {
      let map = try text(file)
      for name in exports.keys.map({ $0 }) + ["students.csv"] where map.contains("exports/\(name)")
      {
        maps[name] = map
      }
    }
    return (
      try text(study.appendingPathComponent("study.yaml")), maps,
      made.outcomes.flatMap { $0.seen?.checks ?? [] }.joined(separator: "\n")
    )
  }

  private var everybody: [String] { (1...8).map { "RC100\($0)" } }

  @Test("are of the occasion that its name says, whatever their days, and the draft says so")
  func named() throws {
    let end = "End of course form (Responses).csv"
    let made = try draft([
      "Start of course form(1-8).csv": forms(everybody, day: "01/09/2023"),
      end: forms(everybody, day: "20/09/2023"),
      "six month paper forms.csv": forms(everybody, day: "01/03/2024"),
    ])
    let map = try #require(made.maps[end])
    #expect(map.contains("{ scale: swemwbs, occasion: end, date: Timestamp, items:"), "\(map)")
    #expect(!map.contains("\ndate:"))
    #expect(made.maps["Start of course form(1-8).csv"]?.contains("occasion: start") == true)
    #expect(made.maps["six month paper forms.csv"]?.contains("occasion: \"6-months\"") == true)
    #expect(made.plan.contains("{ id: end,") && made.plan.contains("{ id: \"6-months\","))
    #expect(made.checks.contains("was taken to say when these forms were filled in"))
  }

  @Test(
    "are placed by their days where the name says nothing of when",
    arguments: [
      "completed forms.csv", "12 week course forms.csv", "wellbeing 2023.csv",
      "forms during the course.csv",
    ])
  func unnamed(name: String) throws {
    let made = try draft([name: forms(everybody, day: "01/09/2023")])
    let map = try #require(made.maps[name])
    #expect(map.contains("\ndate: Timestamp") && !map.contains("occasion:"), "\(map)")
  }

  @Test("are placed by their days where people have several in the file")
  func several() throws {
    let made = try draft(["End forms.csv": forms(everybody + everybody, day: "01/09/2023")])
    let map = try #require(made.maps["End forms.csv"])
    #expect(map.contains("\ndate: Timestamp"), "\(map)")
  }

  @Test("beside a scale that is known, columns like answers are not passed over in silence")
  func unknownScale() throws {
    let known = forms(everybody, day: "01/09/2023").split(separator: "\n")
    let other = (1...6).map { "How often [thing \($0)] (0-3)" }.joined(separator: ",")
    let text = known.enumerated().map { place, line in
      "\(line),\(place == 0 ? other : (1...6).map { String(($0 + place) % 4) }.joined(separator: ","))"
    }.joined(separator: "\n")
    let made = try draft(["wellbeing.csv": text])
    #expect(
      made.checks.contains("6 columns of 0 to 3 ('How often [thing 1] (0-3)'"), "\(made.checks)")
    #expect(made.maps["wellbeing.csv"]?.contains("# - { scale: ID, items: [") == true)
  }

  @Test(
    "Who did not agree to be evaluated is in no number, and the draft says so",
    arguments: [
      "Consent to use data in evaluation Y/N", "OK to use my info for evaluation?",
      "Happy for us to use your data for research",
    ])
  func consent(heading: String) throws {
    let register =
      (["Student ID,Registered on,\(heading),Photo consent"]
      + everybody.enumerated().map { "\($1),01/09/2023,\($0 == 0 ? "N" : $0 == 1 ? "" : "Y"),Yes" })
      .joined(separator: "\n")
    let made = try draft([:], register: register)
    #expect(
      made.plan.contains(
        "{ column: evaluation_consent, is: [yes], others: { no: people who did not agree } }"))
    let map = try #require(made.maps["students.csv"])
    #expect(
      map.contains("column: \"\(heading)\"") && map.contains("N: no"),
      "\(map)")
    #expect(made.checks.contains("Who said no or nothing is in no number."))
    #expect(
      !made.checks.contains("'\(heading)' is not read"), "what is read is not said to be left out")
    #expect(made.checks.contains("'Photo consent' is not read: 0 of"))
  }
}
