import FurlongScales
import FurlongStudy
import FurlongTables

/// What a column's heading and cells look like.
struct ColumnProfile: Sendable {
  let heading: String
  /// What a second row of headings, or SPSS, says of it; empty where nothing does.
  let question: String
  let words: HeadingText
  let sample: ColumnSample
  /// Rows of the table.
  let rows: Int
  /// Cells that hold something.
  let filled: Int
  /// How its cells read as days.
  let days: DayReading

  /// - Parameter question: what a second row of headings says of it.
  init(_ sample: ColumnSample, rows: Int, question: String = "") {
    heading = sample.heading
    self.question = question
    words = HeadingText(question.isEmpty ? heading : "\(heading) \(question)")
    self.sample = sample
    self.rows = rows
    filled = sample.texts.values.reduce(sample.beyond, +)
    days = DayReading(sample.texts)
  }

  /// How many different texts there are, as far as they were counted.
  var different: Int { sample.texts.count + (sample.beyond > 0 ? 1 : 0) }

  /// Its words for "no value".
  var missing: [String] { sample.texts.keys.filter(KnownWords.isMissing).sorted() }

  /// The share of filled cells, among those whose texts were kept, that pass a test.
  func share(_ test: (String) -> Bool) -> Double {
    let all = sample.texts.values.reduce(0, +)
    guard all > 0 else { return 0 }
    return Double(sample.texts.filter { test($0.key) }.values.reduce(0, +)) / Double(all)
  }

  /// The texts, the most frequent first.
  var byFrequency: [String] {
    sample.texts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Whether its cells are a few words or codes that repeat.
  var isWords: Bool {
    sample.beyond == 0 && (1...25).contains(sample.texts.count)
      && sample.texts.keys.allSatisfy { $0.count <= 60 }
      && (filled < 10 || sample.texts.count * 2 <= filled)
  }

  /// Whether its cells are a few answers that repeat, be they sentences.
  var isChoices: Bool {
    sample.beyond == 0 && (1...25).contains(sample.texts.count)
      && sample.texts.keys.allSatisfy { $0.count <= 400 }
      && (filled < 10 || sample.texts.count * 2 <= filled)
  }

  /// Whether its cells are marks that repeat, among which times of day are one.
  var isMarks: Bool {
    let times = sample.texts.keys.count(where: TimeOfDay.isArrival)
    guard times > 1 else { return isWords }
    let marks = sample.texts.count - times + 1
    return sample.beyond == 0 && marks <= 25 && sample.texts.keys.allSatisfy { $0.count <= 60 }
      && (filled < 10 || marks * 2 <= filled)
  }

  var isNumbers: Bool { share { ShortestNumber.number($0) != nil } >= 0.9 }

  /// Whether its cells are numbers or rough ones, most of them numbers: `6-7` among counts.
  var isCounts: Bool {
    share { ShortestNumber.number($0) != nil } >= 0.5
      && share { ShortestNumber.number($0) != nil || RoughNumber($0) != nil } >= 0.9
  }

  /// How many cells hold a rough number.
  var roughNumbers: Int {
    sample.texts.filter { RoughNumber($0.key) != nil }.values.reduce(0, +)
  }

  /// Whether nearly all cells are NHS numbers with the right check digit.
  var isNHSNumbers: Bool {
    let rule = IdentifierRule(fictional: true)
    return share { (try? rule.normalised($0, kind: .nhsNumber)) != nil } >= 0.8
  }

  /// Whether all of its NHS numbers are of the range for tests, so that the people are invented.
  var isTestRange: Bool {
    let rule = IdentifierRule(fictional: false)
    return share { text in
      do throws(IdentifierRule.Fault) {
        _ = try rule.normalised(text, kind: .nhsNumber)
        return false
      } catch { return error == .testRange }
    } >= 0.8
  }

  /// Whether cells are mostly sentences.
  var isFreeText: Bool {
    let letters = sample.texts.keys.reduce(0) { $0 + $1.count }
    return !isWords && !isNumbers && !sample.texts.isEmpty
      && (letters > 25 * sample.texts.count || share { $0.contains(" ") } > 0.7)
  }

  /// Whether cells are whole numbers from 1 on with few left out, as programs number people.
  var isCounting: Bool {
    guard isNumbers else { return false }
    let numbers = sample.texts.keys.compactMap { Int($0) }
    guard numbers.count == sample.texts.count, let most = numbers.max() else { return false }
    return (numbers.min() ?? 0) >= 1 && most <= 3 * (numbers.count + sample.beyond)
  }

  /// Whether cells are 1, 2, 3 … as programs number their rows.
  var isRowNumber: Bool {
    isNumbers && sample.texts.values.allSatisfy { $0 == 1 } && sample.texts["1"] != nil
      && (sample.beyond > 0 || sample.texts[String(filled)] != nil)
  }
}

/// How texts read as days: in which order, with years of two digits, or as a spreadsheet's numbers.
struct DayReading: Sendable {
  /// The order that reads most.
  let order: ExportFormat.DateOrder
  /// The share of cells that it reads.
  let share: Double
  /// Cells that only this order reads.
  let certain: Int
  /// Whether some years have two digits.
  let hasShortYears: Bool
  /// Whether some cells are numbers that a spreadsheet may mean as days.
  let hasDayNumbers: Bool
  /// Whether nearly all cells are days, or numbers that a spreadsheet may mean as such.
  let isDaysAndNumbers: Bool
  /// Whether every cell begins with its year.
  let isYearFirst: Bool

  init(_ everything: [String: Int]) {
    let texts = everything.filter { !KnownWords.isMissing($0.key) }
    let all = texts.values.reduce(0, +)
    var reads: [ExportFormat.DateOrder: Int] = [:]
    var only: [ExportFormat.DateOrder: Int] = [:]
    var numbers = 0
    var short = 0
    for (text, cells) in texts {
      if let number = DateText.dayNumber(text) {
        if (20_000...60_000).contains(number) { numbers += cells }
        continue
      }
      let orders = ExportFormat.DateOrder.allCases.filter {
        (try? DateText(order: $0, shortYearsFrom: 1930).day(text)) != nil
      }
      for order in orders { reads[order, default: 0] += cells }
      if orders.count == 1, let one = orders.first { only[one, default: 0] += cells }
      if let one = orders.first, (try? DateText(order: one).day(text)) == nil { short += cells }
    }
    let best =
      ExportFormat.DateOrder.allCases.max {
        (reads[$0] ?? 0, only[$0] ?? 0) < (reads[$1] ?? 0, only[$1] ?? 0)
      } ?? .dayMonthYear
    isYearFirst = (reads[.yearMonthDay] ?? 0) > 0 && reads[.yearMonthDay] == reads[best]
    // Of orders that read alike the British one.
    order =
      isYearFirst
      ? .yearMonthDay : reads[.dayMonthYear] == reads[best] ? .dayMonthYear : best
    share = all > 0 ? Double(reads[order] ?? 0) / Double(all) : 0
    certain = only[order] ?? 0
    hasShortYears = short > 0
    hasDayNumbers = numbers > 0
    isDaysAndNumbers = all > 0 && (numbers + (reads[order] ?? 0)) * 10 >= all * 8
  }

  /// Whether the cells are days.
  var isDays: Bool { share >= 0.8 }
}
