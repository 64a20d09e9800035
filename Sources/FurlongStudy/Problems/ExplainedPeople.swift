extension ProblemExplanation {
  /// Whose a row is.
  static let people = [
    ProblemExplanation(
      .identifier, "row whose person cannot be told",
      means: """
        The identifier is missing or cannot be right, or nobody in the register has it. The \
        row was set aside: it has no other identifier that could tell.
        """,
      example: "A form of 'RC-1O7', with the letter O, where the register has RC-107.",
      toDo: """
        Correct the identifier, or add the person to the register. Rows of people who are not \
        of the college may stay set aside. A trust's extract and its list hold many such people: \
        their rows are skipped by name ("of people who are not in the register"), and nothing need \
        be done. If there are many, compare how both exports write \
        the identifier: 'prefix' and 'digits', or 'written', in the mapping bring two spellings together.
        """),
    ProblemExplanation(
      .identifierNotUsed, "NHS number that was not used",
      means: """
        The row's NHS number cannot be right: one digit is wrong, or there are not ten. It was not used. The row has another \
        identifier and was kept by that; service use that comes by the NHS number alone is not found for this person until \
        the number is mended, unless another row has it right.
        """,
      example: "RC-107 in the register, with an NHS number that fails its check digit.",
      toDo: "Correct the number in the system that the export comes from, and export again."),
    ProblemExplanation(
      .twoPeople, "row that belongs to two people",
      means: """
        The row has two identifiers, and the register ties them to different people. People \
        are never merged, so the row was set aside.
        """,
      example: "Student RC-107 with the NHS number of RC-170.",
      toDo: """
        Correct the wrong identifier in the system that the export comes from. If the two are one person, 'furlong \
        people merge' says so.
        """),
    ProblemExplanation(
      .twoNumbers, "person with two NHS numbers",
      means: """
        One college id has two NHS numbers in different rows. Both are kept, and the service \
        use of both counts.
        """,
      example: "RC-107 has one NHS number in 2023 and another in 2024.",
      toDo: "Check which is right: a wrong one brings in another person's service use."),
    ProblemExplanation(
      .likelyDuplicates, "rows of the register that may be one person's",
      means: """
        Two rows of the register have different ids and the same day of birth, and nothing that is known of both differs. \
        They may be one person who enrolled again under a new id, or whose id was mistyped once. Nobody is merged alone: \
        until somebody decides, each counts as a person of their own.
        """,
      example:
        "RC-107 and RC-170, born on the same day, both women; or RC-107 and RC-412, who registered on one day.",
      toDo: """
        Look at the rows that 'furlong people duplicates' lists, two by two, with the command that makes them one person \
        ('furlong people merge'). Where you have looked and they are two people, 'furlong people split' says so, and they are not told again.
        """),
    ProblemExplanation(
      .peopleDiffer, "rows of one person that differ",
      means: """
        Rows of the same person and registration say different things of the person. The value \
        that comes first in the alphabet is used.
        """,
      example: "One row says 'carer', another 'service user'.",
      toDo: "Correct the rows in the system that the export comes from."),
    ProblemExplanation(
      .sharedNumber, "two people with one NHS number",
      means: """
        Two college ids have the same NHS number, and their registrations do not fit together. \
        They are taken as one person.
        """,
      example: "RC-107 and RC-108 registered on the same day with one NHS number.",
      toDo: """
        Check the number in both rows: a mistyped one makes one person of two. A student who \
        came back with a new id is right as it is. 'furlong people split' makes them two people.
        """),
    ProblemExplanation(
      .digitsLost, "identifier that has lost digits",
      means:
        "A long number was written as a spreadsheet shows it, with E+. Its last digits are gone and cannot be had back.",
      example: "An NHS number that stands as 9.99E+09.",
      toDo: "Export it again with the column formatted as text."),
    ProblemExplanation(
      .nobodyLinked, "export of which nobody is in the register",
      means: """
        Not one row of an export belongs to anybody in the register. It is not kept: the report would \
        say that nothing happened to anybody.
        """,
      example:
        "The trust's contacts by its own person ids, and a register that has student ids alone.",
      toDo: """
        Add a list that ties the two kinds of ids together (holds: caseload), or export with an id that \
        the register has.
        """),
    ProblemExplanation(
      .decisionWithoutRow, "decision of which nothing is left",
      means: """
        A decision in fixes/decisions.json is about a row or an identifier that no export has any more. \
        It was not carried out: a decision never falls on another row than it was made of.
        """,
      example:
        "Row 88 was corrected by hand; the export was made again, and the row now has another day.",
      toDo: """
        If it was mended where it comes from, nothing need be done; 'furlong undo' takes the last decision \
        back. Else decide again. If the study's key was lost, bring it back with 'furlong key import'.
        """),
    ProblemExplanation(
      .filledDown, "ids filled down from the row above",
      means: """
        The mapping says (fill_down: yes) that an id stands only in the first row of each person's block. A row without any id was read as \
        of the person above it. A row that cannot be read, a blank line and a line of totals end a block: what follows without an id is \
        nobody's.
        """,
      example:
        "An attendance sheet names a student in row 2, and rows 3 to 5 are the student's other sessions.",
      toDo:
        "Nothing need be done, if the export is written so. Else take fill_down out of the mapping."
    ),
  ]
}
