import FurlongScales

/// Columns side by side that look like answers, of which no scale was recognised.
struct ItemRun {
  var headings: [String]
  var numbers: ClosedRange<Int>

  /// The instruments that have so many items.
  func instruments(_ catalogue: ScaleCatalogue) -> [String] {
    let count = headings.count
    return catalogue.instruments.compactMap { $0.itemCount == count ? $0.id : nil }
  }

  /// The scale of which these are the questions, as another export asks them, and which of the columns; nil where its answers are
  /// other numbers.
  func known(
    by questions: [SameQuestions], _ catalogue: ScaleCatalogue
  ) -> (of: SameQuestions, headings: [String])? {
    questions.lazy.compactMap { asked -> (of: SameQuestions, headings: [String])? in
      guard let headings = asked.asked(in: self.headings),
        let items = catalogue.instruments.first(where: { instrument in
          instrument.scales.contains { $0.id == asked.scale }
        })?.items, items.answers.contains(numbers.lowerBound),
        items.answers.contains(numbers.upperBound)
      else { return nil }
      return (asked, headings)
    }.first
  }

  /// `9 columns of 0 to 3; with so many items: phq9`.
  func words(_ instruments: [String]) -> String {
    "\(headings.count) columns of \(numbers.lowerBound) to \(numbers.upperBound)"
      + (instruments.isEmpty ? "" : "; with so many items: \(instruments.joined(separator: ", "))")
  }

  /// The longest run of columns with a few small whole numbers; nil where none has four.
  static func longest(_ sheet: ExportSheet, notIn taken: Set<String>) -> ItemRun? {
    var best: ItemRun?
    var run: ItemRun?
    for place in sheet.profiles.indices {
      let column = sheet.profiles[place]
      let cells = column.sample.texts.filter { !KnownWords.isMissing($0.key) }
      let known = cells.keys.compactMap { Int($0) }.filter((0...10).contains)
      let answered = cells.filter { Int($0.key).map((0...10).contains) ?? false }.values
      guard sheet.roles[place] == .other, !taken.contains(column.heading),
        answered.reduce(0, +) * 20 >= cells.values.reduce(0, +) * 19,
        let low = known.min(), let high = known.max()
      else {
        run = nil
        continue
      }
      let before = run
      run = ItemRun(
        headings: (before?.headings ?? []) + [column.heading],
        numbers: min(
          low, before?.numbers.lowerBound ?? low)...max(
            high, before?.numbers.upperBound ?? high))
      if let run, run.headings.count > best?.headings.count ?? 3 { best = run }
    }
    return best
  }

  /// Headings that name a scale and were left out.
  static func namingAScale(
    _ sheet: ExportSheet, _ recogniser: InstrumentRecogniser, notIn taken: Set<String>
  ) -> [String] {
    sheet.profiles.indices.compactMap { place in
      let column = sheet.profiles[place]
      guard sheet.roles[place] == .other, !taken.contains(column.heading), column.filled > 0 else {
        return nil
      }
      // The heading alone, without its cells.
      let found = recogniser.recognise([ColumnSample(heading: column.heading)])
      return found.forms.isEmpty ? nil : column.heading
    }
  }
}
