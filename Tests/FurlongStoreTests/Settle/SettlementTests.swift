import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Rows that say the same, or not")
struct SettlementTests {
  let when = FormMoment.day(day("2024-01-01"))

  @Test("equal forms of a person and day are counted once, with a note")
  func equalForms() throws {
    let study = try StudyInHand()
    let kept = try study.file.ingest(
      batch(
        "f.csv", .scores,
        [
          form(31, student(1), when, .items([1, nil, 3])),
          form(77, student(1), when, .items([1, nil, 3])),
        ]), hasRegister: false)
    #expect(kept.rowsKept == 2)
    try study.file.settle()
    let problems = try study.file.problems()
    #expect(problems.map(\.code) == ["I038"])
    #expect(problems.map(\.severity) == [.note])
  }

  @Test("Of forms that disagree in few items, the items are named")
  func differingItems() throws {
    let study = try StudyInHand()
    _ = try study.file.ingest(
      batch(
        "a.csv", .scores,
        [
          form(31, student(1), when, .items([1, 2, nil, 4])),
          form(77, student(1), when, .items([1, 3, 3, 4])),
          form(78, student(2), when, .items([1, 2, 3, 4])),
          form(79, student(2), when, .items([4, 3, 2, 1])),
        ]), hasRegister: false)
    #expect(
      try Set(study.file.problems().map(\.message)) == [
        "Rows 31 and 77 disagree for the same person and day (swemwbs, items 2 and 3).",
        "Rows 78 and 79 disagree for the same person and day (swemwbs).",
      ])
  }

  @Test("Of a form that was sent twice, once with a blank, the fuller is counted, with a note")
  func lesserForms() throws {
    let study = try StudyInHand()
    for (file, rows) in [
      (
        "a.csv",
        [
          form(31, student(1), when, .items([1, nil, 3])),
          form(32, student(1), when, .items([1, 2, 3])),
          form(33, student(1), when, .items([nil, nil, 3])),
          form(41, student(2), when, .items([1, 2, 3])),
        ]
      ), ("b.csv", [form(5, student(2), when, .items([1, nil, 3]))]),
    ] {
      _ = try study.file.ingest(batch(file, .scores, rows), hasRegister: false)
    }
    try study.file.settle()
    #expect(try study.file.batches().map(\.rowsSetAside) == [0, 0])
    let problems = try study.file.problems()
    #expect(problems.map(\.place) == ["a.csv:31", "a.csv:33", "b.csv:5"])
    #expect(problems.allSatisfy { $0.code == "I038" && $0.severity == .note })
    #expect(
      problems.map(\.message)
        == ["row 32", "row 32", "row 41 of a.csv"].map {
          "This form (swemwbs) says what \($0) says, of the same person and day, but for what it leaves blank; the fuller form is counted."
        })
    try study.file.settle()
    #expect(try study.file.problems() == problems)
    // Which is counted: the full one of each, once.
    let found = try study.file.completeness(plan(dayZero: .none, scales: ["swemwbs"]))
    #expect(found.scales == ["swemwbs": .init(forms: 2, mostAnswered: 3)])
    // With the fuller one gone, what is left counts.
    try study.file.remove(file: "a.csv")
    try study.file.settle()
    #expect(try study.file.problems().isEmpty)
    #expect(
      try study.file.completeness(plan(dayZero: .none, scales: ["swemwbs"])).scales
        == ["swemwbs": .init(forms: 1, mostAnswered: 2)])
  }

  @Test(
    "Forms of which none says all that the others say are set aside, though no item has two answers",
    .tags(.edge))
  func noFullest() throws {
    let study = try StudyInHand()
    _ = try study.file.ingest(
      batch(
        "a.csv", .scores,
        [
          form(31, student(1), when, .items([1, nil, 3])),
          form(32, student(1), when, .items([nil, 2, 3])),
          form(41, student(2), when, .items([1, 2, nil])),
          form(42, student(2), when, .items([1, 3, 3])),
        ]), hasRegister: false)
    try study.file.settle()
    #expect(
      try Set(study.file.problems().map(\.message)) == [
        "Rows 31 and 32 disagree for the same person and day (swemwbs, items 1 and 2: each leaves blank what another answers).",
        "Rows 41 and 42 disagree for the same person and day (swemwbs, items 2 and 3).",
      ])
    #expect(try study.file.batches().map(\.rowsSetAside) == [4])
  }

  @Test("different forms of a person and day are all set aside, at once and across exports")
  func differentForms() throws {
    let study = try StudyInHand()
    let within = try study.file.ingest(
      batch(
        "a.csv", .scores,
        [
          form(31, student(1), when, .total(20)), form(77, student(1), when, .total(21)),
          form(78, student(2), when, .total(9)),
        ]), hasRegister: false)
    #expect(within.rowsSetAside == 2)
    #expect(try study.file.problems().map(\.code) == ["I039", "I039"])
    let message = try study.file.problems().first?.message
    #expect(message == "Rows 31 and 77 disagree for the same person and day (swemwbs).")

    let across = try study.file.ingest(
      batch("b.csv", .scores, [form(5, student(2), when, .total(10))]), hasRegister: false)
    #expect(across.rowsSetAside == 0)
    try study.file.settle()
    #expect(try study.file.batches().map(\.rowsSetAside) == [3, 1])
    #expect(
      try study.file.problems().last?.message
        == "Rows a.csv:78 and b.csv:5 disagree for the same person and day (swemwbs).")
    // Settled again, the same is found.
    let problems = try study.file.problems()
    try study.file.settle()
    #expect(try study.file.problems() == problems)
    // The dispute ends with the export that began it.
    try study.file.remove(file: "b.csv")
    try study.file.settle()
    #expect(try study.file.batches().map(\.rowsSetAside) == [2])
  }

  @Test("Of an export of places a warning is given where one row in five repeats another of it")
  func repeatedPlaces() throws {
    func rows(_ count: Int, repeated: Int) -> [ImportRow] {
      (0..<count).map { number in
        let whose = number < repeated + 1 ? 0 : number
        return row(number + 2, [student(whose)]) {
          $0.places = [
            AttendanceRecord(course: "Sleep", day: day("2024-02-01"), status: .attended)
          ]
        }
      }
    }
    func warnings(_ exports: [[ImportRow]]) throws -> [String] {
      let study = try StudyInHand()
      for (number, rows) in exports.enumerated() {
        _ = try study.file.ingest(batch("\(number).csv", .attendance, rows), hasRegister: false)
      }
      try study.file.settle()
      return try study.file.problems().filter { $0.severity == .warning }.map {
        "\($0.code) \($0.place) \($0.message.prefix(13))"
      }
    }
    #expect(try warnings([rows(15, repeated: 3)]) == ["I038 0.csv 3 of 15 rows "])
    #expect(try warnings([rows(16, repeated: 3)]).isEmpty)
    #expect(try warnings([rows(5, repeated: 2)]).isEmpty)
    #expect(try warnings([rows(9, repeated: 0), rows(9, repeated: 0)]).isEmpty)
  }

  @Test("a place at a session is counted once, two statuses are two places")
  func places() throws {
    let study = try StudyInHand()
    func place(_ number: Int, _ status: AttendanceStatus) -> ImportRow {
      row(number, [student(1)]) {
        $0.places = [AttendanceRecord(course: "Sleep", day: day("2024-02-01"), status: status)]
      }
    }
    try study.keep(
      [batch("a.csv", .attendance, [place(2, .attended), place(3, .attended), place(4, .missed)])],
      hasRegister: false)
    let cohort = try study.select(plan(dayZero: .none))
    #expect(cohort.attendance?.attended == [1])
    #expect(cohort.attendance?.missed == [1])
  }

  @Test(
    "two rows for one spell count its nights and its admission once, and keep what only one says")
  func spells() throws {
    let study = try StudyInHand()
    func spell(_ number: Int, detained: Bool) -> ImportRow {
      row(number, [nhs(1)]) {
        $0.events = [
          .start(event: "admission", from: day("2024-02-01"), until: day("2024-02-11")),
          .nights(event: "bed-day", from: day("2024-02-01"), until: day("2024-02-11")),
        ]
        if detained {
          $0.events.append(
            .start(event: "detention", from: day("2024-02-01"), until: day("2024-02-11")))
        }
      }
    }
    let register = registered(2, [student(1), nhs(1)], on: "2024-01-01")
    try study.keep(
      [
        batch("people.csv", .people, [register]),
        batch(
          "s.csv", .events,
          [spell(2, detained: false), spell(3, detained: true), spell(4, detained: true)],
          coverage: coverage(["admission", "bed-day", "detention"])),
      ], hasRegister: true)
    let cohort = try study.select(
      plan(events: ["admission", "bed-day", "detention"], windows: [aYear]))
    let headline = cohort.serviceUse.filter { $0.rule == .wholeWindow }
    #expect(headline.map(\.eventsAfter) == [[1], [10], [1]])
    #expect(try study.file.problems().map(\.place) == ["s.csv:4"])
  }

  @Test("two contacts on one day are two contacts")
  func contacts() throws {
    let study = try StudyInHand()
    let contact = EventRecord.onDay(event: "contact", day: day("2024-02-01"))
    try study.keep(
      [
        batch("people.csv", .people, [registered(2, [nhs(1)], on: "2024-01-01")]),
        batch(
          "c.csv", .events,
          [
            row(2, [nhs(1)]) { $0.events = [contact] }, row(3, [nhs(1)]) { $0.events = [contact] },
          ], coverage: coverage(["contact"])),
      ], hasRegister: true)
    let cohort = try study.select(plan(events: ["contact"], windows: [aYear]))
    #expect(cohort.serviceUse.first?.eventsAfter == [2])
  }

  @Test("counts of one period that repeat are counted once, those that differ are set aside")
  func periods() throws {
    let study = try StudyInHand()
    func count(_ number: Int, _ who: Int, _ count: Int) -> ImportRow {
      row(number, [student(who)]) {
        $0.events = [
          .counted(event: "seizure", from: -56, to: 0, count: count),
          .counted(event: "seizure", from: 0, to: 56, count: 1),
        ]
      }
    }
    try study.keep(
      [
        batch(
          "e.csv", .events, [count(2, 1, 4), count(3, 1, 4), count(4, 2, 5), count(5, 2, 6)],
          coverage: EventCoverage(events: ["seizure"], days: nil, noRowsMeans: .noneHappened))
      ],
      hasRegister: false)
    #expect(try study.file.batches().map(\.rowsSetAside) == [2])
    let weeks = ServiceWindow(
      id: "8-weeks", label: "8 weeks", before: TimeLength(8, .weeks), after: TimeLength(8, .weeks))
    let cohort = try study.select(
      plan(dataTo: nil, dayZero: .none, events: ["seizure"], windows: [weeks]))
    #expect(cohort.serviceUse.first?.eventsBefore == [4])
  }

  @Test("stories of one id are set aside unless they are equal; codings follow their story")
  func stories() throws {
    let study = try StudyInHand()
    func story(_ number: Int, _ who: Int, _ id: String, _ text: String) -> ImportRow {
      row(number, [student(who)]) {
        $0.story = StoryRecord(
          id: id, toldOn: nil, text: text, agreed: AgreedPurposes([.analysis]), consentGivenOn: nil,
          consentUntil: nil,
          withdrawnOn: nil, reviewedOn: nil)
      }
    }
    func coding(_ number: Int, _ story: String) -> ImportRow {
      row(number, []) { $0.coding = CodingRecord(story: story, coder: "A", code: "hope") }
    }
    try study.keep(
      [
        batch(
          "s.csv", .stories,
          [
            story(2, 1, "s1", "one"), story(3, 1, "s1", "one"), story(4, 1, "s2", "two"),
            story(5, 2, "s2", "two"),
          ]),
        batch(
          "c.csv", .codings, [coding(2, "s1"), coding(3, "s1"), coding(4, "s2"), coding(5, "s9")]),
      ], hasRegister: false)
    let found = try study.file.problems().map { "\($0.place) \($0.code)" }
    #expect(
      found == [
        "c.csv:3 I038", "c.csv:4 I060", "c.csv:5 I060", "s.csv:3 I038", "s.csv:4 I039",
        "s.csv:5 I039",
      ])
    let stories = try study.select(plan(dayZero: .none)).stories
    #expect(stories?.entries.map(\.story.id) == ["s1"])
    #expect(stories?.codings == [CodingRecord(story: "s1", coder: "A", code: "hope")])
    let words = try study.file.problems().map(\.message).joined()
    #expect(!words.contains("two"))
  }

  @Test(
    "rows of one person and day that differ in what is known use the first in the alphabet",
    .tags(.law))
  func differing() throws {
    let rows = [
      registered(2, [student(1)], on: "2024-01-01", about: ["gender": "woman"]),
      registered(3, [student(1)], on: "2024-01-01", about: ["gender": "man"]),
    ]
    for order in [rows, rows.reversed()] {
      let study = try StudyInHand()
      try study.keep([batch("p.csv", .people, order)], hasRegister: true)
      #expect(try study.select(plan()).about["gender"] == ["man"])
      #expect(try study.file.problems().map(\.code) == ["I059", "I059"])
    }
  }
}
