import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

let storyMap = """
  furlong_map: 1
  reads: exports/test.csv
  holds: stories
  rows: one a story
  format: { dates: day month year }
  person: [{ column: Who, kind: student_id }]
  story: { id: ID, text: Text }
  consent: { level: Level, given_on: Given }
  reviewed: { by: By, on: On }
  """

let codingMap = """
  furlong_map: 1
  reads: exports/test.csv
  holds: codings
  rows: one a code
  format: {}
  story: Story
  coder: Coder
  code: Code
  nothing_found: none
  """

@Suite("Stories and codings")
struct StoryTests {
  private let header = "ID,Who,Text,Level,Given,By,On\n"

  @Test("A story with its consent and review")
  func story() throws {
    let batch = try TestExport(map: storyMap).batch(
      header + "ST1,SC1,\"I came back, and stayed.\",4,01/02/2024,KL,05/02/2024\nST2,SC2,,,,,\n")
    #expect(batch.problems.isEmpty && batch.rows.count == 2)
    let first = try #require(batch.rows[0].story)
    #expect(
      first.id == "ST1" && first.text == "I came back, and stayed."
        && first.agreed.allows(.publicReport))
    #expect(first.consentGivenOn == day("2024-02-01") && first.reviewedOn == day("2024-02-05"))
    #expect(first.withdrawnOn == nil && first.toldOn == nil)
    let second = try #require(batch.rows[1].story)
    #expect(second.text.isEmpty && second.agreed.isEmpty && second.reviewedOn == nil)
  }

  @Test(
    "A story without an id is known by its words, wherever it stands and however they are spaced")
  func byItsWords() throws {
    let map = storyMap.replacing("id: ID, ", with: "").replacing("Text }", with: "Text }")
      .replacing("reviewed:", with: "ignore: [ID]\nreviewed:")
    let lines = ["x,SC1,I came back.,4,01/02/2024,,\n", "x,SC2,I  left. ,4,01/02/2024,,\n"]
    let batch = try TestExport(map: map).batch(header + lines.joined())
    // printf %s 'I came back.' | sha256sum | cut -c1-8
    #expect(batch.rows.compactMap(\.story?.id) == ["w1792eb10", "wd925f1dd"])
    let turned = try TestExport(map: map).batch(header + lines.reversed().joined())
    #expect(turned.rows.compactMap(\.story?.id) == ["wd925f1dd", "w1792eb10"])
    let twice = try TestExport(map: map).batch(
      header + lines[0] + lines[0].replacing("SC1", with: "SC3") + "x,SC4,,4,01/02/2024,,\n"
        + lines[1])
    #expect(
      twice.rows.count == 1 && twice.addsUp && Set(twice.problems.map(\.code)).count == 2,
      "\(twice.problems.map(\.message))")
    #expect(
      twice.problems.contains {
        $0.message == "2 rows hold the same story, and the export gives stories no id."
      })
  }

  @Test("Half a review is none, and is said; a level outside 0 to 6 is set aside", .tags(.edge))
  func review() throws {
    let batch = try TestExport(map: storyMap).batch(
      header + "ST1,SC1,a,4,01/02/2024,,05/02/2024\nST2,SC2,b,4,01/02/2024,KL,\nST3,SC3,c,7,,,\n")
    #expect(batch.rows.compactMap(\.story).allSatisfy { $0.reviewedOn == nil })
    #expect(batch.rows.count == 2 && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I051", "I033"])
    #expect(batch.problems[0].message.hasPrefix("2 stories have a reviewer without a day"))
  }

  @Test("Words that may never be quoted are not kept; the story is, for its themes", .tags(.edge))
  func words() throws {
    let map = storyMap.replacing("given_on: Given }", with: "given_on: Given, withdrawn_on: Gone }")
    let rows = [
      "ST0,SC1,words,0,,,,", "ST1,SC1,words,1,,,,", "ST2,SC1,words,2,,,,", "ST3,SC1,words,3,,,,",
      "ST4,SC1,words,6,,,,", "ST5,SC1,words,6,,,,01/03/2024", "ST6,SC1,words,,,,,",
    ]
    let batch = try TestExport(map: map).batch(
      "ID,Who,Text,Level,Given,By,On,Gone\n" + rows.joined(separator: "\n"))
    #expect(batch.rows.count == 7 && batch.problems.isEmpty, "\(batch.said)")
    let stories = batch.rows.compactMap(\.story)
    #expect(stories.filter { $0.text == "words" }.map(\.id) == ["ST3", "ST4"])
    #expect(stories.filter { $0.text != "words" }.allSatisfy { $0.text.isEmpty })
    #expect(stories.map(\.agreed.purposes.count) == [0, 1, 1, 2, 4, 4, 0])
  }

  @Test("Stories with the same id are set aside, all of them", .tags(.edge))
  func sameID() throws {
    let batch = try TestExport(map: storyMap).batch(
      header + "ST1,SC1,a,4,,,\nST1,SC2,b,4,,,\nST2,SC2,c,4,,,\n")
    #expect(batch.rows.map(\.sourceRow) == [4] && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I039", "I039"])
  }

  @Test(
    "Rows that name one file of stories/ are set aside, all of them, whatever was agreed to",
    .tags(.edge))
  func sameFile() throws {
    let export = TestExport(
      map: storyMap.replacing("text: Text", with: "file: Text"),
      stories: ["a.txt": "I came back.", "b.txt": "I made a friend.", "c.txt": "I found work."])
    let batch = try export.batch(
      header + "ST1,SC1,a.txt,4,01/02/2024,,\nST2,SC2,b.txt,4,01/02/2024,,\n"
        + "ST3,SC3,B.TXT ,0,01/02/2024,,\nST4,SC4,,4,,,\nST5,SC5,,4,,,\nST6,SC6,c.txt,4,,,\n"
        + "ST7,SC7,c.txt,4,,,\n")
    #expect(batch.rows.map(\.sourceRow) == [2, 5, 6] && batch.addsUp, "\(batch.said)")
    #expect(batch.problems.map(\.code) == ["I039", "I039", "I039", "I039"])
    #expect(
      batch.problems.allSatisfy {
        $0.message.hasPrefix("2 rows name the same file of stories/") && $0.column == "Text"
          && $0.fix.contains("leave the wrong row out")
      })
  }

  @Test(
    "The same words are set aside where not the same was agreed to, in a cell and in two files",
    .tags(.edge))
  func sameWords() throws {
    let rows = [
      "ST1,SC1,A,4,01/02/2024,,", "ST2,SC2,B,1,01/02/2024,,", "ST3,SC3,C,4,,,", "ST4,SC4,D,4,,,",
      "ST5,SC5,E,4,,,", "ST6,SC6,F,0,,,",
    ].joined(separator: "\n")
    let story = "I came back to the college after two years away."
    let other = "Nobody had asked me that in a very long time."
    // Two people may say the same few words.
    let words = [
      "A": story, "B": " I  came" + story.dropFirst(6) + " ", "C": other, "D": other,
      "E": "It gave me hope.", "F": "It gave me hope.",
    ]
    let cells = words.reduce(rows) {
      $0.replacing(",\($1.key),", with: ",\"\($1.value)\",")
    }
    for export in [
      (TestExport(map: storyMap), cells),
      (
        TestExport(map: storyMap.replacing("text: Text", with: "file: Text"), stories: words), rows
      ),
    ] {
      let batch = try export.0.batch(header + export.1)
      #expect(batch.rows.compactMap(\.story?.id) == ["ST3", "ST4", "ST5", "ST6"] && batch.addsUp)
      #expect(batch.problems.count == 2, "\(batch.said)")
      #expect(batch.problems.allSatisfy { $0.message.hasPrefix("2 rows hold the same words, and") })
    }
  }

  @Test(
    "A row that is set aside for something else takes the others of its story with it",
    .tags(.edge))
  func setAsideAlready() throws {
    let second = ["ST2,SC2,a.txt,7,,,", "ST2,,a.txt,0,,,", "ST1,SC2,b.txt,7,,,"]
    for row in second {
      let export = TestExport(
        map: storyMap.replacing("text: Text", with: "file: Text"),
        stories: ["a.txt": "I came back.", "b.txt": "I made a friend."])
      let batch = try export.batch(header + "ST1,SC1,a.txt,4,01/02/2024,,\n\(row)\n")
      #expect(batch.rows.isEmpty && batch.addsUp && batch.problems.count == 2, "\(batch.said)")
    }
  }

  @Test("A code, nothing found, and a code that the codebook does not have")
  func codings() throws {
    let export = TestExport(map: codingMap, codes: ["hope", "identity"])
    let batch = try export.batch(
      "Story,Coder,Code\nST1,A,hope\nST1,B,none\nST1,B,hopes\nST2,A,\n")
    #expect(
      batch.rows.map(\.coding) == [
        CodingRecord(story: "ST1", coder: "A", code: "hope"),
        CodingRecord(story: "ST1", coder: "B", code: nil),
      ])
    #expect(batch.rows.allSatisfy { $0.identifiers.isEmpty } && batch.addsUp)
    #expect(batch.problems.map(\.code) == ["I037", "I042"])
    #expect(batch.problems[0].fix.hasPrefix("Did you mean 'hope'?"))
    #expect(try TestExport(map: codingMap).batch("Story,Coder,Code\nST1,A,zeal\n").rows.count == 1)
  }
}

@Suite("Attendance")
struct AttendanceTests {
  @Test("A place at a session; words that the mapping does not have are set aside")
  func places() throws {
    let export = TestExport(
      map: """
        furlong_map: 1
        reads: exports/test.csv
        holds: attendance
        rows: one a student and session
        format: { dates: day month year }
        person: [{ column: ID, kind: student_id }]
        session: { course: Course, date: On }
        status: { column: Status, values: { Attended: attended, Late: attended, DNA: missed } }
        """)
    let batch = try export.batch(
      "ID,Course,On,Status\nSC1,Sleep,01/02/2024,Late\nSC1,Sleep,08/02/2024,Attend\nSC1,,08/02/2024,DNA\n"
    )
    #expect(
      batch.rows.flatMap(\.places) == [
        AttendanceRecord(course: "Sleep", day: day("2024-02-01"), status: .attended)
      ])
    #expect(batch.problems.map(\.code) == ["I037", "I042"] && batch.addsUp)
  }
}
