import FurlongStudy
import GRDB

/// The stays of the people in the numbers that an event is of, with the nights at home on leave from them.
struct StaysOfMembers {
  let rows: RowsOfMembers
  /// The number by which rows know the event.
  let kind: Int
  /// Whether a spell that begins as another ends is one with it.
  let transfers: Transfers

  /// What spells gave: nights of a person in several spells are joined, so that a night in two of them is one night.
  ///
  /// Where the plan joins transfers, a spell that begins by the day on which another ended is of that spell: it has no start
  /// of its own. Nobody is transferred out of an open spell.
  func all() throws -> [Stay] {
    var starts: [Stay] = []
    var nights: [Stay] = []
    let isSpell = "t.nights <> \(StayPart.leave.rawValue)"
    let columns = "t.nights, t.from_day, t.to_day, t.spell_from, t.spell_to"
    try rows.each(of: "stay", columns, where: "t.copy = 0 AND t.kind = \(kind) AND \(isSpell)") {
      person, row in
      let stay = Stay(
        person: person, isNights: row.number(1) == StayPart.nights.rawValue, from: row.number(2),
        to: row.optional(3) ?? SelectedDays.farOff,
        spellFrom: row.number(4), spellTo: row.optional(5) ?? SelectedDays.farOff)
      if stay.isNights { nights.append(stay) } else { starts.append(stay) }
    }
    let ofNights = joined(nights) {
      $1.from < $0.to || transfers == .joined && $1.spellFrom == $0.spellTo
    }
    switch transfers {
    case .apart: return starts + ofNights
    case .joined:
      return joined(starts) { $1.spellFrom <= $0.spellTo && $0.spellTo < SelectedDays.farOff }
        + ofNights
    }
  }

  /// The nights of each member at home on leave from stays of an event, those that stand in two rows once.
  func homeLeave() throws -> [Int: [(from: Int, to: Int)]] {
    var leave: [Int: [(from: Int, to: Int)]] = [:]
    let condition = "t.copy = 0 AND t.kind = \(kind) AND t.nights = \(StayPart.leave.rawValue)"
    try rows.each(of: "stay", "t.from_day, t.to_day", where: condition) { person, row in
      leave[person, default: []].append((row.number(1), row.optional(2) ?? SelectedDays.farOff))
    }
    return leave.mapValues { spans in
      spans.sorted { ($0.from, $0.to) < ($1.from, $1.to) }.reduce(into: []) { joined, span in
        if let last = joined.last, span.from <= last.to {
          joined[joined.count - 1].to = max(last.to, span.to)
        } else {
          joined.append(span)
        }
      }
    }
  }

  /// Stays of a person that continue one another as one, from the first's beginning to the last end.
  private func joined(_ stays: [Stay], where continues: (Stay, Stay) -> Bool) -> [Stay] {
    var joined: [Stay] = []
    for stay in stays.sorted(by: { $0.order < $1.order }) {
      if let last = joined.last, last.person == stay.person, continues(last, stay) {
        if last.isNights { joined[joined.count - 1].to = max(last.to, stay.to) }
        joined[joined.count - 1].spellTo = max(last.spellTo, stay.spellTo)
      } else {
        joined.append(stay)
      }
    }
    return joined
  }

  struct Stay {
    var person: Int
    var isNights: Bool
    var from: Int
    var to: Int
    var spellFrom: Int
    var spellTo: Int

    /// Whether the spell had begun before a day and did not end by it.
    func runs(on day: Int) -> Bool { spellFrom < day && spellTo > day }

    var order: (Int, Int, Int, Int) { (person, from, spellTo, to) }
  }
}
