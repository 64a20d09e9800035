import FurlongScales

/// Facts of recognition in plain English.
struct EvidenceWords {
  /// What speaks for or against, as part of a sentence.
  func words(_ fact: RecognitionEvidence) -> String? {
    switch fact {
    case .named(let name): "the headings say '\(name)'"
    case .stem(let stem): "the headings begin with '\(stem)'"
    case .partOfName(let name): "the headings say '\(name)', which is a part of its name"
    case .asked: "the headings ask its questions"
    case .besideItems(let items): "\(items) columns hold its answers, as many as it has items"
    case .snomed(let code): "its SNOMED code \(code) stands in the heading"
    case .numbered(let items): "the columns are numbered 1 to \(items) without a gap"
    case .asManyColumns(let items): "there are \(items) columns in a row, as many as it has items"
    case .words(let seen, let all): "the answers are its words (\(seen) of \(all) were seen)"
    case .commonWords(let seen, let all):
      "the answers are its words and those of many questionnaires (\(seen) of \(all) were seen)"
    case .within(let least, let most): "the numbers lie within \(least) to \(most)"
    case .bothEnds: "the least and the greatest answer both occur"
    case .possibleTotals: "the numbers are totals that it can have"
    case .otherCount(let found, let items):
      "there \(found == 1 ? "is 1 column" : "are \(found) columns") and it has \(items) items"
    case .itemsWithoutColumn(let items):
      "\(items.count == 1 ? "item" : "items") \(list(items.map(String.init))) \(items.count == 1 ? "has" : "have") no column"
    case .outside(let cells, let all):
      "\(cells) of \(all) cells hold what it cannot have"
    case .otherWords: "most answers are not its words"
    case .freeText: "the cells hold many different texts"
    case .notNamed: "no heading names it"
    case .namesAnother: "the headings name another"
    case .otherWordsInHeading: "the heading says more than its name"
    }
  }

  /// What to check, in a sentence.
  func words(_ doubt: RecognitionDoubt) -> String {
    switch doubt {
    case .noAnswers: "No form was filled in, so only the headings were read."
    case .otherCodingFits(let from):
      "The answers seen would also fit a form written from \(from): ask whoever made the export."
    case .unknownWords(let words, let columns):
      words.isEmpty
        ? "Some cells (in \(columns) \(columns == 1 ? "column" : "columns")) hold texts that are no known answers; "
          + "they may be remarks, and are not shown here."
        : "These words are not known as its answers: \(list(words.map { "'\($0)'" })). "
          + "Say what each means with 'answers' in the mapping, or put it under 'missing'."
    case .outside(let cells, let all):
      "\(cells) of \(all) cells hold what it cannot have; the import sets those rows aside."
    case .orderOfFile:
      "The columns carry no item numbers and are taken in the file's order: check that it is the scale's order."
    case .onlyTotalIsScored:
      "Furlong makes no score of its items, since the key is licensed or not known: export its total too; no line is written."
    case .rawOrConverted:
      "The totals seen are the same as raw sums and as converted scores: find out which, and write "
        + "'total_is: raw sum' if they are raw."
    case .rawAndConverted(let raw, let converted):
      "\(raw) totals are raw sums and \(converted) are converted scores, in one column: export one kind, or the items."
    case .reversedItems(let items):
      "Items \(list(items.map(String.init))) are turned round in scoring: if the export has done so already, add 'already_reversed: yes'."
    }
  }

  /// `a, b and c`.
  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
