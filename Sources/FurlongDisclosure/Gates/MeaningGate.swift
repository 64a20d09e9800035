import FurlongEvaluation

/// A row of meaning, and of change.
struct MeaningPlace: Hashable {
  var scale: String
  var occasion: String
  var group: String
}

extension SmallGroupsGate {
  /// Notes, before anything is released, where it is held back how many got better or worse.
  mutating func noteHeldBack(_ findings: Findings) {
    for step in findings.steps {
      guard case .meaning(let meaning) = step.finding else { continue }
      for outcome in meaning.outcomes {
        for row in outcome.rows {
          let isShown = [MeaningKind.improved, .deteriorated].allSatisfy { kind in
            guard let value = row[keyPath: kind.share].people.exact else { return false }
            let key = kind.key(outcome.scale.id, row.occasion.id, row.group.id, value)
            return !isFew(value) && decisions.shows(key)
          }
          if !isShown {
            heldBackMeaning.insert(
              MeaningPlace(
                scale: outcome.scale.id, occasion: row.occasion.id, group: row.group.id))
          }
        }
      }
    }
  }

  /// Reliable change of each scale, as it may be shown.
  mutating func release(_ meaning: MeaningFinding) -> MeaningFinding {
    var meaning = meaning
    for index in meaning.outcomes.indices {
      let scale = meaning.outcomes[index].scale.id
      meaning.outcomes[index].threshold = answer(meaning.outcomes[index].threshold)
      for row in meaning.outcomes[index].rows.indices {
        let released = release(meaning.outcomes[index].rows[row], of: scale)
        remember(
          released.used, of: released.eligible, meaning.outcomes[index].scale, released.occasion,
          released.group)
        meaning.outcomes[index].rows[row] = released
      }
    }
    return meaning
  }

  private mutating func release(
    _ row: MeaningFinding.Row, of scale: String
  ) -> MeaningFinding.Row {
    var released = row
    let occasion = row.occasion.id
    (released.used, released.eligible) = base(scale, occasion, row.group, row.used, row.eligible)
    for kind in MeaningKind.allCases {
      let people = row[keyPath: kind.share].people
      released[keyPath: kind.share].people = count(people) {
        kind.key(scale, occasion, row.group.id, $0)
      }
    }
    // A report never shows how many got better where it cannot show how many got worse.
    if released.deteriorated.people == .hidden, released.improved.people.exact != nil {
      released.improved.people = .hidden
      countsHidden += 1
    }
    for kind in MeaningKind.allCases {
      let people = released[keyPath: kind.share].people
      // Where no cut-off was published nobody is counted, and the reason stands in place of the share.
      let isHidden = people.exact == nil || released.used.exact == nil
      released[keyPath: kind.share].proportion = share(
        row[keyPath: kind.share].proportion, isHidden: isHidden,
        printed: [released.used, released.eligible])
    }
    return released
  }
}
