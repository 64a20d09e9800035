/// A fact for or against an instrument standing in some columns.
public enum RecognitionEvidence: Codable, Sendable, Equatable {
  /// The headings name it.
  case named(as: String)
  /// The headings begin as its name does and go on with an item's number: `phq1` to `phq9`.
  case stem(String)
  /// The headings hold a name that is a part of its own: `WEMWBS` of the short WEMWBS.
  case partOfName(String)
  /// The headings ask its questions.
  case asked
  /// So many columns without a name hold its answers, as many as it has items.
  case besideItems(Int)
  /// A heading or a column of codes holds its code in SNOMED CT.
  case snomed(String)
  /// The columns are numbered from 1 to the number of its items.
  case numbered(to: Int)
  /// There are as many columns as it has items.
  case asManyColumns(Int)
  /// The answers are its words; of how many words, how many were seen.
  case words(seen: Int, of: Int)
  /// The answers are its words, which any questionnaire may use, such as `agree`.
  case commonWords(seen: Int, of: Int)
  /// All numbers are answers that it allows.
  case within(least: Int, most: Int)
  /// Both the least and the greatest answer were seen.
  case bothEnds
  /// All totals are scores that it can have.
  case possibleTotals
  /// Another number of columns than it has items.
  case otherCount(found: Int, items: Int)
  /// Items of these numbers have no column.
  case itemsWithoutColumn([Int])
  /// Cells hold what is no answer or score of it.
  case outside(cells: Int, of: Int)
  /// Most answers are other words than its own.
  case otherWords
  /// The cells hold many different texts.
  case freeText
  /// The headings name no instrument.
  case notNamed
  /// The headings name another instrument.
  case namesAnother
  /// The heading says more than a name.
  case otherWordsInHeading

  /// How much it counts for an instrument, or against it.
  public var weight: Int {
    switch self {
    case .snomed: 6
    case .named, .asked: 5
    case .words: 4
    case .stem: 3
    case .numbered, .asManyColumns, .besideItems, .commonWords, .possibleTotals, .partOfName: 2
    case .within, .bothEnds: 1
    case .notNamed: 0
    case .otherWords: -2
    case .otherWordsInHeading: -3
    case .otherCount, .itemsWithoutColumn, .outside, .freeText, .namesAnother: -6
    }
  }
}

/// What to check before the columns are read so.
public enum RecognitionDoubt: Codable, Sendable, Equatable {
  /// No form was filled in.
  case noAnswers
  /// The answers that were seen would also fit a coding that begins here.
  case otherCodingFits(from: Int)
  /// These words are not known as answers; empty where there are too many, or they look like remarks.
  case unknownWords([String], columns: Int)
  /// Cells hold numbers that are no answer of it.
  case outside(cells: Int, of: Int)
  /// The columns have no numbers: they are taken in the order of the file.
  case orderOfFile
  /// The tool makes no score of its items: only its total is read.
  case onlyTotalIsScored
  /// The totals may be raw sums or scores of its table: all that were seen are both.
  case rawOrConverted
  /// Raw sums and scores of its table stand in one column.
  case rawAndConverted(raw: Int, converted: Int)
  /// Items are turned round before adding; nothing shows whether the export has done so already.
  case reversedItems([Int])
}
