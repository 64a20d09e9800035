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
    guard outcome.threshold.estimate != nil else {
      return
        "Whether single people changed by more than the form’s error \(Prose("cannot be judged")): \(reason)."
    }
    let improved = material.people.share(
      row[.improved], of: row.used, fact(row, "improved_reliably"))
    let worse = material.people.share(
      row[.deteriorated], of: row.used, fact(row, "deteriorated_reliably"))
    return
      "\(strong: "At \(row.occasion.label) \(improved) got better by more than the form’s own error; \(worse) got worse by more than it.")"
  }

  /// Better, worse and the rest, with worse as large as better.
  func counts(_ row: MeaningFinding<Released>.Row) -> Prose {
    let people = material.people
    let improved = people.share(row[.improved], of: row.used, fact(row, "improved_reliably"))
    let worse = people.share(row[.deteriorated], of: row.used, fact(row, "deteriorated_reliably"))
    let who = row.group == .everyone ? "" : "\(row.group.label), "
    return
      "\(Prose("\(who)at \(row.occasion.label):").capitalised) \(strong: "\(improved) got better") by more than that; \(strong: "\(worse) got worse") by more than that; \(rest(row))."
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
    let sentence: Prose =
      "A change counts as real only if it is more than \(strong: "\(points) points"): more than the measurement error of \(outcome.scale.name) (reliable change after Jacobson and Truax)."
    guard let reliability = outcome.reliability else { return sentence }
    if let error = reliability.error {
      let published = ReportedNumber(
        NumberWording().fixed(error, decimals: 2),
        fact: "meaning.\(outcome.scale.id).error_of_measurement", value: .released(error))
      return
        "\(sentence) It rests on the published standard error of measurement, \(published) points (\(reliability.source.withoutFullStop))."
    }
    let coefficient = ReportedNumber(
      NumberWording().fixed(reliability.coefficient, decimals: 2),
      fact: "meaning.\(outcome.scale.id).reliability", value: .released(reliability.coefficient))
    let kind =
      switch reliability.kind {
      case "implied-by-sem": "implied by the published standard error of measurement"
      case "test-retest": "test-retest"
      default: reliability.kind.replacing("-", with: " ")
      }
    return
      "\(sentence) It rests on a reliability of \(coefficient) (\(kind); \(reliability.source.withoutFullStop)) and on the spread of all first scores here."
  }

  /// The published cut-off, or that there is none.
  var cutOff: Prose {
    guard let cutOff = outcome.cutOff else {
      return
        "No cut-off has been published for \(outcome.scale.name), so recovery cannot be judged."
    }
    let score = ReportedNumber(
      NumberWording().score(cutOff.score), fact: "meaning.\(outcome.scale.id).cut_off",
      value: .released(cutOff.score))
    return
      "The published cut-off is \(strong: Prose(score)) (\(cutOff.label); \(cutOff.source.withoutFullStop)). Whoever got better by more than the form’s error and crossed it has recovered, by this rule."
  }

  /// What became of people around the published cut-off.
  func crossings(_ row: MeaningFinding<Released>.Row) -> Prose {
    let people = material.people
    let crossed = people.share(row[.crossed], of: row.used, fact(row, "crossed_cut_off"))
    let recovered = people.share(row[.recovered], of: row.used, fact(row, "recovered"))
    let harmed = people.share(row[.harmed], of: row.used, fact(row, "harmed"))
    return
      "At \(row.occasion.label): \(crossed) crossed it for the better; \(strong: "\(recovered) got better") by more than the form’s error and crossed it; \(strong: "\(harmed) got worse") by more than the form’s error and crossed it the other way."
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
