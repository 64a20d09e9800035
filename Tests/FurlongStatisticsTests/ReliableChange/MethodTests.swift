import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Every method of reliable change")
struct ReliableChangeMethodTests {
  @Test("is blind to the scale's zero and unit", .tags(.law), arguments: 1...8)
  func units(seed: Int) throws {
    let (before, after) = peopleMeasuredTwice(seed)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in reliableChangeMethods {
      let plain = try judge(before, after, own, .lower)
      for (factor, shift) in [(3.0, -7.0), (0.25, 1000)] {
        let (b, a) = (before.map { factor * $0 + shift }, after.map { factor * $0 + shift })
        let moved = try judge(b, a, ReferenceScores(before: b, after: a), .lower)
        for (one, other) in zip(plain.indices, moved.indices) {
          expectClose(one, other, relative: 1e-10, name)
        }
        #expect(plain.classes == moved.classes, "\(name)")
      }
    }
  }

  @Test("turns its signs with the scale and keeps its classes", .tags(.law), arguments: 1...8)
  func mirror(seed: Int) throws {
    let (before, after) = peopleMeasuredTwice(seed)
    let own = try ReferenceScores(before: before, after: after)
    let (b, a) = (before.map { -$0 }, after.map { -$0 })
    let turned = try ReferenceScores(before: b, after: a)
    for (name, judge) in reliableChangeMethods {
      let plain = try judge(before, after, own, .lower)
      let mirrored = try judge(b, a, turned, .higher)
      #expect(plain.indices == mirrored.indices.map { -$0 }, "\(name)")
      #expect(plain.classes == mirrored.classes, "\(name)")
      // The direction classifies; it turns no sign.
      let other = try judge(before, after, own, .higher)
      #expect(plain.indices == other.indices, "\(name)")
      #expect(plain.count(of: .improved) == other.count(of: .deteriorated), "\(name)")
    }
  }

  @Test("judges a person whoever stands beside", .tags(.law), arguments: 1...4)
  func persons(seed: Int) throws {
    let (before, after) = peopleMeasuredTwice(seed)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in reliableChangeMethods {
      let plain = try judge(before, after, own, .lower)
      let back = try judge(before.reversed(), after.reversed(), own, .lower)
      #expect(plain.indices == back.indices.reversed(), "\(name)")
      let alone = try judge([before[3]], [after[3]], own, .lower)
      #expect(alone.indices == [plain.indices[3]], "\(name)")
    }
  }

  @Test("says what its standard error and its critical value make of an index", .tags(.law))
  func classes() throws {
    let (before, after) = peopleMeasuredTwice(9)
    let own = try ReferenceScores(before: before, after: after)
    for (name, judge) in reliableChangeMethods {
      let judged = try judge(before, after, own, .lower)
      #expect(judged.count == 30)
      for (index, change) in zip(judged.indices, judged.classes) {
        let expected: ReliableChange =
          index < -judged.critical
          ? .improved : index > judged.critical ? .deteriorated : .unchanged
        #expect(change == expected, "\(name)")
      }
    }
  }

  @Test("refuses what are no pairs", .tags(.edge))
  func pairs() throws {
    let (before, after) = peopleMeasuredTwice(2)
    let own = try ReferenceScores(before: before, after: after)
    for (_, judge) in reliableChangeMethods {
      #expect(throws: StatisticsError.unequalLengths(2, 1)) { try judge([1, 2], [1], own, .lower) }
      #expect(throws: StatisticsError.tooFew(of: "pairs", count: 0, needed: 1)) {
        try judge([], [], own, .lower)
      }
      #expect(throws: StatisticsError.notFinite(in: "scores after", count: 1)) {
        try judge([1, 2], [3, .nan], own, .lower)
      }
      #expect(throws: StatisticsError.overflow(in: "index of change")) {
        try judge([-1e308], [1.7e308], own, .lower)
      }
    }
  }

  @Test("refuses a reference group that does not vary", .tags(.edge))
  func constant() throws {
    let flat = try ReferenceScores(before: [5, 5, 5, 5], after: [5, 5, 5, 5])
    #expect(flat.correlation == nil)
    for (name, judge) in reliableChangeMethods {
      #expect(throws: StatisticsError.self, "\(name)") { try judge([1], [2], flat, .lower) }
    }
  }
}
