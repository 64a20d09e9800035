import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("Permutation tests agree with enumeration, coin and exactRankTests")
struct PermutationReferenceTests {
  private func changes(_ record: ReferenceRecord) -> [Double] {
    let x = record.data["x"].numbers
    return x.isEmpty
      ? zip(record.data["before"].numbers, record.data["after"].numbers).map { $1 - $0 } : x
  }

  @Test(
    "flipping signs", .tags(.reference), .agreement("permutation"),
    arguments: try ReferenceRecords.named(
      "permutation.json", "perm_paired_sleep_signflip", "perm_paired_inline12",
      "sign_flip_enumerated_18", "sign_flip_whole_60"))
  func signFlips(_ record: ReferenceRecord) throws {
    let changes = changes(record)
    let test = try SignFlipTest(seed: 1).test(changes)
    let expected = record.expected
    #expect(test.method == .exact)
    expectClose(test.estimate, expected["mean"], relative: 1e-12, "mean")
    expectClose(test.p, expected["p_two"], relative: 1e-12, strict: true, "p")
    expectClose(test.pHigher, expected["p_greater"], relative: 1e-12, strict: true, "higher")
    expectClose(test.pLower, expected["p_less"], relative: 1e-12, strict: true, "lower")
    if !expected["n_perm"].isMissing { #expect(test.assignments == expected["n_perm"].number) }
  }

  @Test(
    "placing labels", .tags(.reference), .agreement("permutation"),
    arguments: try ReferenceRecords.named(
      "permutation.json", "perm_twosample_small", "labels_enumerated_17", "labels_whole_33"))
  func labels(_ record: ReferenceRecord) throws {
    let test = try LabelPermutationTest(seed: 1).compare(
      record.data["x"].numbers, to: record.data["y"].numbers)
    let expected = record.expected
    #expect(test.method == .exact)
    expectClose(test.estimate, expected["diff"], relative: 1e-12, "difference")
    expectClose(test.p, expected["p_two"], relative: 1e-11, strict: true, "p")
    expectClose(test.pHigher, expected["p_greater"], relative: 1e-11, strict: true, "higher")
    if !expected["p_less"].isMissing {
      expectClose(test.pLower, expected["p_less"], relative: 1e-11, strict: true, "lower")
    }
    if !expected["p_coin_exact"].isMissing {
      expectClose(test.p, expected["p_coin_exact"], relative: 1e-11, strict: true, "coin")
    }
    if !expected["n_perm"].isMissing { #expect(test.assignments == expected["n_perm"].number) }
  }

  @Test(
    "scipy's signs", .tags(.reference), .agreement("permutation"),
    arguments: try ReferenceRecords.named("permutation.json", "scipy_permutation_paired_sleep"))
  func scipySigns(_ record: ReferenceRecord) throws {
    let test = try SignFlipTest(seed: 1).test(changes(record))
    expectClose(test.estimate, record.expected["statistic"], relative: 1e-13)
    expectClose(test.p, record.expected["p"], relative: 1e-13, strict: true)
    #expect(test.assignments == record.expected["n_perm"].number)
  }

  @Test(
    "scipy's labels, which double the smaller side: ours counts both", .tags(.reference),
    .agreement("permutation"),
    arguments: try ReferenceRecords.named(
      "permutation.json", "scipy_permutation_independent_small"))
  func scipyLabels(_ record: ReferenceRecord) throws {
    let test = try LabelPermutationTest(seed: 1).compare(
      record.data["x"].numbers, to: record.data["y"].numbers)
    expectClose(test.estimate, record.expected["statistic"], relative: 1e-13)
    expectClose(test.pHigher, record.expected["p_greater"], relative: 1e-13, strict: true)
    expectClose(
      2 * min(test.pLower, test.pHigher), record.expected["p_two"], relative: 1e-13, strict: true)
    #expect(test.p < 0.9 * record.expected["p_two"].number)
    #expect(test.assignments == record.expected["n"].number)
  }
}

@Suite("The test of signs")
struct SignFlipTests {
  private let changes = [
    0.31, -1.27, 2.05, 0.66, -0.42, 1.93, 0.87, -2.2, 1.48, 0.05, 3.1, -0.77, 0.93, 1.11, -0.58,
  ]

  /// Numbers that are no whole multiples of anything, and many.
  private func many(_ count: Int, shift: Double) -> [Double] {
    var stream = RandomStream(seed: 77, stream: 1)
    return (0..<count).map { _ in stream.normal(mean: shift) }
  }

  @Test("keeps p where the occasions are swapped, and exchanges the sides", .tags(.law))
  func swap() throws {
    let scores: [Double] = [3, -1, 2, 4, 0, 5, -2, 6, -2, 4, 8, 0, 10, -4]
    for sample in [changes, many(60, shift: 0.2), scores] {
      for limit in [40, 0] {
        let test = SignFlipTest(draws: 999, seed: 3, exactLimit: limit)
        let one = try test.test(sample)
        let other = try test.test(sample.map { -$0 })
        #expect(other.p == one.p && other.method == one.method)
        #expect(other.pLower == one.pHigher && other.pHigher == one.pLower)
        expectClose(other.estimate, -one.estimate, relative: 1e-14)
      }
    }
  }

  @Test("does not depend on order, scale or threads", .tags(.law))
  func orderAndScale() throws {
    let sample = many(70, shift: 0.15)
    let one = try SignFlipTest(draws: 999, seed: 3).test(sample)
    #expect(one.method == .drawn(draws: 999, seed: 3))
    #expect(try SignFlipTest(draws: 999, seed: 3).test(sample.reversed()).p == one.p)
    #expect(try SignFlipTest(draws: 999, seed: 3).test(sample.map { $0 * 8 }).p == one.p)
    #expect(try SignFlipTest(draws: 999, seed: 3, threads: 3).test(sample).p == one.p)
    #expect(try SignFlipTest(draws: 999, seed: 4).test(sample).pHigher != one.pHigher)
  }

  @Test("drawn is close to exact", .tags(.law))
  func drawnAndExact() throws {
    let sample = many(30, shift: 0.3)
    let exact = try SignFlipTest(seed: 1).test(sample)
    let drawn = try SignFlipTest(draws: 39_999, seed: 1, exactLimit: 0).test(sample)
    #expect(exact.method == .exact && exact.assignments == 0x1p30)
    #expect(drawn.method == .drawn(draws: 39_999, seed: 1))
    #expect(exact.p > 0.02 && exact.p < 0.5)
    for (a, b) in [
      (drawn.p, exact.p), (drawn.pLower, exact.pLower), (drawn.pHigher, exact.pHigher),
    ] {
      #expect(abs(a - b) < 4.5 * (b * (1 - b) / 40_000).squareRoot(), "\(a) \(b)")
    }
  }

  @Test("of whole scores is the same from halves and from sums", .tags(.law))
  func halvesAndSums() throws {
    let scores = [3.0, -1, 2, 4, 0, 5, -2, 6, 1, 1, -3, 2, 7, 0, -1, 2]
    for scale in [1.0, 0.5, 0.1, 1.0 / 7] {
      let sample = scores.map { $0 * scale }
      let halves = try SignFlipTest(seed: 1).test(sample)
      let sums = try SignFlipTest(seed: 1, exactLimit: 0).test(sample)
      #expect(sums.method == .exact)
      expectClose(sums.p, halves.p, relative: 1e-13, strict: true)
      expectClose(sums.pLower, halves.pLower, relative: 1e-13, strict: true)
      expectClose(sums.pHigher, halves.pHigher, relative: 1e-13, strict: true)
      let whole = try SignFlipTest(seed: 1).test(scores)
      #expect(halves.p == whole.p)
    }
  }

  @Test("of ranks is the signed-rank test", .tags(.law))
  func ranks() throws {
    // 1,100 signed ranks: ways outgrow a Double on the way.
    let ranks = (1...1100).map { Double($0.isMultiple(of: 3) ? -$0 : $0) }.prefix(300)
    let flips = try SignFlipTest(seed: 1).test(Array(ranks))
    let signed = try WilcoxonSignedRank().test(Array(ranks))
    expectClose(flips.p, signed.p, relative: 1e-12, strict: true)
    // Six hundred ones: twice the tail of a binomial, past what a Double counts.
    let ones = [Double](repeating: 1, count: 1100) + [Double](repeating: -1, count: 1000)
    let test = try SignFlipTest(seed: 1).test(ones)
    #expect(test.method == .exact)
    expectClose(test.p, try SignTest().test(ones).p, relative: 1e-10, strict: true)
    #expect(test.assignments == .infinity)
  }

  @Test("counts ties that rounding parts", .tags(.edge))
  func ties() throws {
    // 0.1 + 0.2 and 0.3 differ by rounding; all 2³ sums: six are as far out as 0.3 − 0.1 − 0.2 = 0.
    let test = try SignFlipTest(seed: 1).test([0.1, 0.2, -0.3])
    #expect(test.p == 1 && test.pLower == 0.625 && test.pHigher == 0.625)
    #expect(try SignFlipTest(seed: 1).test([5]).p == 1)
    #expect(try SignFlipTest(seed: 1).test([5, 5, 5]).p == 0.25)
  }

  @Test("refuses no changes, no change, missing values and no draws", .tags(.edge))
  func refusals() {
    let test = SignFlipTest(seed: 1)
    #expect(throws: StatisticsError.tooFew(of: "changes", count: 0, needed: 1)) {
      try test.test([])
    }
    #expect(throws: StatisticsError.noVariation(in: "changes", count: 2)) {
      try test.test([0, 0])
    }
    #expect(throws: StatisticsError.notFinite(in: "changes", count: 1)) {
      try test.test([1, .nan])
    }
    #expect(throws: StatisticsError.self) { try SignFlipTest(draws: 0, seed: 1).test([1, 2]) }
  }
}

@Suite("The test of labels")
struct LabelPermutationTests {
  private func sample(_ count: Int, shift: Double, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, stream: 1)
    return (0..<count).map { _ in stream.normal(mean: shift) }
  }

  @Test(
    "keeps p where the groups are swapped, and exchanges the sides", .tags(.law),
    arguments: [(8, 8), (6, 11), (11, 6), (30, 30), (25, 40)])
  func swap(_ sizes: (Int, Int)) throws {
    let group = sample(sizes.0, shift: 0.4, seed: 1)
    let other = sample(sizes.1, shift: 0, seed: 2)
    let test = LabelPermutationTest(draws: 999, seed: 3)
    let one = try test.compare(group, to: other)
    let turned = try test.compare(other, to: group)
    #expect(turned.p == one.p && turned.method == one.method)
    #expect(turned.pLower == one.pHigher && turned.pHigher == one.pLower)
    #expect(turned.estimate == -one.estimate)
    #expect(one.p > 0 && one.p <= 1)
  }

  @Test("does not depend on order, shift, scale or threads", .tags(.law))
  func orderAndScale() throws {
    let group = sample(40, shift: 0.3, seed: 4)
    let other = sample(30, shift: 0, seed: 5)
    let one = try LabelPermutationTest(draws: 999, seed: 3).compare(group, to: other)
    for (a, b, threads) in [
      (Array(group.reversed()), Array(other.reversed()), 1),
      (group.map { $0 * 4 }, other.map { $0 * 4 }, 1), (group, other, 3),
      (group.map { $0 + 1 }, other.map { $0 + 1 }, 2),
    ] {
      let same = try LabelPermutationTest(draws: 999, seed: 3, threads: threads).compare(a, to: b)
      #expect(same.p == one.p && same.pLower == one.pLower)
    }
  }

  @Test("drawn is close to exact", .tags(.law))
  func drawnAndExact() throws {
    let group = sample(12, shift: 0.6, seed: 6)
    let other = sample(14, shift: 0, seed: 7)
    let exact = try LabelPermutationTest(seed: 1).compare(group, to: other)
    let drawn = try LabelPermutationTest(draws: 39_999, seed: 1, exactLimit: 0).compare(
      group, to: other)
    #expect(exact.method == .exact && exact.assignments == 9_657_700)
    #expect(drawn.assignments == exact.assignments)
    #expect(exact.p > 0.005 && exact.p < 0.9)
    for (a, b) in [
      (drawn.p, exact.p), (drawn.pLower, exact.pLower), (drawn.pHigher, exact.pHigher),
    ] {
      #expect(abs(a - b) < 4.5 * (b * (1 - b) / 40_000).squareRoot(), "\(a) \(b)")
    }
  }

  @Test("of ranks is the rank-sum test", .tags(.law))
  func ranks() throws {
    let group = [3.0, 5, 8, 11, 12, 14, 15]
    let other = (1...15).map { Double($0) }.filter { !group.contains($0) }
    let labels = try LabelPermutationTest(seed: 1).compare(group, to: other)
    let ranks = try MannWhitney().compare(group, to: other)
    expectClose(labels.p, ranks.p, relative: 1e-12, strict: true)
    expectClose(labels.pLower, ranks.pLower, relative: 1e-12, strict: true)
    expectClose(labels.pHigher, ranks.pHigher, relative: 1e-12, strict: true)
  }

  @Test("of one person against many counts each person", .tags(.edge))
  func onePerson() throws {
    let test = try LabelPermutationTest(seed: 1).compare([9], to: [1, 2, 3, 4])
    #expect(test.pHigher == 0.2 && test.pLower == 1 && test.assignments == 5)
    #expect(try LabelPermutationTest(seed: 1).compare([1, 2, 3, 4], to: [9]).pLower == 0.2)
  }

  @Test("refuses an empty group, equal values and missing ones", .tags(.edge))
  func refusals() {
    let test = LabelPermutationTest(seed: 1)
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 0, needed: 1)) {
      try test.compare([], to: [1])
    }
    #expect(throws: StatisticsError.noVariation(in: "values", count: 3)) {
      try test.compare([2], to: [2, 2])
    }
    #expect(throws: StatisticsError.notFinite(in: "values", count: 1)) {
      try test.compare([2], to: [.infinity, 2])
    }
    #expect(throws: StatisticsError.self) {
      try LabelPermutationTest(draws: 0, seed: 1).compare([1], to: [2])
    }
  }
}
