/// What the numbers of a finding are: as the evaluation made them, or as the gate let them pass.
///
/// Every finding has it as its parameter. So a number that was not released cannot stand in a released finding: the two
/// are of different types, and only the gate makes one of the other.
public protocol Numbers: Sendable {
  /// A count of people.
  associatedtype People: Tabulated & Encodable & Equatable & Sendable
  /// A number, or why there is none.
  associatedtype Answer: Tabulated & Encodable & Equatable & Sendable
}

/// Numbers as the evaluation made them: small ones are not hidden.
public enum Unreleased: Numbers {
  /// A count of people.
  public typealias People = PeopleCount
  /// A number, or why there is none.
  public typealias Answer = FoundAnswer
}

/// A number that can fill its row of the results table.
public protocol Tabulated {
  /// Fills estimate, interval, counts, method and note of a row.
  func fill(_ row: inout ResultRow, of measure: Measure)
}
