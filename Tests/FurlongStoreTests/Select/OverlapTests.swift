import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Spells that overlap")
struct OverlapTests {
  private typealias Spell = (row: Int, from: String, until: String?)

  private func study(_ spells: [Spell], file: String = "e.csv") throws -> StudyInHand {
    let study = try StudyInHand()
    let rows = spells.map { spell in
      row(spell.row, [nhs(1)]) {
        $0.events = [
          .start(event: "admission", from: day(spell.from), until: spell.until.map(day)),
          .nights(event: "bed-day", from: day(spell.from), until: spell.until.map(day)),
        ]
      }
    }
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1), nhs(1)], on: "2024-03-15")]),
        batch(file, .events, rows, coverage: coverage(["admission", "bed-day"])),
      ], hasRegister: true)
    return study
  }

  private func counts(
    _ study: StudyInHand, _ event: String, transfers: Transfers = .joined
  ) throws -> (before: Int, after: Int, running: Int) {
    var plan = plan(events: ["admission", "bed-day"], windows: [aYear])
    for place in plan.events.indices { plan.events[place].transfers = transfers }
    let cohort = try study.select(plan)
    let column = try #require(
      cohort.serviceUse.first { $0.event == event && $0.rule == .wholeWindow })
    return (column.eventsBefore[0], column.eventsAfter[0], column.runningOnDayZero[0])
  }

  @Test(
    "count a night once, whatever the order of the rows and however many overlap", .tags(.law),
    arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
  func union(order: [Int]) throws {
    // 10 to 20 March holds two others; a fourth begins where it ends.
    let all = [
      ("2024-03-10", "2024-03-18"), ("2024-03-12", "2024-03-20"), ("2024-03-13", "2024-03-14"),
      ("2024-03-20", "2024-03-22"),
    ]
    let study = try study(order.enumerated().map { ($0 + 2, all[$1].0, all[$1].1) })
    let nights = try counts(study, "bed-day")
    #expect(nights.before == 5 && nights.after == 7 && nights.running == 1)
    let starts = try counts(study, "admission")
    #expect(starts.before == 1 && starts.after == 0 && starts.running == 1)
    let apart = try counts(study, "admission", transfers: .apart)
    #expect(apart.before == 3 && apart.after == 1)
    let nightsApart = try counts(study, "bed-day", transfers: .apart)
    #expect(nightsApart.before == 5 && nightsApart.after == 7)
  }

  @Test("an open spell takes in what begins in it")
  func open() throws {
    let study = try study([(2, "2024-03-14", nil), (3, "2024-03-20", "2024-03-25")])
    let nights = try counts(study, "bed-day")
    #expect(nights.before == 1 && nights.after == 365)
  }

  @Test(
    "split by a move on any of their days they count as before: starts, nights and who is running",
    .tags(.law), arguments: ["2024-03-10", "2024-03-12", "2024-03-15", "2024-03-16", "2024-03-20"])
  func transfer(on day: String) throws {
    let whole = try study([(2, "2024-03-10", "2024-03-20"), (3, "2024-06-01", nil)])
    let split = try study([
      (2, "2024-03-10", day), (3, day, "2024-03-20"), (4, "2024-06-01", nil),
    ])
    for event in ["admission", "bed-day"] {
      #expect(try counts(whole, event) == counts(split, event), "\(event)")
    }
    #expect(try counts(split, "admission").before == 1)
    #expect(try counts(split, "admission").after == 1)
    let apart = try counts(split, "admission", transfers: .apart)
    #expect(apart.before + apart.after == 3)
  }

  @Test("a day after another they are two, and nobody is moved out of an open one")
  func apart() throws {
    let later = try counts(
      study([(2, "2024-04-01", "2024-04-05"), (3, "2024-04-06", "2024-04-08")]), "admission")
    #expect(later.after == 2)
    let open = try counts(
      study([(2, "2024-04-01", nil), (3, "2024-04-06", "2024-04-08")]), "admission")
    #expect(open.after == 2)
  }

  @Test("are warned of, with both rows")
  func warned() throws {
    let study = try study([
      (2, "2024-03-10", "2024-03-18"), (7, "2024-03-12", "2024-03-20"),
      (9, "2024-03-20", "2024-03-22"),
    ])
    let problems = try study.file.problems()
    #expect(problems.map(\.code) == ["I061"])
    #expect(problems.first?.severity == .warning && problems.first?.place == "e.csv:7")
    #expect(problems.first?.message.contains("(row 2)") == true)
    #expect(try study.file.batches().map(\.rowsKept) == [3, 1])
  }

  @Test("that are the same are copies, without this warning")
  func copies() throws {
    let study = try study([(2, "2024-03-10", "2024-03-18"), (3, "2024-03-10", "2024-03-18")])
    #expect(try study.file.problems().map(\.code) == ["I038"])
    #expect(try counts(study, "bed-day").before == 5)
  }
}
