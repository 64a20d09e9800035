import FurlongStudy
import FurlongTestSupport
import Testing

@testable import FurlongImport

@Suite("What cells turned out to be is remembered, and never changes what is read")
struct CellMemoTests {
  private struct Refused: Error, Equatable {}

  private static func value(of text: String, in memo: CellMemo<Int>) throws(Refused) -> Int {
    let outcome: Result<Int, Refused> = Array(text.utf8).withUnsafeBufferPointer { cell in
      do throws(Refused) {
        return .success(
          try memo.value(of: cell) { () throws(Refused) -> Int in
            guard let number = Int(text) else { throw Refused() }
            return number
          })
      } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  @Test(
    "each cell has its own value, however few are remembered", .tags(.law),
    arguments: [1, 7, 100_000])
  func own(most: Int) throws {
    let memo = CellMemo<Int>(most: most)
    for _ in 0..<3 {
      for number in stride(from: 0, to: 20_000, by: 7) {
        #expect(try Self.value(of: String(number), in: memo) == number)
      }
      let long = String(repeating: "0", count: 200) + "12"
      #expect(try Self.value(of: long, in: memo) == 12)
    }
  }

  @Test("a cell that was refused is refused each time", .tags(.edge))
  func refused() {
    let memo = CellMemo<Int>()
    for _ in 0..<2 { #expect(throws: Refused.self) { try Self.value(of: "x", in: memo) } }
  }

  @Test("an event is counted once, whatever its numbers", .tags(.law))
  func events() {
    var seen = EventsSeen()
    var known: Set<[Int]> = []
    for person in [1, 2, 3, 1 << 26, 1 << 30] {
      for day in [-200_000, -1, 0, 20_000, 130_000, 140_000] {
        for team in [0, 1, 1 << 13, 1 << 14] {
          for event in [0, 1, 63, 64, 0] {
            let isNew = known.insert([event, person, day, team]).inserted
            #expect(
              seen.insert(
                event: event, person: person, day: CalendarDay(number: day), team: team) == isNew)
          }
        }
      }
    }
  }

  @Test("a set of words is a set", .tags(.law))
  func words() {
    var set = WordSet()
    var known: Set<UInt64> = []
    for step in 1..<30_000 as Range<UInt64> {
      let word = step * step % 7_919 + 1
      #expect(set.insert(word) == known.insert(word).inserted)
    }
  }

  @Test(
    "a day written as most are is the day that is read of any text", .tags(.law),
    arguments: ExportFormat.DateOrder.allCases)
  func days(order: ExportFormat.DateOrder) {
    let dates = DateText(order: order)
    var usual = 0
    for year in ["1899", "1900", "2023", "2024", "24", "0000"] {
      for month in ["0", "1", "02", "12", "13", "29", "002"] {
        for day in ["0", "1", "09", "29", "31", "32", "x"] {
          for sign in ["/", "-", ".", "//", " "] {
            for parts in [[day, month, year], [month, day, year], [year, month, day]] {
              let text = parts.joined(separator: sign)
              let found = Array(text.utf8).withUnsafeBufferPointer(dates.usual)
              guard let found else { continue }
              usual += 1
              #expect((try? dates.day(text)) == found, "\(text)")
            }
          }
        }
      }
    }
    #expect(usual > 20)
  }
}
