import FurlongForms
import FurlongImport
import Testing

@Suite("Mistakes in a mapping")
struct MapMistakeTests {
  private func message(_ map: String, _ old: String, _ new: String) -> String {
    #expect(map.contains(old))
    do throws(FormError) {
      _ = try ExportMap.read(map.replacing(old, with: new), file: "m.yaml")
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test("Unknown keys and words name the nearest, with file, line and column")
  func nearest() {
    #expect(
      message(formsMap, "ignore:", "ignor:").hasPrefix(
        "m.yaml:11:1: unknown key 'ignor' in the file; did you mean 'ignore'?"))
    #expect(
      message(formsMap, "kind: student_id", "kind: studentid").hasPrefix(
        "m.yaml:6:30: unknown word 'studentid' for 'person[1].kind'; did you mean 'student_id'?"))
    #expect(
      message(formsMap, "holds: scores", "holds: score").hasPrefix(
        "m.yaml:3:8: unknown word 'score' for 'holds'; did you mean 'scores'?"))
    #expect(
      message(peopleMap, "born: {", "burn: {").hasPrefix("m.yaml:13:1: unknown key 'burn'"))
  }

  @Test("Each kind of export needs its parts and refuses those of others")
  func parts() {
    #expect(
      message(formsMap, "rows: one a form", "rows: one a spell").hasPrefix(
        "m.yaml:4:7: an export that holds scores has no rows 'one a spell'; write 'one a form'"))
    #expect(message(formsMap, "date: Date\n", "").contains("nothing says when"))
    #expect(
      message(formsMap, "{ scale: swemwbs,", "{ scale: swemwbs, occasion: pre,")
        .contains("the form has an occasion, and the mapping a 'date'"))
    #expect(
      message(formsMap, "items: [S1", "totals: [S1").contains("a form has 'items' or a 'total'"))
    #expect(
      message(formsMap, "date: Date", "date: Date\nstatus: x").contains("unknown key 'status'"))
    #expect(
      message(formsMap, "format: { dates: day month year }", "format: {}").contains(
        "m.yaml:5:9: columns with dates are read, and 'dates' is missing"))
    #expect(
      message(formsMap, "person: [{ column: ID, kind: student_id }]", "person: []")
        .contains("no column says whose a row is"))
    #expect(
      message(formsMap, "ignore: [Comments]", "ignore: [Comments, S3]").contains(
        "m.yaml:11:20: column 'S3' is named twice"))
    #expect(message(peopleMap, "ignore: [Notes]", "ignore: [Surname]").contains("is named twice"))
    #expect(message(formsMap, "furlong_map: 1", "furlong_map: 2").contains("is not known"))
  }

  @Test(
    "A path stays in the study folder",
    arguments: [
      "/etc/passwd", "../other/x.csv", "exports/../../x.csv", "ex*/x.csv", "exports//x.csv",
      "a\\b.csv",
    ])
  func paths(path: String) {
    #expect(
      message(formsMap, "exports/test.csv", path).contains("'reads' is a path from the study"))
  }

  @Test("What is counted must fit what a row is")
  func events() {
    let spells = """
      furlong_map: 1
      reads: exports/test.csv
      holds: events
      rows: one a spell
      format: { dates: day month year }
      person: [{ column: ID, kind: local_id }]
      covers: { from: 2021-09-01, to: 2025-08-31 }
      no_rows_means: none happened
      start: Admitted
      end: Discharged
      events:
        - { event: admission, count: starts }
      """
    #expect(
      message(spells, "count: starts", "count: rows").contains("spells are counted by 'starts'"))
    #expect(
      message(spells, "end: Discharged\n", "").contains("no error"))
    #expect(
      message(spells.replacing("end: Discharged\n", with: ""), "count: starts", "count: nights")
        .contains("nights need an end"))
    #expect(
      message(spells, "from: 2021-09-01", "from: 2026-09-01").contains("'from' lies after 'to'"))
    #expect(message(spells, "from: 2021-09-01", "from: 01/09/2021").contains("this is no date"))
    #expect(
      message(spells, "no_rows_means: none happened\n", "").contains("'no_rows_means' is missing"))
    #expect(
      message(spells, "end: Disch", "once_a: person and day\nend: Disch").contains("'once_a' needs")
    )
    // Leave alone, of who is not in it nothing known: nobody without leave could be counted.
    let leave = spells.replacing("count: starts", with: "count: leave")
    #expect(message(leave, "from: 2021-09-01", "from: 2021-09-02").contains("no error"))
    #expect(message(leave, "end: Discharged\n", "").contains("leave needs an end"))
    #expect(message(leave, "none happened", "not known").contains("a file of its own"))
    let both = leave + "\n  - { event: admission, count: nights }"
    #expect(message(both, "none happened", "not known").contains("no error"))
    let counts = """
      furlong_map: 1
      reads: exports/test.csv
      holds: events
      rows: one a person and period
      format: {}
      person: [{ column: ID, kind: local_id }]
      events:
        - { event: seizure, count: base, from: -8 weeks, to: 0 weeks, repeats: yes }
      """
    #expect(message(counts, "repeats: yes", "repeats: no").contains("rows are periods"))
    #expect(message(counts, "-8 weeks", "-2 months").contains("no number of days or weeks"))
    #expect(message(counts, "-8 weeks", "8 weeks").contains("'from' must lie before 'to'"))
    #expect(
      message(counts, "count: base", "count: rows").contains("'rows' needs rows that are events"))
  }
}
