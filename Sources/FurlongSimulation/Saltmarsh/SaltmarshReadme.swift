import Foundation

/// What the example's folder says of itself, with the truths that the model holds.
struct SaltmarshReadme {
  let seed: UInt64
  let tables: [ExportTable]
  let truths: KnownTruths

  var text: String {
    """
    # Saltmarsh Recovery College

    **Invented.** There is no such college, and nobody in these files exists. Nothing here is evidence about any real college,
    scale or treatment. The files are what a recovery college and its trust would export; the model that made them is known, so
    what an evaluation says can be held against what is true.

    Made with `furlong example saltmarsh DIR --seed \(seed)`, which writes this folder byte for byte again. Another seed gives other
    students from the same model; stories and codings stay as they are, only who tells them and when is drawn.

    \(ReadmeText.files(tables))

    `study.yaml` is the plan, `maps/` says how each export is read, `datapackage.json` describes the exports as a Data Package
    (version 2) with size and SHA-256; `costs/` holds two books of prices. The caseload under `population:` in the plan and all
    prices are invented like all else.

    ## Two truths for each headline number

    *Estimated* is what the analysis of such exports estimates: the mean change of those who return a form at both times, the
    before/after ratio with the peak of service use before registration. *What the college did* is what the model put in: the
    change had nobody been lost, the ratio had there been no peak. They differ, as they do in real evaluations, and nothing in
    the exports shows by how much: that is what the limits of the report are about.

    Without the college the model's students would stay, on average, where they were: the whole change had nobody been lost is
    the college's. The ratio is of events per person-year in the 12 or 18 months after to those before, over all linkable students.
    Leaving out the last 3 months before registration takes the peak away from counts of events; days in hospital after day 0
    still hold the rest of the stays that began in the peak, so for them it leads too far. What use cost is told for a student
    and year in both windows: over 18 months it is half as much again. Few students are watched for the whole of 18 months on both
    sides, as the exports cover four years.

    \(changes)

    \(EventTally.Window.allCases.map(rates).joined(separator: "\n\n"))

    A change is reliable where it is larger than 1.96 · √2 · SD · √(1 − reliability), with the reliabilities that the plan names.
    The truths belong to the model, not to the seed: they were computed with
    `SaltmarshTruths.compute(students: \(ReadmeText.grouped(truths.students)), seed: \(truths.seed))` of FurlongSimulation and stand, with more
    measures, in `Sources/FurlongSimulation/Saltmarsh/Texts/truths.json`. An estimate from this folder differs from its truth by
    chance.

    ## How it was made

    - **Students.** About three quarters service users, the others carers and staff; some register again in the next year, a
      quarter of those under another student id that only the NHS number ties to the first. A few do not agree that their data
      are used, a few were never known to the trust, some leave.
    - **Forms.** Answers to the items of SWEMWBS and QPR-15 come from a graded response model. About half of the follow-up forms
      are lost: more of those who take part little, scored low at the start, or changed less. Some items are blank, `9` means that
      the form did not hold the item, some forms were given up half-way.
    - **Service use.** Rates differ between people by a gamma factor: most have no admission, a few have many. They rise in the
      88 days before registration, because people join after a crisis. Some stays run across the day of registration, some began
      before the extract, some are open at its end. Contacts with two members of staff stand twice.
    - **Stories.** 24 short stories, invented for this example: nobody's words. Consent from 0 to 6, some withdrawn, some expired,
      some not checked. Two coders of CHIME-D who mostly agree. Every theme is told by five people or more but one, so that hiding
      is seen once.
    - **Identifiers.** Names are made of syllables, postcodes begin with ZZ99, addresses end in example.org, NHS numbers are of the
      999 range, which is given to nobody. They are there to be dropped or replaced: none may appear in a study file or a report.

    ## What it must not be used for

    To say anything about recovery colleges, students, scales or services; to plan the size of a real evaluation; to test a system
    that holds real people's data, unless 999 numbers are refused there. Licence: CC0-1.0 (`LICENSE`).

    """
  }

  private var changes: String {
    let scales = [("swemwbs", "SWEMWBS"), ("qpr15", "QPR-15")]
    let occasions = [("four-months", "about four months"), ("a-year", "about a year")]
    let measures = [
      ("mean_change", "mean change, points", 2), ("improved_reliably", "reliably improved", 3),
      ("deteriorated_reliably", "reliably worse", 3),
    ]
    var lines = [
      "| change from the start | measure | estimated | what the college did | both forms, of those due with a first |",
      "| --- | --- | ---: | ---: | ---: |",
    ]
    for (scale, name) in scales {
      for (occasion, label) in occasions {
        let share = truths.returned["\(scale) \(occasion)"].map {
          ReadmeText.number(100 * $0, 0) + " %"
        }
        for (measure, words, places) in measures {
          guard let truth = truths.truth(outcome: scale, occasion: occasion, measure: measure)
          else { continue }
          lines.append(
            "| \(name), \(label) | \(words) | \(ReadmeText.number(truth.estimated, places)) | "
              + "\(ReadmeText.number(truth.did, places)) | \(share ?? "") |")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func rates(in window: EventTally.Window) -> String {
    let events = [
      ("admission", "admissions"), ("bed-day", "days in hospital"), ("detention", "detentions"),
      ("contact", "community team contacts"),
    ]
    var lines = [
      "| \(window.rawValue) months after against before | estimated | leaving out 3 months before | what the college did |",
      "| --- | ---: | ---: | ---: |",
    ]
    for (event, words) in events {
      let headline = truths.truth(outcome: event, occasion: window.id, measure: "rate_ratio")
      let without = truths.truth(
        outcome: event, occasion: window.id, measure: "rate_ratio",
        part: EventTally.Part.leavingOut3.rawValue)
      guard let headline, let without else { continue }
      lines.append(
        "| \(words), rate ratio | \(ReadmeText.number(headline.estimated, 2)) | \(ReadmeText.number(without.estimated, 2)) | "
          + "\(ReadmeText.number(headline.did, 2)) |")
    }
    let cost = SaltmarshCosts.truth(truths, in: window)
    let withoutRunUp = SaltmarshCosts.truth(truths, .leavingOut3, in: window)
    lines.append(
      "| days in hospital and contacts, pounds a student and year, after minus before | \(ReadmeText.number(cost.estimated, 0)) | "
        + "\(ReadmeText.number(withoutRunUp.estimated, 0)) | \(ReadmeText.number(cost.did, 0)) |")
    return lines.joined(separator: "\n")
  }
}
