import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongWorkflow

/// A folder of exports as systems write them becomes a study by `init --from`, and every row is read as it was meant.
@Suite("A college's raw exports")
struct RawCollegeTests {
  private let folder: TestFolder
  private let workflow: Workflow
  private let keys: TestFolder
  private let truth: RawCollegeTruth

  init() throws {
    truth = try RawCollegeTruth.read()
    folder = try TestFolder()
    keys = try TestFolder()
    let place = folder.url.appendingPathComponent("willowbrook")
    _ = try StudyFromExports(
      exports: RawCollegeTruth.folder.appendingPathComponent("exports"),
      study: NewStudy(id: nil, folder: place)
    ).make(in: place)
    workflow = try Workflow.ofTest(place, keys: keys.url, on: "2025-12-01")
  }

  @Test(
    "goes to a clean import without an edit: what is set aside, or left out of its row, are the slips, each told at its row"
  )
  func clean() throws {
    let report = try workflow.importExports()
    #expect(report.stopped.isEmpty, "\(report.problems.filter { $0.severity == .stop })")
    #expect(report.exports.count == 10)
    // An answer that cannot be costs its form alone, where the row holds others.
    let aside = report.problems.filter {
      $0.severity == .setAside || $0.code == "I033" && $0.severity == .warning
    }
    #expect(
      Set(aside.map { "\($0.file):\($0.row ?? 0)" })
        == Set(truth.slips.map { "exports/\($0.file):\($0.row)" }))
    for export in report.exports {
      #expect(export.rowsRead == export.rowsKept + export.rowsSetAside + export.rowsSkipped)
    }
    let listed = report.problems.map(\.message).joined(separator: "\n")
    for name in ["Thackray", "Zoë", "ZZ99", "@"] { #expect(!listed.contains(name)) }
  }

  @Test("No mapping and no plan holds a cell of a column of names, addresses or free text")
  func drafts() throws {
    let texts =
      try workflow.folder.files(in: "maps").map(workflow.folder.text)
      + [try workflow.folder.text(of: "study.yaml")]
    let all = texts.joined(separator: "\n")
    for cell in ["Thackray", "Zoë", "ZZ99", "@", "The tea", "RC0001", "9995018888"] {
      #expect(!all.contains(cell), "\(cell)")
    }
    // What no export says, such as what the college cost, waits in comments.
    #expect(MapDraft.decisions(in: all) == 0)
  }

  @Test("Every row is read as it was meant")
  func rows() throws {
    let found = try Found(workflow, truth)
    let people = truth.people.rows.flatMap { person in
      person.registrations.map {
        "\(person.id) \($0) \(person.type) \(person.gender.map(Self.gender) ?? "-")"
      }
    }
    found.expect("Students.csv", people)
    found.expect(
      "Forms responses.xlsx",
      truth.forms.rows.map {
        "\($0.person) \($0.occasion ?? "-") \($0.date) swemwbs \(Self.items($0.items))"
      }.filter { !$0.hasSuffix(Self.items(Array(repeating: nil, count: 7))) })
    found.expect(
      "PHQ9 long.csv",
      truth.phq9.rows.filter { row in
        !truth.slips.contains {
          (row.rows[0]...row.rows[1]).contains($0.row) && $0.file == "PHQ9 long.csv"
        }
      }
      .map { "\($0.person) - \($0.date) phq9 \(Self.items($0.items))" })
    found.expect(
      "Scores totals.csv",
      truth.totals.rows.compactMap { row in
        row.total.map {
          "\(row.person) - \(row.date) \(row.scale.lowercased().filter(\.isLetterOrDigit)) \($0)"
        }
      })
    found.expect(
      "Ladder.xlsx",
      truth.ladder.rows.flatMap { row in
        [("hope", row.hope), ("connection", row.connection), ("confidence", row.confidence)]
          .compactMap { name, score in
            score.map { "\(row.person) \(row.occasion) - \(name) \($0)" }
          }
      })
    for (file, places) in [
      ("Register autumn 2024.csv", truth.register_autumn.rows),
      ("Register spring 2025.csv", truth.register_spring.rows),
    ] {
      found.expect(
        file, places.map { "\($0.person) \($0.date) \($0.course.lowercased()): \($0.status)" })
    }
    found.expect(
      "Trust contacts.csv",
      truth.contacts.rows.filter(\.attended).map { "\($0.person) contact \($0.date)" })
    found.expect(
      "Trust inpatient.csv",
      // Two rows of one stay are one only in the study file.
      Set(
        truth.inpatient.rows.flatMap { stay in
          [
            "\(stay.person) admission \(stay.admitted)",
            "\(stay.person) bed-day \(stay.admitted) to \(stay.discharged ?? "-")",
          ]
            + (stay.detained ? ["\(stay.person) detention \(stay.admitted)"] : [])
        }), asSet: true)
    found.expect(
      "Trust caseload list.csv",
      truth.caseload.rows.map { "\($0.person) \($0.known_from) \($0.left_or_died ?? "-")" })
  }

  private static func gender(_ word: String) -> String {
    ["female": "woman", "male": "man"][word] ?? word
  }

  static func items(_ items: [Int?]) -> String {
    items.map { $0.map(String.init) ?? "." }.joined(separator: ",")
  }
}

/// What the importer made of each export, in lines of text, with people by their ids.
private struct Found {
  private var lines: [String: [String]] = [:]

  init(_ workflow: Workflow, _ truth: RawCollegeTruth) throws {
    let plan = try workflow.plan()
    let pseudonymiser = try Pseudonymiser(
      key: [UInt8](0..<32), studyID: plan.cohort.studyID)
    var people: [KeyedHash: String] = [:]
    for person in truth.people.rows {
      people[pseudonymiser.hash(person.id, kind: .studentID)] = person.id
      if let number = person.nhs {
        people[pseudonymiser.hash(number, kind: .nhsNumber)] = person.id
      }
    }
    for export in try ExportList(folder: workflow.folder, rules: []).exports() {
      var kept = KeptRows()
      let batch = try export.read(pseudonymiser: pseudonymiser, plan: plan) { kept.add($0) }.batch
      let file = String(export.file.dropFirst("exports/".count))
      #expect(!batch.stopped, "\(file)")
      for row in kept.rows {
        // A form of nobody in the register is the study file's to set aside.
        guard let who = row.identifiers.lazy.compactMap({ people[$0] }).first else { continue }
        lines[file, default: []] += Self.lines(row, who)
      }
    }
  }

  private static func lines(_ row: ImportRow, _ who: String) -> [String] {
    var lines: [String] = []
    if let record = row.registration {
      if let day = record.registeredOn {
        lines.append("\(who) \(day) \(row.about["type"] ?? "-") \(row.about["gender"] ?? "-")")
      } else if let known = record.knownToTrustFrom {
        lines.append("\(who) \(known) \(record.leftOn?.description ?? "-")")
      }
    }
    for form in row.forms {
      let moment =
        switch form.moment {
        case .day(let day): "- \(day)"
        case .occasion(let id): "\(id) -"
        case .occasionOn(let id, let day): "\(id) \(day)"
        }
      let answers =
        switch form.answers {
        case .items(let items): RawCollegeTests.items(items)
        case .total(let total): "\(Int(total))"
        case .state(let state): state
        }
      lines.append("\(who) \(moment) \(form.scale) \(answers)")
    }
    lines += row.places.map {
      "\(who) \($0.day) \($0.course.lowercased()): \($0.status.rawValue)"
    }
    lines += row.events.map { event in
      switch event {
      case .onDay(let id, let day), .start(let id, let day, _): "\(who) \(id) \(day)"
      case .nights(let id, let from, let until), .days(let id, let from, let until),
        .leave(let id, let from, let until):
        "\(who) \(id) \(from) to \(until?.description ?? "-")"
      case .counted(let id, let from, let to, let count): "\(who) \(id) \(from) \(to) \(count)"
      }
    }
    return lines
  }

  /// Holds the lines of a file against those that it means, however often each stands.
  func expect(_ file: String, _ meant: some Collection<String>, asSet: Bool = false) {
    var mine = lines[file] ?? []
    if asSet { mine = Array(Set(mine)) }
    let (mineSorted, meantSorted) = (mine.sorted(), meant.sorted())
    let missing = meantSorted.difference(from: mineSorted).insertions.prefix(3)
    let surplus = mineSorted.difference(from: meantSorted).insertions.prefix(3)
    #expect(
      mineSorted == meantSorted,
      "\(file): \(meant.count) meant, \(mine.count) read; missing \(missing), surplus \(surplus)")
    #expect(!meant.isEmpty)
  }
}

extension Character {
  fileprivate var isLetterOrDigit: Bool { isLetter || isNumber }
}
