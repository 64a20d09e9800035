/// Columns of items read as the answers of one instrument: what fits, what does not, and the coding that fits best.
struct AnswerReading {
  private(set) var coding = Recognition.Coding()
  private(set) var evidence: [RecognitionEvidence] = []
  private(set) var doubts: [RecognitionDoubt] = []

  /// More cells than one in so many that are no answer speak against it.
  static let slips = 20
  /// A column with more different texts than this is not shown.
  static let mostShown = 12
  /// Texts, in small letters, that say that nothing was answered.
  static let missingWords: Set<String> = [
    "n/a", "na", "nan", "null", "missing", "not answered", "not recorded", "not asked", "not known",
    "not applicable", "unknown", "prefer not to say", "declined", "refused", "skipped", "blank",
    "no answer", "-", ".", "dna", "did not attend", "not completed", "no data", "nil",
  ]
  /// Numbers by which programs say that there is no answer.
  static let missingNumbers: Set<Int> = [9, 99, 999, 88, 888, -1, -8, -9, -88, -99, -999]

  private var numbers: [(item: Int, number: Int, cells: Int)] = []
  private var seenWords: Set<Int> = []
  private var unknown: [String: Int] = [:]
  private var unknownColumns: Set<Int> = []
  private var cells = 0

  /// - Parameters:
  ///   - columns: of items 1, 2, 3 …; more or fewer than the instrument has are read as far as they go.
  ///   - items: the instrument's items.
  ///   - words: of its answers.
  init(_ columns: [ReadColumn], as items: Instrument.ItemSet, in words: AnswerWords) {
    var beyond = 0
    for (place, column) in columns.enumerated() {
      beyond += column.sample.beyond
      cells += column.sample.filled
      for text in column.texts {
        if let number = text.number {
          numbers.append((place + 1, number, text.cells))
        } else if let answer = words.answer(text) {
          seenWords.insert(answer)
        } else if let answer = words.labelled(text) {
          seenWords.insert(answer)
          coding.labels[text.plain] = answer
        } else if Self.missingWords.contains(text.plain) {
          if !coding.missing.contains(text.text) { coding.missing.append(text.text) }
        } else {
          unknown[text.text, default: 0] += text.cells
          unknownColumns.insert(place)
        }
      }
    }
    if cells == 0 { doubts.append(.noAnswers) }
    readNumbers(items)
    readWords(items, beyond: beyond)
    coding.missing.sort()
  }

  private mutating func readNumbers(_ items: Instrument.ItemSet) {
    guard !numbers.isEmpty else { return }
    let low = items.answers.lowerBound
    let shifts = items.otherAnswers.isEmpty ? [0, 1, -1] : [0]
    let fits = shifts.map { (shift: $0, outside: outside(items, $0)) }
    // The scale's own coding leads where another fits no better.
    let best = fits.min { $0.outside < $1.outside } ?? (0, 0)
    if best.shift != 0 { coding.codedFrom = low + best.shift }
    let all = numbers.map(\.cells).reduce(0, +)
    let areCodes = numbers.allSatisfy { isMissing($0.number, items, best.shift, $0.item) }
    if areCodes, !seenWords.isEmpty {
      // Beside answers in words numbers that say that there is none speak for no coding.
      coding.codedFrom = nil
    } else if best.outside * Self.slips > all {
      evidence.append(.outside(cells: best.outside, of: all))
    } else {
      let range = low + best.shift...items.answers.upperBound + best.shift
      evidence.append(.within(least: range.lowerBound, most: range.upperBound))
      let seen = Set(numbers.map(\.number))
      if seen.contains(range.lowerBound), seen.contains(range.upperBound) {
        evidence.append(.bothEnds)
      } else if let other = fits.first(where: {
        $0.shift != best.shift && $0.outside == 0 && (0...1).contains(low + $0.shift)
      }) {
        doubts.append(.otherCodingFits(from: low + other.shift))
      }
      if best.outside > 0 { doubts.append(.outside(cells: best.outside, of: all)) }
    }
    let missing = numbers.filter { isMissing($0.number, items, best.shift, $0.item) }
      .map(\.number).filter { !items.missing.contains($0) }
    coding.missing += Set(missing).sorted().map(String.init)
  }

  private mutating func readWords(_ items: Instrument.ItemSet, beyond: Int) {
    let foreign = unknown.values.reduce(beyond, +)
    let shown = beyond == 0 && unknown.count <= Self.mostShown
    if !seenWords.isEmpty, foreign * 2 <= cells {
      let isCommon = items.words.contains { $0.lowercased().contains("agree") }
      evidence.append(
        isCommon
          ? .commonWords(seen: seenWords.count, of: items.words.count)
          : .words(seen: seenWords.count, of: items.words.count))
      if seenWords.count == items.words.count { evidence.append(.bothEnds) }
    }
    guard foreign > 0 else { return }
    doubts.append(
      .unknownWords(shown ? answerLike : [], columns: unknownColumns.count))
    if !shown {
      evidence.append(.freeText)
    } else if foreign * 2 > cells {
      evidence.append(.otherWords)
    }
  }

  /// Whether the cells hold what cannot be its answers.
  var isForeign: Bool {
    evidence.contains { fact in
      switch fact {
      case .outside, .freeText, .otherWords: true
      default: false
      }
    }
  }

  /// Whether some texts are no words of its answers.
  var hasUnknownWords: Bool { !unknown.isEmpty }

  /// Unknown texts that may be shown: short, without digits and brackets, and written in several cells, as answers are and
  /// remarks are not; with no capital after the first letter, as names have one.
  private var answerLike: [String] {
    unknown.filter { text, cells in
      let later = text.split { !($0.isLetter || "'’".contains($0)) }.dropFirst()
      return cells > 1 && text.count <= 40
        && !text.contains { $0.isNumber || "@()[]".contains($0) }
        // Answers that are written with capitals throughout have one in each word but for the smallest.
        && (later.allSatisfy {
          $0 == "I" || $0.hasPrefix("I'") || $0.hasPrefix("I’") || $0.first?.isUppercase != true
        }
          || text == text.uppercased())
    }.keys.sorted()
  }

  private func isMissing(
    _ number: Int, _ items: Instrument.ItemSet, _ shift: Int, _ item: Int
  ) -> Bool {
    let allowed = items.answers(to: item)
    if (allowed.lowerBound + shift...allowed.upperBound + shift).contains(number) { return false }
    if items.missing.contains(number) { return true }
    guard Self.missingNumbers.contains(number) else { return false }
    // One step beyond an end is another coding, unless the other end is in use.
    let beside =
      number == allowed.upperBound + shift + 1 || number == allowed.lowerBound + shift - 1
    let other =
      number > allowed.upperBound ? allowed.lowerBound + shift : allowed.upperBound + shift
    return !beside || numbers.contains { $0.number == other }
  }

  /// How many cells hold a number that is no answer under a shift.
  private func outside(_ items: Instrument.ItemSet, _ shift: Int) -> Int {
    numbers.filter { entry in
      let allowed = items.answers(to: entry.item)
      return !(allowed.lowerBound + shift...allowed.upperBound + shift).contains(entry.number)
        && !isMissing(entry.number, items, shift, entry.item)
    }.map(\.cells).reduce(0, +)
  }
}
