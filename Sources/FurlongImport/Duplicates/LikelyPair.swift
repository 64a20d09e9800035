public import FurlongStudy

/// Two rows that may be of one person, though no identifier ties them.
///
/// Nobody is merged for it: a person looks at the two rows and decides.
public struct LikelyPair: Sendable, Equatable {
  /// Why the two may be one person.
  public enum Reason: Sendable, Equatable {
    /// Two rows of registers: the same day of birth, and ids one slip apart.
    case nearIDsAndBirth
    /// Two rows of registers: the same days of birth and registration, and nothing that differs.
    case sameBirthAndRegistration
    /// Two rows of registers: the same day of birth, registered on other days, and all that is known of both is the same,
    /// which is two things at least.
    case sameBirthAndKnown
    /// An id that is nobody's has letters for digits, such as O for 0, or the other way round, and is else one id of the
    /// register.
    case lookalike
    /// An id that is nobody's is one slip from one id of the register, whose rows are not in the export.
    case nearID
  }

  /// A row.
  public struct Row: Sendable, Equatable {
    /// The export.
    public var file: String
    /// Its number.
    public var row: Int
    /// How many rows of the export have its identifiers.
    public var rows: Int
    /// Its identifiers.
    public var hashes: [KeyedHash]
  }

  /// Why.
  public var reason: Reason
  /// The row whose person is in question.
  public var one: Row
  /// The row of the register.
  public var other: Row

  /// Whether somebody decided already that the two are two people.
  public func isApart(by decisions: PeopleDecisions) -> Bool {
    decisions.apart.contains { apart in
      func own(_ row: Row) -> Bool { apart.own.contains(where: row.hashes.contains) }
      func others(_ row: Row) -> Bool { apart.others.contains(where: row.hashes.contains) }
      return (own(one) && others(other)) || (own(other) && others(one))
    }
  }
}
