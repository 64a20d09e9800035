import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

@Suite("An extract with other ids than the register's")
struct NobodyLinkedTests {
  /// A register of students with the trust's ids, contacts by the trust's ids, and a list that ties them or does not.
  private func report(listTies: Bool) throws -> ImportReport {
    let folder = try TestFolder()
    let keys = try TestFolder()
    let exports = try TestFolder()
    let people = 1...12
    try exports.write(
      "Student ID,Local Patient ID,Date enrolled\n"
        + people.map { "RC000\($0),7\($0)3\($0),1\($0 % 9)/03/2024\n" }.joined(), to: "students.csv"
    )
    try exports.write(
      "Person_ID,CareContDate,AttendStatus\n"
        + people.map { "X\($0)94,2024-05-1\($0 % 9),5\n" }.joined(), to: "contacts.csv")
    try exports.write(
      "Person_ID,LocalPatientId,PersDeathDate\n"
        + people.map { "X\($0)94,\(listTies ? "7\($0)3\($0)" : "999\($0)1"),\n" }.joined()
        + "X9999,88888,2024-01-01\n", to: "mpi.csv")
    let place = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(exports: exports.url, study: NewStudy(id: "linked", folder: place))
      .make(in: place)
    return try Workflow.ofTest(place, keys: keys.url, on: "2025-12-01").importExports()
  }

  @Test("stops, since silence would read as nothing having happened")
  func stops() throws {
    let report = try report(listTies: false)
    #expect(report.stopped == ["exports/contacts.csv"])
    #expect(report.problems.contains { $0.code == "I064" && $0.fix.contains("caseload") })
  }

  @Test("is linked through the trust's own list, whichever is read first")
  func linked() throws {
    let report = try report(listTies: true)
    #expect(report.stopped.isEmpty, "\(report.problems.map(\.message))")
    #expect(report.exports.first { $0.file == "exports/contacts.csv" }?.rowsKept == 12)
    #expect(report.exports.first { $0.file == "exports/mpi.csv" }?.rowsSkipped == 1)
  }
}
