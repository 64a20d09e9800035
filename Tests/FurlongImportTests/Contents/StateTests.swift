import FurlongForms
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("States of a part of life")
struct StateTests {
  private static let map = """
    furlong_map: 1
    reads: exports/test.csv
    holds: scores
    rows: one a form
    format: { dates: day month year }
    person: [{ column: ID, kind: local_id }]
    date: When
    course: Course
    missing: { "-": not asked }
    states:
      - { life_outcome: work, column: Activity, values: { Employed: working, Jobless: not working } }
    ignore: [Other]
    """

  private static var plan: CohortPlan {
    var plan = TestExport.plan()
    plan.lifeOutcomes = [
      LifeOutcome(
        id: "work", label: "work", states: ["working", "not working"], sought: ["working"],
        soughtLabel: "in work")
    ]
    return plan
  }

  private func batch(_ rows: String, map: String = map) throws -> ImportBatch {
    try TestExport(map: map, plan: Self.plan).batch("ID,When,Course,Activity,Other\n" + rows)
  }

  @Test("are kept in the plan's words, whatever the export's; blank is none")
  func words() throws {
    let batch = try batch(
      """
      1,01/02/2024,Art,Employed,
      2,01/02/2024,Art,  jobless ,
      3,01/02/2024,,Not Working,
      4,01/02/2024,Art,,
      5,01/02/2024,Art,-,
      """)
    #expect(batch.problems.isEmpty, "\(batch.said)")
    #expect(
      batch.rows.map { $0.forms.map(\.answers) } == [
        [.state("working")], [.state("not working")], [.state("not working")], [], [],
      ])
    #expect(batch.rows[0].forms.first?.course == "Art")
    #expect(batch.rows[2].forms.first?.course == nil)
  }

  @Test(
    "that neither mapping nor plan has set the row aside, with the words that can be", .tags(.edge))
  func unknown() throws {
    let batch = try batch("1,01/02/2024,Art,Emplyed,\n2,01/02/2024,Art,Employed,\n")
    let problem = try #require(batch.problems.first)
    #expect(problem.code == "I037" && problem.row == 2 && problem.column == "Activity")
    #expect(problem.message.contains("'Emplyed'") && problem.message.contains("'work'"))
    #expect(problem.fix.contains("working, ") || problem.fix.contains(", working"))
    #expect(batch.rows.count == 1 && batch.addsUp)
  }

  @Test("of a mapping that names what the plan does not have", .tags(.edge))
  func mapping() throws {
    let states = Self.map.replacing("Jobless: not working", with: "Jobless: not workin")
    let stopped = try batch("1,01/02/2024,Art,Employed,\n", map: states)
    #expect(stopped.stopped)
    #expect(stopped.problems.first?.message.contains("'not workin'") == true)
    #expect(stopped.problems.first?.fix.hasPrefix("Did you mean 'not working'?") == true)
    let other = Self.map.replacing("life_outcome: work", with: "life_outcome: wrok")
    let warned = try batch("1,01/02/2024,Art,Employed,\n", map: other)
    #expect(!warned.stopped && warned.problems.first?.severity == .warning)
    #expect(warned.problems.first?.fix.hasPrefix("Did you mean 'work'?") == true)
    #expect(warned.rows.allSatisfy { $0.forms.isEmpty })
  }

  @Test("need a day or an occasion, and each stands once", .tags(.edge))
  func faults() throws {
    for (old, new, said) in [
      ("date: When\n", "", "nothing says when"),
      ("column: Activity,", "column: Activity, occasion: start,", "and the mapping a 'date'"),
      ("ignore: [Other]", "  - { life_outcome: work, column: Other }", "stands twice"),
    ] {
      let map = Self.map.replacing(old, with: new)
      #expect(map != Self.map)
      do throws(FormError) {
        _ = try ExportMap.read(map, file: "m.yaml")
        Issue.record("read: \(said)")
      } catch {
        #expect(error.what.contains(said))
      }
    }
  }
}
