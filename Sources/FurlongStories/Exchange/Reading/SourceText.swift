/// A text as a file holds it, and where its places are in the text as it is coded.
struct SourceText {
  /// The text as it is coded.
  let story: StoryText
  /// Where, in the text as it is stored, a return stands that a line feed follows.
  private let returns: [Int]

  /// The text of a file; nil where it is not UTF-8.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self.init(text)
  }

  /// The text as it is stored; byte-order marks before it count nowhere.
  init(_ stored: String) {
    var returns: [Int] = []
    var place = 0
    var lastWasReturn = false
    for point in stored.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      if lastWasReturn, point == "\n" { returns.append(place - 1) }
      lastWasReturn = point == "\r"
      place += 1
    }
    story = StoryText(stored)
    self.returns = returns
  }

  /// The place in the text as it is coded of a place in the text as it is stored.
  func place(ofStored place: Int) -> Int {
    var (low, high) = (0, returns.count)
    while low < high {
      let middle = (low + high) / 2
      if returns[middle] < place { low = middle + 1 } else { high = middle }
    }
    return place - low
  }
}
