import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Question 4, asked of wards, teams or courses: what changed on them when something began.
struct UnitRatesSection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let steps = material.unitRates
    guard let first = steps.first else { return nil }
    return Section(
      id: "unit-rates",
      heading: "What changed on \(first.found.many) with \(first.found.what)?",
      blocks: steps.flatMap { step, found in
        found.outcomes.flatMap { blocks($0, found, step) } + [.limit(LimitBox(care(found)))]
      })
  }

  private func blocks(
    _ outcome: UnitRatesFinding<Released>.Outcome, _ found: UnitRatesFinding<Released>,
    _ step: Findings<Released>.Step
  ) -> [Block] {
    let wording = UnitRatesWording(outcome, found, material)
    guard let all = outcome.rows.first, all[.countBefore].notEstimable == nil else {
      return [.paragraph(wording.nothing)]
    }
    var blocks: [Block] = [
      .paragraph(wording.comparison(all)), .paragraph(wording.who),
    ]
    if !outcome.months.isEmpty {
      blocks.append(
        UnitMonthsFigure(outcome, found, step: step, material: material).block)
    }
    blocks.append(UnitsFigure(outcome, found, step: step, material: material).block)
    return blocks + ContextBlocks(outcome, of: found, material: material).blocks
  }

  private func care(_ found: UnitRatesFinding<Released>) -> [Prose] {
    let others = found.outcomes.contains { $0.leftOut.values.contains(.noBeginning) }
    return [
      Prose(
        "Nobody is in these counts: one person may stand behind many of them, and who was on a \(found.one) changed. They do not show what happened to anyone."
      ),
      Prose(
        "They do not show what caused a change. Whatever else changed then is in the ratio too: staff, beds, who was there, how things are written down. What begins when things are at their worst is followed by a fall, whatever it does."
          + (others
            ? " \(found.many.capitalised) on which it did not begin are not compared." : "")
      ),
      Prose(
        "Intervals let months differ by more than chance, but take each as a new one: where a month resembles the one before, they are too narrow."
      ),
    ]
  }
}
