import FurlongStudy

/// The topics of `furlong help` that are no command.
enum HelpTopic {
  /// All of them.
  static let all = [codes, dates, decisions, exitCodes]

  /// What every code is called.
  private static let codes = HelpPage(
    name: "codes", title: "the codes of problems",
    sections: ProblemExplanation.chapters.map { chapter in
      HelpPage.Section(
        heading: chapter.title,
        text: chapter.explanations.map { "\($0.code.rawValue)  \($0.title)" }
          .joined(separator: "\n"))
    })

  private static let dates = HelpPage(
    name: "dates", title: "how dates are read",
    sections: [
      HelpPage.Section(
        heading: "The order is said, never guessed",
        text: """
          03/04/2024 is 3 April in one system and 4 March in another. So each mapping with dates says \
          their order: format: { dates: day month year }, or month day year, or year month day. \
          Separators, leading zeros, names of months and a time after the date do not matter.
          """),
      HelpPage.Section(
        heading: "What is held against the data",
        text: """
          A date that cannot be in that order, but can be in another, sets its row aside; several stop the \
          export, since the others would be taken for wrong days (I022). A day that the calendar does not have \
          sets its row aside (I023), and so does one before 1900 or more than a year after the plan's data_to \
          (I027).
          """),
      HelpPage.Section(
        heading: "Years of two digits, and days as numbers",
        text: """
          Both are set aside until the mapping says what they mean: short_years_from: 1930 reads 29 as 2029 and \
          30 as 1930 (I026); day_numbers_from: 1900 reads 45432 as Excel does, 20 May 2024 (I024). Old workbooks \
          of a Mac count from 1904.
          """),
    ])

  private static let decisions = HelpPage(
    name: "decisions", title: "what people decide of the data",
    sections: [
      HelpPage.Section(
        heading: "One person with two ids, two people with one id",
        text: """
          furlong people duplicates
          furlong people merge exports/forms.csv:88 exports/students.csv:14
          furlong people split exports/students.csv:14 exports/students.csv:15
          Each with --by "WHO" and --why "A REASON".
          """),
      HelpPage.Section(
        heading: "A cell is wrong",
        text: """
          furlong problems --as csv > problems.csv
          Fill in the column 'correction': a new value, blank for none, or leave out for the whole row.
          furlong problems --apply problems.csv
          """),
      HelpPage.Section(
        heading: "Where it is kept",
        text: """
          In fixes/decisions.json, with the day, who and why; it is replayed at each import. The exports are not \
          changed. People stand in it by keyed hashes, rows by a mark of all of their cells: where a row has \
          changed, the decision is not carried out, and I082 says so. 'furlong undo' takes the last one back.
          """),
    ])

  private static let exitCodes = HelpPage(
    name: "exit-codes", title: "what a command ends with",
    sections: [
      HelpPage.Section(
        heading: "For scripts",
        text: """
          0    done
          1    done, with findings at or above --fail-on
          2    could not do it: an export stopped, a file cannot be read or written
          3    refused: few people could be told from the result, or the plan is frozen
          64   the command was not written as it can be
          130  interrupted; nothing half done is kept
          """),
      HelpPage.Section(
        heading: "How far problems reach",
        text: """
          stop       the export stopped whole; nothing of it is kept, and the command ends with 2
          set-aside  the row is in no number; the rest of the export is kept
          warning    kept, but to be looked at
          note       done, and said
          """),
      HelpPage.Section(
        heading: "Examples",
        text: """
          furlong import our-college-2025 --fail-on warning
          furlong import our-college-2025 --json
          """),
    ])
}
