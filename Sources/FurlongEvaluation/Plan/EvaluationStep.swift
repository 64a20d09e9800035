public import FurlongStudy

/// One line of the plan's steps: a question, asked of outcomes, events and groups.
///
/// An enumeration and not a protocol: a new question leads the compiler through every room that it needs.
public struct EvaluationStep: Codable, Sendable, Equatable {
  /// What is asked.
  public enum Asked: Codable, Sendable, Equatable {
    /// 1 Who came, and who is in these numbers?
    case reach
    /// 2 How far did people travel? Of these scales.
    case change(outcomes: [String])
    /// 3 Was it real, and did it matter? Of these scales, and by these sets of rules too.
    case meaning(outcomes: [String], rules: [RuleSet] = [])
    /// 3 What changed in people's lives? Of these parts of life.
    case lifeOutcomes(outcomes: [String])
    /// 4 Did use of services fall? Of these events.
    case serviceUse(events: [String])
    /// 4 How long did it take? Until these events, and by so many months after day 0.
    case timeToEvent(events: [String], months: [Int])
    /// 4 What changed on wards, teams or courses? Of these counts.
    case unitRates(counts: [String])
    /// 5 What did it cost, and what did it save? By what these events cost.
    case money(events: [String])
    /// 7 What did people think of it? Of these scales, asked once, and by course or not.
    case feedback(scales: [String], byCourse: Bool)
    /// 7 What do people say?
    case experience
    /// 8 What can this not show?
    case certainty

    /// The question, without of what it is asked.
    public var question: Question {
      switch self {
      case .reach: .reach
      case .change: .change
      case .meaning: .meaning
      case .lifeOutcomes: .lifeOutcomes
      case .serviceUse: .serviceUse
      case .timeToEvent: .timeToEvent
      case .unitRates: .unitRates
      case .money: .money
      case .feedback: .feedback
      case .experience: .experience
      case .certainty: .certainty
      }
    }
  }

  /// Whether the step was planned before the data were seen.
  public enum Planned: Codable, Sendable, Equatable {
    /// Named in a plan that nothing dates.
    case yes
    /// Unchanged since the plan was frozen, and what was in by then.
    case frozen(PlanFreeze.Moment)
    /// Thought of after seeing the data.
    case no
    /// Added after the plan was frozen: when, with what in by then, and why.
    case added(PlanFreeze.Moment, why: String)
    /// Changed, and why.
    case amended(why: String)

    /// The word in the results table.
    public var word: String {
      switch self {
      case .yes, .frozen: "yes"
      case .no, .added: "no"
      case .amended: "amended"
      }
    }
  }

  /// The step's id in results.
  public var id: String
  /// What is asked.
  public var asked: Asked
  /// The question, without of what it is asked.
  public var question: Question { asked.question }
  /// The columns by which groups are told apart; everyone is always there.
  public var groups: [String]
  /// The windows in which events are counted; all of the plan's where it names none.
  public var windows: [String]
  /// Whether it was planned.
  public var planned: Planned

  /// Whether it tells completers apart, so that people are followed from the plan's landmark.
  public var isFromLandmark: Bool { groups.contains(Landmark.column) }
  /// Whether the arms of a randomised study are compared in it: chance made no arms of completers.
  public var comparesArms: Bool {
    question.comparesArms && !([.serviceUse, .money].contains(question) && isFromLandmark)
  }

  /// A step.
  public init(
    id: String, asking asked: Asked, groups: [String], windows: [String] = [], planned: Planned
  ) {
    self.windows = windows
    self.id = id
    self.asked = asked
    self.groups = groups
    self.planned = planned
  }
}
