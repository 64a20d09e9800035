import FurlongEvaluation
import FurlongTestSupport
import Testing

@testable import FurlongDisclosure

@Suite("The world nearest to the truth", .tags(.edge))
struct NearestWorldsTests {
  /// A hidden 2 and a hidden 1, and what is known of both.
  private func system(
    _ terms: (Double, Double), in range: ClosedRange<Double>
  ) -> (system: CountSystem, one: Int, other: Int) {
    var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
    let one = system.enter(.people(.theme("one")), 2)
    let other = system.enter(.people(.theme("other")), 1)
    system.relate([(one, terms.0), (other, terms.1)], in: range)
    return (system, one, other)
  }

  @Test("moves nothing that need not move")
  func nearest() {
    let (system, one, _) = system((1, 1), in: 0...10)
    #expect(NearestWorlds(system).world(where: one, isIn: 3...4, of: system) == [one: 3])
    #expect(NearestWorlds(system).world(where: one, isIn: 0...1, of: system) == [one: 1])
  }

  @Test("moves what must move with it")
  func together() {
    let (system, one, other) = system((1, -2), in: 0...0)
    #expect(
      NearestWorlds(system).world(where: one, isIn: 4...4, of: system) == [one: 4, other: 2])
  }

  @Test("has no halves of people")
  func whole() {
    // 3 would go with 1.5.
    let (system, one, other) = system((1, -2), in: 0...0)
    let worlds = NearestWorlds(system)
    #expect(worlds.world(where: one, isIn: 3...3, of: system) == nil)
    #expect(worlds.world(where: one, isIn: 3...4, of: system) == [one: 4, other: 2])
    // What was asked before leaves no trace.
    #expect(worlds.world(where: one, isIn: 3...4, of: system) == [one: 4, other: 2])
  }

  @Test("is not there where its own print or a relation shuts it out")
  func impossible() {
    let (system, one, _) = system((1, 1), in: 0...3)
    #expect(NearestWorlds(system).world(where: one, isIn: 4...4, of: system) == nil)
    #expect(NearestWorlds(system).world(where: one, isIn: 5...9, of: system) == nil)
  }

  @Test("is there once what shut it out is held back, and what that told")
  func heldBack() {
    var system = CountSystem(rounding: Rounding(rules: .nhsRound5))
    let hidden = system.enter(.people(.theme("hidden")), 2)
    let printed = system.enter(.people(.theme("printed")), 10)
    let teller = system.enter(.people(.theme("teller")), 20)
    system.relate([(hidden, 4), (printed, 1)], in: 15...21)
    system.relate([(hidden, 1)], in: 0...2, needs: [teller])
    let worlds = NearestWorlds(system)
    func hold(_ place: Int) -> [Int: Int]? {
      system.holdBack(place)
      worlds.holdBack(place, in: system)
      return worlds.world(where: hidden, isIn: 4...4, of: system)
    }
    #expect(worlds.world(where: hidden, isIn: 4...4, of: system) == nil)
    #expect(hold(teller) == nil)
    #expect(hold(printed) == [hidden: 4, printed: 5], "a count that is held back is 5 or more")
  }
}
