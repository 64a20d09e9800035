extension ProblemExplanation {
  /// Days: how they are written, and whether they can be.
  static let days = [
    ProblemExplanation(
      .dateOrder, "dates in another order",
      means: """
        A date cannot be in the order that the mapping says, but can be in another. Several \
        such dates stop the export: the others, which fit both orders, would be taken for \
        wrong days.
        """,
      example: "The mapping says day month year, and a cell holds 03/25/2024.",
      toDo: """
        Write the right order in the mapping: format: { dates: month day year }. If both \
        orders stand in one file, export it again.
        """),
    ProblemExplanation(
      .notADate, "not a date",
      means: """
        The cell does not hold a date that the calendar has, in the order of the mapping. The \
        row was set aside.
        """,
      example: "31/06/2024, since June has 30 days.",
      toDo: "Correct it where it was exported from."),
    ProblemExplanation(
      .serialDate, "day as a number",
      means: "Excel keeps days as numbers, and the cell shows the number.",
      example: "45432, which is 20 May 2024.",
      toDo: """
        If these numbers are days, write day_numbers_from: 1900 in the mapping's format; else \
        correct the cell.
        """),
    ProblemExplanation(
      .shortYear, "year of two digits",
      means: """
        The century is not said, and a wrong one makes a wrong age or a wrong window.
        """,
      example: "03/09/31, which can be 1931 or 2031.",
      toDo: """
        Write short_years_from: 1930 in the mapping's format (then 29 is 2029 and 30 is 1930), \
        or export years of four digits.
        """),
    ProblemExplanation(
      .implausibleDate, "date that cannot be",
      means: """
        The date is one, but does not fit: before 1900, more than a year after the plan's last \
        day, before another that it must follow. Rows a little after the plan's last day, or \
        outside the days that the mapping covers, are kept and noted.
        """,
      example: "A form filled in on 12 May 2042, in a study whose data end in 2025.",
      toDo: """
        Correct it where it was exported from. If the export is newer than the plan, move \
        data_to in study.yaml.
        """),
    ProblemExplanation(
      .endBeforeStart, "end before its start",
      means: "A stay or another span of time ends before it begins. The row was set aside.",
      example: "Admitted on 14 March and discharged on 4 March.",
      toDo: "Correct one of the two dates where they were exported from."),
    ProblemExplanation(
      .undecidedOrder, "dates that fit two orders",
      means:
        "No date of a column shows whether the day or the month comes first; the mapping's order is used.",
      example: "03/04/2024 in every row could be 3 April or 4 March.",
      toDo: "Look at a date that you know; if the order is another, change 'dates' in the mapping."),
    ProblemExplanation(
      .daysFrom1904, "workbook that counts from 1904",
      means: "The workbook counts its days from 1904, as old Macs do. Its days are read so.",
      example: "A workbook that was made on a Mac in 2008.",
      toDo: "Nothing need be done."),
    ProblemExplanation(
      .hourBeforeMidnight, "times an hour before midnight",
      means: """
        Nearly all times of a column are 23:00: midnight in Britain in summer, written by universal \
        time, so that the days may be one too early.
        """,
      example: "2024-06-30 23:00:00 for what happened on 1 July.",
      toDo: "Compare a day with the system that it comes from, and export local time."),
  ]
}
