import FurlongScales
import FurlongTables

/// The scales in a sheet's columns: by their headings or, where more are found so, by what a second row of headings, SPSS or a data package
/// says of them.
struct ScalesInColumns {
  let recognition: Recognition

  init(_ sheet: ExportSheet, _ recogniser: InstrumentRecogniser) {
    let profiles = sheet.profiles
    let byHeadings = Self.byHeadings(sheet, recogniser)
    let questions = profiles.map(Self.said)
    guard questions.contains(where: { $0 != nil }) else {
      recognition = byHeadings
      return
    }
    func recognise(_ headings: [String?]) -> Recognition {
      recogniser.recognise(
        zip(profiles, headings).map { profile, heading in
          heading.map { profile.sample.headed($0) } ?? profile.sample
        })
    }
    let found = recognise(questions)
    var byQuestions = recognise(Self.withSiblings(found, questions, profiles))
    func columns(_ found: Recognition) -> Int { found.forms.flatMap(\.answers.columns).count }
    if columns(byQuestions) < columns(found) { byQuestions = found }
    guard columns(byQuestions) > columns(byHeadings) else {
      recognition = byHeadings
      return
    }
    byQuestions.rename { profiles[$0].heading }
    recognition = byQuestions
  }

  /// The scales that headings name, alone or together with what stands above them, or is the name of the sheet or the file.
  private static func byHeadings(
    _ sheet: ExportSheet, _ recogniser: InstrumentRecogniser
  ) -> Recognition {
    let samples = sheet.profiles.map(\.sample)
    let alone = recogniser.recognise(samples)
    let file = sheet.path.split(separator: "/").last?.split(separator: ".").first
    let titles =
      [file.map(String.init), sheet.shape.sheet].compactMap { $0 } + sheet.shape.above.joined()
    guard let headed = recogniser.headed(samples, below: titles) else { return alone }
    var titled = recogniser.recognise(headed)
    func columns(_ found: Recognition) -> Int { found.forms.flatMap(\.answers.columns).count }
    guard columns(titled) > columns(alone) else { return alone }
    titled.rename { sheet.profiles[$0].heading }
    return titled
  }

  /// What is said of a column, with the occasion of its heading where that alone names one; nil where nothing is said.
  private static func said(_ column: ColumnProfile) -> String? {
    guard !column.question.isEmpty else { return nil }
    let when =
      HeadingOccasion(column.question) == nil ? HeadingOccasion(column.heading)?.label : nil
    return [column.question, when].compactMap { $0 }.joined(separator: " ")
  }

  /// The same, where a column is headed like one of a scale's totals but for the occasion: `bdi.pre` beside `bdi.2m`, of which more is said.
  private static func withSiblings(
    _ found: Recognition, _ questions: [String?], _ profiles: [ColumnProfile]
  ) -> [String?] {
    var scales: [[String]: String] = [:]
    var taken: Set<Int> = []
    for form in found.forms {
      for column in form.answers.columns { taken.insert(column.place) }
      guard case .total(let column) = form.answers,
        let heading = HeadingOccasion(profiles[column.place].heading)
      else { continue }
      scales[heading.rest] = form.scale
    }
    return profiles.indices.map { place in
      guard !taken.contains(place), let heading = HeadingOccasion(profiles[place].heading),
        let scale = scales[heading.rest]
      else { return questions[place] }
      return "\(scale) \(heading.label)"
    }
  }
}
