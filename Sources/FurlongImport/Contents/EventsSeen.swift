import FurlongStudy

/// Which events there were, so that each is counted once: eight bytes an event, since there may be millions.
struct EventsSeen {
  private var teams: [String: Int] = [:]
  private var packed = WordSet()
  /// Events that do not fit into eight bytes: in millions of people, or thousands of teams.
  private var others: Set<Long> = []

  private struct Long: Hashable {
    var event: Int
    var person: Int
    var day: Int
    var team: Int
  }

  /// A number for a team; 0 for none.
  mutating func number(ofTeam name: String?) -> Int {
    guard let name else { return 0 }
    return teams[name]
      ?? {
        let number = teams.count + 1
        teams[name] = number
        return number
      }()
  }

  /// Takes an event in; false where it was there.
  mutating func insert(event: Int, person: Int, day: CalendarDay, team: Int) -> Bool {
    let days = day.number + 1 << 17
    if event < 1 << 6, person < 1 << 26, (0..<1 << 18).contains(days), team < 1 << 14 {
      return packed.insert(
        UInt64(person) << 38 | UInt64(days) << 20 | UInt64(team) << 6 | UInt64(event))
    }
    return others.insert(Long(event: event, person: person, day: day.number, team: team)).inserted
  }
}

/// A set of numbers other than 0, in parts of which one at a time is laid out anew as it grows.
struct WordSet {
  private var parts = [WordTable](repeating: WordTable(), count: 64)

  /// Takes a number in; false where it was there.
  mutating func insert(_ word: UInt64) -> Bool {
    parts[Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 58)].insert(word)
  }
}

/// A set of numbers other than 0, in a table of open places.
private struct WordTable {
  private var places = [UInt64](repeating: 0, count: 1 << 6)
  private var count = 0

  /// Takes a number in; false where it was there.
  mutating func insert(_ word: UInt64) -> Bool {
    let place = place(of: word)
    if places[place] == word { return false }
    places[place] = word
    count += 1
    if count * 10 > places.count * 7 { grow() }
    return true
  }

  /// Where a number stands, or would.
  private func place(of word: UInt64) -> Int {
    let mask = places.count - 1
    let (high, low) = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var place = Int(truncatingIfNeeded: high ^ low) & mask
    while places[place] != 0, places[place] != word { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 2)
    for word in old where word != 0 { places[place(of: word)] = word }
  }
}
