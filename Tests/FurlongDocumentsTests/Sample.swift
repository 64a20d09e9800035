import FurlongDocuments

/// A small report on an invented college: every block once.
enum Sample {
  static let registered = number("612", "reach.registered", 612)
  static let came = number("498", "reach.came", 498)
  static let due = number("402", "reach.due", 402)
  static let analysed = number("209", "reach.analysed", 209)
  static let share = number("52%", "reach.share", 0.519_900_497_512_437_8)
  static let change = number("2.2 points", "change.swemwbs.mean", 2.2)
  static let lower = number("1.7", "change.swemwbs.lower", 1.7)
  static let upper = number("2.7", "change.swemwbs.upper", 2.7)
  static let fall = number("0.9", "reach.missing.difference", 0.9)
  static let worse = ReportedNumber(
    "fewer than 5 of 52", fact: "meaning.worse",
    value: .withheld(reason: "counts of people from 1 to 4 are not published"))

  static let drawing = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 76" role="img" \
    aria-labelledby="reach-title reach-desc" font-family="Arial, 'Liberation Sans', sans-serif">
    <title id="reach-title">From 612 people to 209</title>
    <desc id="reach-desc">Two bars: 612 registered, 209 in the figures.</desc>
    <text x="0" y="23" font-size="14" fill="#1b1b1b">Registered</text>
    <rect x="120" y="6" width="440" height="26" rx="2" fill="#12436D"/>
    <text x="568" y="24" font-size="15" fill="#1b1b1b" font-weight="bold">612</text>
    <text x="0" y="59" font-size="14" fill="#1b1b1b">In the figures</text>
    <rect x="120" y="42" width="150.26" height="26" rx="2" fill="#28A197"/>
    <text x="278.26" y="60" font-size="15" fill="#1b1b1b" font-weight="bold">209</text>
    </svg>

    """

  static let table = Table(
    caption: "People at each step", rowsHeading: "Step",
    columns: [.init("People"), .init("Left at this step", alignment: .left)],
    rows: [
      .init("Registered", [Prose(registered), "–"]),
      .init("Attended at least once", [Prose(came), "114 never came"]),
      .init(
        "Due a second form by 31 July", [Prose(due), "96 not yet due or without a first form"]),
      .init("In the figures below", [Prose(analysed), "193 without a second form"]),
    ],
    notes: ["[c]: not shown, to protect people."])

  static let wideTable = Table(
    caption: "Service use in the 18 months before and after joining",
    rowsHeading: "Service",
    columns: [
      .init("Before", unit: "per 100 student-years"), .init("After", unit: "per 100 student-years"),
      .init("Ratio (95% interval)"), .init("Ratio without the last 3 months before"),
      .init("Events before"), .init("Events after"),
    ],
    rows: [
      .init(
        "Admissions",
        [
          "48", "30", "0.63 (0.49 to 0.80)", "0.81 (0.62 to 1.05)",
          Prose(number("131", "use.admissions.before", 131)),
          Prose(number("82", "use.admissions.after", 82)),
        ]),
      .init(
        "Detained admissions",
        ["15", "9", "0.60 (0.37 to 0.99)", "0.79 (0.47 to 1.31)", "41", "[c]"]),
    ])

  static let figure = Figure(
    id: "reach-flow", title: "Just over half of those due a second form filled one in",
    subtitle: "People, from registration to the figures in this report, 2022 to 2025",
    drawing: Drawing(
      drawing,
      narrow: drawing.replacing("reach-title", with: "reach-narrow-title")
        .replacing("reach-desc", with: "reach-narrow-desc")),
    alternative: "Two bars: 612 registered, 209 in the figures.", table: table,
    source: "Source: student register, SWEMWBS forms.")

  static let document = Document(
    title: "What changed for students of Saltmarsh Recovery College, 2022 to 2025",
    kicker: "Evaluation report · for the commissioner",
    lead: [
      "Planned on 12 September 2022, before the data were seen; one change since, given below."
    ],
    banner: "Invented data: Saltmarsh is not a real college",
    blocks: [
      .answers([
        Answer(
          "Who came?",
          "\(strong: "\(registered) people registered and \(came) came at least once.") They are younger than the trust’s caseload."
        ),
        Answer(
          "Who is in these figures?",
          "\(strong: "\(analysed) of the \(due) due a second form (\(share)).") Those missing started \(fall) points lower."
        ),
        Answer(
          "What changed?",
          "\(strong: "Wellbeing rose by \(change) on average") (95% confidence interval \(lower) to \(upper)); \(strong: "\(worse) got worse") by more than the form’s error."
        ),
        Answer(
          "How sure?",
          "\(strong: "Sure of the rise among those asked twice; not sure of its cause.") If those missing had not changed at all, the average rise would be 1.1 points."
        ),
        Answer(
          "What can this not show?",
          "\(strong: "Whether the college caused it.") There was no comparison group."),
      ]),
      .section(
        Section(
          id: "reach", label: "Question 1", heading: "Who came, and who is in these numbers?",
          blocks: [
            .figure(figure),
            .paragraph("Of the \(due) students due a second form, \(analysed) are in the figures."),
            .limit(
              LimitBox([
                "Those who did not fill in a second form may have done worse.",
                "Nothing here says what became of them.",
              ])),
            .section(
              Section(
                id: "reach-more", heading: "In more detail",
                blocks: [
                  .table(wideTable),
                  .list(["First point", "Second point, with \(Prose.emphasis("stress"))"]),
                  .details(Details("How this was counted", [.paragraph("One person, one count.")])),
                  .details(
                    Details("Seldom read", isSeldomRead: true, [.paragraph("Off paper.")])),
                  .notes([Note(mark: "[c]", "not shown, to protect people")]),
                ])),
          ])),
      .section(
        Section(
          id: "voices", label: "Question 7", heading: "What do people say?",
          blocks: [
            .quote(
              Quote(
                "I came for the art class. I stayed because somebody knew my name.",
                attribution: "Student, second year · consent: anonymous, public"))
          ])),
      .section(
        Section(
          id: "made", label: "How this was made", heading: "Check it yourself",
          blocks: [
            .definitions([
              Definition("Plan", "frozen 12 September 2022"),
              Definition("Tool", "furlong 1.0.0, seed 2025"),
              Definition("Again", Prose.code("furlong report --verify report.html")),
            ])
          ])),
    ])

  static func number(_ text: String, _ fact: String, _ value: Double) -> ReportedNumber {
    ReportedNumber(text, fact: fact, value: .released(value))
  }
}
