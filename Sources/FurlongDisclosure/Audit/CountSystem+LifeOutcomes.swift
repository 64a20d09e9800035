import FurlongEvaluation

extension CountSystem {
  mutating func enter(_ life: LifeOutcomesFinding<Unreleased>) {
    for outcome in life.outcomes {
      let occasions = outcome.rows.filter { $0.group == .everyone }.map(\.occasion)
      for occasion in occasions {
        let rows = outcome.rows.filter { $0.occasion == occasion }
        relateGroups(rows.map { (group: $0.group, place: enter($0.used)) })
        relateGroups(rows.map { (group: $0.group, place: enter($0.eligible)) })
        let places = rows.map { enter($0, of: outcome.outcome.id) }
        for people in SoughtPeople.allCases {
          relateGroups(
            zip(rows, places).compactMap { row, places in
              places[people].map { (group: row.group, place: $0) }
            })
        }
        guard let everyone = rows.firstIndex(where: { $0.group == .everyone }),
          let moves = outcome.moves.first(where: { $0.occasion == occasion })
        else { continue }
        enter(moves, of: rows[everyone], places[everyone])
      }
    }
  }

  /// Who was and is where people hope to be: after is before, more those who came, less those who left.
  private mutating func enter(
    _ row: LifeOutcomesFinding<Unreleased>.Row, of outcome: String
  ) -> [SoughtPeople: Int] {
    let used = enter(row.used)
    let isSmall =
      row.group != .everyone && row.used.count < rounding.rules.leastPeople
    if row.group != .everyone { tellFew(used) }
    var places: [SoughtPeople: Int] = [:]
    for measure in LifeMeasure.allCases {
      guard let people = measure.people else { continue }
      let set = PeopleSet.sought(
        people, of: outcome, occasion: row.occasion.id, group: row.group.id)
      places[people] = enterShare(.people(set), row[measure], of: used, isClosed: isSmall)
    }
    if let before = places[.before], let after = places[.after], let gained = places[.gained],
      let lost = places[.lost]
    {
      relate([(before, 1), (gained, 1), (lost, -1), (after, -1)], in: 0...0)
      relate(before, holds: lost, restIsHidden: true)
      relate(after, holds: gained, restIsHidden: true)
      for (there, moved) in [(before, gained), (after, lost)] {
        let rest = imply(
          .difference(.difference(counts[used].key, counts[there].key), counts[moved].key),
          counts[used].truth - counts[there].truth - counts[moved].truth)
        relate(used, isSumOf: [there, moved, rest])
        relate(used, holds: there, restIsHidden: true)
      }
    }
    if let gained = places[.gained], let lost = places[.lost], let unmoved = places[.unmoved] {
      relate(used, isSumOf: [gained, lost, unmoved])
    }
    return places
  }

  /// Each state before is the sum of what became of it, each after of where it came from.
  private mutating func enter(
    _ moves: LifeOutcomesFinding<Unreleased>.Moves, of row: LifeOutcomesFinding<Unreleased>.Row,
    _ sought: [SoughtPeople: Int]
  ) {
    let used = enter(row.used)
    let due = enter(row.eligible)
    let answered = [moves.answeredBefore, moves.answeredAfter].map { enter($0) }
    for place in answered {
      relate(due, holds: place, restIsHidden: true)
      relate(place, holds: used, restIsHidden: true)
    }
    // Those due who answered at neither time.
    let neither = imply(
      .difference(.difference(counts[due].key, counts[answered[0]].key), counts[answered[1]].key),
      counts[due].truth + counts[used].truth - answered.reduce(0) { $0 + counts[$1].truth })
    relate(
      [(due, -1), (used, -1), (neither, 1)] + answered.map { ($0, 1) }, in: 0...0)
    let states = moves.states
    let before = states.map { enter($0.before) }
    let after = states.map { enter($0.after) }
    let became = states.map { state in state.became.map { enter($0) } }
    relate(used, isSumOf: before)
    relate(used, isSumOf: after)
    for place in states.indices {
      relate(before[place], isSumOf: became[place])
      relate(after[place], isSumOf: became.map { $0[place] })
      // Those who left a state, and those who came into it.
      for whole in [before[place], after[place]] {
        relate(whole, holds: became[place][place], restIsHidden: true)
      }
    }
    func pairs(_ from: Bool, _ to: Bool) -> [Int] {
      states.indices.filter { states[$0].isSought == from }.flatMap { place in
        states.indices.filter { states[$0].isSought == to }.map { became[place][$0] }
      }
    }
    let parts: [SoughtPeople: [Int]] = [
      .before: states.indices.filter { states[$0].isSought }.map { before[$0] },
      .after: states.indices.filter { states[$0].isSought }.map { after[$0] },
      .gained: pairs(false, true), .lost: pairs(true, false),
      .unmoved: pairs(true, true) + pairs(false, false),
    ]
    for people in SoughtPeople.allCases {
      if let whole = sought[people], let parts = parts[people] { relate(whole, isSumOf: parts) }
    }
  }
}
