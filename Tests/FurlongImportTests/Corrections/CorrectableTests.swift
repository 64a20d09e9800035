import FurlongImport
import FurlongTestSupport
import Testing

@Suite("Which columns may be corrected by hand")
struct CorrectableTests {
  @Test("those that are read and say nothing of who somebody is")
  func register() throws {
    let map = try ExportMap.read(peopleMap, file: "p")
    #expect(map.correctable("Student ID") == .identifier)
    #expect(map.correctable("NHS No") == .identifier)
    for hidden in ["DOB", "Surname", "Notes", "Town"] {
      #expect(map.correctable(hidden) == .hidden)
    }
    for read in ["Registered on", "Left on", "Gender", "Years"] {
      #expect(map.correctable(read) == .yes)
    }
    #expect(map.correctable("Elsewhere") == .notRead)
  }

  @Test("of a long export the column of answers is meant by the name of an item or a measure")
  func long() throws {
    let map = try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/test.csv
      holds: scores
      rows: one a score
      format: { dates: day month year }
      person: [{ column: Student, kind: student_id }]
      date: Day
      measure: Measure
      score: Score
      missing: { "": blank }
      scores: [{ scale: gad7, total: GAD-7 }]
      """, file: "m")
    #expect(map.exportColumn("GAD-7") == "Score")
    #expect(map.exportColumn("Day") == "Day")
    #expect(map.correctable("Score") == .yes && map.correctable("GAD-7") == .notRead)
  }

  @Test("of a register with a column a session, its sessions, as its words say and no others")
  func wide() throws {
    let map = try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/test.csv
      holds: attendance
      rows: one a student
      format: { dates: day month year }
      person: [{ column: Student, kind: student_id }]
      session: { course_is: Choir, columns: days }
      status: { values: { P: attended, A: missed }, blank_means: no place }
      drop: [Name]
      """, file: "m")
    #expect(map.correctable("24/09/2024") == .yes)
    #expect(map.correctable("Name") == .hidden && map.correctable("Comment") == .notRead)
  }

  @Test("of stories not the text and not the reviewer")
  func stories() throws {
    let map = try ExportMap.read(
      """
      furlong_map: 1
      reads: exports/test.csv
      holds: stories
      rows: one a story
      format: { dates: day month year }
      person: [{ column: Student, kind: student_id }]
      story: { id: Story, date: Told, text: Words }
      consent: { level: Level, given_on: Given, until: Until, withdrawn_on: Withdrawn }
      reviewed: { by: Reviewer, on: Reviewed }
      """, file: "m")
    #expect(map.correctable("Words") == .hidden && map.correctable("Reviewer") == .hidden)
    #expect(map.correctable("Level") == .yes && map.correctable("Told") == .yes)
  }
}
