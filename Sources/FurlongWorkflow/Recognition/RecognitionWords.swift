import FurlongScales
import FurlongTables

/// What was recognised, a paragraph an instrument.
struct RecognitionWords {
  private let recognition: Recognition
  private let catalogue: ScaleCatalogue
  private let columns: Int
  private let facts = EvidenceWords()

  init(_ recognition: Recognition, catalogue: ScaleCatalogue, columns: Int) {
    self.recognition = recognition
    self.catalogue = catalogue
    self.columns = columns
  }

  func text(file: String, rows: Int, hasMore: Bool) -> String {
    let looked = hasMore ? "the first \(rows) rows" : rows == 1 ? "1 row" : "\(rows) rows"
    var paragraphs = [
      "\(file): \(columns) \(columns == 1 ? "column" : "columns"), \(looked) looked at."
    ]
    paragraphs += recognition.forms.map(form)
    paragraphs += recognition.possible.map(possible)
    paragraphs += recognition.long.map(long)
    if recognition.forms.isEmpty, recognition.possible.isEmpty, recognition.long.isEmpty {
      paragraphs.append(
        "No instrument was recognised. Headings that name one (as `furlong scales` lists them) are found, and so are columns "
          + "in a row that are answered in an instrument's own words.")
    }
    if !recognition.others.isEmpty {
      let letters = Self.letters(recognition.others)
      paragraphs.append(
        recognition.others.count == 1
          ? "In column \(letters) no instrument was recognised: name it in the mapping, or put it under 'ignore' or 'drop'."
          : "In columns \(letters) no instrument was recognised: name them in the mapping, or put them under 'ignore' or 'drop'."
      )
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private func form(_ form: Recognition.Form) -> String {
    var sentences: [String] = []
    let when = form.occasion.map { " at '\($0)'" } ?? ""
    switch form.answers {
    case .items(let columns):
      sentences.append(
        "\(name(form.scale))\(when): its \(columns.count) items stand in \(Self.places(columns)).")
    case .total(let column):
      sentences.append(
        "\(name(form.scale))\(when): its \(form.coding.totalIsRaw ? "raw sum" : "total") stands in \(Self.places([column]))."
      )
    }
    sentences.append("Why: \(reasons(form.evidence)).")
    sentences.append(direction(form))
    if let total = form.checkedTotal {
      sentences.append(
        "\(Self.places([total], upper: true)) holds its total, which the import holds against the items."
      )
    }
    if let from = form.coding.codedFrom,
      let items = (try? catalogue.instrument(form.instrument))?.items
    {
      sentences.append(
        "The export writes \(from) to \(from + items.answers.count - 1) where the scale has \(items.answers.lowerBound) to "
          + "\(items.answers.upperBound), so the mapping says 'coded_from: \(from)'.")
    }
    if form.coding.totalIsRaw {
      sentences.append(
        "The totals are whole numbers that are none of its scores, so the mapping says 'total_is: raw sum'."
      )
    }
    if !form.coding.missing.isEmpty {
      sentences.append(
        "Not answered seems to be written as \(facts.list(form.coding.missing.map { "'\($0)'" })).")
    }
    sentences.append(runnerUp(form))
    sentences += form.doubts.map { "To check: " + facts.words($0) }
    return sentences.joined(separator: " ")
  }

  private func direction(_ form: Recognition.Form) -> String {
    let scales = catalogue.scales.filter { $0.id == form.scale }
    let parts =
      scales.isEmpty
      ? (try? catalogue.instrument(form.instrument))?.scales ?? [] : scales
    let higher = Set(parts.map(\.higherIsBetter))
    guard higher.count == 1, let isHigher = higher.first else {
      return "Of some of its scores higher is better, of others lower."
    }
    return isHigher ? "Higher is better." : "Lower is better."
  }

  private func runnerUp(_ form: Recognition.Form) -> String {
    guard let rival = form.runnerUp else { return "Nothing else comes near." }
    return "Next would be \(name(rival.scale)): \(reasons(rival.evidence))."
  }

  /// What speaks for it, and after that what speaks against it.
  private func reasons(_ evidence: [RecognitionEvidence]) -> String {
    let pro = evidence.filter { $0.weight > 0 }.compactMap(facts.words)
    let against = evidence.filter { $0.weight <= 0 }.compactMap(facts.words)
    return [facts.list(pro), facts.list(against)].filter { !$0.isEmpty }
      .joined(separator: "; but ")
  }

  private func possible(_ possible: Recognition.Possible) -> String {
    var sentences: [String] = []
    let when = possible.occasion.map { " at '\($0)'" } ?? ""
    let names = possible.rivals.map { name($0.scale) }
    let place = Self.places(possible.columns, upper: true) + when
    let whole = possible.rivals.filter { !$0.evidence.contains { $0.weight <= -6 } }
    if let pair = possible.together.first {
      let twice = pair[0] == pair[1]
      let pairWords =
        twice ? "\(name(pair[0])) twice" : "\(facts.list(pair.map(name))), one after the other"
      let others = whole.map { name($0.scale) + " or " }.joined()
      sentences.append(
        "\(place) could be \(others)\(pairWords)\(twice ? "" : "; the headings do not say which comes first")."
      )
    } else {
      sentences.append("\(place) could be \(names.joined(separator: " or ")); this is not sure.")
    }
    for rival in possible.rivals where possible.together.isEmpty {
      sentences.append(
        "\(name(rival.scale)): \(reasons(rival.evidence)).")
    }
    sentences.append("Look at the form that was used, then write the line yourself.")
    return sentences.joined(separator: " ")
  }

  private func long(_ long: Recognition.LongColumn) -> String {
    let counts = long.scales.map {
      "\(name($0.scale)) (\($0.cells) \($0.cells == 1 ? "row" : "rows"))"
    }
    let unknown =
      long.unknown == 0
      ? ""
      : " \(long.unknown) \(long.unknown == 1 ? "row names" : "rows name") no scale that is known."
    return
      "\(Self.places([long.column], upper: true)) says in each row which scale it is about, by "
      + "\(long.isSNOMED ? "SNOMED codes" : "name"): \(facts.list(counts)).\(unknown) "
      + "It is a long export, with several rows a form or a person: `furlong map` drafts its mapping."
  }

  private func name(_ id: String) -> String {
    let name =
      (try? catalogue.scale(id))?.name ?? (try? catalogue.instrument(id))?.name ?? id
    return "\(name) (\(id))"
  }

  /// `columns D to J ('phq1' to 'phq9')`; each heading cut at 40 signs.
  private static func places(_ columns: [Recognition.Column], upper: Bool = false) -> String {
    let word = (upper ? "C" : "c") + (columns.count == 1 ? "olumn" : "olumns")
    func heading(_ column: Recognition.Column) -> String {
      let plain = column.heading.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "'\(plain.count > 40 ? plain.prefix(39) + "…" : plain)'"
    }
    guard let first = columns.first, let last = columns.last else { return word }
    let headings = columns.count == 1 ? heading(first) : "\(heading(first)) to \(heading(last))"
    return "\(word) \(letters(columns.map(\.place))) (\(headings))"
  }

  /// `A to C, F`.
  private static func letters(_ places: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound + 1 == place {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs.map { run in
      let (from, to) = (columnLetters(run.lowerBound), columnLetters(run.upperBound))
      return run.count == 1 ? from : run.count == 2 ? "\(from), \(to)" : "\(from) to \(to)"
    }.joined(separator: ", ")
  }
}
