extension ProblemExplanation {
  /// Rows that say the same as others, or something else.
  static let repeats = [
    ProblemExplanation(
      .sameEvent, "rows that say the same",
      means: """
        A row says nothing but what another says. Both are kept and counted once. Of two forms of one person, scale and day of \
        which one leaves blank what the other answers, and no item has two answers, the fuller is counted.
        """,
      example: "The form of 5 January stands in the autumn export and in the yearly one.",
      toDo: """
        Nothing need be done. Where it is a warning, of an export of attendance in which one row in five repeats another: see \
        whether 'date' in its mapping is the day of the session, not of the booking, and 'status' the column that says who came.
        """),
    ProblemExplanation(
      .contradiction, "rows that contradict one another",
      means: """
        Rows speak of the same person and day and say different things; or they have the same story id, name the same file of \
        stories/, or hold the same words under another consent, so that words could be quoted that their teller did not give; \
        or forms of one person and day each leave blank what another answers. \
        All of them are set aside: nobody can tell which is right.
        """,
      example: "Two PHQ-9 forms of one student on 3 May, one of 12 points, one of 17.",
      toDo: """
        Correct or delete the wrong row in the system that the export comes from; or write 'leave out' at it in \
        'furlong problems --as csv' and apply that. Where both are right, tell them apart: 'occasion' or 'course' in the \
        mapping of forms, an id and a file of its own for each story.
        """),
    ProblemExplanation(
      .lostPlace, "code that lost its place",
      means: """
        The text of a story was changed after it was coded, and the words that had this code are not there any more, or \
        stand there more than once. The code is not guessed onto other words: it is not counted.
        """,
      example: "'I sat by the door' had the code; the corrected story says 'I sat near the door'.",
      toDo: "Read the story again and give the code anew: 'furlong stories tag --coder NAME'."),
    ProblemExplanation(
      .storiesStopped, "codes of stories that cannot be read",
      means:
        "The export of stories stopped, so that no code can be found in its words: codings/ is not read.",
      example: "exports/stories.csv lacks a column that its mapping names.",
      toDo: "Mend the stories; the codings are read again by themselves."),
    ProblemExplanation(
      .withdrawnStory, "story that was withdrawn",
      means: """
        Its teller has withdrawn this story ('furlong stories withdraw'). An export still holds its words: they are not read, \
        and are in nothing that the tool writes, but they are in that file.
        """,
      example: "Row 14 of exports/stories.csv holds STORY-07, which was withdrawn on 29 November.",
      toDo:
        "Take the row out of the export, and out of the system that it comes from; the tool edits no export."
    ),
    ProblemExplanation(
      .storyFile, "file of a story that cannot be read",
      means: """
        The row names a file in stories/ that is not there, or that is no text: .txt, .md and .docx are read. The row is set \
        aside, so the story is not counted.
        """,
      example: "Row 4 names 'interview 4.docx', and the folder stories/ holds 'interview-4.docx'.",
      toDo:
        "Put the file into stories/ under the name that the row gives, or mend the name where the export was made."
    ),
    ProblemExplanation(
      .notReadToEnd, "story that is not read to its end",
      means: """
        A coder has given codes to a story and has not said that they read all of it. What they did not code there may \
        only not be reached yet, so nothing of it is counted.
        """,
      example: "RO coded the first three sentences of STORY-07 and closed the page.",
      toDo:
        "Read on and mark the story as read: 'n' in the terminal, 'Read to the end' in the page."),
    ProblemExplanation(
      .unknownStory, "code of a story that is not there",
      means: """
        A row of codings names a story that no export of stories holds, or one that was set \
        aside.
        """,
      example: "The coding names story S-14, and the stories end at S-12.",
      toDo: "Add the story to its export, or correct the id."),
    ProblemExplanation(
      .overlap, "stays that overlap",
      means: """
        Two stays of the same person and kind overlap. Each night is counted once, and both \
        count as one stay unless the plan says `transfers: apart` of the event.
        """,
      example: "In hospital from 3 to 10 March and from 8 to 12 March.",
      toDo: """
        Where the rows are stays on wards, one after another, nothing: they are one admission. \
        Else correct the dates, or delete one of the two rows, in the system that the export \
        comes from.
        """),
  ]
}
