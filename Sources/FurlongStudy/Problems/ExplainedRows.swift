extension ProblemExplanation {
  /// Rows: those that do not fit the headings, and those that hold no data.
  static let rows = [
    ProblemExplanation(
      .tooManyFields, "row with more fields than headings",
      means: """
        The row was set aside: one of its values probably holds the sign that separates \
        columns.
        """,
      example: """
        A comment 'calm, friendly' stands in a file separated by commas and is not in \
        quotation marks.
        """,
      toDo: "Put the text in quotation marks, or take the comments out of the export."),
    ProblemExplanation(
      .tooFewFields, "row with fewer fields than headings",
      means: "The row was set aside. If it is the last one, the file was probably cut off.",
      example: "Row 58 ends in the middle of a date.",
      toDo: """
        Export the file again, and compare the number of rows with what the system shows.
        """),
    ProblemExplanation(
      .totals, "line of totals",
      means: "The row looks like a total at the foot of a table, and was skipped.",
      example: "The last row says 'Total' and has no student.",
      toDo: "Nothing need be done. If it is a row of data, fill in its blank cells."),
    ProblemExplanation(
      .headingsAgain, "headings among the rows",
      means: """
        The row repeats the headings and was skipped; this comes of pasting several exports \
        below one another.
        """,
      example: "Row 201 says 'Student ID, Date, Score' again.",
      toDo: "Nothing need be done."),
    ProblemExplanation(
      .registerKey, "key among the rows",
      means: "The row says what the marks of the register mean, and was skipped.",
      example: "The last row says 'P = present, A = absent, X = cancelled'.",
      toDo: "Nothing need be done, where the mapping's 'status' says the same."),
    ProblemExplanation(
      .correctedByHand, "corrected by hand",
      means: """
        Cells of this export are read otherwise than they stand in it, or rows of it are not read, since somebody \
        decided so: fixes/decisions.json says who, when and why. The export itself is not changed.
        """,
      example: "Row 14 has 55 as an answer; the paper form says 5.",
      toDo: "Nothing need be done. 'furlong undo' takes the last decision back."),
    ProblemExplanation(
      .otherHeadings, "headings of another form among the rows",
      means: """
        A row repeats the heading of the person's column and has other headings beside it: another export was pasted below. \
        Its rows would be read under the wrong headings, so the export stops.
        """,
      example:
        "Row 201 says 'Student ID, Date, P1, P2' where the headings in row 1 say 'Student ID, Date, Q1, Q2'.",
      toDo: "Put the rows from there on into a file of their own, with a mapping of its own."),
  ]
}
