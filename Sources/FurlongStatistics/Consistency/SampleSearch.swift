/// So many whole numbers from 0 to a highest, with a sum and a sum of squares.
struct SampleGoal: Hashable {
  var highest: Int
  var people: Int
  var sum: Int
  var squares: Int

  func with(squares: Int) -> SampleGoal {
    SampleGoal(highest: highest, people: people, sum: sum, squares: squares)
  }

  /// The smallest sum of squares with this sum: all as near to each other as can be.
  var fewestSquares: Int {
    if people == 0 { return 0 }
    let (each, more) = sum.quotientAndRemainder(dividingBy: people)
    return (people - more) * each * each + more * (each + 1) * (each + 1)
  }

  /// The largest: as many as can be on the highest, the rest on 0 but for one.
  var mostSquares: Int {
    if highest == 0 { return 0 }
    let (full, rest) = sum.quotientAndRemainder(dividingBy: highest)
    return full * highest * highest + rest * rest
  }

  /// Whether nothing speaks against it yet.
  var isWithinBounds: Bool {
    sum >= 0 && sum <= people * highest && squares >= fewestSquares && squares <= mostSquares
  }

  var isReached: Bool { sum == 0 && squares == 0 }

  /// The highest value that can still stand in it.
  var lowered: SampleGoal {
    var goal = self
    goal.highest = min(highest, sum, Int(Double(squares).squareRoot()) + 1)
    return goal
  }

  /// How many can stand on the highest.
  var mostOnHighest: Int {
    min(people, sum / highest, squares / (highest * highest))
  }

  /// What is left when so many stand on the highest.
  func without(_ count: Int) -> SampleGoal {
    SampleGoal(
      highest: highest - 1, people: people - count, sum: sum - count * highest,
      squares: squares - count * highest * highest)
  }
}

/// Searches whole numbers with a sum and a sum of squares, from the highest down; what led nowhere is not tried twice.
struct SampleSearch {
  let mostStates: Int
  private var dead: Set<SampleGoal> = []
  private var states = 0

  init(mostStates: Int) { self.mostStates = mostStates }

  /// Whether it took too many steps.
  var isGivenUp: Bool { states > mostStates }

  private struct Step {
    let goal: SampleGoal
    /// How many to put on the highest next.
    var count: Int
  }

  /// How many stand on each number, the highest first, none left out but 0 counted too; nil where there is no such set, or the
  /// search was given up.
  mutating func sample(_ goal: SampleGoal) -> [(score: Int, people: Int)]? {
    guard goal.isWithinBounds else { return nil }
    if goal.isReached { return [(0, goal.people)] }
    var way = [first(goal)]
    while let step = way.last {
      if step.count < 0 {
        dead.insert(step.goal)
        way.removeLast()
        continue
      }
      way[way.count - 1].count -= 1
      let left = step.goal.without(step.count)
      if left.isReached {
        let counts = way.map { (score: $0.goal.highest, people: $0.count + 1) }
        return (counts + [(0, left.people)]).filter { $0.people > 0 }
      }
      guard left.highest > 0, left.isWithinBounds else { continue }
      let next = first(left)
      if dead.contains(next.goal) { continue }
      states += 1
      if isGivenUp { return nil }
      way.append(next)
    }
    return nil
  }

  private func first(_ goal: SampleGoal) -> Step {
    let lowered = goal.lowered
    return Step(goal: lowered, count: lowered.mostOnHighest)
  }
}
