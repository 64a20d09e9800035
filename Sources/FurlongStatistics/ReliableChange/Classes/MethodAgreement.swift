/// How far methods of reliable change put the same people into the same classes.
public struct MethodAgreement: Equatable, Sendable {
  /// The confidence of the intervals, strictly between 0 and 1.
  public var confidence: Double

  /// Chooses the confidence of the intervals.
  public init(confidence: Double = 0.95) {
    self.confidence = confidence
  }

  /// Compares the classes that methods gave to the same people.
  ///
  /// Agreement of each two is Cohen's κ on the table of persons: ``CohenKappa``. O(persons · methods²).
  ///
  /// - Parameter methods: at least two, of the same people in the same order.
  /// - Throws: `tooFew` for fewer than two methods or nobody, `unequalLengths`, `outsideRange`.
  public func compare(_ methods: [JudgedChanges]) throws(StatisticsError) -> MethodComparison {
    guard methods.count > 1 else {
      throw .tooFew(of: "methods", count: methods.count, needed: 2)
    }
    let people = methods[0].count
    for method in methods where method.count != people {
      throw .unequalLengths(people, method.count)
    }
    let wilson = WilsonInterval(confidence: confidence)
    var patterns: [[ReliableChange]: Int] = [:]
    for person in 0..<people {
      patterns[methods.map { $0.classes[person] }, default: 0] += 1
    }
    let apart = patterns.reduce(0) { $0 + (Set($1.key).count > 1 ? $1.value : 0) }
    var pairs: [MethodPair] = []
    for first in methods.indices {
      for second in methods.indices where second > first {
        pairs.append(try pair(methods[first], methods[second], first, second, wilson))
      }
    }
    return MethodComparison(
      methods: methods.map(\.method), differing: try wilson.proportion(apart, of: people),
      patterns: patterns.map { ClassPattern(classes: $0.key, count: $0.value) }.sorted(),
      pairs: pairs)
  }

  private func pair(
    _ first: JudgedChanges, _ second: JudgedChanges, _ row: Int, _ column: Int,
    _ wilson: WilsonInterval
  ) throws(StatisticsError) -> MethodPair {
    let classes = ReliableChange.allCases
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: classes.count), count: classes.count)
    for (a, b) in zip(first.classes, second.classes) { table[a.place][b.place] += 1 }
    let alike = classes.indices.reduce(0) { $0 + table[$1][$1] }
    return MethodPair(
      first: row, second: column, table: table,
      differing: try wilson.proportion(first.count - alike, of: first.count),
      agreement: try CohenKappa().agreement(table))
  }
}

/// How far methods agree about the same people.
public struct MethodComparison: Codable, Equatable, Sendable {
  /// The methods, in the order given.
  public let methods: [ReliableChangeMethod]
  /// The share of people whom not all methods put into the same class.
  public let differing: Proportion
  /// How many people have which classes by the methods in turn, the most frequent first.
  public let patterns: [ClassPattern]
  /// Each two methods, in the order given.
  public let pairs: [MethodPair]
}

/// The classes that methods in turn give to the same people.
public struct ClassPattern: Codable, Equatable, Comparable, Sendable {
  /// One class a method.
  public let classes: [ReliableChange]
  /// How many people have them.
  public let count: Int

  /// The more frequent first; among equals, improved before unchanged before deteriorated.
  public static func < (a: ClassPattern, b: ClassPattern) -> Bool {
    if a.count != b.count { return a.count > b.count }
    return a.classes.map(\.place).lexicographicallyPrecedes(b.classes.map(\.place))
  }
}

/// How far two methods agree.
public struct MethodPair: Codable, Equatable, Sendable {
  /// The place of the first method among those compared, from 0.
  public let first: Int
  /// The place of the second.
  public let second: Int
  /// People by class: rows by the first method, columns by the second; improved, unchanged, deteriorated.
  public let table: [[Int]]
  /// The share of people whom the two put into different classes.
  public let differing: Proportion
  /// Cohen's κ of the two.
  public let agreement: Agreement
}

extension ReliableChange {
  /// The place in tables: improved, unchanged, deteriorated.
  fileprivate var place: Int {
    switch self {
    case .improved: 0
    case .unchanged: 1
    case .deteriorated: 2
    }
  }
}
