import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A cohort")
struct IndependenceTests {
  /// A college of 40 with everything in it; `salt` stands for another key, `order` for another order of rows.
  func study(salt: Int, order: (Int) -> [Int], reversed: Bool) throws -> StudyInHand {
    let study = try StudyInHand()
    func shuffled(_ rows: [ImportRow]) -> [ImportRow] {
      order(rows.count).enumerated().map { place, old in
        var row = rows[old]
        row.sourceRow = place + 2
        return row
      }
    }
    func who(_ number: Int) -> KeyedHash { hash(.studentID, number, salt: salt) }
    func trust(_ number: Int) -> KeyedHash { hash(.nhsNumber, number, salt: salt) }
    let start = day("2023-01-10")
    var people: [ImportRow] = []
    var forms: [ImportRow] = []
    var places: [ImportRow] = []
    var spells: [ImportRow] = []
    var stories: [ImportRow] = []
    for number in 0..<40 {
      let first = start.adding(days: (number * 37) % 500)
      people.append(
        registered(
          2, [who(number), trust(number)], on: first.description,
          about: ["gender": ["woman", "man"][number % 2]]))
      if number % 5 == 0 {
        people.append(
          registered(
            2, [who(number + 100), trust(number)], on: first.adding(days: 200).description,
            about: ["gender": "man"]))
      }
      forms.append(
        form(
          2, who(number), .day(first.adding(days: number % 9 - 4)), .items([number % 4, nil, 3, 2]))
      )
      forms.append(
        form(
          2, who(number), .day(first.adding(days: number % 7 - 9)), .items([number % 3, 1, 3, 2])))
      places.append(
        row(2, [who(number)]) {
          $0.places = [
            AttendanceRecord(
              course: "Sleep", day: first.adding(days: number % 6), status: .attended)
          ]
        })
      spells.append(
        row(2, [trust(number)]) {
          $0.events = [
            .start(
              event: "admission", from: first.adding(days: (number * 53) % 400 - 200),
              until: number % 3 == 0 ? nil : first.adding(days: (number * 53) % 400 - 180)),
            .nights(
              event: "bed-day", from: first.adding(days: (number * 53) % 400 - 200),
              until: number % 3 == 0 ? nil : first.adding(days: (number * 53) % 400 - 180)),
          ]
        })
      if number % 6 == 0 {
        stories.append(
          row(2, [who(number)]) {
            $0.story = StoryRecord(
              id: "s\(number)", toldOn: nil, text: "told", agreed: AgreedPurposes([.analysis]),
              consentGivenOn: nil,
              consentUntil: nil,
              withdrawnOn: nil, reviewedOn: nil)
          })
      }
    }
    var others = [
      batch("f.csv", .scores, shuffled(forms)), batch("a.csv", .attendance, shuffled(places)),
      batch("s.csv", .events, shuffled(spells), coverage: coverage(["admission", "bed-day"])),
      batch("t.csv", .stories, shuffled(stories)),
    ]
    if reversed { others.reverse() }
    let register = batch("p.csv", .people, shuffled(people))
    try study.keep(reversed ? others + [register] : [register] + others, hasRegister: true)
    return study
  }

  /// All that is known of the college.
  private func whole(_ study: StudyInHand, threads: Int = 1) throws -> Cohort {
    try study.select(
      plan(
        occasions: [baselineWindow], scales: ["swemwbs"], events: ["admission", "bed-day"],
        windows: [aYear]),
      required: 3, threads: threads)
  }

  private func cohort(salt: Int, order: (Int) -> [Int], reversed: Bool) throws -> Cohort {
    try whole(study(salt: salt, order: order, reversed: reversed))
  }

  @Test("depends neither on the order of rows, nor on that of exports, nor on the key", .tags(.law))
  func independent() throws {
    let first = try cohort(salt: 0, order: { Array(0..<$0) }, reversed: false)
    #expect(first.size == 40)
    #expect(Set(first.forms[0].answers.compactMap { $0?.answered }).count == 2)
    let backwards = try cohort(salt: 77, order: { (0..<$0).reversed() }, reversed: true)
    #expect(backwards == first)
    let turned = try cohort(
      salt: 5,
      order: { count in
        (0..<count).map { ($0 * 7 + 3) % count }.count
          == Set((0..<count).map { ($0 * 7 + 3) % count }).count
          ? (0..<count).map { ($0 * 7 + 3) % count } : Array(0..<count)
      },
      reversed: false)
    #expect(turned == first)
  }

  @Test(
    "is the same where a second connection counts events, and where the file gives none",
    .tags(.law))
  func threads() throws {
    let study = try study(salt: 0, order: { Array(0..<$0) }, reversed: false)
    let alone = try whole(study)
    #expect(alone.serviceUse.contains { $0.eventsBefore.contains { $0 > 0 } })
    #expect(try whole(study, threads: 2) == alone)
    // A file that is being changed is nobody else's.
    #expect(try study.file.change { try whole(study, threads: 2) } == alone)
  }

  @Test("leaves nothing behind in the file", .tags(.law))
  func twice() throws {
    let study = try StudyInHand()
    try study.keep(
      [batch("p.csv", .people, [registered(2, [student(1)], on: "2024-01-01")])], hasRegister: true)
    let plan = plan(events: ["x"], windows: [aYear])
    #expect(try study.select(plan) == study.select(plan))
  }
}
