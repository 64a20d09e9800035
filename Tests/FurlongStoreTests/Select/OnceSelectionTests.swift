import FurlongStore
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Forms that are asked once")
struct OnceSelectionTests {
  private func answer(
    _ row: Int, _ who: KeyedHash, on: String, _ course: String?, _ total: Double
  ) -> ImportRow {
    FurlongStoreTests.row(row, [who]) {
      $0.forms = [
        FormRecord(
          scale: "csq8", moment: .day(day(on)), answers: .total(total), course: course)
      ]
    }
  }

  private func select(_ rows: [ImportRow]) throws -> [OnceForms.Entry] {
    let study = try StudyInHand()
    try study.keep(
      [
        batch(
          "p.csv", .people,
          [
            registered(2, [student(1)], on: "2024-06-01", about: ["x": "first"]),
            registered(3, [student(2)], on: "2024-06-02", about: ["x": "second"]),
          ]),
        batch("f.csv", .scores, rows),
      ], hasRegister: true)
    var plan = plan()
    plan.askedOnce = [ScaleRequest(scale: "csq8", blankItemsAllowed: nil)]
    return try #require(try study.select(plan).onceForms.first).entries
  }

  @Test("are of each person the last of each course, and one of them the last of all")
  func last() throws {
    let entries = try select([
      answer(2, student(1), on: "2024-07-01", "art", 10),
      answer(3, student(1), on: "2024-08-01", "art", 20),
      answer(4, student(1), on: "2024-07-15", "cooking", 30),
      answer(5, student(2), on: "2024-07-15", nil, 31),
    ])
    #expect(entries.count == 3)
    let art = try #require(entries.first { $0.course == "art" })
    #expect(art.answers == .total(20) && art.isLast)
    let cooking = try #require(entries.first { $0.course == "cooking" })
    #expect(cooking.person == art.person && !cooking.isLast)
    let other = try #require(entries.first { $0.course == nil })
    #expect(other.person != art.person && other.isLast)
  }

  @Test("count from day 0 to the last day of the data", .tags(.edge))
  func days() throws {
    let entries = try select([
      answer(2, student(1), on: "2024-05-31", "art", 10),
      answer(3, student(1), on: "2025-09-01", "art", 20),
      answer(4, student(2), on: "2024-06-02", "art", 30),
    ])
    #expect(entries.map(\.answers) == [.total(30)])
  }

  @Test("of one day after two courses are no contradiction")
  func courses() throws {
    let entries = try select([
      answer(2, student(1), on: "2024-07-01", "art", 10),
      answer(3, student(1), on: "2024-07-01", "cooking", 20),
    ])
    #expect(entries.count == 2)
    #expect(entries.count(where: \.isLast) == 1)
  }
}
