/// What the example's folder says of itself, with the truths that the model holds.
struct GreyfellReadme {
  let seed: UInt64
  let tables: [ExportTable]
  let truths: KnownTruths

  var text: String {
    """
    # Greyfell Recovery College

    **Invented.** There is no such college, and nobody in these files exists. Nothing here is evidence about any real college,
    scale or treatment. The files are what a small recovery college would export that asks PHQ-9 and GAD-7, three questions of
    its own, what people do and where they live, and what they think of its courses; the model that made them is known, so what
    an evaluation says can be held against what is true.

    Made with `furlong example greyfell DIR --seed \(seed)`, which writes this folder byte for byte again. Another seed gives other
    students from the same model.

    \(ReadmeText.files(tables))

    `study.yaml` is the plan, `maps/` says how each export is read, `scales/` holds the college's own questions (only what they are
    about, no wording), `datapackage.json` describes the exports as a Data Package (version 2) with size and SHA-256.

    ## Two truths for each headline number

    *Estimated* is what the analysis of such exports estimates: of those who return a form at both times, and of the feedback
    that was given. *What the college did* is what the model put in: had nobody been lost, every answer been given, and every course
    been rated by all who came to at least half of it. They differ, since those who are worse off are lost more often. Without the
    college the model's students would stay, on average, where they were. A fall of PHQ-9 and GAD-7 is an improvement.

    \(changes)

    Both forms came back from \(returned) of the students with a scored first PHQ-9.

    \(shares)

    A change is reliable where it is at least 6 points of PHQ-9 or 4 of GAD-7. Of the three questions of the ladder no reliability is
    known, so nobody's change is judged. Gained and lost are shares of all who say what they do, or where they live, at both times.

    The truths belong to the model, not to the seed: they were computed with
    `GreyfellTruths.compute(students: \(ReadmeText.grouped(truths.students)), seed: \(truths.seed))` of FurlongSimulation and stand, with more
    measures, in `Sources/FurlongSimulation/Greyfell/Texts/greyfell.truths.json`. An estimate from this folder differs from its truth by
    chance, and with so few students by much.

    ## How it was made

    - **Students.** About nine in ten students, the others carers, over two academic years; some leave. Of a few no NHS number is held.
    - **Forms.** Answers to the items of PHQ-9 and GAD-7 come from a graded response model and are written as words, in whatever case of
      letters. About 45 % of the forms at the end are lost: more of those who take part little, were worse off at the start, or got
      worse. Some answers are blank, some prefer not to say, five rows stand twice.
    - **Work and housing.** Some gain work, volunteering or study and some lose it, more of them where depression worsens. As many come
      into settled housing as come out of it.
    - **Feedback.** Given after about six in ten of the courses that somebody came to at least half of, more often by those who liked it.
    - **Identifiers.** NHS numbers are of the 999 range, which is given to nobody. They are there to be replaced: none may appear in a
      study file or a report.

    ## What it must not be used for

    To say anything about recovery colleges, students, scales or services; to plan the size of a real evaluation; to test a system
    that holds real people's data, unless 999 numbers are refused there. Licence: CC0-1.0 (`LICENSE`).

    """
  }

  private var returned: String {
    truths.returned["phq9 end"].map { ReadmeText.number(100 * $0, 0) + " %" } ?? ""
  }

  private var changes: String {
    let scales = [
      ("phq9", "PHQ-9"), ("gad7", "GAD-7"), ("confidence", "confidence"),
      ("connection", "connection"), ("hope", "hope"),
    ]
    let measures = [
      ("mean_change", "mean change, points", 2), ("improved_reliably", "reliably improved", 3),
      ("deteriorated_reliably", "reliably worse", 3),
    ]
    var lines = [
      "| change from the start | measure | estimated | what the college did |",
      "| --- | --- | ---: | ---: |",
    ]
    for (scale, name) in scales {
      for (measure, words, places) in measures {
        lines += row(name, words, outcome: scale, occasion: "end", measure, places)
      }
    }
    return lines.joined(separator: "\n")
  }

  private var shares: String {
    let outcomes = [
      ("work", "in work, volunteering or study"), ("housing", "in settled housing"),
    ]
    let measures = [
      ("sought_before", "share before"), ("sought_after", "share after"),
      ("net_movement", "change of the share"), ("gained", "gained"), ("lost", "lost"),
    ]
    var lines = ["| | measure | estimated | what the college did |", "| --- | --- | ---: | ---: |"]
    for (outcome, name) in outcomes {
      for (measure, words) in measures {
        lines += row(name, words, outcome: outcome, occasion: "end", measure, 3)
      }
    }
    lines += row(
      "would recommend the college", "share of the forms with 4 or 5", outcome: "recommend",
      occasion: "", "reached_score", 3)
    return lines.joined(separator: "\n")
  }

  private func row(
    _ name: String, _ words: String, outcome: String, occasion: String, _ measure: String,
    _ places: Int
  ) -> [String] {
    guard let truth = truths.truth(outcome: outcome, occasion: occasion, measure: measure) else {
      return []
    }
    let (estimated, did) = (
      ReadmeText.number(truth.estimated, places), ReadmeText.number(truth.did, places)
    )
    return ["| \(name) | \(words) | \(estimated) | \(did) |"]
  }
}
