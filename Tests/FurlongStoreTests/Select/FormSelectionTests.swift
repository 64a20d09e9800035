import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The form that is picked")
struct FormSelectionTests {
  func select(
    _ forms: [(on: String, answers: FormAnswers)], dataTo: String? = "2025-08-31",
    required: Int = 2,
    occasion: Occasion = baselineWindow
  ) throws -> FormColumn {
    let study = try StudyInHand()
    let rows = forms.enumerated().map {
      form($0.offset + 2, student(1), .day(day($0.element.on)), $0.element.answers)
    }
    try study.keep(
      [
        batch("p.csv", .people, [registered(2, [student(1)], on: "2024-06-01")]),
        batch("f.csv", .scores, rows),
      ],
      hasRegister: true)
    let plan = plan(dataTo: dataTo, occasions: [occasion], scales: ["swemwbs"])
    return try #require(try study.select(plan, required: required).forms.first)
  }

  @Test("is the nearest, of two as near the earlier")
  func nearest() throws {
    let near = try select([
      ("2024-06-11", .total(1)), ("2024-06-05", .total(2)), ("2024-05-25", .total(3)),
    ])
    #expect(near.answers == [.total(2)])
    #expect(near.severalForms == 1)
    let tied = try select([("2024-06-05", .total(2)), ("2024-05-28", .total(3))])
    #expect(tied.answers == [.total(3)])
  }

  @Test(
    "lies in the window, both ends included",
    arguments: [
      ("2024-05-04", true), ("2024-05-03", false), ("2024-06-29", true), ("2024-06-30", false),
    ])
  func ends(on: String, isIn: Bool) throws {
    #expect(try select([(on, .total(1))]).answers == [isIn ? .total(1) : nil])
  }

  @Test("can be scored, even if one that cannot is nearer")
  func scorable() throws {
    let column = try select([
      ("2024-06-01", .items([1, nil, nil])), ("2024-06-10", .items([1, 2, nil])),
    ])
    #expect(column.answers == [.items([1, 2, nil])])
    #expect(column.onlyUnscorable == 0)
    let none = try select([("2024-06-01", .items([1, nil, nil]))])
    #expect(none.answers == [nil])
    #expect(none.onlyUnscorable == 1)
    #expect(none.severalForms == 0)
  }

  @Test(
    "is due when its whole window lies within the data",
    arguments: [
      ("2024-06-29", true), ("2024-06-28", false),
    ])
  func due(dataTo: String, isDue: Bool) throws {
    #expect(try select([], dataTo: dataTo).due == [isDue])
  }

  @Test(
    "of a dated plan is found by the occasion that the form names, whatever its day, the nearest first"
  )
  func namedInDatedPlan() throws {
    let study = try StudyInHand()
    func moment(_ id: String, _ on: String?) -> FormMoment {
      on.map { .occasionOn(id, day($0)) } ?? .occasion(id)
    }
    try study.keep(
      [
        batch(
          "p.csv", .people, (1...3).map { registered($0 + 1, [student($0)], on: "2024-06-01") }),
        batch(
          "f.csv", .scores,
          [
            form(2, student(1), moment("baseline", "2024-07-20"), .total(1)),
            form(3, student(1), moment("baseline", "2024-07-10"), .total(2)),
            form(4, student(1), moment("end", "2024-06-01"), .total(3)),
            form(5, student(2), moment("baseline", nil), .total(4)),
            form(6, student(3), moment("baseline", "2027-01-01"), .total(5)),
          ]),
      ], hasRegister: true)
    let plan = plan(dataTo: "2025-08-31", occasions: [baselineWindow], scales: ["swemwbs"])
    let column = try #require(try study.select(plan, required: 1).forms.first)
    #expect(column.answers.compactMap { $0 } == [.total(2), .total(4)])
    #expect(column.severalForms == 1, "the form named otherwise is of no window")
  }

  @Test("is found by name where the export names occasions, and is always due")
  func named() throws {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "f.csv", .scores,
          [
            form(2, student(1), .occasion("pre"), .total(29)),
            form(3, student(1), .occasion("2m"), .total(2)),
          ])
      ], hasRegister: false)
    let occasions = [
      Occasion(id: "pre", label: "before", role: .baseline, window: nil),
      Occasion(id: "2m", label: "2 months", role: .followUp, window: nil),
      Occasion(id: "3m", label: "3 months", role: .followUp, window: nil),
    ]
    let cohort = try study.select(
      plan(dataTo: nil, dayZero: .none, occasions: occasions, scales: ["swemwbs"]))
    #expect(cohort.forms.map(\.answers) == [[.total(29)], [.total(2)], [nil]])
    #expect(cohort.forms.allSatisfy { $0.due == [true] })
    #expect(cohort.dayZero == [nil])
  }

  @Test("needs to be told how many answers a scale needs", .tags(.edge))
  func required() throws {
    let study = try StudyInHand()
    #expect(throws: StoreError.noRequiredAnswers(scale: "swemwbs")) {
      try study.file.select(plan(scales: ["swemwbs"]), requiredAnswers: [:])
    }
  }
}
