import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says how many people are in a state that people hope for, and how many came into one and left one.
struct LifeOutcomesWording {
  private let outcome: LifeOutcomesFinding<Released>.Outcome
  private let material: ReportMaterial
  private let points = AnswerWording(.percentagePoints)
  private let percentage = AnswerWording(.percentage)

  init(_ outcome: LifeOutcomesFinding<Released>.Outcome, _ material: ReportMaterial) {
    self.outcome = outcome
    self.material = material
  }

  private var people: PeopleWording { material.people }

  /// What it is to be in a state that people hope for, after "were".
  var sought: String { outcome.outcome.soughtLabel }

  /// The fact of one measure of a row.
  func fact(_ row: LifeOutcomesFinding<Released>.Row, _ measure: String) -> String {
    "life.\(outcome.outcome.id).\(row.occasion.id).\(row.group.id).\(measure)"
  }

  /// The fact of a measure of one state.
  func fact(_ moves: LifeOutcomesFinding<Released>.Moves, _ state: String, _ measure: String)
    -> String
  {
    "life.\(outcome.outcome.id).\(moves.occasion.id).\(state).\(measure)"
  }

  /// Before and after, and who came and left, for page one.
  func headline(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    if isHeldBack(row) { return notShown(row) }
    let movement = movement(row, isShort: true)
    // What the data do not tell is not made to stand out; who came and who left is counted either way.
    return LifeVerdict(outcome, row).call.isTold
      ? "\(strong: "\(movement) \(came(row))")"
      : [movement, "\(strong: came(row))", doubt(row)].joined()
  }

  /// Before and after, and who came and left, for the section.
  func sentence(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    if isHeldBack(row) { return notShown(row) }
    return [movement(row, isShort: false), "\(strong: came(row))", doubt(row)].joined()
  }

  /// Whether no number of it is told.
  private func isHeldBack(_ row: LifeOutcomesFinding<Released>.Row) -> Bool {
    row[.netMovement].estimate == nil && row[.netMovement].notEstimable == nil
      && [row[.soughtBefore], row[.soughtAfter], row[.gained], row[.lost]].allSatisfy {
        $0.parts?.count?.number == nil && $0.estimate == nil
      }
  }

  private func notShown(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    Prose(
      "How many were \(sought) at the start and \(row.occasion.when) is not shown, because it rests on few people or would give them away."
    )
  }

  private func doubt(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    guard LifeVerdict(outcome, row).call == .cannotTell else { return Prose() }
    // What is rounded for privacy may hide what the data themselves would tell.
    return row.used.isRounded
      ? "From counts rounded for privacy we cannot tell whether the share changed."
      : "We cannot tell from these data whether the share changed."
  }

  /// Before, after and the difference: `12 percentage points more (95% confidence interval 1 to 22)`.
  private func movement(_ row: LifeOutcomesFinding<Released>.Row, isShort: Bool) -> Prose {
    let before = people.share(row[.soughtBefore], of: row.used, fact(row, "sought_before"))
    let after = share(row)
    let first: Prose =
      isShort
      ? "\(sought.capitalised): \(before) at the start, \(after) \(row.occasion.when)"
      : "Of those who answered both times \(before) were \(sought) at the start, and \(after) \(row.occasion.when)"
    let net = row[.netMovement]
    let netFact = fact(row, "net_movement")
    guard let estimate = net.estimate, let level = net.level,
      let range = points.range(net, netFact)
    else { return "\(first). The difference \(points.predicate(net, netFact))." }
    let printed = points.printed(estimate.value, in: net)
    let more = printed == 0 ? "more or fewer" : printed < 0 ? "fewer" : "more"
    let interval: Prose =
      isShort ? "(\(level) interval \(range))" : "(\(level) confidence interval \(range))"
    return "\(first): \(points.magnitude(net, netFact)) percentage points \(more) \(interval)."
  }

  /// `about 60 (46%)`: the share after, its whole being said already.
  private func share(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    let answer = row[.soughtAfter]
    let fact = fact(row, "sought_after")
    let count = people.share(count: answer, fact)
    guard answer.estimate != nil else { return count }
    return "\(count) (\(percentage.value(answer, "\(fact).proportion")))"
  }

  /// Who came into such a state and who left it, the one as large as the other.
  private func came(_ row: LifeOutcomesFinding<Released>.Row) -> Prose {
    let gained = people.share(count: row[.gained], fact(row, "gained"))
    let lost = people.share(count: row[.lost], fact(row, "lost"))
    return "\(gained.capitalised) came to be \(sought), and \(lost) no longer were."
  }

  /// Who answered when: shares of different people would not be comparable.
  func answered(
    _ moves: LifeOutcomesFinding<Released>.Moves, of rows: [LifeOutcomesFinding<Released>.Row]
  ) -> Prose {
    let before = people.people(moves.answeredBefore, fact(moves, "all", "answered_before"))
    let after = people.count(moves.answeredAfter, fact(moves, "all", "answered_after"))
    let row = rows.first { $0.occasion == moves.occasion }
    let both = row.map { people.count($0.used, fact($0, "n_used")) } ?? Prose()
    let due = row.map { people.plain($0.eligible, fact($0, "n_eligible")) } ?? Prose()
    return
      "Of the \(due) due \(moves.occasion.when), \(before) answered at the start, \(after) then, and \(both) both times: only these are compared."
  }
}
