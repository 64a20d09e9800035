import FurlongDisclosure
import FurlongEvaluation

/// What may be said of the cost of use before and after, by one book over one window.
public struct MoneyVerdict: Codable, Sendable, Equatable {
  /// From what share of all cost on five people are said to hold the answer.
  static let heavyShare = 0.5

  /// What the difference says.
  public var call: Call
  /// What it says with what the service itself cost.
  public var net: Call
  /// What that says without the three months before day 0.
  public var netWithoutRunUp: Call
  /// What the difference says without the three months before day 0.
  public var withoutRunUp: Call
  /// What it says without the five people whose use cost most.
  public var withoutFive: Call
  /// Whether the other books of prices say the same.
  public var booksAgree: Bool
  /// Whether those five have half of all cost or more.
  public var isOfFive: Bool

  /// Whether the answer hangs on five people.
  public var hangsOnFive: Bool { isOfFive || call.isTold && withoutFive != call }
}

extension MoneyVerdict {
  init(
    _ book: MoneyFinding<Released>.Book, of books: [MoneyFinding<Released>.Book]
  ) {
    let pounds = AnswerWording(.pounds)
    func call(_ answer: ReleasedAnswer) -> Call { Call(answer, printedAs: pounds, noChange: 0) }
    let own = call(book[.difference])
    self.init(
      call: own, net: call(book[.net]), netWithoutRunUp: call(book[.netWithoutLastThreeMonths]),
      withoutRunUp: call(book[.differenceWithoutLastThreeMonths]),
      withoutFive: call(book[.differenceWithoutFive]),
      booksAgree: books.allSatisfy { call($0[.difference]) == own },
      isOfFive: (book[.shareOfFive].estimate?.value ?? 0) >= Self.heavyShare)
  }
}
