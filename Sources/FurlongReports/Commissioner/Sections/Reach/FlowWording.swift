import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Reads one flow from registered to analysed, and names its stages.
struct FlowWording {
  /// The flow.
  var flow: ReachFinding<Released>.Flow
  private let material: ReportMaterial

  init(_ flow: ReachFinding<Released>.Flow, _ material: ReportMaterial) {
    self.flow = flow
    self.material = material
  }

  /// The follow-up's words: `at 2 months`.
  var when: String { flow.occasion?.when ?? "at the follow-up" }

  /// The fact of a stage's count.
  func fact(_ stage: ReachFinding<Released>.Stage) -> String {
    let scale = flow.scale.map { ".\($0.id)" } ?? ""
    let occasion = flow.occasion.map { ".\($0.id)" } ?? ""
    return "reach\(scale)\(occasion).\(stage.kind.word)"
  }

  /// Everybody in the data.
  var registered: ReachFinding<Released>.Stage? {
    stage { if case .registered = $0 { true } else { false } }
  }

  /// Those whom the report is about: the last stage before sessions and forms.
  var population: ReachFinding<Released>.Stage? { flow.stages.last { $0.kind.isOfPopulation } }

  /// Those who came to a session.
  var attended: ReachFinding<Released>.Stage? {
    stage { if case .attendedAny = $0 { true } else { false } }
  }

  /// Those whose follow-up is due.
  var due: ReachFinding<Released>.Stage? {
    stage { if case .dueFollowUp = $0 { true } else { false } }
  }

  /// Those with a form at the follow-up.
  var returned: ReachFinding<Released>.Stage? {
    stage { if case .withFollowUp = $0 { true } else { false } }
  }

  /// Those in the figures.
  var analysed: ReachFinding<Released>.Stage? {
    stage { if case .analysed = $0 { true } else { false } }
  }

  /// `97 of 100 people due a form at 2 months (97%)`.
  var share: Prose? {
    guard let analysed, let due else { return nil }
    let people = material.people
    if case .withheld(let reason) = analysed.people.shown {
      return
        "some of the \(people.all(due.people, fact(due))) due a form \(when) (\(people.howMany(reason, fact(analysed))))"
    }
    let counts: Prose =
      due.people.number == nil
      ? people.people(analysed.people, fact(analysed))
      : "\(people.count(analysed.people, fact(analysed))) of the \(people.plainPeople(due.people, fact(due)))"
    let percentage = people.percentage(analysed.people, of: due.people, fact(analysed))
    return [counts, "due a form \(when)", percentage ?? Prose()].joined()
  }

  /// What a stage is called on a bar.
  func label(_ stage: ReachFinding<Released>.Stage) -> String {
    switch stage.kind {
    case .registered: material.study.registered == nil ? "In the data" : "Registered"
    case .registeredInPeriod: "Registered in the period"
    case .meets(let column, let values):
      "\(column.asWords.capitalised): \(values.joined(separator: " or "))"
    case .hasDayZero: "With a \(material.study.dayZero)"
    case .attendedAny: "Came at least once"
    case .withBaseline: "Filled in a first form"
    case .dueFollowUp: "Due a form \(when)"
    case .withFollowUp: "Filled in that form"
    case .analysed: "In the figures: both forms"
    }
  }

  /// What became of those who do not reach a stage.
  func note(_ stage: ReachFinding<Released>.Stage) -> Prose? {
    guard let lost = stage.lost, lost.number != 0 else { return nil }
    let count = material.people.cell(lost, "\(fact(stage)).lost")
    return switch stage.kind {
    case .registered: nil
    case .registeredInPeriod: "\(count) outside it"
    case .meets: others(stage) ?? "\(count) others"
    case .hasDayZero: "\(count) without one"
    case .attendedAny: "\(count) never came"
    case .withBaseline: "\(count) without one"
    case .dueFollowUp: "\(count) not yet due"
    case .withFollowUp: "\(count) did not"
    case .analysed: "\(count) lack the first"
    }
  }

  /// `95 carers, 80 staff`: those whom a line of `who:` leaves out, as the plan calls them, else by their value.
  private func others(_ stage: ReachFinding<Released>.Stage) -> Prose? {
    guard !stage.others.isEmpty else { return nil }
    return stage.others.map { others -> Prose in
      let count = material.people.cell(others.people, "\(fact(stage)).lost.\(others.value)")
      return "\(count) \(others.words ?? "“\(others.value)”")"
    }.joined(", ")
  }

  private func stage(_ isIt: (ReachStage) -> Bool) -> ReachFinding<Released>.Stage? {
    flow.stages.first { isIt($0.kind) }
  }
}

extension ReachStage {
  /// The stage's word in facts.
  fileprivate var word: String {
    switch self {
    case .registered: "registered"
    case .registeredInPeriod: "registered_in_period"
    case .meets(let column, _): "meets.\(column)"
    case .hasDayZero: "has_day_zero"
    case .attendedAny: "attended_any"
    case .withBaseline: "with_baseline"
    case .dueFollowUp: "due_follow_up"
    case .withFollowUp: "with_follow_up"
    case .analysed: "analysed"
    }
  }

  fileprivate var isOfPopulation: Bool {
    switch self {
    case .registered, .registeredInPeriod, .meets, .hasDayZero: true
    case .attendedAny, .withBaseline, .dueFollowUp, .withFollowUp, .analysed: false
    }
  }
}
