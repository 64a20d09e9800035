import FurlongEvaluation

extension CountLedger {
  /// Enters the classes of change, and how they and the groups add up.
  mutating func enter(_ meaning: MeaningFinding, _ names: CountNames) {
    for outcome in meaning.outcomes {
      for rows in byOccasion(outcome.rows, \.occasion) {
        let scale = outcome.scale.id
        let occasion = rows[0].occasion.id
        let used = enterBase(
          scale, occasion, rows.map { ($0.group, $0.used, $0.eligible) }, names)
        var kinds: [MeaningKind: [Int?]] = [:]
        for row in rows {
          for kind in MeaningKind.allCases {
            let place = enter(
              row[keyPath: kind.share].people,
              usefulness: kind.usefulness + (row.group == .everyone ? 10 : 0)
            ) { kind.key(scale, occasion, row.group.id, $0) }
            kinds[kind, default: []].append(place)
          }
        }
        func places(_ kind: MeaningKind) -> [Int?] { kinds[kind] ?? [] }
        for row in rows.indices {
          if let used = used[row], let better = places(.improved)[row],
            let same = places(.unchanged)[row], let worse = places(.deteriorated)[row]
          {
            add(used, is: [better, same, worse])
          }
          add(places(.crossed)[row], within: used[row])
          add(places(.recovered)[row], within: places(.improved)[row])
          add(places(.recovered)[row], within: places(.crossed)[row])
          add(places(.harmed)[row], within: places(.deteriorated)[row])
        }
        for kind in MeaningKind.allCases { addGroups(rows.map(\.group), places(kind)) }
      }
    }
  }
}
