import FurlongForms
import FurlongTestSupport
import Testing

@Suite("Plans and mappings as people write them are forms")
struct PlanFormTests {
  /// Every idiom of the plans and mappings: flow tables, quoted numbers, blanks as keys, remarks.
  private let mapping = """
    # How to read one kind of export. No anchors (&, *).
    furlong_map: 1
    reads: exports/forms-*.csv                 # nothing found = "missing export"
    format: { encoding: utf-8, delimiter: comma, header_row: 1, dates: day month year }

    person:
      - { column: Student ID, kind: student_id }
      - { column: NHS No,     kind: nhs_number, may_be_blank: yes }
    missing: { "": blank, "9": not asked }

    about:
      gender:         { column: Gender, values: { F: woman, NB: non-binary, "-": not said } }
      data_consent:   { column: Consent (data), values: { Y: "yes", N: "no" } }
      episode_length: { column: length, values: { ">6m": over 6 months, "<6m": under 6 months } }

    covers: { from: 2021-09-01, to: 2025-08-31 }
    events:
      - { event: contact, count: rows, where: { column: Attended, is: ["5", "6"] } }
      - event: seizure
        from: -8 weeks
        periods:
          "1": { from: 0 weeks, to: 2 weeks }
          "2": { from: 2 weeks, to: 4 weeks }
    scores:
      - { scale: bdi2, occasion: 2m,  total: bdi.2m }
      - { scale: qpr15,   items: [Q1, Q2, Q3] }
    commentary: ""
    ignore: []
    """

  @Test func aMappingReads() throws {
    let form = try FormNode.read(mapping, file: "maps/forms.yaml")
    try form.table { table throws(FormError) in
      #expect(try table.whole("furlong_map") == 1)
      #expect(try table.text("reads") == "exports/forms-*.csv")
      #expect(try table.required("format").entries().map(\.key).last == "dates")
      let persons = try table.required("person").list()
      #expect(persons.count == 2)
      let blank = try persons[1].table { person throws(FormError) in
        _ = try (person.text("column"), person.text("kind"))
        return try person.yes("may_be_blank", default: false)
      }
      #expect(blank)
      let missing = try table.required("missing").entries()
      #expect(missing.map(\.key) == ["", "9"])
      #expect(try missing[1].value.text() == "not asked")
      let about = try table.required("about").entries()
      #expect(about.map(\.key) == ["gender", "data_consent", "episode_length"])
      #expect(about.map(\.keyLine) == [12, 13, 14])
      #expect(try table.required("covers").entries()[0].value.text() == "2021-09-01")
      let events = try table.required("events").list()
      #expect(try events[1].entries()[1].value.text() == "-8 weeks")
      #expect(try events[1].entries()[2].value.entries().map(\.key) == ["1", "2"])
      let scores = try table.required("scores").list()
      #expect(try scores[0].entries()[1].value.text() == "2m")
      #expect(try scores[1].entries()[1].value.texts() == ["Q1", "Q2", "Q3"])
      #expect(scores[1].line == 26)
      #expect(scores[1].path == "scores[2]")
      #expect(try table.text("commentary") == "")
      #expect(try table.required("ignore").texts() == [])
    }
  }

  @Test func aPlanReads() throws {
    let plan = """
      furlong: 1
      study:
        id: saltmarsh
        involvement: Not known; the data were published with R package HSAUR3.
        people: { one: person, many: people }
        seed: 20030201                            # of the bootstrap
      who:
        - { column: type, is: [service user] }
        - { column: data_consent, is: ["yes"] }
      occasions:
        - { id: 2m,  label: 2 months,  is: follow-up }
        - { id: a-year, label: about a year, is: follow-up, from: 300, to: 430, nearest_to: 365 }
      outcomes:
        - scale: qpr15
          blank_items: { allow: 3, then: mean of the others }   # the plan's choice
      groups:
        - { column: treatment, label: arm, values: { TAU: usual care, BtheB: computer programme } }
      steps:
        - { id: change,    ask: change,  groups: [all, treatment] }
      disclosure: open-data
      report: { for: commissioner }
      """
    let form = try FormNode.read(plan, file: "study.yaml")
    #expect(
      try form.entries().map(\.key) == [
        "furlong", "study", "who", "occasions", "outcomes", "groups", "steps", "disclosure",
        "report",
      ])
    let study = try form.entries()[1].value.entries()
    #expect(try study[1].value.text().hasSuffix("HSAUR3."))
    #expect(try study[3].value.whole() == 20_030_201)
    let occasions = try form.entries()[3].value.list()
    #expect(try occasions[1].entries()[3].value.whole() == 300)
  }
}
