import FurlongScales
import FurlongStore
import FurlongStudy

/// Scales that were read and cannot be scored, outcomes that were never read, scales that nobody asks for.
struct LossOfScales {
  let found: Completeness
  let read: ReadOutcomes
  let batches: [KeptBatch]
  let plan: StudyPlan
  /// The problems of the exports.
  let told: [Problem]

  var losses: [Loss] { scales.flatMap(losses) + others }

  /// The scores that the plan asks for, and those that a mapping reads.
  private var scales: [String] {
    var ids = asked
    for id in read.files.keys.sorted() {
      let scores =
        (try? plan.catalogue.scale(id)).map { [$0.id] }
        ?? plan.catalogue.instruments.first { $0.id == id }.map { $0.scales.map(\.id) } ?? []
      ids += scores.filter { !ids.contains($0) }
    }
    return ids
  }

  private var asked: [String] { (plan.cohort.scales + plan.cohort.askedOnce).map(\.scale) }

  private func losses(of id: String) -> [Loss] {
    guard let scale = try? plan.catalogue.scale(id) else { return [] }
    let isAsked = asked.contains(id)
    let files = read.files(ofScale: id, in: plan.catalogue)
    guard !files.isEmpty else { return isAsked ? [notRead(scale.name, under: "scores")] : [] }
    let gap = isAsked ? DataGap.neverScored(scale.name) : nil
    guard let forms = found.scales[id] else {
      return [
        Loss(
          .warning, .neverScored, at: files[0],
          "No form of \(scale.name) can be scored: \(why(files)).",
          fix:
            "Look whether the mapping names the right columns for '\(id)'; if the form was not used, take it out.",
          gap: gap)
      ]
    }
    if let most = forms.mostAnswered, let needed = needed(scale), most < needed {
      return [
        Loss(
          .warning, .neverScored, at: files[0],
          "\(count(forms.forms, "form")) of \(scale.name), and none can be scored: \(needed) items must be answered, "
            + "and the fullest has \(most).",
          fix:
            "Look whether the mapping names the right columns for '\(id)', and whether it is this scale.",
          gap: gap)
      ]
    }
    if isAsked { return occasionsWithout(scale) + occasionsBeside(scale) }
    return isOfAskedInstrument(id) ? [] : [notAsked(scale, forms.forms, files)]
  }

  /// Occasions at which a scale should have been asked, of which there are forms and none of this scale.
  private func occasionsWithout(_ scale: Scale) -> [Loss] {
    guard plan.cohort.scales.contains(where: { $0.scale == scale.id }) else { return [] }
    let there = found.forms.occasions[scale.id] ?? []
    let followUps = plan.cohort.followUps(of: scale.id).map(\.id).filter(there.contains)
    return plan.cohort.occasions(of: scale.id).filter {
      !there.contains($0.id) && found.forms.people[$0.id] != nil
    }.map { occasion in
      Loss(
        .warning, .noForms,
        "No form of \(scale.name) belongs to the occasion '\(occasion.id)' (\(occasion.label)), and forms of other scales do.",
        fix: fix(of: scale.id, without: occasion, asked: followUps),
        gap: .noFormsOf(scale.name, occasion.label))
    }
  }

  /// Follow-ups of which there are forms of a scale that the plan asks at others alone.
  private func occasionsBeside(_ scale: Scale) -> [Loss] {
    guard plan.cohort.scales.contains(where: { $0.scale == scale.id }) else { return [] }
    let asked = plan.cohort.followUps(of: scale.id).map(\.id)
    let there = found.forms.occasions[scale.id] ?? []
    let beside = plan.cohort.occasions.filter {
      $0.role == .followUp && there.contains($0.id) && !asked.contains($0.id)
    }
    guard !beside.isEmpty else { return [] }
    let ids = beside.map(\.id)
    return [
      Loss(
        .warning, .outcomeNotRead,
        "Forms of \(scale.name) of \(ids.map { "'\($0)'" }.joined(separator: " and ")) were read, and the plan asks it only at \(asked.map { "'\($0)'" }.joined(separator: " and ")): they are in no number.",
        fix:
          "Write 'asked_at: [\((asked + ids).joined(separator: ", "))]' beside '\(scale.id)' under 'outcomes' in study.yaml, or take 'asked_at' out. Do nothing where these forms are not meant."
      )
    ]
  }

  private func fix(of scale: String, without occasion: Occasion, asked: [String]) -> String {
    let look = "look whether the mapping of that export reads it."
    if occasion.role == .baseline {
      return "Without a first form no change on it can be told: \(look)"
    }
    let write =
      asked.isEmpty
      ? "move '\(scale)' from 'outcomes' to 'feedback' in study.yaml: it was asked once"
      : "write 'asked_at: [\(asked.joined(separator: ", "))]' beside '\(scale)' under 'outcomes' in study.yaml, so that nobody counts as missing"
    return "If it was not asked then, \(write); if it was, \(look)"
  }

  /// Whether the plan asks for another score of the same instrument.
  private func isOfAskedInstrument(_ id: String) -> Bool {
    plan.catalogue.instruments.contains { instrument in
      instrument.scales.contains { $0.id == id }
        && instrument.scales.contains { asked.contains($0.id) }
    }
  }

  /// Forms of a scale for which the plan does not ask; where it asks for none at all, hardly by intent.
  private func notAsked(_ scale: Scale, _ forms: Int, _ files: [String]) -> Loss {
    let asksNone = asked.isEmpty && plan.cohort.lifeOutcomes.isEmpty
    return Loss(
      asksNone ? .warning : .note, .outcomeNotRead,
      "The plan does not ask for \(scale.name): \(count(forms, "form")) of \(list(files)) "
        + "\(forms == 1 ? "is" : "are") in no number.",
      fix: (asksNone ? "Add" : "Nothing, if that is meant; else add")
        + " '\(scale.id)' to 'outcomes' in study.yaml"
        + (plan.cohort.occasions.isEmpty ? ", and when forms are expected to 'occasions'." : "."))
  }

  /// Parts of life and events that the plan asks for and no mapping reads.
  private var others: [Loss] {
    plan.cohort.lifeOutcomes.filter { read.files[$0.id] == nil }.map {
      notRead($0.label, under: "states")
    }
      + plan.cohort.events.filter { read.files[$0.id] == nil }.map {
        notRead($0.many, under: "events")
      }
  }

  private func notRead(_ name: String, under key: String) -> Loss {
    Loss(
      .warning, .outcomeNotRead, "The plan asks for \(name), and no mapping reads it.",
      fix:
        "Name it under '\(key)' in the mapping of the export that holds it, or take it out of study.yaml.",
      gap: .notRead(name))
  }

  private func needed(_ scale: Scale) -> Int? {
    let request = plan.cohort.scales + plan.cohort.askedOnce
    return try? ScaleScorer(
      scale: scale,
      blankItemsAllowed: request.first { $0.scale == scale.id }?.blankItemsAllowed
    ).requiredAnswers
  }

  /// Why no form of a scale was kept.
  private func why(_ files: [String]) -> String {
    let told = told.filter { files.contains($0.file) }
    let rows = batches.filter { files.contains($0.file) }.reduce(0) { $0 + $1.rowsSetAside }
    // A form can be left out of a row that is kept: a warning at its cell.
    let isLeftOut = told.contains { $0.code == ProblemCode.formLeftOut.rawValue }
    let lost = told.filter { problem in
      problem.severity == .setAside
        || isLeftOut && problem.severity == .warning && problem.row != nil && problem.column != nil
    }
    let codes = Dictionary(grouping: lost, by: \.code).sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    guard rows > 0 || isLeftOut, let code = codes.first.flatMap({ ProblemCode(rawValue: $0.key) })
    else {
      return "its columns in \(list(files)) are blank in every row"
    }
    let title = "'\(ProblemExplanation.of(code)?.title ?? code.rawValue)' (\(code.rawValue))"
    if rows == 0 {
      return
        "in rows of \(list(files)) it was left out, most for \(title), and else its columns are blank"
    }
    return
      "in the rows of \(list(files)) that were kept its columns are blank\(isLeftOut ? " or it was left out" : ""), and \(count(rows, "row")) "
      + "\(rows == 1 ? "was" : "were") set aside, most for \(title)"
  }

  private func list(_ files: [String]) -> String {
    files.count < 2
      ? files.joined() : files.dropLast().joined(separator: ", ") + " and " + (files.last ?? "")
  }

  private func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
