import FurlongNumerics
import FurlongStatistics
import FurlongTestSupport
import Testing

@Suite("The bootstrap of groups")
struct GroupBootstrapTests {
  private let bootstrap = GroupBootstrap(bootstrap: Bootstrap(draws: 999, seed: 5))
  private let group = [6.1, 7.4, 5.5, 9.8, 8.2, 6.6, 7.9, 12.4, 5.1]
  private let other = [5.2, 4.8, 6.0, 3.9, 7.1, 5.5, 4.4, 4.1, 6.6, 5.0, 9.7, 4.6]

  @Test("flips its signs where the groups are swapped", .tags(.law))
  func swap() throws {
    let one = try bootstrap.compareMeans(group, to: other)
    let turned = try bootstrap.compareMeans(other, to: group)
    let bca = try #require(one.bca)
    #expect(turned.estimate == -one.estimate)
    expectClose(turned.bca, [-bca.high, -bca.low], relative: 1e-9)
  }

  @Test("does not depend on the order of persons, nor on threads", .tags(.law))
  func order() throws {
    let one = try bootstrap.compareMeans(group, to: other)
    #expect(try bootstrap.compareMeans(group.reversed(), to: other.reversed()) == one)
    var many = bootstrap
    many.bootstrap.threads = 4
    #expect(try many.compareMeans(group, to: other) == one)
  }

  @Test("moves with a shift of one group", .tags(.law))
  func shift() throws {
    let bca = try #require(try bootstrap.compareMeans(group, to: other).bca)
    let moved = try bootstrap.compareMeans(group.map { $0 - 8 }, to: other)
    expectClose(moved.bca, [bca.low - 8, bca.high - 8], relative: 1e-9)
  }

  @Test("of one group is the bootstrap", .tags(.law))
  func oneGroup() throws {
    let values = group
    let one = try Bootstrap(draws: 999, seed: 5).concurrentEstimate(of: 9) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
    let same = try bootstrap.estimate(of: [9]) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
    #expect(same.percentile == one.percentile)
    expectClose(same.bca, one.bca.map { [$0.low, $0.high] } ?? [], relative: 1e-9)
  }

  @Test("draws each group in its own size from its own persons", .tags(.law))
  func ownPersons() throws {
    let sizes = [2, 3, 4]
    let starts = [0, 2, 5, 9]
    _ = try bootstrap.estimate(of: sizes) { persons in
      for group in 0..<3 {
        let own = persons.filter { $0 >= starts[group] && $0 < starts[group + 1] }
        // All but one person at most, where one is left out.
        if own.count < sizes[group] - 1 || own.count > sizes[group] { return nil }
      }
      return Double(persons.reduce(0, +))
    }.bca.map { #expect($0.low < $0.high) }
  }

  @Test("of groups that do not vary says so", .tags(.edge))
  func constant() throws {
    let answer = try bootstrap.compareMeans([3, 3, 3], to: [1, 1])
    #expect(answer.diagnostic == .noVariation)
    #expect(answer.estimate == 2 && answer.bca == nil)
  }

  @Test("refuses a group of one, or no group", .tags(.edge))
  func refusals() {
    #expect(throws: StatisticsError.tooFew(of: "values in a group", count: 1, needed: 2)) {
      try bootstrap.compareMeans([1], to: [2, 3])
    }
    #expect(throws: StatisticsError.tooFew(of: "persons in a group", count: 1, needed: 2)) {
      try bootstrap.estimate(of: [3, 1]) { _ in 0 }
    }
    #expect(throws: StatisticsError.tooFew(of: "groups", count: 0, needed: 1)) {
      try bootstrap.estimate(of: []) { _ in 0 }
    }
  }
}

@Suite("The bootstrap of sites")
struct ClusterBootstrapTests {
  private let values = [3.0, 5, 4, 6, 9, 11, 8, 2, 4, 3, 7, 6, 9, 5, 4, 12, 10, 13]
  private let sizes = [4, 3, 3, 3, 2, 3]

  private func mean(_ bootstrap: ClusterBootstrap) throws -> BootstrapEstimate {
    let values = values
    return try bootstrap.estimate(of: sizes) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
  }

  @Test("of one person a site is the bootstrap over persons", .tags(.law))
  func onePersonASite() throws {
    let values = values
    let bootstrap = Bootstrap(draws: 999, seed: 5)
    let persons = try bootstrap.concurrentEstimate(of: values.count) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
    let sites = try ClusterBootstrap(bootstrap: bootstrap, stages: .sites).estimate(
      of: values.map { _ in 1 }
    ) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
    #expect(sites.percentile == persons.percentile)
    expectClose(sites.bca, persons.bca.map { [$0.low, $0.high] } ?? [], relative: 1e-9)
  }

  @Test("is wider than that over persons where sites differ", .tags(.law))
  func wider() throws {
    let values = values
    let bootstrap = Bootstrap(draws: 1_999, seed: 5)
    let persons = try bootstrap.concurrentEstimate(of: values.count) { persons in
      persons.reduce(0) { $0 + values[$1] } / Double(persons.count)
    }
    let one = try mean(ClusterBootstrap(bootstrap: bootstrap, stages: .sites))
    let two = try mean(ClusterBootstrap(bootstrap: bootstrap))
    let error = try #require(persons.standardError)
    #expect(try #require(one.standardError) > 1.3 * error)
    #expect(try #require(two.standardError) > 1.3 * error)
  }

  @Test("gives the same bytes for any number of threads", .tags(.law))
  func threads() throws {
    let one = try mean(ClusterBootstrap(bootstrap: Bootstrap(draws: 399, seed: 5)))
    let many = try mean(ClusterBootstrap(bootstrap: Bootstrap(draws: 399, seed: 5, threads: 3)))
    #expect(one == many)
  }

  @Test("refuses one site, or a site without persons", .tags(.edge))
  func refusals() {
    let bootstrap = ClusterBootstrap(bootstrap: Bootstrap(draws: 99, seed: 1))
    #expect(throws: StatisticsError.tooFew(of: "sites", count: 1, needed: 2)) {
      try bootstrap.estimate(of: [10]) { _ in 0 }
    }
    #expect(throws: StatisticsError.tooFew(of: "persons in a site", count: 0, needed: 1)) {
      try bootstrap.estimate(of: [10, 0]) { _ in 0 }
    }
    #expect(throws: StatisticsError.notFinite(in: "statistics of the whole sample", count: 1)) {
      try bootstrap.estimate(of: [10, 2]) { _ in nil }
    }
  }
}
