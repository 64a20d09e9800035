import FurlongReports
import FurlongTestSupport
import Testing

@Suite("Numbers as people read them")
struct NumberWordingTests {
  let numbers = NumberWording()

  @Test("the minus is U+2212 and thousands have commas")
  func signs() {
    #expect(numbers.fixed(-1_204.46, decimals: 1) == "\u{2212}1,204.5")
    #expect(numbers.fixed(999, decimals: 0) == "999")
    #expect(numbers.count(1_000_000) == "1,000,000")
  }

  @Test("what rounds to zero has no sign", .tags(.edge))
  func noNegativeZero() {
    #expect(numbers.fixed(-0.04, decimals: 1) == "0.0")
    #expect(numbers.fixed(-0.05001, decimals: 1) == "\u{2212}0.1")
  }

  @Test(
    "rates have three significant figures",
    arguments: [
      (0.5514, "0.551"), (203.629, "204"), (2_153.4, "2,153"), (0.07341, "0.0734"), (9.996, "10.0"),
      (0, "0"),
    ])
  func rates(value: Double, text: String) {
    #expect(numbers.rate(value) == text)
  }

  @Test("a share is a whole percentage below 1,000 people and has a decimal from there on")
  func percentages() {
    #expect(numbers.percentage(0.2632, of: 209) == "26%")
    #expect(numbers.percentage(0.2632, of: 1_000) == "26.3%")
  }

  @Test("a little is never nothing, and nearly all is never all", .tags(.edge))
  func ends() {
    #expect(numbers.percentage(0, of: 50) == "0%")
    #expect(numbers.percentage(0.004, of: 250) == "fewer than 1%")
    #expect(numbers.percentage(0.996, of: 250) == "more than 99%")
    #expect(numbers.percentage(1, of: 50) == "100%")
    #expect(numbers.percentage(0.0004, of: 5_000) == "fewer than 0.1%")
    #expect(numbers.percentage(0.9996, of: 5_000) == "more than 99.9%")
  }

  @Test(
    "decimals of a mean follow the step of the scale",
    arguments: [
      (1.0, 0.0, 63.0, 1), (0.01, 7.0, 35.0, 1), (0.1, 0.0, 1.0, 2), (10.0, 0.0, 100.0, 0),
      (5.0, 0.0, 100.0, 1), (0.001, -0.6, 1.0, 3),
    ])
  func decimals(step: Double, low: Double, high: Double, expected: Int) {
    #expect(numbers.decimals(step: step, low: low, high: high) == expected)
  }

  @Test("a score has no more decimals than it needs")
  func scores() {
    #expect(numbers.score(14) == "14")
    #expect(numbers.score(19.5) == "19.5")
    #expect(numbers.score(6.25) == "6.25")
  }
}
