/// Ids that are one slip of the hand apart: a sign another, one too many, one too few, or two neighbours changed round.
struct OneSlip {
  /// The ids that have a text, by what is left of them without one sign.
  private var byRest: [String: [String]] = [:]

  /// Among these ids.
  init(among ids: some Sequence<String>) {
    for id in ids {
      for rest in Self.rests(of: id) { byRest[rest, default: []].append(id) }
    }
  }

  /// The ids one slip away from a text, in order; not the text itself.
  func near(_ text: String) -> [String] {
    let found = Self.rests(of: text).flatMap { byRest[$0] ?? [] }
    return Set(found).filter { Self.areNear($0, text) }.sorted()
  }

  /// A text, and what is left of it without each of its signs.
  private static func rests(of text: String) -> Set<String> {
    var rests: Set<String> = [text]
    for place in text.indices {
      var rest = text
      rest.remove(at: place)
      rests.insert(rest)
    }
    return rests
  }

  /// Whether two texts are one slip apart.
  static func areNear(_ one: String, _ other: String) -> Bool {
    let (short, long) =
      one.count <= other.count ? (Array(one), Array(other)) : (Array(other), Array(one))
    guard long.count - short.count < 2,
      let first = long.indices.first(where: {
        $0 >= short.count || short[$0] != long[$0]
      })
    else { return false }
    if short.count < long.count { return short[first...] == long[(first + 1)...] }
    if short[(first + 1)...] == long[(first + 1)...] { return true }
    return first + 1 < long.count && short[first] == long[first + 1]
      && short[first + 1] == long[first] && short[(first + 2)...] == long[(first + 2)...]
  }

  /// An id with letters as the digits for which they are taken: O as 0, I and L as 1, S as 5, B as 8, Z as 2.
  static func alike(_ id: String) -> String {
    String(id.map { digits[$0] ?? $0 })
  }

  private static let digits: [Character: Character] = [
    "O": "0", "I": "1", "L": "1", "S": "5", "B": "8", "Z": "2",
  ]
}
