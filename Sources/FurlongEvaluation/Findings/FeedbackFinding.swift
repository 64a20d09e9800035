/// What people thought of it: scales that are asked once, with nothing to compare them with.
public struct FeedbackFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// Everyone, or those who answered after one course.
  public struct Row: Encodable, Sendable, Equatable {
    /// The course; nil for everyone, of whom each person's last form counts.
    public var course: String?
    /// People who answered.
    public var used: N.People
    /// The share who reach the plan's score; nil where it names none.
    public var reached: N.Answer?
    /// The mean score; nil where the single scores are listed, which with it would tell of few people.
    public var mean: N.Answer?

    /// A row.
    public init(course: String?, used: N.People, reached: N.Answer?, mean: N.Answer?) {
      self.course = course
      self.used = used
      self.reached = reached
      self.mean = mean
    }
  }

  /// How many people have one score.
  public struct Score: Encodable, Sendable, Equatable {
    /// The score.
    public var score: Double
    /// How many of everyone have it.
    public var people: N.People

    /// A score.
    public init(score: Double, people: N.People) {
      self.score = score
      self.people = people
    }
  }

  /// One scale.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// The scale.
    public var scale: ScaleDescription
    /// The score at which, or past which in the good direction, `label` is said of people; nil where nothing is.
    public var reaching: Double?
    /// What is said of them, after "people who".
    public var label: String
    /// People whom the evaluation is about.
    public var eligible: N.People
    /// Everyone first, then courses by name.
    public var rows: [Row]
    /// How many people have each score, the least first; empty for a scale of many scores.
    public var scores: [Score]

    /// A scale's feedback.
    public init(
      scale: ScaleDescription, reaching: Double?, label: String, eligible: N.People, rows: [Row],
      scores: [Score]
    ) {
      self.scale = scale
      self.reaching = reaching
      self.label = label
      self.eligible = eligible
      self.rows = rows
      self.scores = scores
    }
  }

  /// The scales, in the step's order.
  public var outcomes: [Outcome]

  /// A finding of feedback.
  public init(outcomes: [Outcome]) { self.outcomes = outcomes }
}

extension FeedbackFinding: Decodable where N == Unreleased {}
extension FeedbackFinding.Outcome: Decodable where N == Unreleased {}
extension FeedbackFinding.Row: Decodable where N == Unreleased {}
extension FeedbackFinding.Score: Decodable where N == Unreleased {}
