public import FurlongScales
import FurlongStudy
import FurlongTables

/// Which answers of a scale an SPSS file's labels say that its numbers are.
struct LabelledAnswers {
  /// The scale's answer for each number, as its cell has it.
  let answers: [String: Int]
  private let labels: [String: String]

  /// - Returns: nil where fewer than two numbers are labelled with words of the scale's.
  init?(_ said: ValueLabels, of sheet: ScaleSheet) {
    let known = Dictionary(sheet.words.map { (Self.key($0.key), $0.value) }) { first, _ in first }
    let found = said.meanings.compactMapValues { known[Self.key($0)] }
    guard Set(found.values).count > 1 else { return nil }
    answers = found
    labels = said.meanings.filter { found[$0.key] != nil }
  }

  /// `Strongly agree` is `agree strongly`, and `neither … or` is `neither … nor`.
  private static func key(_ words: String) -> [String] {
    let words = HeadingText(words).words.filter { !["a", "an", "the"].contains($0) }
    return words.map { $0 == "or" ? "nor" : $0 }.sorted()
  }

  /// The numbers that a form's coding reads otherwise than the labels say, in their order.
  ///
  /// - Parameter place: of the item in the form.
  func otherwise(_ coding: ItemCoding, of sheet: ScaleSheet, at place: Int) -> [String] {
    let range = sheet.answers.indices.contains(place) ? sheet.answers[place] : nil
    let shift = coding.from.map { $0 - (range?.lowerBound ?? 0) } ?? 0
    return answers.filter { code, answer in
      let written = coding.words[ItemCoding.plain(code)] ?? Int(code)
      var meant = answer
      if coding.isTurned, sheet.reversed.contains(place), let range {
        meant = range.lowerBound + range.upperBound - answer
      }
      return written != meant + shift
    }.keys.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }
  }

  /// The line of a mapping that reads the numbers by their labels.
  var line: String {
    let pairs = answers.sorted { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }
    return "answers: { \(pairs.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ")) }"
  }

  /// What the file says of one number.
  func label(of code: String) -> String { labels[code] ?? "" }
}

/// Holds how a mapping reads the numbers of an SPSS file against what the file says that they mean: where the two differ, every score
/// would be wrong, most often turned round, and no cell shows it.
struct LabelCheck {
  let columns: ScoreColumns
  let sheets: [String: ScaleSheet]
  let file: String
  let mapFile: String

  /// What stops the export: a problem a form.
  func problems(_ labels: [ValueLabels]) -> [Problem] {
    guard !labels.isEmpty else { return [] }
    return columns.forms.compactMap { form in
      guard case .items(let items) = form.answers, let sheet = sheets[form.scale] else {
        return nil
      }
      for (place, column) in items.enumerated() {
        guard let said = labels.first(where: { $0.column == column }),
          let labelled = LabelledAnswers(said, of: sheet),
          case let codes = labelled.otherwise(form.coding, of: sheet, at: place), codes.count > 1,
          let code = codes.first
        else { continue }
        return CheckedForm(form: form, sheet: sheet, file: file, mapFile: mapFile).problem(
          .coding, column,
          "The file's labels say that \(code) is '\(labelled.label(of: code))', and the mapping reads \(codes.joined(separator: ", ")) as other answers of \(sheet.name): scores would be wrong, or turned round.",
          fix:
            "Write '\(labelled.line)' beside these items in \(mapFile), or 'already_reversed: yes' where only reversed items differ; if the labels are wrong, correct them in the file."
        )
      }
      return nil
    }
  }
}

extension Recognition {
  /// Reads numbers by the labels of an SPSS file where these say otherwise than the scale's own coding.
  mutating func readLabels(_ labels: [ValueLabels], _ catalogue: ScaleCatalogue) {
    for form in forms.indices {
      guard case .items(let columns) = forms[form].answers,
        let sheet = try? ScaleSheet(forms[form].scale, in: catalogue)
      else { continue }
      let said = columns.map { column in
        labels.first { $0.column == column.heading }.flatMap { LabelledAnswers($0, of: sheet) }
      }
      // Of columns that are labelled differently the import says which, and stops.
      guard let first = said.compactMap(\.self).first,
        said.allSatisfy({ $0 == nil || $0?.answers == first.answers })
      else { continue }
      var coding = ItemCoding()
      coding.from = forms[form].coding.codedFrom
      guard first.otherwise(coding, of: sheet, at: 0).count > 1 else { continue }
      forms[form].coding.codedFrom = nil
      forms[form].coding.labels.merge(first.answers) { _, labelled in labelled }
      forms[form].doubts.removeAll { doubt in
        if case .otherCodingFits = doubt { true } else { false }
      }
    }
  }

  /// Leaves out words that look like somebody's name, or hold one of some names.
  public mutating func hideNames(_ names: Set<String>) {
    for form in forms.indices {
      forms[form].doubts = forms[form].doubts.map { doubt in
        guard case .unknownWords(let words, let columns) = doubt else { return doubt }
        let shown = words.filter { word in
          !NameLike.isOne(word)
            && !PersonNames.words(of: word).contains { names.contains($0) && !PlainWords.has($0) }
        }
        return .unknownWords(shown, columns: columns)
      }
    }
  }
}
