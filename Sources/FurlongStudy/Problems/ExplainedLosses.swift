extension ProblemExplanation {
  /// What was read and is in no number, or is asked for and was never read: found when all exports are in.
  static let losses = [
    ProblemExplanation(
      .neverScored, "scale of which no form can be scored",
      means: """
        A mapping reads a scale, and not one of its forms has what a score needs: its columns are blank, its rows were set \
        aside, or too few of its items are answered.
        """,
      example:
        "The mapping names Q1 to Q7 for SWEMWBS, and in every form only Q1 to Q3 are filled in.",
      toDo: """
        Look whether the mapping names the right columns and the right scale ('furlong scales'). If the form was not used, take \
        it out of the mapping and of the plan.
        """),
    ProblemExplanation(
      .formLeftOut, "row that is kept without one of its forms or places",
      means: """
        The row holds several scales or parts of life, and something is wrong with one of them: an answer out of range, a word \
        that is no answer, a day that cannot be. That one is left out, the others are kept, and the row counts as kept. A row \
        of which nothing could be kept, or whose person, day or occasion is wrong, is set aside whole. In a register with a \
        column a session, a word that the mapping does not have costs the place at that session alone.
        """,
      example:
        "A row with SWEMWBS and QPR: S3 is 55, so its SWEMWBS is left out and its QPR is kept.",
      toDo: """
        Look at 'furlong problems', which lists each row and column with what is wrong. Correct them where they were exported from, or in \
        fixes/ ('furlong problems --apply'), and import again.
        """),
    ProblemExplanation(
      .noForms, "occasion of the plan without a form",
      means: """
        The plan has an occasion to which not one form of the people in the numbers belongs, though there are forms: no form \
        bears its name, or no form's day falls into its days. Or there are forms of that occasion, and none of one of the scales.
        """,
      example: """
        The plan looks for follow-ups 60 to 300 days after registration, and all forms lie 3 to 40 days after it.
        """,
      toDo: """
        Mend the days (from, to) or the name of the occasion in study.yaml, or what 'occasion' in the mapping makes of the \
        export's words. Do it for what the forms are, not for what they say. A scale that was not asked then has 'asked_at' in the plan.
        """),
    ProblemExplanation(
      .onlyBaselines, "two first forms long apart, and no later one",
      means: """
        Three people or more have two forms whose own words say that they are of the baseline, 60 days or more apart, and none \
        that says it is of a follow-up. Perhaps the wrong box was ticked on the later one: then their follow-ups are in no number.
        """,
      example: "Niamh's form of June and that of November both say 'This is my first form'.",
      toDo: """
        Look at the forms. Correct what the later ones say where they were exported from, or in fixes/ ('furlong problems --apply'); \
        or take 'occasion' out of the mapping, so that the days decide. Nothing, if they are first forms of two courses.
        """),
    ProblemExplanation(
      .betweenOccasions, "forms of no occasion of the plan",
      means: """
        Forms lie between the windows of the plan, or beyond them, or bear the name of another occasion. They are in no number.
        """,
      example:
        "The baseline ends 28 days after registration, and many filled in the first form in the sixth week.",
      toDo: """
        Nothing, if these forms are not meant. Else widen the windows in study.yaml; a frozen plan needs 'furlong plan amend'.
        """),
    ProblemExplanation(
      .outcomeNotRead, "outcome that only the plan or only a mapping has",
      means: """
        The plan asks for a scale, a part of life or an event that no mapping reads; or a mapping reads a scale for which the \
        plan does not ask.
        """,
      example:
        "The plan has the outcome 'swemwbs', and the mapping of the forms names qpr15 alone.",
      toDo:
        "Name it in the mapping of the export that holds it, or in study.yaml; or take it out where it stands."
    ),
    ProblemExplanation(
      .nobodyMeets, "condition that nobody meets",
      means: """
        Nobody, or almost nobody, meets a line of 'who', has a word that 'who' or 'groups' name, meets the days of registration, what day 0 needs, or the consent for quotes.
        """,
      example: """
        The plan counts those whose type is 'student', and the mapping keeps the type as 'service user'.
        """,
      toDo: """
        Compare the words of study.yaml with those on the right-hand side of 'values' in the mapping: they must be the same.
        """),
    ProblemExplanation(
      .noRowsOfPeople, "people of whom an extract has no row",
      means: """
        An export of service use has no row of some of the people in the numbers. Whether nothing happened to them, or whether \
        they were not looked for, only the one who made it can tell.
        """,
      example: "The trust's extract has contacts of 212 of 320 students.",
      toDo: """
        Ask whether all students were looked for, and for which days. If not, write no_rows_means: not known in its mapping.
        """),
  ]
}
