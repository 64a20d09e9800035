extension ProblemExplanation {
  /// Which export is read by which mapping, and whether the two fit.
  static let mappings = [
    ProblemExplanation(
      .columns, "columns and mapping do not fit",
      means: """
        A column that the mapping reads is not in the export, or one is there that the mapping \
        does not mention. Nothing is passed over unseen, so the export stops.
        """,
      example: "The mapping reads 'Date of birth', and the export now says 'DOB'.",
      toDo: """
        Write the new heading in the mapping. A column that is not wanted belongs under \
        'ignore', and one that identifies people under 'drop'.
        """),
    ProblemExplanation(
      .missingExport, "export that is not there",
      means: """
        A mapping reads a file that is not in the study folder, or that cannot be opened.
        """,
      example: """
        maps/people.map.yaml reads exports/students.csv, and exports/ holds students-2025.csv.
        """,
      toDo: """
        Put the file there, or mend 'reads' in the mapping. On Windows, close it in Excel \
        first.
        """),
    ProblemExplanation(
      .mapping, "mapping and the plan do not fit",
      means: """
        The mapping names a scale, an occasion, an event or a state that the plan or the \
        catalogue does not have, or in a number that cannot be.
        """,
      example: "The mapping names six item columns for swemwbs, which has seven items.",
      toDo: """
        Follow the message: it names the nearest word. 'furlong scales' lists the scales; \
        study.yaml holds the rest.
        """),
    ProblemExplanation(
      .registerStopped, "not read because the register stopped",
      means: """
        The register of people could not be read, so nobody in this export can be found in it.
        """,
      example: "students.csv lacks a column, and forms.csv waits for it.",
      toDo: "Mend the register first; this export is read again by itself."),
    ProblemExplanation(
      .unreadableMapping, "mapping that cannot be read",
      means: """
        The mapping is not written as a mapping is: a key is unknown, a value is missing, or \
        the lines are not set in rightly.
        """,
      example:
        "maps/forms.map.yaml says 'hold: scores' in place of 'holds: scores'; or a drafted one still says DECIDE.",
      toDo: """
        Mend the line that the message names. Where it says DECIDE, only a person can tell what belongs there; docs/guides/mappings.md lists every key.
        """),
    ProblemExplanation(
      .outsideTheFolder, "export outside the study folder",
      means: "A mapping may read files of its own study only.",
      example: "reads: ../other-college/students.csv",
      toDo: "Copy the export into exports/ and name it from there."),
    ProblemExplanation(
      .twoMappings, "two mappings read one export for the same",
      means: """
        Each row would count twice, so the export stops. Two mappings may read one export where they hold different things, such as the \
        scores and the stories of one form.
        """,
      example: """
        maps/forms.map.yaml reads exports/*.csv, and maps/people.map.yaml reads \
        exports/students.csv.
        """,
      toDo: """
        Let one mapping read it: make the pattern narrower, such as exports/forms-*.csv.
        """),
    ProblemExplanation(
      .notRead, "file that no mapping reads",
      means: "The file lies in exports/ and is in no number.",
      example: "exports/notes.xlsx holds minutes of a meeting.",
      toDo: "Name it under 'reads' in a mapping, or move it out of exports/."),
    ProblemExplanation(
      .otherMeasures, "rows of other questions or measures",
      means: """
        A long export holds more than the mapping names; those rows were passed over.
        """,
      example: """
        The export of all questionnaires holds EQ-5D too, and the mapping names PHQ-9 alone.
        """,
      toDo: """
        Nothing, if they are not wanted; else name them under 'scores' in the mapping.
        """),
    ProblemExplanation(
      .leftOut, "rows that the mapping leaves out",
      means: """
        The mapping's 'leave_out' names words of a column; rows with one of them are no data.
        """,
      example: "12 rows of a survey have the status 'Survey Preview': staff tried the form out.",
      toDo: "Nothing, if they are as few as you expect; else correct 'leave_out' in the mapping."),
  ]
}
