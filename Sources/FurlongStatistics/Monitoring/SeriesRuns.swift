/// Points in a row on the same side of a line.
struct SameSideRuns {
  /// What a point on the line does.
  enum Zeros {
    /// It ends a run.
    case end
    /// It neither ends a run nor counts.
    case skip
  }

  struct Run {
    var side: Int
    var points: [Int]
  }

  private(set) var runs: [Run] = []

  init(sides: [Int], zeros: Zeros) {
    var isOpen = false
    for (place, side) in sides.enumerated() {
      if side == 0 {
        if zeros == .end { isOpen = false }
        continue
      }
      if isOpen, runs[runs.count - 1].side == side {
        runs[runs.count - 1].points.append(place)
      } else {
        runs.append(Run(side: side, points: [place]))
        isOpen = true
      }
    }
  }
}

/// Stretches in which every value lies above (or below) the one before.
struct Climbs {
  struct Climb {
    var sign: Int
    /// How many times it rose (or fell): one fewer than the values that count.
    var steps: Int
    var points: [Int]
  }

  private(set) var climbs: [Climb] = []

  init(_ values: [Double], repeats: ProcessRules.Repeats) {
    var isOpen = false
    for place in values.indices.dropFirst() {
      let (before, now) = (values[place - 1], values[place])
      let sign = now > before ? 1 : now < before ? -1 : 0
      if sign == 0 {
        if repeats == .end { isOpen = false }
        continue
      }
      if isOpen, climbs[climbs.count - 1].sign == sign {
        climbs[climbs.count - 1].steps += 1
        climbs[climbs.count - 1].points.append(place)
      } else {
        climbs.append(Climb(sign: sign, steps: 1, points: [place - 1, place]))
        isOpen = true
      }
    }
  }
}
