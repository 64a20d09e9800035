import FurlongCharts
import FurlongTestSupport
import Testing

@Suite("Scales put values in their places")
struct ScaleTests {
  @Test("a straight scale runs from end to end", .tags(.law))
  func linear() {
    let scale = LinearScale(lower: 7, upper: 35, start: 200, end: 0)
    #expect(scale.position(of: 7) == 200)
    #expect(scale.position(of: 35) == 0)
    #expect(scale.position(of: 21) == 100)
  }

  @Test("values beyond the axis stand at its nearer end", .tags(.edge))
  func held() {
    let scale = LinearScale(lower: 0, upper: 10, start: 0, end: 100)
    #expect(scale.position(of: -5) == 0)
    #expect(scale.position(of: .infinity) == 100)
    let ratios = LogScale(lower: 0.5, upper: 2, start: 0, end: 100)
    #expect(ratios.position(of: 0) == 0)
  }

  @Test("equal ratios have equal lengths", .tags(.law))
  func logarithmic() {
    let scale = LogScale(lower: 0.25, upper: 4, start: 0, end: 100)
    expectClose(scale.position(of: 1), 50)
    expectClose(scale.position(of: 2) - scale.position(of: 1), 25)
    expectClose(scale.position(of: 0.5), 25)
  }

  @Test("a domain without width is widened", .tags(.edge))
  func flat() {
    let scale = LinearScale(lower: 3, upper: 3, start: 0, end: 100)
    #expect(scale.position(of: 3) == 50)
    #expect(LinearScale(covering: [], steps: 4, start: 0, end: 1).upper > 0)
    #expect(LogScale(lower: 0, upper: 3, start: 0, end: 1).lower == 0.5)
  }

  @Test("an axis that covers values ends at whole steps and goes no further")
  func covering() {
    let scale = LinearScale(covering: [0, 31], steps: 4, start: 0, end: 1)
    #expect(scale.lower == 0)
    #expect(scale.upper == 40)
    let change = LinearScale(covering: [0, -12.9], steps: 3, start: 0, end: 1)
    #expect(change.lower == -15)
    #expect(change.upper == 0)
  }

  @Test("ticks are round and exact in decimals")
  func ticks() {
    let fine = LinearScale(lower: 0, upper: 0.5, start: 0, end: 1)
    #expect(fine.ticks(about: 5) == [0, 0.1, 0.2, 0.3, 0.4, 0.5])
    let coarse = LinearScale(lower: -15, upper: 5, start: 0, end: 1)
    #expect(coarse.ticks(about: 4) == [-15, -10, -5, 0, 5])
    let large = LinearScale(lower: 0, upper: 2_000_000, start: 0, end: 1)
    #expect(large.ticks(about: 4) == [0, 500_000, 1_000_000, 1_500_000, 2_000_000])
  }

  @Test("a scale's own ticks are as far apart as one another", .tags(.law))
  func equalTicks() {
    func ticks(_ low: Double, _ high: Double) -> [Double] {
      LinearScale(lower: low, upper: high, start: 0, end: 1).equalTicks(atMost: 7)
    }
    #expect(ticks(7, 35) == [7, 14, 21, 28, 35])
    #expect(ticks(0, 63) == [0, 9, 18, 27, 36, 45, 54, 63])
    #expect(ticks(0, 60) == [0, 10, 20, 30, 40, 50, 60])
    #expect(ticks(1, 7) == [1, 2, 3, 4, 5, 6, 7])
    #expect(ticks(0, 100) == [0, 20, 40, 60, 80, 100])
    #expect(ticks(14, 70) == [14, 28, 42, 56, 70])
    // No step with one decimal divides it: the ends, and round values between.
    #expect(ticks(-0.285, 1).first == -0.285 && ticks(-0.285, 1).last == 1)
  }

  @Test("a scale's real ends are ticks, and no round value touches them")
  func ends() {
    let swemwbs = LinearScale(lower: 7, upper: 35, start: 0, end: 1)
    #expect(swemwbs.ticksWithEnds(about: 5) == [7, 15, 20, 25, 30, 35])
  }

  @Test("a logarithmic axis has the densest round values that fit")
  func ratioTicks() {
    let narrow = LogScale(lower: 0.39, upper: 1.5, start: 0, end: 1)
    #expect(narrow.ticks(atMost: 8) == [0.4, 0.6, 0.8, 1, 1.2, 1.5])
    #expect(narrow.ticks(atMost: 5) == [0.4, 0.6, 0.8, 1])
    let wide = LogScale(lower: 0.01, upper: 100, start: 0, end: 1)
    #expect(wide.ticks(atMost: 6) == [0.01, 0.1, 1, 10, 100])
  }

  @Test("bands fill the room between them")
  func bands() {
    let bands = BandScale(count: 4, start: 0, end: 100, gap: 0.2)
    #expect(bands.step == 25)
    #expect(bands.width == 20)
    #expect(bands.centre(of: 3) == 87.5)
    #expect(bands.position(of: 0) == 2.5)
  }

  @Test("tick texts share their decimals, carry U+2212 and thousands commas")
  func texts() {
    #expect(TickFormat().texts(for: [-1, -0.5, 0, 0.5]) == ["−1.0", "−0.5", "0.0", "0.5"])
    #expect(TickFormat(isSigned: true).texts(for: [-2, 0, 2]) == ["−2", "0", "+2"])
    #expect(TickFormat(suffix: "%").texts(for: [0, 1500]) == ["0%", "1,500%"])
    #expect(TickFormat(decimals: 2).texts(for: [0.05, 1]) == ["0.05", "1.00"])
  }
}
