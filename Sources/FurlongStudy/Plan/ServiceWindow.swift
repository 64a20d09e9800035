/// Whether an outcome is the one that decides.
public enum OutcomeRole: String, Codable, Sendable, CaseIterable {
  /// The one that decides.
  case primary
  /// One of the others.
  case secondary
}

/// An event that is counted, and what the report calls it.
public struct EventKind: Codable, Sendable, Equatable {
  /// Its id in mappings and results.
  public var id: String
  /// One of it: `day in hospital`.
  public var one: String
  /// Several: `days in hospital`.
  public var many: String
  /// Whether it decides.
  public var role: OutcomeRole
  /// What becomes of a spell that begins on the day on which another of the same person ends.
  public var transfers: Transfers
  /// What becomes of nights at home on leave from a stay; nil where no export holds them.
  public var homeLeave: HomeLeave?

  /// An event.
  public init(
    id: String, one: String, many: String, role: OutcomeRole, transfers: Transfers = .joined,
    homeLeave: HomeLeave? = nil
  ) {
    self.homeLeave = homeLeave
    self.transfers = transfers
    self.id = id
    self.one = one
    self.many = many
    self.role = role
  }
}

/// What becomes of a spell that begins by the day on which another of the same person ends: a move between wards, a
/// detention under another section, or an admission again on the day of a discharge.
public enum Transfers: String, Codable, Sendable, Hashable, CaseIterable {
  /// Both are one spell.
  case joined
  /// Each is a spell of its own.
  case apart
}

/// What becomes of the nights that somebody spent at home on leave from a stay in hospital.
public enum HomeLeave: String, Codable, Sendable, Hashable, CaseIterable {
  /// They are nights of the stay, as the bed was kept.
  case counted
  /// They are not: nobody was there.
  case leftOut = "left out"

  /// The other way.
  public var other: HomeLeave { self == .counted ? .leftOut : .counted }
}

/// The time before and after day 0 in which service use is counted.
///
/// Before: up to, not including, day 0. After: from day 0 on, or from a landmark.
public struct ServiceWindow: Codable, Sendable, Equatable {
  /// Its id in results.
  public var id: String
  /// Its words in the report.
  public var label: String
  /// How long before day 0 it begins.
  public var before: TimeLength
  /// How long after day 0, or after the landmark, it ends; that day is not included.
  public var after: TimeLength
  /// How long after day 0 the time after begins; nil where on day 0.
  public var from: TimeLength?

  /// Whether its label says how long it is before and after day 0: `24 months before and 12 months after`.
  public var saysBothSides: Bool { Self.saysBothSides(label) }

  /// Whether a label says how long a window is before and after day 0.
  public static func saysBothSides(_ label: String) -> Bool {
    let words = label.lowercased().split { !$0.isLetter }
    return words.contains("before") && words.contains("after")
  }

  /// A window.
  public init(
    id: String, label: String, before: TimeLength, after: TimeLength, from: TimeLength? = nil
  ) {
    self.from = from
    self.id = id
    self.label = label
    self.before = before
    self.after = after
  }
}
