import Foundation
import FurlongTestSupport
import Testing

/// The tool's word on exports with one fault each, held against a list that was written by hand from the files alone.
@Suite("Forty faults of exports")
struct MessyTests {
  @Test(
    "are each told by code, row, column and what is done, but for those that are listed with why",
    .tags(.reference))
  func told() throws {
    let listed = try MessyFault.listed()
    let exports = try FileManager.default.contentsOfDirectory(
      atPath: MessyFault.folder.appendingPathComponent("exports").path
    ).sorted()
    #expect(exports.count > 50 && Set(listed.keys).isSubset(of: exports))
    for file in exports {
      var surplus = try MessyStudy(file).told()
      let all = surplus
      var lacking: [MessyFault] = []
      for fault in listed[file] ?? [] {
        if !all.contains(where: fault.isTold) { lacking.append(fault) }
        surplus.removeAll(where: fault.isTold)
      }
      let gap = MessyGap.known[file]
      #expect(
        Set(lacking.map(\.line)) == Set(gap?.lacks ?? []),
        "\(file): what is not told is another than is listed; told are \(all.map(\.line))")
      #expect(
        Set(surplus.map(\.line)) == Set(gap?.says ?? []),
        "\(file): what is told beyond the faults is another than is listed: \(surplus.map(\.message))"
      )
    }
    #expect(Set(MessyGap.known.keys).isSubset(of: exports))
  }
}
