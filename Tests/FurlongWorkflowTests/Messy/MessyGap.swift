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
    "i019-heading-renamed.csv": MessyGap(
      lacks: ["I019 stop :DOB"],
      says: ["I019 stop :Date of Birth"],
      why: "the missing column is told by the mapping's name of it; a heading may be a cell"),
    "i029-decimal-comma.csv": MessyGap(
      lacks: ["I029 note :Hours"],
      why: "the mapping says 'decimal: comma'"),
  ]

  /// What is still to be told; empty where all is.
  private static let notYet: [String: MessyGap] = [
    "i001-named-csv-is-workbook.csv": MessyGap(
      lacks: ["I001 note"],
      why: "a workbook is read under any name without a word"),
    "i004-unicode-text.csv": MessyGap(
      lacks: ["I004 note"],
      says: ["I004 stop"],
      why: "UTF-16 is not read yet"),
    "i007-decoded-wrongly.csv": MessyGap(
      lacks: ["I007 warn 7:Course", "I007 warn 8:Course"],
      why: "letters that were decoded wrongly before are not seen"),
    "i008-nul-byte.csv": MessyGap(
      lacks: ["I008 warn 61:Date completed"],
      says: ["I008 set aside 61:Date completed"],
      why: "the row is set aside; the byte could be left out"),
    "i010-sep-line.csv": MessyGap(
      lacks: ["I010 note"],
      says: ["I019 stop"],
      why: "the line is taken for the headings"),
    "i012-cut-off.csv": MessyGap(
      lacks: ["I012 warn 11"],
      says: ["I012 set aside 11"],
      why: "the row is set aside, but not told from a short row between others"),
    "i018-merged-headings.xlsx": MessyGap(
      lacks: ["I018 warn :B"],
      says: ["I019 stop"],
      why: "blank headings stop it"),
    "i018-no-heading.csv": MessyGap(
      lacks: ["I018 warn :E"],
      says: ["I019 stop"],
      why: "a column without heading cannot be ignored"),
    "i020-several-sheets.xlsx": MessyGap(
      lacks: ["I020 stop"],
      says: ["I007 stop"],
      why: "told under another code"),
    "i021-day-or-month-first.csv": MessyGap(
      lacks: ["I021 stop :Date completed"],
      why: "the mapping's order is taken without a word"),
    "i024-serial-numbers.csv": MessyGap(
      lacks: ["I024 warn 4:Date completed", "I024 warn 7:Date completed"],
      why: "where the mapping has 'day_numbers_from', they are read without a word"),
    "i025-from-1904.xlsx": MessyGap(
      lacks: ["I025 note"],
      why: "read without a word"),
    "i026-two-digit-years.csv": MessyGap(
      lacks: ["I026 warn :DOB"],
      why: "where the mapping has 'short_years_from', they are read without a word"),
    "i027-impossible-order.csv": MessyGap(
      lacks: ["I027 set aside 5:Date completed", "I027 set aside 8:Date completed"],
      why: "forms are not held against a day of birth, nor an end against its start"),
    "i028-hour-before-midnight.csv": MessyGap(
      lacks: ["I028 warn :Date completed"],
      why: "times of day are passed over"),
    "i029-comma-means-both.csv": MessyGap(
      lacks: ["I029 stop :Cost"],
      says: ["I041 set aside 3:Cost", "I041 set aside 5:Cost", "I041 set aside 7:Cost"],
      why: "some rows are set aside and the others read"),
    "i030-signs-in-numbers.csv": MessyGap(
      lacks: ["I030 note :Attendance", "I030 note :Cost"],
      says: ["I041 stop 2:Attendance"],
      why: "signs beside numbers are not read"),
    "i031-numbers-as-text.xlsx": MessyGap(
      lacks: ["I031 note :Q2"],
      why: "read without a word"),
    "i031-spaces.csv": MessyGap(
      lacks: ["I031 note"],
      why: "read without a word"),
    "i032-digits-lost.csv": MessyGap(
      lacks: ["I032 set aside 4:NHS No", "I032 set aside 10:NHS No"],
      says: ["I040 set aside 4:NHS No", "I040 set aside 10:NHS No"],
      why: "told under another code"),
    "i034-total-differs.csv": MessyGap(
      lacks: ["I034 warn 5:Total"],
      says: ["I034 warn :Total"],
      why: "the row is not named"),
    "i036-missing-99.csv": MessyGap(
      lacks: ["I036 warn :Q5", "I036 warn :Q11"],
      says: [
        "I033 set aside 2:Q5", "I033 set aside 2:Q11", "I033 set aside 4:Q5",
        "I033 set aside 4:Q11", "I033 set aside 6:Q5", "I033 set aside 6:Q11",
        "I033 set aside 7:Q5", "I033 set aside 7:Q11", "I033 set aside 9:Q5",
        "I033 set aside 9:Q11", "I033 set aside 11:Q5", "I033 set aside 11:Q11",
      ],
      why: "told as scores out of range, which they are not"),
    "i036-missing-words.csv": MessyGap(
      lacks: [
        "I036 warn 2:Q2", "I036 warn 3:Q9", "I036 warn 5:Q4", "I036 warn 6:Q13", "I036 warn 8:Q1",
        "I036 warn 10:Q15",
      ],
      says: [
        "I033 set aside 8:Q1", "I037 set aside 2:Q2", "I037 set aside 5:Q4",
        "I037 set aside 6:Q13", "I037 set aside 10:Q15", "I041 set aside 3:Q9",
      ],
      why: "told as words and numbers that are wrong, which they are not"),
    "i037-spellings.csv": MessyGap(
      lacks: ["I037 warn 11:Gender", "I037 warn :Gender"],
      says: [
        "I037 set aside 2:Gender", "I037 set aside 6:Gender", "I037 set aside 7:Gender",
        "I037 set aside 11:Gender",
      ],
      why: "other spellings are not told together"),
    "i039-disagree.csv": MessyGap(
      lacks: ["I039 set aside 5:Q6", "I039 set aside 12:Q6"],
      says: ["I039 set aside 5", "I039 set aside 12"],
      why: "the item is not named"),
    "i040-forms-of-nobody.csv": MessyGap(
      lacks: [
        "I040 set aside 4:Student ID", "I040 set aside 7:Student ID",
        "I040 set aside 8:Student ID",
      ],
      says: ["I040 set aside 4", "I040 set aside 7", "I040 set aside 8"],
      why: "the column is not named"),
    "i040-two-days-of-birth.csv": MessyGap(
      lacks: ["I040 set aside 3:DOB", "I040 set aside 9:DOB"],
      why: "days of birth of one person are not compared"),
  ]
}
