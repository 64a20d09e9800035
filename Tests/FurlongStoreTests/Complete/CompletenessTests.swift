import Foundation
import FurlongStudy
import FurlongTestSupport
import GRDB
import Testing

@testable import FurlongStore

@Suite("What of the kept rows a plan can use")
struct CompletenessTests {
  private let later = Occasion(
    id: "later", label: "later", role: .followUp, window: .init(from: 60, to: 180, nearestTo: 120))

  private func found(
    _ batches: [ImportBatch], plan: CohortPlan, hasRegister: Bool = true
  ) throws -> Completeness {
    let study = try StudyInHand()
    try study.keep(batches, hasRegister: hasRegister)
    return try study.file.completeness(plan)
  }

  /// Three students registered on 1 January 2024, the third of another type.
  private let register = batch(
    "exports/students.csv", .people,
    [
      registered(2, [student(1), nhs(1)], on: "2024-01-01", about: ["type": "student"]),
      registered(3, [student(2)], on: "2024-01-01", left: "2024-06-01", about: ["type": "student"]),
      registered(4, [student(3), nhs(3)], on: "2024-01-01", about: ["type": "carer"]),
    ])

  @Test("Forms are counted by the occasions that hold them; those between windows are outside")
  func forms() throws {
    let forms = batch(
      "exports/forms.csv", .scores,
      [
        form(2, student(1), .day(day("2024-01-02")), .items([1, nil, nil])),
        form(3, student(1), .day(day("2024-02-15")), .items([1, 2, nil])),
        form(4, student(2), .occasionOn("later", day("2024-01-03")), .items([1, nil, nil])),
        form(5, student(2), .occasionOn("other", day("2024-03-03")), .items([nil, nil, 3])),
        // After the last day of the data, which is told elsewhere.
        form(6, student(1), .day(day("2025-12-31")), .items([1, 2, 3])),
      ])
    let found = try found(
      [register, forms],
      plan: plan(occasions: [baselineWindow, later], scales: ["swemwbs"]))
    #expect(found.scales == ["swemwbs": .init(forms: 5, mostAnswered: 3)])
    #expect(found.forms.count == 4)
    #expect(found.forms.people == ["baseline": 1, "later": 1])
    #expect(found.forms.due == ["baseline": 3, "later": 3])
    #expect(found.forms.outside == 2)
    #expect(found.forms.days == 1...45)
    #expect(found.forms.daysOutside == 45...62)
    #expect(found.forms.unknownOccasions == ["other"])
  }

  @Test("Forms in no window are counted by where they lie, each scale by itself")
  func windows() throws {
    let days = ["2023-02-25", "2023-12-01", "2024-01-02", "2024-02-15", "2025-01-04", "2025-03-05"]
    var rows: [ImportRow] = []
    for (place, text) in days.enumerated() {
      rows.append(form(2 + place, student(1), .day(day(text)), .items([1, 2, 3])))
    }
    rows.append(
      form(9, student(2), .occasionOn("baseline", day("2020-01-01")), .items([1, 2, 3])))
    let forms = batch("exports/forms.csv", .scores, rows)
    let found = try found(
      [register, forms], plan: plan(occasions: [later, baselineWindow], scales: ["swemwbs"]))
    let windows = try #require(found.forms.windows["swemwbs"])
    #expect(windows.forms == 6 && windows.formsOutside == 5)
    let lie = windows.outside.map {
      "\($0.after ?? "-") \($0.before ?? "-") \($0.forms) \($0.days)"
    }
    #expect(lie == ["- baseline 2 -310...-31", "baseline later 1 45...45", "later - 2 369...429"])
  }

  @Test("Of people who did not agree that their records be linked no export speaks")
  func linkage() throws {
    var rows: [ImportRow] = []
    for (place, answer) in ["yes", "no", "", "yes"].enumerated() {
      rows.append(
        registered(
          place + 2, [student(place + 1), nhs(place + 1)], on: "2024-01-01",
          about: answer.isEmpty ? [:] : ["linkage_consent": answer]))
    }
    // Who says no at a later registration has taken the yes back.
    rows.append(
      registered(9, [student(4), nhs(4)], on: "2024-09-01", about: ["linkage_consent": "no"]))
    let register = batch("exports/students.csv", .people, rows)
    let contacts = batch(
      "exports/contacts.csv", .events,
      [1, 2, 4].map { number in
        row(number + 1, [nhs(number)]) { $0.events = [.onDay(event: "x", day: day("2023-06-01"))] }
      }, coverage: coverage(["x"]))
    var plan = plan(events: ["x"], windows: [aYear])
    #expect(
      try found([register, contacts], plan: plan).extracts == [
        .init(
          file: "exports/contacts.csv", noRowsMeans: .noneHappened, linkable: 4, mentioned: 3)
      ])
    plan.linkage = .init(column: "linkage_consent", values: ["yes"])
    #expect(
      try found([register, contacts], plan: plan).extracts == [
        .init(
          file: "exports/contacts.csv", noRowsMeans: .noneHappened, linkable: 1, mentioned: 1,
          refused: 3, refusedWithRow: 2)
      ])
    let study = try StudyInHand()
    try study.keep([register, contacts], hasRegister: true)
    let columns = try #require(study.select(plan).serviceUse.first { $0.rule == .wholeWindow })
    #expect(columns.counted.count == 4, "everybody is still in the numbers")
    #expect(columns.countedPeople.count == 1)
    #expect(columns.notLinkable == 3 && columns.eventsBefore.reduce(0, +) == 1)
  }

  @Test("A total can always be scored")
  func totals() throws {
    let forms = batch(
      "exports/forms.csv", .scores,
      [form(2, student(1), .day(day("2024-01-02")), .total(20))])
    let found = try found(
      [register, forms], plan: plan(occasions: [baselineWindow], scales: ["swemwbs"]))
    #expect(found.scales["swemwbs"]?.mostAnswered == nil)
    #expect(found.scales["swemwbs"]?.forms == 1)
  }

  @Test("Conditions tell how many they leave of how many, and of how many nothing is known")
  func conditions() throws {
    let criteria = [
      CohortPlan.Criterion(column: "type", values: ["student"]),
      CohortPlan.Criterion(column: "gender", values: ["woman"]),
    ]
    let found = try found([register], plan: plan(criteria: criteria))
    #expect(found.everybody == 3 && found.people == 0)
    #expect(found.conditions.map(\.before) == [3, 2])
    #expect(found.conditions.map(\.people) == [2, 0])
    #expect(found.conditions.map(\.notRecorded) == [0, 2])
    #expect(found.about == ["type"])
  }

  @Test("The register stands beside each kind of export; whoever is not in it counts once")
  func links() throws {
    let forms = batch(
      "exports/forms.csv", .scores,
      [
        form(2, student(1), .day(day("2024-01-02")), .total(20)),
        form(3, student(8), .day(day("2024-01-02")), .total(20)),
        form(4, student(8), .day(day("2024-05-02")), .total(20)),
        form(5, student(9), .day(day("2024-01-02")), .total(20)),
      ])
    let places = batch(
      "exports/places.csv", .attendance,
      [2, 3].map { number in
        row(number, [student(number)]) {
          $0.places = [
            AttendanceRecord(course: "Hope", day: day("2024-02-02"), status: .attended)
          ]
        }
      })
    let found = try found([register, forms, places], plan: plan())
    #expect(
      found.links == [
        .init(kind: .scores, people: 1, strangers: 2),
        .init(kind: .attendance, people: 2, strangers: 0),
      ])
  }

  @Test("An extract: who can be linked, who is mentioned; rows after a person left")
  func extracts() throws {
    let contacts = batch(
      "exports/contacts.csv", .events,
      [("2024-05-31", 2), ("2024-06-02", 3)].map { when, number in
        row(number, [student(2)]) {
          $0.events = [.onDay(event: "contact", day: day(when))]
        }
      } + [
        row(4, [student(1)]) { $0.events = [.onDay(event: "contact", day: day("2024-06-02"))] }
      ], coverage: coverage(["contact"]))
    let beds = batch(
      "exports/beds.csv", .events,
      [
        row(2, [nhs(3)]) {
          $0.events = [
            .nights(event: "bed-day", from: day("2024-07-01"), until: day("2024-07-03"))
          ]
        }
      ], coverage: coverage(["bed-day"], .notKnown))
    // Two forms that disagree are set aside, so they are not dated after anything.
    let forms = batch(
      "exports/forms.csv", .scores,
      [20, 21].map { form($0, student(2), .day(day("2024-06-05")), .total(Double($0))) })
    let found = try found(
      [register, contacts, beds, forms], plan: plan(events: ["contact", "bed-day"]))
    #expect(
      found.extracts == [
        .init(file: "exports/beds.csv", noRowsMeans: .notKnown, linkable: 2, mentioned: 1),
        .init(file: "exports/contacts.csv", noRowsMeans: .noneHappened, linkable: 3, mentioned: 2),
      ])
    #expect(found.afterLeaving == ["exports/contacts.csv": 1])
  }

  @Test("Stories by what was agreed to and with the day of it, those withdrawn not")
  func stories() throws {
    let stories = batch(
      "exports/stories.csv", .stories,
      [(2, nil as String?), (4, "2024-05-01"), (2, nil), (3, nil)].enumerated().map {
        place, story in
        row(place + 2, [student(1)]) {
          $0.story = StoryRecord(
            id: "s\(place)", toldOn: nil, text: "", agreed: AgreedPurposes(level: story.0) ?? [],
            consentGivenOn: place == 1 || place == 3 ? day("2024-04-01") : nil,
            consentUntil: nil, withdrawnOn: story.1.map(day), reviewedOn: nil)
        }
      })
    let found = try found([register, stories], plan: plan())
    #expect(
      found.stories == .init(count: 4, agreed: [.analysis: 3, .internalReport: 1], dated: 1))
  }

  @Test("Nothing is said before the file is settled, and nothing is left in it")
  func unsettled() throws {
    let study = try StudyInHand()
    _ = try study.file.ingest(register, hasRegister: true)
    #expect(throws: StoreError.notSettled) { try study.file.completeness(plan()) }
    try study.file.settle()
    #expect(try study.file.completeness(plan()) == study.file.completeness(plan()))
    try study.file.check()
  }

  @Test("What was found is remembered for the same plan, until a row changes")
  func remembered() throws {
    let study = try StudyInHand()
    try study.keep([register], hasRegister: true)
    let first = try study.file.change { try study.file.completeness(plan()) }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: study.path))
    let again = try study.file.change { try study.file.completeness(plan()) }
    #expect(again == first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: study.path)) == bytes)
    // What is remembered is used: told otherwise, it is told so.
    try study.file.change {
      try study.file.write {
        try $0.execute(sql: "UPDATE completeness SET found = replace(found, 'type', 'kind')")
      }
    }
    #expect(try study.file.completeness(plan()).about == ["kind"])
    var other = plan()
    other.dataTo = day("2024-05-01")
    #expect(try study.file.completeness(other).about == ["type"])
    let fewer = batch(
      "exports/students.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-01-01")])
    try study.keep([fewer], hasRegister: true)
    let found = try study.file.change { try study.file.completeness(plan()) }
    #expect(found.people == 1 && found.about.isEmpty && first.people == 3)
    try study.file.check()
  }
}
