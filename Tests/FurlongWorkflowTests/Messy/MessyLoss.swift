/// How the exports of which no row is at fault are read, where otherwise than the ten forms.
struct MessyLoss {
  /// The mapping, with FILE for the export's name; nil where it is that of the ten forms.
  var map: String?
  /// What stands in the plan in place of what.
  var plan: [String: String] = [:]
  /// Whether the loss is told of the plan.
  var isOfPlan = true

  func plan(_ usual: String) -> String {
    plan.reduce(usual) { $0.replacing($1.key, with: $1.value) }
  }

  /// By file.
  static let of: [String: MessyLoss] = [
    "i066-no-form-at-the-end.csv": MessyLoss(plan: ["to: 400,": "to: 300,"]),
    "i067-between-windows.csv": MessyLoss(
      map: """
        furlong_map: 1
        reads: exports/FILE
        holds: scores
        rows: one a form
        format: { dates: day month year }
        person: [{ column: Student ID, kind: student_id }]
        date: Date completed
        scores:
          - { scale: qpr15, items: [\(MessyStudy.items)] }
        ignore: [Form, Gender]

        """,
      plan: [
        "from: -400, to: 90,": "from: -28, to: 60,",
        "from: 91, to: 400, nearest_to: 120": "from: 150, to: 300, nearest_to: 200",
      ]),
    "i068-another-scale.csv": MessyLoss(
      map: """
        furlong_map: 1
        reads: exports/FILE
        holds: scores
        rows: one a form
        format: { dates: day month year }
        person: [{ column: Student ID, kind: student_id }]
        date: Date completed
        occasion: { column: Form, values: { Start: start, End: end } }
        scores:
          - { scale: hours, total: Hours }

        """),
    "i069-nobody-meets.csv": MessyLoss(
      map: """
        furlong_map: 1
        reads: exports/FILE
        holds: people
        rows: one a registration
        format: { dates: day month year }
        person: [{ column: Student ID, kind: student_id }]
        registered_on: Date registered
        about:
          type: { column: Type, values: { Service user: service user, Carer: carer } }

        """,
      plan: [
        "day_0:": "who:\n  - { column: type, is: [student] }\nday_0:",
        "outcomes:\n  - { scale: qpr15, role: primary, reliability: test-retest }\n": "",
        "  - { id: recovery, ask: change, outcomes: [qpr15] }\n": "",
      ]),
    "i070-two-have-no-row.csv": MessyLoss(
      map: """
        furlong_map: 1
        reads: exports/FILE
        holds: events
        rows: one an event
        format: { dates: day month year }
        person: [{ column: Student ID, kind: student_id }]
        date: Date of contact
        covers: { from: 2023-09-01, to: 2025-08-31 }
        no_rows_means: none happened
        events:
          - { event: contact, count: rows }

        """,
      plan: [
        "outcomes:\n  - { scale: qpr15, role: primary, reliability: test-retest }\n": """
        events:
          - { id: contact, one: contact, many: contacts, role: primary }
        windows:
          - { id: year, label: a year, before: 6 months, after: 6 months, rate: per person-year }

        """,
        "  - { id: recovery, ask: change, outcomes: [qpr15] }\n":
          "  - { id: services, ask: service_use, events: [contact] }\n",
      ], isOfPlan: false),
  ]
}
