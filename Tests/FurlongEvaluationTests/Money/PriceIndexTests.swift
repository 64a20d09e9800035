import FurlongEvaluation
import FurlongTestSupport
import Testing

@Suite("Prices over time")
struct PriceIndexTests {
  private func year(_ text: String) throws -> FinancialYear { try #require(FinancialYear(text)) }

  private func index() throws -> PriceIndex {
    PriceIndex(
      id: "invented", name: "Invented", edition: "first", source: "a test",
      changes: [
        .init(into: try year("2022/23"), percent: 7.32),
        .init(into: try year("2023/24"), percent: 2.47),
        .init(into: try year("2024/25"), percent: 4.02, isProvisional: true),
      ])
  }

  @Test("a factor is the product of the changes into each later year", .tags(.law))
  func product() throws {
    let factor = try #require(
      try index().factor(from: year("2021/22"), to: year("2024/25")))
    #expect(abs(factor - 1.0732 * 1.0247 * 1.0402) < 1e-15)
    #expect(try index().factor(from: year("2023/24"), to: year("2023/24")) == 1)
  }

  @Test("moved there and back a price is the same", .tags(.law))
  func back() throws {
    let (there, back) = (
      try index().factor(from: year("2021/22"), to: year("2024/25")),
      try index().factor(from: year("2024/25"), to: year("2021/22"))
    )
    #expect(abs(try #require(there) * (try #require(back)) - 1) < 1e-15)
  }

  @Test("a year that the index does not know has no factor, whichever way", .tags(.edge))
  func unknown() throws {
    #expect(try index().factor(from: year("2019/20"), to: year("2024/25")) == nil)
    #expect(try index().factor(from: year("2024/25"), to: year("2025/26")) == nil)
    #expect(try index().factor(from: year("2024/25"), to: year("2019/20")) == nil)
  }

  @Test("provisional is what a provisional change moved", .tags(.edge))
  func provisional() throws {
    #expect(try index().isProvisional(from: year("2023/24"), to: year("2024/25")))
    #expect(try index().isProvisional(from: year("2024/25"), to: year("2022/23")))
    #expect(try !index().isProvisional(from: year("2021/22"), to: year("2023/24")))
  }

  @Test(
    "only both years of a financial year are one", .tags(.edge),
    arguments: ["2024", "2024/26", "24/25", "2024/2025", "2024-25", "", "2024/25/26", "1999/01"])
  func years(text: String) { #expect(FinancialYear(text) == nil) }

  @Test("years are written as they are read")
  func written() throws {
    for text in ["1999/00", "2009/10", "2024/25"] { #expect(try year(text).text == text) }
    #expect(try year("1999/00").next.text == "2000/01")
  }
}
