import Foundation
import FurlongTestSupport
import Testing

/// What `furlong import` says when it is done.
@Suite("The summary of an import")
struct ImportSummaryTests {
  @Test("a line an export with each skip by its name; who is in the register; what to run next")
  func clean() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "SMALL-004,08/01", to: ",,,,,,,,,,\nSMALL-004,08/01")
    try study.change(
      "exports/forms.csv", "SMALL-006,09/01",
      to: "Student ID,Completed on,S1,S2,S3,S4,S5,S6,S7,Where,Comments\nSMALL-006,09/01")
    let run = try study.run("import")
    #expect(run.exitCode == 0)
    #expect(
      run.output.contains(
        "exports/forms.csv  read 12 rows · kept 10 · set aside 0 · skipped 2 (1 blank, 1 with the headings again)"
      ), "\(run.output)")
    let path = study.folder.url.path
    #expect(run.talk.contains("6 people in the register:\n"))
    #expect(run.talk.contains("  forms   6 people have some, 0 none\n"), "\(run.talk)")
    #expect(run.talk.contains("next:    furlong plan check \(path)"), "\(run.talk)")
    #expect(!run.talk.contains("biggest"))
  }

  @Test("the problem that costs most rows is named with what to do, and the problems come next")
  func biggest() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "01/09/2024,2,2", to: "01/09/2024,2,7")
    try study.change("exports/forms.csv", "02/09/2024,1,2", to: "02/09/2024,1,8")
    try study.change("exports/forms.csv", "05/01/2025", to: "31/06/2025")
    try study.change("exports/forms.csv", "SMALL-006", to: "SMALL-060")
    let run = try study.run("import")
    #expect(run.exitCode == 0)
    #expect(
      run.talk.contains(
        """
        biggest: 2 rows of exports/forms.csv set aside: number out of range in 'S2' (I033)
            fix  Correct it where it was exported from.
        next:    furlong problems
        """), "\(run.talk)")
    #expect(run.talk.contains("4 rows set aside"))
    #expect(
      run.talk.contains("4 people have some, 2 none; 1 person with some is not in the register"))
    #expect(run.talk.contains("40 % of exports/forms.csv is set aside (4 of 10 rows)"))
  }

  @Test("--json has the problem that costs most rows, and what to run next")
  func json() throws {
    func summary(_ study: SmallStudy) throws -> [String: Any] {
      let run = try study.run("import", "--json")
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      let data = try #require(object?["data"] as? [String: Any])
      return try #require(data["summary"] as? [String: Any])
    }
    let study = try SmallStudy()
    let clean = try summary(study)
    #expect(clean["next"] as? String == "plan check" && clean["biggest"] == nil)
    try study.change("exports/forms.csv", "05/01/2025", to: "31/06/2025")
    let bad = try summary(study)
    let biggest = try #require(bad["biggest"] as? [String: Any])
    #expect(biggest["rows"] as? Int == 1)
    #expect((biggest["problem"] as? [String: Any])?["code"] as? String == "I023")
    #expect(bad["next"] as? String == "problems" && bad["setAside"] as? Int == 1)
  }

  @Test(
    "contacts of people who are no students are skipped by name, with nothing to do: a trust's extract has them"
  )
  func strangers() throws {
    let study = try SmallStudy()
    try study.folder.write(
      """
      furlong_map: 1
      reads: exports/contacts.csv
      holds: events
      rows: one an event
      format: { dates: day month year }
      person: [{ column: Student ID, kind: student_id }]
      covers: { from: 2023-09-01, to: 2025-08-31 }
      no_rows_means: none happened
      date: Day
      events:
        - { event: contact, count: rows }

      """, to: "maps/contacts.map.yaml")
    let strangers = (1...40).map { "OTHER-\($0),01/02/2024\n" }.joined()
    try study.folder.write(
      "Student ID,Day\nSMALL-001,02/02/2024\nSMALL-002,31/06/2024\n" + strangers,
      to: "exports/contacts.csv")
    try study.change("exports/forms.csv", "01/09/2024,2,2", to: "01/09/2024,2,7")
    try study.change("exports/forms.csv", "02/09/2024,1,2", to: "02/09/2024,1,8")
    let run = try study.run("import")
    #expect(
      run.talk.contains(
        "biggest: 2 rows of exports/forms.csv set aside: number out of range in 'S2'"),
      "\(run.talk)")
    #expect(
      run.talk.contains("50 % of exports/contacts.csv is set aside (1 of 2 rows)"), "\(run.talk)")
    #expect(
      run.output.contains(
        "read 42 rows · kept 1 · set aside 1 · skipped 40 (40 of people who are not in the register)"
      ), "\(run.output)")
    #expect(
      run.talk.contains(
        "; 40 people with some are of the trust and not the college's: nothing to do"),
      "\(run.talk)")
  }

  @Test(
    "where students have no id that an extract has, its strangers may be they, and are no longer nothing to do"
  )
  func unlinkedStudents() throws {
    let study = try SmallStudy()
    try study.folder.write(
      """
      furlong_map: 1
      reads: exports/list.csv
      holds: caseload
      rows: one a person
      format: { dates: day month year }
      person: [{ column: Student ID, kind: student_id }, { column: RiO, kind: local_id }]
      known_to_trust_from: Known

      """, to: "maps/list.map.yaml")
    try study.folder.write(
      "Student ID,RiO,Known\n" + (1...4).map { "SMALL-00\($0),R\($0)00,01/02/2020\n" }.joined(),
      to: "exports/list.csv")
    try study.folder.write(
      """
      furlong_map: 1
      reads: exports/contacts.csv
      holds: events
      rows: one an event
      format: { dates: day month year }
      person: [{ column: RiO, kind: local_id }]
      covers: { from: 2023-09-01, to: 2025-08-31 }
      no_rows_means: none happened
      date: Day
      events:
        - { event: contact, count: rows }

      """, to: "maps/contacts.map.yaml")
    try study.folder.write(
      "RiO,Day\nR100,02/02/2024\nR200,03/02/2024\n"
        + (1...5).map { "X\($0),01/02/2024\n" }.joined(), to: "exports/contacts.csv")
    let run = try study.run("import")
    #expect(
      run.talk.contains(
        "; 5 people with some are not in the register, and 2 in the numbers have no id that an extract has, "
          + "and may be among them"), "\(run.talk)")
    try study.change(
      "exports/contacts.csv", (1...5).map { "X\($0),01/02/2024\n" }.joined(), to: "")
    let known = try study.run("import")
    #expect(
      known.talk.contains(
        "2 people have some, 4 none; 2 in the numbers have no id that an extract has, so that nobody knows"
      ), "\(known.talk)")
  }

  @Test("--max-bad ends with 1 past the share, and at the share does not")
  func maxBad() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "05/01/2025", to: "31/06/2025")
    #expect(try study.run("import", "--max-bad", "10").exitCode == 0)
    let over = try study.run("import", "--max-bad", "9.9")
    #expect(over.exitCode == 1)
    #expect(over.talk.contains("10 % of exports/forms.csv"))
    #expect(try study.run("import", "--max-bad", "9.9", "--json").exitCode == 1)
    // Unasked it is said, and the import is done.
    let unasked = try study.run("import")
    #expect(unasked.exitCode == 0)
    #expect(unasked.talk.contains("10 % of exports/forms.csv is set aside"))
    #expect(try study.run("import", "--max-bad", "101").exitCode == 64)
  }

  @Test("what stopped comes before rows that are lost, and what waits for the register after it")
  func stopped() throws {
    let study = try SmallStudy()
    try study.change("exports/students.csv", "Registered on", to: "Date")
    let run = try study.run("import")
    #expect(run.exitCode == 2)
    #expect(
      run.talk.contains("biggest: nothing of exports/students.csv is kept"), "\(run.talk)")
    #expect(run.talk.contains("next:    furlong import "))
  }

  @Test("--dry-run says the same, and that nothing was kept")
  func dryRun() throws {
    let study = try SmallStudy()
    try study.change("exports/forms.csv", "05/01/2025", to: "31/06/2025")
    let tried = try study.run("import", "--dry-run")
    let done = try study.run("import")
    #expect(tried.output == done.output)
    #expect(tried.talk.contains("biggest: 1 row of exports/forms.csv"))
    #expect(tried.talk.contains("this was tried only, and nothing was kept"))
    #expect(!done.talk.contains("tried only"))
  }
}
