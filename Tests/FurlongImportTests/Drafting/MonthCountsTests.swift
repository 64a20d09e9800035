import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Counts by month")
struct MonthCountsTests: DraftsMappings {
  @Test(
    "Counts by month, a column a month, are no register: nothing is drafted, and it is said",
    arguments: [
      ["Sep-23", "Oct-23", "Nov-23", "Dec-23"], ["Sep 2023", "Oct 2023", "Nov 2023", "Dec 2023"],
      ["2023-09", "2023-10", "2023-11", "2023-12"],
      ["01/09/2023", "01/10/2023", "01/11/2023", "01/12/2023"],
    ])
  func monthCounts(months: [String]) throws {
    let rows = (101...129).map { "HRC-00\($0),\($0 % 4),,\($0 % 3 + 1),2" }
    let draft = try draft(["Student Ref,\(months.joined(separator: ","))"] + rows)
    #expect(draft.kind == nil && draft.text.contains("not read"))
    #expect(
      draft.checks.count == 1
        && draft.checks[0].hasPrefix(
          "Counts by month, a column a month ('\(months[0])' to '\(months[3])', 4 of them): not read."
        ))
  }

  @Test("Days without a year stay sessions, over marks and over numbers", .tags(.edge))
  func daysNotMonths() throws {
    func kind(_ headings: String, _ cells: (Int) -> String) throws -> ExportKind? {
      try draft(["Student Ref,\(headings)"] + (101...129).map { "HRC-00\($0),\(cells($0))" }).kind
    }
    #expect(try kind("Sep-22,Sep-29,Oct-06") { $0 % 2 == 0 ? "Y,N,Y" : "N,Y,Y" } == .attendance)
    #expect(try kind("Sep-22,Oct-22,Nov-22") { $0 % 2 == 0 ? "1,0,1" : "0,1,1" } == .attendance)
    #expect(try kind("Oct-10,Oct-17,Oct-24") { $0 % 2 == 0 ? "1,2,1" : "0,1,1" } == .attendance)
  }
}
