extension ProblemExplanation {
  /// The file as a whole: what kind it is, how its text is written, its headings.
  static let files = [
    ProblemExplanation(
      .anotherFormat, "file that is not what its name says",
      means: """
        The name ends in .csv and the content is a workbook, a web page or a PDF, or the other \
        way round. Many systems name what they export wrongly.
        """,
      example: "students.csv begins with the bytes of an Excel workbook.",
      toDo: """
        Give the file the ending of what it is (.xlsx for a workbook), or open it in Excel and \
        save it as CSV UTF-8; then mend 'reads' in the mapping.
        """),
    ProblemExplanation(
      .lockedWorkbook, "workbook with a password or of an old kind",
      means: """
        Workbooks with a password, and those of the kind used before 2007 (.xls), cannot be \
        opened.
        """,
      example: "qpr-autumn.xlsx asks for a password when it is opened in Excel.",
      toDo: """
        Open it in Excel, take the password out (File, Info, Protect Workbook) and save it as \
        a workbook (.xlsx) in exports/.
        """),
    ProblemExplanation(
      .noRows, "no rows or no headings",
      means: """
        Nothing could be read: the file is empty, holds headings only, or is larger than the \
        tool reads.
        """,
      example: "attendance.csv holds one line, the headings.",
      toDo: """
        Look at the filter with which it was exported, and export it again. If the headings \
        stand further down, say so in the mapping: header_row: 4.
        """),
    ProblemExplanation(
      .utf16, "file in UTF-16",
      means: """
        Excel's 'Unicode Text' writes each letter in two bytes, with tabs between the columns. \
        It was read so.
        """,
      example: "students.txt was saved from Excel as 'Unicode Text'.",
      toDo: "Nothing need be done; encoding: utf-16 in the mapping's format says so."),
    ProblemExplanation(
      .encoding, "text read in another encoding than the mapping says",
      means: """
        The file is not written as the mapping says. It was read in the encoding that fits, \
        and names with accents may show whether that is right.
        """,
      example: "The mapping says utf-8, and the file holds 'Zoë' as Windows writes it.",
      toDo: """
        Look at the values that the message shows. If they are right, write the encoding in \
        the mapping; if not, export the file as CSV UTF-8.
        """),
    ProblemExplanation(
      .invalidBytes, "bytes that are no text",
      means: """
        A row, or the headings, holds bytes that mean nothing in the file's encoding.
        """,
      example: "Row 88 was pasted from another program and holds a broken sign.",
      toDo: """
        Export the file again as UTF-8. If it stays, type that cell anew where it was exported \
        from.
        """),
    ProblemExplanation(
      .sheet, "sheet of the workbook not clear",
      means: """
        The workbook has several sheets that hold something, or not the one that the mapping \
        names.
        """,
      example: "qpr.xlsx has the sheets 'Autumn' and 'Spring'.",
      toDo: """
        Name the sheet in the mapping: format: { sheet: Autumn }. Hidden sheets count too.
        """),
    ProblemExplanation(
      .nulBytes, "zero bytes in a row",
      means: """
        The row holds bytes of value zero, which programs write into damaged or cut files.
        """,
      example: "Row 301 came from a file that was copied while it was being written.",
      toDo: "Export the file again."),
    ProblemExplanation(
      .userMissing, "values that the file calls missing",
      means: """
        An SPSS file says of some values that they stand for no answer. They were read as \
        blank.
        """,
      example: "The file says that 99 is missing, and 31 cells hold 99.",
      toDo: """
        Nothing need be done. If they are answers, change that in SPSS and save the file \
        again.
        """),
    ProblemExplanation(
      .delimiter, "another delimiter than the mapping says",
      means: """
        The columns are separated by another sign than the mapping says, or there are far too \
        many of them.
        """,
      example: "The export separates by semicolons, as Excel does on the continent.",
      toDo: "Write the right one in the mapping: format: { delimiter: semicolon }."),
    ProblemExplanation(
      .quote, "quotation mark that does not close",
      means: """
        A cell begins with a quotation mark and does not end where it should, so what follows \
        would be taken for one long cell.
        """,
      example: "A comment holds 5\" chair, and the quotation mark is not doubled.",
      toDo: """
        Export the file again from the system itself rather than through a text editor; or \
        double the mark within the text.
        """),
    ProblemExplanation(
      .duplicateHeadings, "two columns with the same heading",
      means: """
        A mapping names columns by their headings, so two of the same name cannot be told \
        apart.
        """,
      example: "Two columns are called 'Score', one for each form.",
      toDo: """
        Give each a heading of its own where the file is exported from, such as 'Score PHQ-9' \
        and 'Score GAD-7'.
        """),
    ProblemExplanation(
      .blankHeadings, "columns without a heading",
      means: """
        A column holds values and has no heading, often because cells of the heading were \
        merged.
        """,
      example: "The heading 'Term 1' was merged over four columns.",
      toDo: """
        Give each column a heading, or say in which row the headings stand: header_row: 2.
        """),
    ProblemExplanation(
      .wronglyDecoded, "letters decoded wrongly before the file was written",
      means:
        "Words hold pairs of signs that come of text read in the wrong encoding, by another program.",
      example: "A name that ends in é stands in the file with Ã© in its place.",
      toDo:
        "Export it again as UTF-8 from the system that it comes from; the rows are read as they stand."
    ),
    ProblemExplanation(
      .oddBlanks, "blanks that cannot be seen",
      means:
        "Cells have blanks at their ends, or blanks of a kind that cannot be seen. They are left out.",
      example: "A number with a no-break space behind it, as web forms write it.",
      toDo: "Nothing need be done."),
  ]
}
