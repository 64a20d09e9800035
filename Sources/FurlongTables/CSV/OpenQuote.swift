/// A quote that was opened: whether it closes anywhere, and how many lines end before.
struct OpenQuote {
  let quote: UInt8
  /// Line ends, the last one left out when nothing follows it.
  private(set) var lineBreaks = 0
  private(set) var isClosed = false
  private var isAfterQuote = false
  /// Whether it closes, where nothing follows what was searched.
  var closes: Bool { isClosed || isAfterQuote }
  private var last: UInt8 = 0

  init(quote: UInt8) { self.quote = quote }

  /// Counts the line ends of bytes in which the quote does not close.
  mutating func count(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in bytes {
      if last == 0x0A || last == 0x0D, !(last == 0x0D && byte == 0x0A) { lineBreaks += 1 }
      last = byte
    }
  }

  /// Looks for the closing quote, one that is not doubled.
  mutating func search(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    for byte in bytes {
      if isAfterQuote, byte != quote {
        isClosed = true
        return
      }
      isAfterQuote = byte == quote && !isAfterQuote
    }
    count(bytes)
  }
}
