/// Where the tool says something else of a messy export than the list of faults does, and why.
struct MessyGap {
  /// Faults that are not told as listed.
  var lacks: [String] = []
  /// Problems that are told and are no fault of the list.
  var says: [String] = []
  /// Why.
  var why: String

  /// All of them, by file.
  static let known = rightly.merging(notYet) { first, _ in first }

  /// What is told otherwise for good: the mapping has decided it, or saying it would show a cell.
  private static let rightly: [String: MessyGap] = [
    "i001-named-xls-is-web-page.xls": MessyGap(
      lacks: ["I001 note"],
      says: ["I001 stop"],
      why: "web pages are not read: it stops and says to save it as CSV"),
    "i009-byte-order-mark.csv": MessyGap(
      lacks: ["I009 note"],
      why: "a byte order mark changes nothing that is read"),
    "i010-semicolons.csv": MessyGap(
      lacks: ["I010 note"],
      why: "the mapping says 'delimiter: semicolon'"),
    "i010-sep-line.csv": MessyGap(
      lacks: ["I010 note"],
      why: "the line itself and the mapping say that semicolons stand between cells"),
    "i013-quote-never-closed.csv": MessyGap(
      lacks: ["I013 stop 5:Comments"],
      says: ["I013 stop 5"],
      why: "where a quote hides the headings' row too, a heading may be a cell: the row is told"),
    "i014-titles-above.csv": MessyGap(
      lacks: ["I014 note"],
      why: "the mapping says 'header_row: 4'"),
    "i017-two-of-one-name.csv": MessyGap(
      lacks: ["I017 stop :Score"],
      says: ["I017 stop 1"],
      why:
        "with a wrong row of headings a heading is a cell: the columns' letters are told, E and T"),
    "i018-no-heading.csv": MessyGap(
      lacks: ["I018 warn :E"],
      says: ["I018 stop :(column E)"],
      why: "a column that is not in the mapping stops it, until it is named there or ignored"),
    "i018-merged-headings.xlsx": MessyGap(
      lacks: ["I018 warn :B"],
      why: "the mapping says 'group_row: 1', and its columns are Term 1 / Week 1 and so on"),
    "i019-heading-renamed.csv": MessyGap(
      lacks: ["I019 stop :DOB"],
      says: ["I019 stop :Date of Birth"],
      why: "the missing column is told by the mapping's name of it; a heading may be a cell"),
    "i029-decimal-comma.csv": MessyGap(
      lacks: ["I029 note :Hours"],
      why: "the mapping says 'decimal: comma'"),
    "i012-cut-off.csv": MessyGap(
      says: ["I012 set aside 11"],
      why: "beside the warning the row is set aside: half of its answers are not there"),
    "i021-day-or-month-first.csv": MessyGap(
      lacks: ["I021 stop :Date completed"],
      says: ["I021 note :Date completed"],
      why:
        "the mapping says 'dates: day month year'; that nothing in the file bears it out is noted"),
    "i031-numbers-as-text.xlsx": MessyGap(
      lacks: ["I031 note :Q2"],
      why: "blanks around a value change nothing that is read; only of text files they are noted"),
    "i036-missing-99.csv": MessyGap(
      lacks: ["I036 warn :Q5", "I036 warn :Q11"],
      says: ["I036 stop 2:Q5"],
      why: "the mapping has no word for 99: six of ten rows would be lost for want of it"),
    "i036-missing-words.csv": MessyGap(
      lacks: [
        "I036 warn 2:Q2", "I036 warn 3:Q9", "I036 warn 5:Q4", "I036 warn 6:Q13", "I036 warn 8:Q1",
        "I036 warn 10:Q15",
      ],
      says: [
        "I036 set aside 2:Q2", "I036 set aside 3:Q9", "I036 set aside 5:Q4",
        "I036 set aside 6:Q13", "I036 set aside 8:Q1", "I036 set aside 10:Q15",
      ],
      why: "the mapping has none of these words: their rows wait until it does"),
    "i037-spellings.csv": MessyGap(
      says: [
        "I037 set aside 2:Gender", "I037 set aside 6:Gender", "I037 set aside 7:Gender",
        "I037 set aside 11:Gender",
      ],
      why: "beside the warning the rows wait: a spelling is proposed, never taken for the word"),
    "i039-disagree.csv": MessyGap(
      lacks: ["I039 set aside 5:Q6", "I039 set aside 12:Q6"],
      says: ["I039 set aside 5", "I039 set aside 12"],
      why:
        "the study file, which sees all exports, knows items and no headings: the message says item 6"
    ),
    "i040-forms-of-nobody.csv": MessyGap(
      lacks: [
        "I040 set aside 4:Student ID", "I040 set aside 7:Student ID",
        "I040 set aside 8:Student ID",
      ],
      says: [
        "I040 set aside 4", "I040 set aside 7", "I040 set aside 8", "I040 warn :Student ID",
      ],
      why: "all identifiers of a row together belong to nobody; the warning says that one is near"),
  ]

  /// What is still to be told; empty where all is.
  private static let notYet: [String: MessyGap] = [:]
}
