import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of how those missing differ from those present.
struct MissingFigure {
  private let wording: MissingWording
  private let step: Findings<Released>.Step
  private let material: ReportMaterial

  init(_ wording: MissingWording, step: Findings<Released>.Step, material: ReportMaterial) {
    self.wording = wording
    self.step = step
    self.material = material
  }

  private var comparison: ReachFinding<Released>.MissingComparison { wording.comparison }

  /// The difference that is left inside the band, in words.
  private var band: String { NumberWording().score(MissingMarks.mostDifference) }

  private var method: String {
    "Standardised difference: missing minus present, in pooled standard deviations; the band runs from −\(band) to \(band)."
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-missing-\(step.id)-\(comparison.scale.id)-\(comparison.occasion.id)",
      title: wording.title,
      subtitle: subtitle,
      spoken: "Dots: standardised differences.",
      chart: chart,
      table: MissingFigure.table(wording, material),
      source: Prose(method).noting(step, material), isForScreens: true
    ).block
  }

  /// `48 people without a BDI-II form at 8 months against 52 with one; …`.
  private var subtitle: Prose {
    let people = material.people
    let fact = "reach.\(comparison.scale.id).\(comparison.occasion.id)"
    let missing =
      Self.isWithheld(comparison.missing)
      ? Prose(material.study.people.many.capitalised)
      : people.people(comparison.missing, "\(fact).missing").capitalised
    let present =
      Self.isWithheld(comparison.present)
      ? "those" : people.count(comparison.present, "\(fact).present")
    return
      "\(missing) without a \(comparison.scale.name) form \(comparison.occasion.when) against \(present) with one; missing minus present, in standard deviations"
  }

  private var chart: any Chart {
    let deviations = AnswerWording(.deviations)
    let shown = comparison.variables.filter { $0[.difference].estimate != nil }
    let hidden = comparison.variables.filter { $0[.difference].estimate == nil }
    // Many empty places say no more than one.
    let isOne = hidden.count > 2
    let rest =
      isOne
      ? [
        BalanceDots.Row(
          "\(NumberWording().count(hidden.count)) others", .hidden(label: "[c] not shown"))
      ] : []
    return BalanceDots(
      rows: (isOne ? shown : comparison.variables).map { variable in
        BalanceDots.Row(
          variable.kind.label(material), detail: detail(variable),
          deviations.plottedValue(variable[.difference]))
      } + rest, axisLabel: "Standard deviations",
      band: PlottedBand(
        from: -MissingMarks.mostDifference, to: MissingMarks.mostDifference, label: "within \(band)"
      ),
      sides: IntervalRows.Sides(
        below: "lower among those missing", above: "higher among those missing"))
  }

  /// Both averages; shares stand in the table, with their intervals.
  private func detail(_ variable: ReachFinding<Released>.MissingComparison.Variable) -> String? {
    if case .value = variable.kind { return nil }
    let printing = wording.wording(variable)
    let missing = printing.cell(variable[.missing], "").plainText
    let present = printing.cell(variable[.present], "").plainText
    return "missing \(missing), present \(present)"
  }

  /// The two values of everything that is compared, and the difference.
  static func table(_ wording: MissingWording, _ material: ReportMaterial) -> Table {
    let comparison = wording.comparison
    return Table(
      caption: caption(comparison, material), rowsHeading: "Known before",
      columns: [
        Table.Column("Among those missing"), Table.Column("Among those present"),
        Table.Column("Standardised difference"),
      ],
      rows: comparison.variables.map { variable in
        let fact = wording.fact(variable)
        return Table.Row(
          Prose(variable.kind.label(material)),
          [
            wording.cell(variable[.missing], variable, "missing"),
            wording.cell(variable[.present], variable, "present"),
            AnswerWording(.deviations).cell(variable[.difference], fact),
          ])
      }
    ).withNotes
  }

  private static func isWithheld(_ count: ReleasedCount) -> Bool {
    if case .withheld = count.shown { return true }
    return false
  }

  /// `Those missing (48 people) against those present (52), BDI-II at 8 months`.
  private static func caption(
    _ comparison: ReachFinding<Released>.MissingComparison, _ material: ReportMaterial
  ) -> Prose {
    let people = material.people
    let fact = "reach.\(comparison.scale.id).\(comparison.occasion.id)"
    let missing: Prose =
      isWithheld(comparison.missing)
      ? Prose() : " (\(people.people(comparison.missing, "\(fact).missing")))"
    let present: Prose =
      isWithheld(comparison.present)
      ? Prose() : " (\(people.count(comparison.present, "\(fact).present")))"
    return
      "Those missing\(missing) against those present\(present), \(Prose("\(comparison.scale.name) \(comparison.occasion.when)"))"
  }
}
