extension ServiceUseFinding {
  /// Whether what is found of everyone hangs on few people.
  public struct Robustness: Encodable, Sendable, Equatable {
    /// People watched as long on both sides, of whom the next three speak.
    public var watched: N.People
    /// Those with fewer events after than before.
    public var less: N.People
    /// Those with as many, none on both sides among them.
    public var same: N.People
    /// Those with more.
    public var more: N.People
    /// What it is measured by.
    public var answers: Answers<RobustUseMeasure, N>

    /// A look at few.
    public init(
      watched: N.People, less: N.People, same: N.People, more: N.People,
      answers: Answers<RobustUseMeasure, N>
    ) {
      self.watched = watched
      self.less = less
      self.same = same
      self.more = more
      self.answers = answers
    }

    /// Those whose use went one way.
    public subscript(direction: RobustUseMeasure.Direction) -> N.People {
      switch direction {
      case .less: less
      case .same: same
      case .more: more
      }
    }

    /// The answer to one measure.
    public subscript(measure: RobustUseMeasure) -> N.Answer { answers[measure] }
  }
}

extension ServiceUseFinding.Robustness: Decodable where N == Unreleased {}
