extension ProblemExplanation {
  /// Cells: numbers, answers and words.
  static let values = [
    ProblemExplanation(
      .scoreRange, "number out of range",
      means: """
        The score, answer or count is not one that this scale, or this column, can have. The \
        row was set aside; a row that holds other scales beside it is kept without this one (I084).
        """,
      example: "Item S3 of SWEMWBS is 55; allowed are 1 to 5. Perhaps it was typed twice.",
      toDo: """
        Correct it where it was exported from. If the number means 'not answered' (9, 99, -1), \
        add it to 'missing' in the mapping.
        """),
    ProblemExplanation(
      .totalDiffers, "totals that are not what their items give",
      means: """
        Beside the items the export has a total, and the two do not agree. The items are used. \
        If many differ, the export stops, since the coding is probably another one.
        """,
      example: "The items of a form add up to 43, and its total says 41.",
      toDo: """
        Look at those forms. If the message names a line such as coded_from: 1 or \
        already_reversed: yes, and the totals are right, add it to the mapping.
        """),
    ProblemExplanation(
      .coding, "answers in another coding",
      means: """
        All answers of a scale are shifted against what it expects, or two codings stand in \
        one file. Every score would be wrong, so the export stops.
        """,
      example: "PHQ-9 is scored from 0 to 3, and the export writes 1 to 4.",
      toDo: """
        Write what the message names in the mapping, such as coded_from: 1. Two versions of a \
        form belong into two files.
        """),
    ProblemExplanation(
      .unknownWord, "word that the mapping does not have",
      means: """
        A column whose words the mapping lists holds another one. The row was set aside; of a register with a column a session \
        that place alone was left out (I084).
        """,
      example: "'Non-binry', where the mapping has 'Non-binary'.",
      toDo: """
        Correct it where it was exported from, or add it under 'values' in the mapping with \
        what it means.
        """),
    ProblemExplanation(
      .notANumber, "not a number",
      means: """
        The cell should hold a number and does not, or not a whole one. The row was set aside.
        """,
      example: "'3,5' in an export whose decimal sign is a point, or 'n/a'.",
      toDo: """
        Write decimal: comma in the mapping's format, or add the word to 'missing' if it means \
        that there is no value.
        """),
    ProblemExplanation(
      .blank, "blank cell where a value is needed",
      means: "Without this value the row cannot be counted anywhere. It was set aside.",
      example: "A form without the day on which it was filled in.",
      toDo: "Fill it in where it was exported from."),
    ProblemExplanation(
      .repeatsDiffer, "value that should repeat and does not",
      means: """
        The mapping says that a count stands again in each row of a person, and two rows \
        differ.
        """,
      example: "One row of a student says 3 admissions, the next says 4.",
      toDo: """
        Correct them where they were exported from, or take 'repeats' out of the mapping.
        """),
    ProblemExplanation(
      .notConverted, "raw sum where a converted score belongs",
      means: """
        Some scales turn the sum of their items into a score by a published table or a factor. Here a sum \
        was found where the score belongs, a score where the sum belongs, or both in one \
        column.
        """,
      example: """
        Totals of SWEMWBS are whole numbers such as 24, where the table gives 21.54; those of WHO-5 \
        run from 0 to 25, where its score runs from 0 to 100.
        """,
      toDo: """
        If all are raw sums, write total_is: raw sum in the mapping. If both kinds stand in \
        one column, export the items.
        """),
    ProblemExplanation(
      .halfReviewed, "story that was half reviewed",
      means: "A review needs who and when. Such a story is counted and never quoted.",
      example: "The column 'Reviewed by' has a name, 'Reviewed on' is blank.",
      toDo: "Fill in both where they were exported from."),
    ProblemExplanation(
      .bothCommas, "commas that mean two things",
      means: "A column has commas before decimals in some rows and between thousands in others.",
      example: "1,250 beside 3,5.",
      toDo: "Export the numbers without signs between thousands."),
    ProblemExplanation(
      .signsInNumbers, "numbers with signs",
      means:
        "Numbers have a pound sign, a per cent sign or commas between thousands. They are read without them.",
      example: "£1,250 is read as 1250.",
      toDo: "Nothing need be done."),
    ProblemExplanation(
      .blankCount, "blank where a count of a month or period stands",
      means: """
        A blank is no 0: whether nothing happened or nobody wrote it down cannot be told. The row is kept without that count, and the \
        month, or the person's period, is not counted as known for it.
        """,
      example:
        "March has no number under 'Incidents' for one ward, while the other months have 0, 2 and 4.",
      toDo: """
        Where nothing happened, write 0 where it was exported from. Where it was not recorded, nothing need be done; a word such as n/a \
        under 'missing' in the mapping says so, and is not told again.
        """),
    ProblemExplanation(
      .missingWord, "word for no answer that the mapping lacks",
      means:
        "Cells hold a word or number by which programs say that there is no value, and the mapping does not name it.",
      example: "N/A, -9 or #REF! among answers from 0 to 4.",
      toDo: "Add it to 'missing' in the mapping with what it means."),
  ]
}
