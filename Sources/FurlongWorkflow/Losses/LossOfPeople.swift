import FurlongEvaluation
import FurlongStudy

/// People whom a condition leaves out to the last, whom an extract does not mention, or who have left before their rows.
struct LossOfPeople {
  let found: Completeness
  let kept: KeptWords
  let plan: StudyPlan

  var losses: [Loss] {
    found.conditions.compactMap(condition) + consent + found.extracts.compactMap(extract) + linkage
      + bothArms
      + known
      + found.afterLeaving.sorted { $0.key < $1.key }.map(afterLeaving)
  }

  /// Nobody, or fewer than one in twenty.
  private func condition(_ condition: Completeness.Condition) -> Loss? {
    guard condition.before > 0,
      condition.people == 0 || condition.people * 20 < condition.before
    else { return nil }
    let few =
      condition.people == 0
      ? "None of \(condition.before) people"
      : "Only \(condition.people) of \(condition.before) people"
    switch condition.step {
    case .registered: return nil
    case .registeredInPeriod:
      return Loss(
        .warning, .nobodyMeets, "\(few) first registered on the days of 'registered' in the plan.",
        fix: "Compare 'registered' in study.yaml with the days in the register.")
    case .hasDayZero:
      return Loss(
        .warning, .nobodyMeets, "\(few) have a day 0 (\(plan.cohort.dayZeroWords)).",
        fix: "Look whether a mapping reads the export that has this day, or choose another day 0.")
    case .criterion(let criterion):
      let values = criterion.values.map { "'\($0)'" }.joined(separator: " or ")
      let isKept = found.about.contains(criterion.column)
      let rest =
        isKept
        ? "; \(condition.notRecorded) have nothing recorded"
        : ": no mapping keeps '\(criterion.column)' under 'about'"
      return Loss(
        .warning, .nobodyMeets,
        "\(few) meet the plan's line of 'who': '\(criterion.column)' is \(values)\(rest).",
        fix: !isKept
          ? kept.fix(column: criterion.column)
          : kept.unknown(criterion.values, of: criterion.column).first.map {
            kept.fix($0, of: criterion.column)
          }
            ?? "Compare the words of 'who' in study.yaml with those on the right-hand side of 'values' in the mapping."
      )
    }
  }

  /// People of whom rows name both arms of a randomised trial.
  private var bothArms: [Loss] {
    guard let arms = plan.cohort.arms, found.peopleInBothArms > 0 else { return [] }
    let people = found.peopleInBothArms
    return found.inBothArms.sorted { $0.key < $1.key }.map { file, rows in
      let shown = rows.prefix(8).map(String.init).joined(separator: ", ")
      let more = rows.count > 8 ? " and \(rows.count - 8) more" : ""
      return Loss(
        .warning, .nobodyMeets, at: file,
        "\(people) \(people == 1 ? "person stands" : "people stand") in both arms of the trial ('\(arms.column)': row\(rows.count == 1 ? "" : "s") \(shown)\(more)), and \(people == 1 ? "is" : "are") in neither: chance put each in one, and nothing says in which.",
        fix:
          "Correct the arm where it was exported from, by the record of the randomisation; if two people share an id, `furlong people split` says so.",
        gap: .inBothArms)
    }
  }

  private var consent: [Loss] {
    guard let purpose = plan.evaluation.stories?.quotePurpose, let stories = found.stories
    else { return [] }
    if let agreed = stories.agreed[purpose] {
      guard stories.dated == 0 else { return [] }
      return [
        Loss(
          .warning, .nobodyMeets,
          "None of \(stories.count) stories may be quoted: \(agreed) may for '\(purpose.rawValue)', and of none is it "
            + "known when its teller agreed.",
          fix:
            "Name the column of that day at 'given_on' under 'consent' in the mapping of the stories.",
          gap: .noConsent)
      ]
    }
    let others = ConsentPurpose.allCases.compactMap { other in
      stories.agreed[other].map { "\(other.rawValue) \($0)" }
    }
    return [
      Loss(
        .warning, .nobodyMeets,
        "None of \(stories.count) stories may be quoted: the plan's purpose is '\(purpose.rawValue)', and no teller "
          + "agreed to it (\(others.isEmpty ? "nor to any other" : "agreed to: " + others.joined(separator: ", "))).",
        fix: "Look at 'consent' in the mapping of the stories: which purposes each answer allows.",
        gap: .noConsent)
    ]
  }

  private func extract(_ extract: Completeness.Extract) -> Loss? {
    let notLinkable = found.people - extract.linkable - extract.refused
    let silent = extract.linkable - extract.mentioned
    guard notLinkable + silent + extract.refused > 0 else { return nil }
    let saysNone = extract.noRowsMeans == .noneHappened
    var parts = ["\(extract.mentioned) \(extract.mentioned == 1 ? "has" : "have") a row here"]
    var fixes: [String] = []
    if silent > 0 {
      parts.append(
        "\(silent) could be linked and have none: "
          + (saysNone
            ? "the mapping says that nothing happened to them (no_rows_means: none happened)"
            : "they are in no number of it (no_rows_means: not known)"))
      fixes.append(
        saysNone
          ? "Ask who made the extract whether all were looked for; if not, write 'no_rows_means: not known'."
          : "If all were looked for, write 'no_rows_means: none happened' in the mapping.")
    }
    if notLinkable > 0 {
      parts.append(
        "\(notLinkable) have no id of a kind that it has: they cannot be linked, and are in no number of it"
      )
      fixes.append(
        "Ids that lack belong in the register, or in a list that ties them ('holds: caseload').")
    }
    if extract.refused > 0 {
      let rows = extract.refusedWithRow
      parts.append(
        "\(extract.refused) did not agree that their records be linked, or left it blank: they are in no number of it"
          + (rows == 0 ? "" : ", though it has rows of \(rows) of them"))
      if rows > 0 {
        fixes.append(
          "Ask the trust to leave out who did not agree, and take their rows out of the export.")
      }
    }
    return Loss(
      notLinkable * 2 > found.people || extract.mentioned == 0 ? .warning : .note, .noRowsOfPeople,
      at: extract.file,
      "Of the \(found.people) people in the numbers \(parts.joined(separator: "; ")).",
      fix: fixes.isEmpty ? "Nothing need be done." : fixes.joined(separator: " "))
  }

  /// That the records of some are not looked at, as the plan says, and that what says whose is kept by no mapping.
  private var linkage: [Loss] {
    guard let asked = plan.cohort.linkage, !found.extracts.isEmpty else { return [] }
    let refused = found.extracts.map(\.refused).max() ?? 0
    guard !kept.names.contains(asked.column) else {
      return refused == 0
        ? []
        : [
          Loss(
            .note, .noRowsOfPeople,
            "\(refused) of \(found.people) people in the numbers did not agree that their records be linked ('\(asked.column)' in the plan's 'linkage'), or left it blank: no use of services is counted of them; their forms count.",
            fix: "Nothing need be done.", gap: .notLinked)
        ]
    }
    return [
      Loss(
        .warning, .nobodyMeets,
        "The plan's 'linkage' goes by '\(asked.column)', which no mapping keeps under 'about': nobody's use of services is counted.",
        fix: kept.fix(column: asked.column), gap: .notLinked)
    ]
  }

  /// That who has no row may be unknown to the trust, where nothing tells.
  private var known: [Loss] {
    let silent = found.extracts.contains {
      $0.noRowsMeans == .noneHappened && $0.linkable > $0.mentioned
    }
    guard !found.saysWhoIsKnown, silent else { return [] }
    return [
      Loss(
        .note, .noRowsOfPeople,
        "No export says whom the trust knows, and since when: whoever has no row in an extract counts as having had nothing, who was never known to it too.",
        fix:
          "Ask the trust for its list of the students whom it knows, since when ('holds: caseload'). Where only some were looked up, write 'no_rows_means: not known'.",
        gap: .nobodyIsKnown)
    ]
  }

  private func afterLeaving(_ file: String, _ rows: Int) -> Loss {
    Loss(
      .note, .implausibleDate, at: file,
      "\(rows) \(rows == 1 ? "row is" : "rows are") dated after the person left, moved away or died. Forms and sessions "
        + "count all the same; service use is counted up to that day.",
      fix: "Look whether the day of leaving is right, and whether the rows are the same person's.")
  }
}
