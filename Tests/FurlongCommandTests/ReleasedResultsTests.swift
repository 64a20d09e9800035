import Foundation
import FurlongTestSupport
import Testing

/// The tables that the command writes: released ones, which may leave the desk, and others, which say that they may not.
@Suite("Released and unreleased results")
struct ReleasedResultsTests {
  /// A copy of Saltmarsh, whose plan says `nhs-round5`.
  private func saltmarsh(_ disclosure: String = "nhs-round5") throws -> (TestFolder, URL) {
    let folder = try TestFolder()
    let study = folder.url.appendingPathComponent("saltmarsh")
    try FileManager.default.copyItem(
      at: projectFolder().appendingPathComponent("datasets/saltmarsh"), to: study)
    let file = study.appendingPathComponent("study.yaml")
    let plan = try String(contentsOf: file, encoding: .utf8)
    #expect(plan.contains("disclosure: nhs-round5"))
    try Data(
      plan.replacingOccurrences(of: "disclosure: nhs-round5", with: "disclosure: \(disclosure)")
        .utf8
    ).write(to: file)
    return (folder, study)
  }

  /// The rows of a table; cells may hold commas in quotes.
  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        switch character {
        case "\"": isQuoted.toggle()
        case "," where !isQuoted: cells.append("")
        default: cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func isMultiple(_ cell: String?, of base: Int) -> Bool {
    guard let cell, !cell.isEmpty else { return true }
    return Int(cell).map { $0.isMultiple(of: base) } ?? false
  }

  @Test(
    "report --as csv: counts are rounded, what is held back says why",
    arguments: [("nhs-round5", 5), ("public", 10)])
  func released(policy: String, base: Int) throws {
    let (folder, study) = try saltmarsh(policy)
    let keys = folder.url.appendingPathComponent("keys")
    let run = try CommandLineRun(["report", study.path, "--as", "csv"], keys: keys)
    #expect(run.exitCode == 0, "\(run.talk)")
    #expect(run.output.hasSuffix("reports/results.csv\n"))
    let text = try String(
      contentsOf: study.appendingPathComponent("reports/results.csv"), encoding: .utf8)
    #expect(text.hasPrefix("question,step,outcome,"))
    let rows = rows(text)
    #expect(rows.count > 300)
    // Averages of events are no counts.
    let averages = ["median_sessions_attended", "mean_sessions_present", "mean_sessions_missing"]
    let reasons = [
      "fewer than \(base)", "few people", "two people have most of it",
      "would give another number away", "would tell counts exactly",
    ]
    var counts = 0
    for row in rows {
      let place = "\(row["measure"] ?? "") \(row["outcome"] ?? "") \(row["occasion"] ?? "")"
      let estimate = row["estimate"] ?? ""
      let heldBack = row["held_back"] ?? ""
      if ["people", "events"].contains(row["unit"]), !averages.contains(row["measure"] ?? "") {
        counts += 1
        #expect(isMultiple(estimate, of: base), "\(place): \(estimate)")
      }
      for column in ["count", "of", "n_used", "n_eligible"] {
        #expect(isMultiple(row[column], of: base), "\(place): \(row[column] ?? "")")
      }
      // They would tell how many people there are.
      for column in ["std_error", "df", "p_value"] { #expect(row[column] == "", "\(place)") }
      if estimate.isEmpty {
        let isReason = row["note"]?.hasPrefix("not estimable: ") == true || row["unit"] == ""
        #expect(heldBack.isEmpty == isReason, "\(place)")
        #expect(heldBack.isEmpty || reasons.contains(heldBack), "\(place): \(heldBack)")
      } else {
        #expect(heldBack.isEmpty, "\(place)")
      }
    }
    #expect(counts > 100)
    #expect(rows.contains { $0["held_back"] == "fewer than \(base)" })
    #expect(rows.contains { $0["held_back"] == "would tell counts exactly" })
    #expect(!rows.contains { $0["measure"]?.hasPrefix("monthly_") == true } == (policy == "public"))
  }

  @Test("the released table is of the same rows and columns as the unreleased one")
  func sameRows() throws {
    let (folder, study) = try saltmarsh()
    let keys = folder.url.appendingPathComponent("keys")
    let desk = folder.url.appendingPathComponent("desk")
    let evaluated = try CommandLineRun(["evaluate", study.path, "-o", desk.path], keys: keys)
    #expect(evaluated.exitCode == 0, "\(evaluated.talk)")
    let found = try String(
      contentsOf: desk.appendingPathComponent("results.unreleased.csv"), encoding: .utf8)
    _ = try CommandLineRun(["report", study.path, "--as", "csv", "-o", desk.path], keys: keys)
    let released = try String(
      contentsOf: desk.appendingPathComponent("results.csv"), encoding: .utf8)
    let (all, shown) = (rows(found), rows(released))
    #expect(all.count == shown.count)
    for (one, other) in zip(all, shown) {
      #expect(one.keys == other.keys)
      for column in ["step", "outcome", "occasion", "group", "measure", "unit", "planned"] {
        #expect(one[column] == other[column])
      }
      #expect(one["held_back"] == "")
    }
  }

  @Test("internal: the first line says that it holds personal data, and every form does")
  func marked() throws {
    let study = try SmallStudy()
    try study.change("study.yaml", "disclosure: open-data", to: "disclosure: internal")
    let run = try study.run("report", "--as", "csv,html,md,json")
    #expect(run.exitCode == 0, "\(run.talk)")
    func text(_ file: String) throws -> String {
      try String(
        contentsOf: study.folder.url.appendingPathComponent("reports/\(file)"), encoding: .utf8)
    }
    let lines = try text("results.csv").split(separator: "\n")
    #expect(lines.first == "# Contains personal data: do not share.")
    #expect(lines.dropFirst().first?.hasPrefix("question,step,outcome,") == true)
    for file in ["report.html", "report.md", "report.json"] {
      #expect(try text(file).contains("Contains personal data: do not share."), "\(file)")
    }
    // Nothing is hidden: four pairs.
    let pairs = rows(try text("results.csv")).first { $0["measure"] == "mean_change" }
    #expect(pairs?["n_used"] == "4" && pairs?["estimate"]?.isEmpty == false)
    #expect(pairs?["held_back"] == "")
  }

  @Test("open data have no line above the table")
  func unmarked() throws {
    let study = try SmallStudy()
    #expect(try study.run("report", "--as", "csv").exitCode == 0)
    let text = try String(
      contentsOf: study.folder.url.appendingPathComponent("reports/results.csv"), encoding: .utf8)
    #expect(text.hasPrefix("question,step,outcome,") && !text.contains("#"))
  }

  @Test("evaluate -o writes files whose names and first words say that they are not released")
  func unreleased() throws {
    let study = try SmallStudy()
    let desk = study.folder.url.appendingPathComponent("desk")
    let csv = try study.run("evaluate", "-o", desk.path)
    #expect(csv.exitCode == 0 && csv.output == "\(desk.path)/results.unreleased.csv\n")
    #expect(csv.talk.contains("Not released"))
    let table = desk.appendingPathComponent("results.unreleased.csv")
    let text = try String(contentsOf: table, encoding: .utf8)
    let lines = text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("# Not released: small numbers are not hidden.") == true)
    #expect(lines.dropFirst().first?.hasPrefix("question,step,outcome,") == true)
    // What is printed to be read by a program has no such line, and the same rows.
    #expect(try study.run("evaluate").output == lines.dropFirst().map { $0 + "\n" }.joined())
    let json = try study.run("evaluate", "--as", "json", "-o", desk.path)
    #expect(json.exitCode == 0 && json.output == "\(desk.path)/findings.unreleased.json\n")
    for file in ["results.unreleased.csv", "findings.unreleased.json"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: desk.appendingPathComponent(file).path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file)")
    }
  }

  @Test("findings as JSON have names in snake_case, and none of Swift's")
  func names() throws {
    let (folder, study) = try saltmarsh()
    let keys = folder.url.appendingPathComponent("keys")
    let run = try CommandLineRun(["evaluate", study.path, "--as", "json"], keys: keys)
    #expect(run.exitCode == 0, "\(run.talk)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["released"] as? Bool == false)
    #expect((object["warning"] as? String)?.hasPrefix("Not released") == true)
    let names = names(in: object)
    #expect(names.count > 100)
    for name in names.sorted() {
      #expect(name.firstMatch(of: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/) != nil, "\(name)")
    }
    for name in ["not_estimable", "mean_change", "g_av", "no_cut_off_published", "what"] {
      #expect(names.contains(name))
    }
  }

  private func names(in tree: Any) -> Set<String> {
    if let list = tree as? [Any] { return list.reduce(into: []) { $0.formUnion(names(in: $1)) } }
    guard let object = tree as? [String: Any] else { return [] }
    return object.values.reduce(into: Set(object.keys)) { $0.formUnion(names(in: $1)) }
  }
}
