/// The part of a long list that one page shows.
struct ListPart {
  /// So many lines stand on one page.
  private static let lines = 200

  private let number: Int
  private let pages: Int
  /// The lines that are shown, from 0.
  let range: Range<Int>

  /// The part of a list of some lines that a query asks for: the first where it asks for none that is there.
  init(_ count: Int, _ query: FormFields) {
    pages = max(1, (count + Self.lines - 1) / Self.lines)
    number = min(max(1, query.number("page") ?? 1), pages)
    let first = (number - 1) * Self.lines
    range = first..<min(first + Self.lines, count)
  }

  /// What the templates of lists show of it.
  ///
  /// - Parameter address: an address to which the number of a page is added.
  func values(address: String) -> [String: Any] {
    [
      "paged": pages > 1, "page": number, "pages": pages,
      "back": address + "\(number - 1)", "hasBack": number > 1,
      "onward": address + "\(number + 1)", "hasOnward": number < pages,
    ]
  }
}
