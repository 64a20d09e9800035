/// Finds the word that a person most likely meant.
///
/// Capitals are not told apart, nor are spaces, hyphens and underscores. The distance counts letters
/// added, dropped, changed, and neighbours swapped (optimal string alignment).
public struct NearestWord: Sendable {
  /// The words to choose among.
  public let candidates: [String]

  /// Words longer than this are never suggested, which bounds the work.
  static let longest = 200

  /// Chooses among these words.
  public init(among candidates: [String]) {
    self.candidates = candidates
  }

  /// The nearest candidate at a distance of at most 2 that is also less than the word's length.
  ///
  /// Of several as near, the first. `nil` when none is near enough.
  public func to(_ word: String) -> String? {
    let wanted = Self.normal(word)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let distance = Self.distance(wanted, Self.normal(candidate))
      if distance <= 2, distance < wanted.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.word
  }

  /// All candidates, the nearest first; those as near keep their order.
  public func ordered(to word: String) -> [String] {
    let wanted = Self.normal(word)
    return candidates.enumerated()
      .map {
        (
          place: $0.offset, word: $0.element,
          distance: Self.distance(wanted, Self.normal($0.element))
        )
      }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
      .map(\.word)
  }

  /// How many letters must be added, dropped, changed or swapped with a neighbour to make one word of another.
  public static func edits(between one: String, and other: String) -> Int {
    distance(normal(one), normal(other))
  }

  private static func normal(_ word: String) -> [Character] {
    Array(word.lowercased()).map { $0 == "-" || $0 == "_" ? " " : $0 }
  }

  /// The number of edits between two words; `Int.max` when one is too long to compare.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.count > longest || b.count > longest { return .max }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        let changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        var least = min(changed, last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          least = min(least, before[j - 2] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
