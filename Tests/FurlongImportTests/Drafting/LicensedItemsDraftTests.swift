import FurlongImport
import FurlongTestSupport
import Testing

@Suite("Scales of which only the total is read, drafted")
struct LicensedItemsDraftTests: DraftsMappings {
  /// Answers of 0 to 4 of a form.
  private func answers(_ row: Int, _ count: Int) -> [Int] {
    (0..<count).map { (row * 7 + $0 * 3 + row / 5) % 5 }
  }

  @Test("The total beside numbered items is read; what stands between is no scale, nor is 'Total'")
  func paper() throws {
    let items = (1...10).map { "ReQoL\($0)" }.joined(separator: ",")
    let rows = (0..<40).map { row in
      let given = answers(row, 10)
      let total = row == 7 ? 44 : given.reduce(0, +)
      return
        "RC-1\(10 + row / 2),\(["Pre", "Post"][row % 2]),1\(row % 9)/0\(1 + row % 9)/2024,"
        + given.map(String.init).joined(separator: ",") + ",\((row * 3) % 5),\(total)"
    }
    let draft = try draft(["Ref,Pre/Post,Date completed,\(items),Physical health,Total"] + rows)
    #expect(draft.decisions == 0 && draft.facts.ownScales.isEmpty, "\(draft.text)")
    #expect(draft.text.contains("  - { scale: reqol10, total: Total }"), "\(draft.text)")
    #expect(draft.text.contains("ignore: [ReQoL1, "))
    #expect(
      draft.checks.contains(
        "Of reqol10 the total in 'Total' is read, and not its items: their key is licensed."))
    guard case .scores(let columns) = try map(draft).content else { throw Absent() }
    #expect(columns.forms.count == 1)
  }

  @Test("A total that names a family is that of the questions beside it, as many as one of it has")
  func questions() throws {
    let asked = (1...10).map {
      "Over the last week: made-up question \("abcdefghij".dropFirst($0 - 1).prefix(1))"
    }
    let ons = [
      "\"Overall, how satisfied are you with your life nowadays?\"",
      "\"Overall, to what extent do you feel that the things you do in your life are worthwhile?\"",
      "\"Overall, how happy did you feel yesterday?\"",
      "\"Overall, how anxious did you feel yesterday?\"",
    ]
    let rows = (0..<40).map { row in
      let given = answers(row, 10)
      return
        "RC-1\(10 + row / 2),\(["First form", "Last form"][row % 2]),2024-05-1\(row % 9),"
        + given.map(String.init).joined(separator: ",")
        + ",\(row % 11),\((row * 3) % 11),\((row * 7) % 11),\((row + 4) % 11),\(given.reduce(0, +))"
    }
    let draft = try draft(
      [
        "Student number,Is this your first or last form?,Completion time,"
          + (asked + ons).joined(separator: ",") + ",ReQoL TOTAL"
      ] + rows)
    #expect(draft.decisions == 0, "\(draft.text)")
    #expect(draft.text.contains("  - { scale: reqol10, total: \"ReQoL TOTAL\" }"), "\(draft.text)")
    #expect(draft.text.contains("  - { scale: ons4, items: ["), "\(draft.text)")
    #expect(draft.facts.ownScales.isEmpty)
    guard case .scores(let columns) = try map(draft).content else { throw Absent() }
    #expect(columns.forms.count == 2)
  }

  @Test("Where the items could be two scales' it is still for a person to decide", .tags(.edge))
  func open() throws {
    let rows = (0..<40).map { row in
      "RC-1\(10 + row / 2),\(["First form", "Last form"][row % 2]),2024-05-1\(row % 9),\(answers(row, 10).reduce(0, +))"
    }
    let draft = try draft(
      ["Student number,Is this your first or last form?,Completion time,ReQoL TOTAL"] + rows)
    #expect(draft.decisions == 1 && draft.text.contains("reqol20"), "\(draft.text)")
  }

  private struct Absent: Error {}
}
