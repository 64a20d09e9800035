import Foundation
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The mappings of datasets/")
struct DatasetMappingTests {
  private func map(_ path: String) throws -> ExportMap {
    let url = projectFolder().appendingPathComponent("datasets/\(path).map.yaml")
    return try ExportMap.read(String(contentsOf: url, encoding: .utf8), file: path)
  }

  @Test("Totals at named occasions")
  func beatTheBlues() throws {
    let map = try map("beat-the-blues/maps/scores")
    #expect(map.kind == .scores && map.rows == .person)
    #expect(map.person.map(\.column) == ["subject"] && map.person.map(\.kind) == [.localID])
    #expect(map.missing == ["NA": "not recorded"])
    #expect(map.about.map(\.name) == ["treatment", "on_medication", "episode_length"])
    #expect(map.about[1].values == .words(["Yes": "yes", "No": "no"]))
    guard case .scores(let scores) = map.content else { throw NotThatKind() }
    #expect(scores.date == nil && scores.forms.count == 5)
    #expect(scores.forms[1].occasion == "2m" && scores.forms[1].answers == .total("bdi.2m"))
  }

  @Test("Counts per period from day 0, one of them the same on every row")
  func epilepsy() throws {
    let map = try map("epilepsy-counts/maps/counts")
    #expect(map.rows == .period && map.ignore == ["V4", "lbase", "lage"])
    guard case .events(let events) = map.content else { throw NotThatKind() }
    #expect(events.moment == .periods && events.covers == nil && events.noRowsMeans == .notKnown)
    guard case .column("base", let before, true) = events.rules[0].count else {
      throw NotThatKind()
    }
    #expect(before.from == -56 && before.to == 0)
    guard case .columnByPeriod("y", "period", let periods) = events.rules[1].count else {
      throw NotThatKind()
    }
    #expect(periods["4"]?.from == 42 && periods["4"]?.to == 56 && periods.count == 4)
  }

  @Test("A register")
  func people() throws {
    let map = try map("saltmarsh/maps/people")
    guard case .people(let register) = map.content else { throw NotThatKind() }
    #expect(register.registeredOn == "Registered on" && register.born == "DOB")
    #expect(map.person.map(\.mayBeBlank) == [false, true])
    #expect(map.drop == ["Forename", "Surname", "Email", "Postcode"])
    #expect(map.format.dates == .dayMonthYear)
  }

  @Test("Forms, attendance, stories and codings")
  func others() throws {
    guard case .scores(let forms) = try map("saltmarsh/maps/forms").content,
      case .attendance(let attendance) = try map("saltmarsh/maps/attendance").content,
      case .stories(let stories) = try map("saltmarsh/maps/stories").content,
      case .codings(let codings) = try map("saltmarsh/maps/codings").content
    else { throw NotThatKind() }
    #expect(forms.date == "Completed on" && forms.forms.map(\.scale) == ["swemwbs", "qpr15"])
    #expect(attendance.statuses["Late"] == .attended && attendance.statuses["DNA"] == .missed)
    #expect(stories.withdrawnOn == "Withdrawn on" && stories.reviewedBy == "Checked by")
    #expect(codings.nothingFound == "none")
    #expect(try map("saltmarsh/maps/codings").person.isEmpty)
  }

  @Test("Spells and contacts")
  func serviceUse() throws {
    guard case .events(let spells) = try map("saltmarsh/maps/spells").content,
      case .events(let contacts) = try map("saltmarsh/maps/contacts").content
    else { throw NotThatKind() }
    guard case .spell("Admitted", let end?) = spells.moment else { throw NotThatKind() }
    #expect(end.column == "Discharged" && end.blankMeansStillThere)
    #expect(spells.noRowsMeans == .noneHappened)
    #expect(spells.covers == DayRange(from: day("2021-09-01"), to: day("2025-08-31")))
    #expect(spells.rules.map(\.count) == [.starts, .nights, .starts])
    #expect(spells.rules[2].conditions.map(\.values) == [["Section 2", "Section 3"]])
    #expect(contacts.moment == .day(column: "Contact date"))
    #expect(contacts.onceA == .personDayAndTeam && contacts.team == "Team")
  }

  @Test("A pattern stands for any letters of a name, not for a folder")
  func patterns() throws {
    let map = try map("saltmarsh/maps/forms")
    #expect(map.reads("exports/forms-2023.csv") && map.reads("exports/forms-.csv"))
    #expect(!map.reads("exports/forms-2023.txt") && !map.reads("exports/old/forms-1.csv"))
    #expect(!map.reads("exports/forms-a/b.csv"))
    #expect(try self.map("beat-the-blues/maps/scores").reads("exports/BtheB.csv"))
  }

  @Test("Every export in datasets/ is read by its mapping, and its rows add up")
  func datasets() throws {
    let folder = projectFolder().appendingPathComponent("datasets")
    let occasions = ["pre", "2m", "3m", "5m", "8m"].map {
      Occasion(id: $0, label: $0, role: .followUp, window: nil)
    }
    let undated = TestExport.plan(
      fictional: false, dataTo: nil, dayZero: .none, occasions: occasions)
    let later = TestExport.plan(dataTo: "2026-01-31")
    var kept: [String: Int] = [:]
    for study in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let maps = folder.appendingPathComponent("\(study)/maps")
      let exports = folder.appendingPathComponent("\(study)/exports")
      // Those without a mapping are for the tests of statistics alone.
      guard FileManager.default.fileExists(atPath: maps.path) else { continue }
      for name in try FileManager.default.contentsOfDirectory(atPath: maps.path).sorted() {
        let text = try String(contentsOf: maps.appendingPathComponent(name), encoding: .utf8)
        let plan = ["saltmarsh": TestExport.plan(), "greyfell": later][study, default: undated]
        let export = TestExport(map: text, plan: plan, ownScales: try ownScales(of: study))
        let map = try ExportMap.read(text, file: name)
        for file in try FileManager.default.contentsOfDirectory(atPath: exports.path)
        where map.reads("exports/\(file)") {
          let batch = try export.batch(Data(contentsOf: exports.appendingPathComponent(file)))
          #expect(!batch.stopped && batch.addsUp, "\(study)/\(file): \(batch.said)")
          #expect(batch.rowsSetAside == 0, "\(study)/\(file): \(batch.said)")
          kept["\(study) \(batch.kind.rawValue)", default: 0] += batch.rows.count
        }
      }
    }
    #expect(kept["beat-the-blues scores"] == 100)
    #expect(kept["epilepsy-counts events"] == 236)
    #expect(kept["greyfell people"] == 264)
  }

  private func ownScales(of study: String) throws -> [Instrument] {
    let folder = projectFolder().appendingPathComponent("datasets/\(study)/scales")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return try files.sorted().map { name in
      try Instrument.read(
        String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8), file: name)
    }
  }

  struct NotThatKind: Error {}
}
