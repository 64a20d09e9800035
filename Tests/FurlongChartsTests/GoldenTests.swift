import FurlongCharts
import FurlongTestSupport
import Testing

@Suite("Every declaration has its drawing", .tags(.golden))
struct GoldenTests {
  @Test("wide and narrow", arguments: Samples.all.map(\.name))
  func drawing(name: String) throws {
    let sample = try #require(Samples.all.first { $0.name == name })
    for width in ChartWidth.allCases {
      let svg = sample.chart.draw(
        id: "\(name)-\(width.rawValue)", title: "An invented finding",
        description: "An invented college, to show the chart.", width: width)
      try expectGolden(svg, "\(name)-\(width.rawValue).svg")
    }
  }
}
