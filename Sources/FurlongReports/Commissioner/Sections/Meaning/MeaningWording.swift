import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says whether change on one scale was real, and whether it mattered.
struct MeaningWording {
  /// The scale's meaning.
  var outcome: MeaningFinding<Released>.Outcome
  private let material: ReportMaterial

  init(_ outcome: MeaningFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  /// The scale's words.
  var scale: ScaleWording { ScaleWording(outcome.scale) }

  /// The fact of one measure of a row.
  func fact(_ row: MeaningFinding<Released>.Row, _ measure: String) -> String {
    "meaning.\(outcome.scale.id).\(row.occasion.id).\(row.group.id).\(measure)"
  }

  /// Better and worse for page one, both in strong words.
  func headline(_ row: MeaningFinding<Released>.Row) -> Prose {
    guard MeaningVerdict(outcome, row).isJudged else {
      return "Whether single people changed by more than the form’s error cannot be judged."
    }
    if isHeldBack(row, [.improved, .deteriorated]) {
      return "How many changed \(beyond) is not shown."
    }
    let people = material.people
    let improved = people.share(
      row[.improved], of: row.used, fact(row, "improved_reliably"), isShort: true)
    let worse: Prose =
      row[.deteriorated].parts?.count?.shown == .exactly(0)
      ? nobody(row) : worse(row)
    return
      "\(strong: "\(improved.capitalised) got better and \(worse) worse \(beyondInShort)")\(otherwise(row))."
  }

  /// `by more than the form’s error`, or `by at least 6 points` where the plan goes by a published threshold.
  var beyond: Prose {
    guard let points = outcome.reliability?.points else { return "by more than the form’s error" }
    let number = ReportedNumber(
      NumberWording().score(points), fact: "meaning.\(outcome.scale.id).published_threshold",
      value: .released(points))
    return "by at least \(number) points"
  }

  /// The same on page one.
  private var beyondInShort: Prose {
    outcome.reliability?.points == nil ? "beyond the form’s error" : beyond
  }

  private var reached: Prose {
    outcome.reliability?.points == nil ? "more than" : "at least"
  }

  /// `in the usual care arm 14 of 45 got better and 3 worse`.
  func armClause(_ row: MeaningFinding<Released>.Row) -> Prose {
    let improved = material.people.share(
      row[.improved], of: row.used, fact(row, "improved_reliably"), isShort: true)
    let worse = row[.deteriorated].parts?.count?.shown == .exactly(0) ? nobody(row) : worse(row)
    return "\(ArmsWording.arm(row.group)) \(improved) got better and \(worse) worse"
  }

  /// ` (25 to 50 by other reliabilities)`; nothing where there are none.
  private func otherwise(_ row: MeaningFinding<Released>.Row) -> Prose {
    let verdict = MeaningVerdict(outcome, row)
    guard let fewest = verdict.fewest.flatMap({ better(by: $0, row) }),
      let most = verdict.most.flatMap({ better(by: $0, row) })
    else { return Prose() }
    if fewest == most { return " (\(fewest) by another estimate)" }
    return " (\(fewest) to \(most) by other estimates)"
  }

  private func better(by kind: String, _ row: MeaningFinding<Released>.Row) -> Prose? {
    let other = outcome.others.first { $0.reliability.kind == kind }
    let improved = other?.rows.first { $0.occasion == row.occasion }?[.improved]
    return improved?.parts?.count.map {
      material.people.plain($0, otherFact(kind, row.occasion.id, "improved"))
    }
  }

  /// The fact of a measure by another reliability.
  func otherFact(_ kind: String, _ occasion: String, _ measure: String) -> String {
    "meaning.\(outcome.scale.id).\(occasion).by_\(kind).\(measure)"
  }

  /// How many got worse, without a word on its rounding: it is the second of two numbers in a breath.
  private func worse(_ row: MeaningFinding<Released>.Row) -> Prose {
    let fact = fact(row, "deteriorated_reliably")
    return row[.deteriorated].parts?.count.map { material.people.plain($0, fact) }
      ?? AnswerWording(.percentage).value(row[.deteriorated], fact)
  }

  private func nobody(_ row: MeaningFinding<Released>.Row) -> Prose {
    Prose(
      ReportedNumber("nobody", fact: fact(row, "deteriorated_reliably"), value: .released(0)))
  }

  /// `about 10 worsened by that much`, `nobody worsened by that much`.
  private func worsened(_ row: MeaningFinding<Released>.Row) -> Prose {
    if row[.deteriorated].parts?.count?.shown == .exactly(0) {
      return "\(nobody(row)) worsened by that much"
    }
    let worse = material.people.share(
      row[.deteriorated], of: row.used, fact(row, "deteriorated_reliably"))
    return "\(worse) worsened by that much"
  }

  /// Better, worse and the rest, with worse as large as better.
  func counts(_ row: MeaningFinding<Released>.Row) -> Prose {
    let improved = material.people.share(
      row[.improved], of: row.used, fact(row, "improved_reliably"))
    let who = row.group == .everyone ? "" : "\(row.group.label), "
    if isHeldBack(row, [.improved, .deteriorated, .unchanged]) {
      return
        "\(Prose("\(who)\(row.occasion.when):").capitalised) how many changed by more than that is not shown."
    }
    return
      "\(Prose("\(who)\(row.occasion.when):").capitalised) \(strong: "\(improved) improved by \(reached) that; \(worsened(row))"); \(rest(row))."
  }

  /// Whether nothing of it may be told, not even that it is few.
  private func isHeldBack(
    _ row: MeaningFinding<Released>.Row, _ judgements: [MeaningMeasure]
  ) -> Bool {
    judgements.allSatisfy { judgement in
      if case .withheld? = row[judgement].parts?.count?.shown { return true }
      if row[judgement].parts?.count != nil { return false }
      if case .withheld = row[judgement].shown { return true }
      return false
    }
  }

  private func rest(_ row: MeaningFinding<Released>.Row) -> Prose {
    if case .withheld? = row[.unchanged].parts?.count?.shown {
      return "how many changed less is not shown, because it would give a small number away"
    }
    return "\(material.people.share(count: row[.unchanged], fact(row, "unchanged"))) changed less"
  }

  /// The threshold, the reliability that it rests on, and its source.
  var threshold: Prose {
    let fact = "meaning.\(outcome.scale.id).reliable_change_threshold"
    guard outcome.threshold.estimate != nil else {
      return
        "Whether single people changed by more than the questionnaire’s own error cannot be judged: \(reason)."
    }
    let points = scale.points.value(outcome.threshold, fact)
    guard let reliability = outcome.reliability else { return Prose() }
    let source = reliability.sourceWords
    let name = outcome.scale.name
    func number(_ value: Double, _ what: String) -> ReportedNumber {
      ReportedNumber(
        NumberWording().fixed(value, decimals: 2), fact: "meaning.\(outcome.scale.id).\(what)",
        value: .released(value))
    }
    let more: Prose =
      "A change counts as real only if it is more than \(strong: "\(points) points"): more than the measurement error of \(name) (reliable change after Jacobson and Truax)."
    switch reliability.basis {
    case .important:
      return
        "A change counts only if it is \(strong: "at least \(points) points"): the smallest change on \(name) that is published to matter to people (\(source))."
    case .atLeast:
      return
        "A change counts only if it is \(strong: "at least \(points) points"): the threshold that is published for \(name) (\(source))."
    case .error(let error, _):
      return
        "\(more) It rests on the published standard error of measurement, \(number(error, "error_of_measurement")) points (\(source))."
    case .coefficient(let coefficient):
      return
        "\(more) It rests on a reliability of \(number(coefficient, "reliability")) (\(reliability.kindWords); \(source)) and on the spread of all first scores here."
    }
  }

  /// The plan's cut-off or the published one; nil where there is none.
  var cutOff: Prose? {
    if let leading = CutOffWording(outcome, material).leading { return leading }
    guard let cutOff = outcome.cutOff else { return nil }
    let score = ReportedNumber(
      NumberWording().score(cutOff.score), fact: "meaning.\(outcome.scale.id).cut_off",
      value: .released(cutOff.score))
    return
      "The published cut-off is \(strong: Prose(score)) (\(cutOff.label); \(cutOff.source.withoutFullStop)). Whoever got better \(beyond) and crossed it has recovered, by this rule."
  }

  /// `On SWEMWBS 7 to 19.5 is usually called low wellbeing.`, of the band at the bad end; nil where none is known.
  var band: Prose? {
    let bands = outcome.scale.bands
    guard let bad = outcome.scale.higherIsBetter ? bands.first : bands.last else { return nil }
    func number(_ value: Double, _ end: String) -> ReportedNumber {
      ReportedNumber(
        NumberWording().score(value), fact: "meaning.\(outcome.scale.id).band.\(end)",
        value: .released(value))
    }
    return
      "On \(Prose(outcome.scale.name)) \(number(bad.low, "low")) to \(number(bad.high, "high")) is usually called \(Prose(bad.label))."
  }

  /// What became of people around the published cut-off.
  func crossings(_ row: MeaningFinding<Released>.Row) -> Prose {
    if isHeldBack(row, [.crossed, .recovered, .harmed]) {
      return "\(row.occasion.when.capitalised): how many crossed it is not shown."
    }
    let people = material.people
    let crossed = people.share(row[.crossed], of: row.used, fact(row, "crossed_cut_off"))
    if [row[.crossed], row[.recovered], row[.harmed]].allSatisfy({ $0.parts?.count?.number == nil })
    {
      return "\(row.occasion.when.capitalised): \(crossed) crossed it for the better."
    }
    let recovered = people.share(row[.recovered], of: row.used, fact(row, "recovered"))
    let harmed = people.share(row[.harmed], of: row.used, fact(row, "harmed"))
    return
      "\(row.occasion.when.capitalised): \(crossed) crossed it for the better; \(strong: "\(recovered) got better") \(beyond) and crossed it; \(strong: "\(harmed) got worse") \(beyond) and crossed it the other way."
  }

  private var reason: String {
    switch outcome.threshold.shown {
    case .notEstimable(let reason): reason.words
    case .withheld(.fewPeople), .fewerThan: "it rests on few people"
    case .withheld(let reason): "that error is not shown, because \(reason.words)"
    case .number: ""
    }
  }
}

extension ReliabilityDescription {
  /// Its kind, in words.
  var kindWords: String {
    switch basis {
    case .atLeast: return "the published threshold"
    case .important: return "the published smallest important change"
    case .error: return "the published error of measurement"
    case .coefficient: break
    }
    // A second of a kind is called `alpha-2`.
    let kind = kind.replacing(/-[0-9]+$/, with: "")
    switch kind {
    case "own": return "the plan’s own"
    case "implied-by-sem": return "implied by the published standard error of measurement"
    case "alpha": return "Cronbach’s alpha"
    default: return kind.replacing("-", with: " ").replacing("test retest", with: "test-retest")
    }
  }

  /// Where it comes from, and whether nobody read that.
  var sourceWords: String {
    source.withoutFullStop + (isFromMemory ? "; from memory, not verified" : "")
  }
}
