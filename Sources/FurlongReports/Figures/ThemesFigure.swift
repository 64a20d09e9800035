import FurlongCharts
import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// The figure of themes by person.
struct ThemesFigure {
  private let found: ExperienceFinding<Released>
  private let step: Findings<Released>.Step
  private let material: ReportMaterial
  private let wording: ExperienceWording

  init(
    _ found: ExperienceFinding<Released>, step: Findings<Released>.Step, material: ReportMaterial
  ) {
    self.found = found
    self.step = step
    self.material = material
    wording = ExperienceWording(found, material)
  }

  /// The figure.
  var block: Block {
    FigureDraft(
      id: "figure-themes-\(step.id)", title: title,
      subtitle: subtitle,
      spoken: "Bars for \(found.themes.count) themes by number of \(material.study.people.many).",
      chart: chart, table: table,
      source: Prose(
        "Codebook: \(found.codebook), \(found.source.withoutFullStop). Intervals of shares by Wilson."
      ).noting(step, material), isForScreens: true
    ).block
  }

  private var subtitle: Prose {
    let tellers: Prose =
      found.storytellers.number == nil
      ? Prose()
      : ", of \(material.people.plain(found.storytellers, "experience.storytellers")) who told a story"
    return
      "\(material.study.people.many.capitalised) whose stories hold the theme by at least one coder\(tellers); a story can hold several"
  }

  /// Most people first; those not shown last, in the codebook's order.
  private var themes: [ExperienceFinding<Released>.Theme] {
    found.themes.enumerated().sorted { one, other in
      let first = one.element.people.number ?? -1
      let second = other.element.people.number ?? -1
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
  }

  private var title: Prose {
    guard let first = themes.first, first.people.number != nil else {
      return "Too few people to show any theme"
    }
    guard first.people.number != 0 else { return "None of the themes was found in a story" }
    let part = material.people.among(
      first.people, wording.fact(first, "people"), of: found.storytellers,
      "experience.storytellers")
    let most = themes.filter { $0.people == first.people }.map { Prose($0.label) }
    return most.count == 1
      ? "\(first.label) came up most: in the stories of \(part)"
      : "\(most.listed) came up most: each in the stories of \(part)"
  }

  private var chart: any Chart {
    ThemeBars(
      rows: themes.map { theme in
        let isDifficulty = theme.id.lowercased().contains("difficult")
        return ThemeBars.Row(
          theme.label, people(theme), secondCoder: theme.byAll.number.map(Double.init),
          tone: isDifficulty ? .contrast : .main)
      }, everyone: Double(found.storytellers.number ?? 0),
      axisLabel: "\(material.study.people.many.capitalised) who told a story",
      secondCoderLabel: "found by every coder who read it")
  }

  private func people(_ theme: ExperienceFinding<Released>.Theme) -> PlottedValue {
    switch material.people.plotted(theme.people) {
    case .shown(let number, let label):
      .shown(number, label: "\(label) \(material.people.noun(theme.people))")
    case .hidden(let label): .hidden(label: label)
    }
  }

  /// `7 of 17 (41%; 22% to 64%)`; the count alone where the share is not shown.
  private func part(_ theme: ExperienceFinding<Released>.Theme) -> Prose {
    guard theme.people.number != nil, theme[.share].estimate != nil else {
      return material.people.cell(theme.people, wording.fact(theme, "people"))
    }
    return material.people.countedCell(theme[.share], wording.fact(theme, "share"))
  }

  private var table: Table {
    let people = material.people
    return Table(
      caption: "Themes by person", rowsHeading: "Theme",
      columns: [
        Table.Column("By at least one coder (interval)"), Table.Column("By every coder"),
        Table.Column("Agreement (kappa)"),
      ],
      rows: themes.map { theme in
        Table.Row(
          Prose(theme.label),
          [
            part(theme),
            people.cell(theme.byAll, wording.fact(theme, "people_all_coders")),
            AnswerWording(.ratio).cell(theme[.agreement], wording.fact(theme, "agreement")),
          ])
      })
  }
}
