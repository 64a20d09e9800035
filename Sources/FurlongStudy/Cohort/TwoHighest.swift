/// What the two people have who have most: a sum of which they have nearly all tells of them.
public struct TwoHighest: Sendable {
  private var most = 0
  private var next = 0

  /// Of nobody yet.
  public init() {}

  /// Takes in what one person has.
  public mutating func add(_ count: Int) {
    if count > most {
      (most, next) = (count, most)
    } else if count > next {
      next = count
    }
  }

  /// What both have together; of one person alone, what that one has.
  public var sum: Int { most + next }
}
