/// A person inside one study file: a number that means nothing outside it.
public struct PersonID: Hashable, Comparable, Codable, Sendable {
  /// The row number of the person.
  public let number: Int64

  /// The person of that number.
  public init(_ number: Int64) { self.number = number }

  /// The smaller number comes first; no result depends on it.
  public static func < (left: PersonID, right: PersonID) -> Bool { left.number < right.number }
}

/// What kind of identifier an export carries.
public enum IdentifierKind: String, Codable, Sendable, CaseIterable {
  /// A number that only one dataset knows.
  case localID = "local_id"
  /// The college's own number of a student.
  case studentID = "student_id"
  /// The ten digits of the NHS, with a check digit.
  case nhsNumber = "nhs_number"
}

/// An identifier after keyed hashing; its value cannot be had back without the key.
public struct KeyedHash: Hashable, Codable, Sendable {
  /// The kind of identifier that was hashed.
  public let kind: IdentifierKind
  /// `HMAC-SHA-256(key, "furlong/pid/v1" ‖ study id ‖ kind ‖ normalised value)` in hexadecimal.
  public let hash: String

  /// A hash of that kind.
  public init(kind: IdentifierKind, hash: String) {
    self.kind = kind
    self.hash = hash
  }

  /// Keyed hashes are spread evenly already: their end tells nearly all apart.
  public func hash(into hasher: inout Hasher) {
    var end: UInt64 = 0
    for byte in hash.utf8.suffix(16) { end = end << 4 ^ UInt64(byte) }
    hasher.combine(end)
  }
}
