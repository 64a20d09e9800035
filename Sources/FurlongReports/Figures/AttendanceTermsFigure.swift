import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// The figure of attendance by academic year and term.
struct AttendanceTermsFigure {
  private let years: AttendanceYears<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: AttendanceTermsWording
  private let count = AnswerWording(.count)

  init(
    _ years: AttendanceYears<Released>, step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.years = years
    self.step = step
    self.material = material
    wording = AttendanceTermsWording(years, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-terms-\(step.id)", title: wording.title, subtitle: Prose(wording.subtitle),
      spoken: wording.spoken,
      chart: chart, table: table, source: Prose(wording.source).noting(step, material),
      isForScreens: true
    ).block
  }

  private var hasTerms: Bool { years.years.contains { !$0.terms.isEmpty } }

  private var chart: any Chart {
    guard hasTerms else {
      return FlowBars(
        blocks: [FlowBars.Block(steps: years.years.map { bar($0.name, $0.whole) })],
        lastStandsOut: false)
    }
    return FlowBars(
      blocks: years.years.map { year in
        FlowBars.Block(year.name, steps: year.terms.map { bar($0.label, $0.period) })
      }, lastStandsOut: false)
  }

  private func bar(_ name: String, _ period: AttendanceYears<Released>.Period) -> FlowBars.Step {
    FlowBars.Step(
      name + (period.isPart ? " (in part)" : ""), count.plottedValue(period.attended),
      note: "\(material.people.cell(period.people, "").plainText) \(material.study.people.many)")
  }

  private var table: Table {
    Table(
      caption: hasTerms
        ? "Places taken up at sessions in each academic year and term"
        : "Places taken up at sessions in each academic year",
      rowsHeading: hasTerms ? "Year and term" : "Year",
      columns: [
        Table.Column("Places taken up"),
        Table.Column("\(material.study.people.many.capitalised) who came"),
      ],
      rows: years.years.flatMap { year in
        [row("\(year.name)\(hasTerms ? ", all" : "")", year.whole, year.name)]
          + year.terms.map {
            row("\(year.name), \($0.label)", $0.period, "\(year.name).\($0.id)")
          }
      })
  }

  private func row(
    _ name: String, _ period: AttendanceYears<Released>.Period, _ occasion: String
  ) -> Table.Row {
    Table.Row(
      Prose(name + (period.isPart ? " (in part)" : "")),
      [
        count.cell(period.attended, wording.fact(occasion, "attended")),
        material.people.cell(period.people, wording.fact(occasion, "people")),
      ])
  }
}
