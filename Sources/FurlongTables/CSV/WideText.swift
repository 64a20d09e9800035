/// UTF-16 as Excel's "Unicode Text" is written, turned into UTF-8.
enum WideText {
  /// Which byte of a sign comes first.
  private enum Order {
    case little
    case big
  }

  /// How much of a file is looked at.
  private static let sample = 4096

  /// The text of a source in UTF-8, without its byte order mark; nil where it is no UTF-16.
  ///
  /// Half of a pair that stands alone, and a last byte without its second, become bytes that no text has, so that the
  /// row that holds them is set aside.
  static func utf8(_ source: any ByteSource, declared: Bool) -> (any ByteSource)? {
    source.beginning(Self.sample)?.withUnsafeBufferPointer { order($0, declared: declared) }
      .map { Narrowed(source: source, order: $0) }
  }

  /// A source of UTF-16, read as UTF-8.
  private struct Narrowed: ByteSource {
    let source: any ByteSource
    let order: Order

    func start() -> (any ByteStream)? {
      source.start().map { Stream(wide: $0, order: order) }
    }
  }

  private final class Stream: ByteStream {
    private let wide: any ByteStream
    private let order: Order
    private var isFirst = true
    private var isAtEnd = false
    /// Bytes that are read and not yet turned.
    private var rest: [UInt8] = []
    private var text: [UInt8] = []
    private var given = 0

    init(wide: any ByteStream, order: Order) {
      self.wide = wide
      self.order = order
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
      while given == text.count, !isAtEnd {
        var part = [UInt8](repeating: 0, count: 1 << 16)
        guard let count = part.withUnsafeMutableBufferPointer({ wide.read(into: $0) }) else {
          return nil
        }
        isAtEnd = count == 0
        rest += part[..<count]
        text.removeAll(keepingCapacity: true)
        given = 0
        turn()
      }
      let count = min(buffer.count, text.count - given)
      _ = buffer.update(fromContentsOf: text[given..<given + count])
      given += count
      return count
    }

    private func unit(_ place: Int) -> UInt32 {
      let (first, second) = (UInt32(rest[place]), UInt32(rest[place + 1]))
      return order == .little ? second << 8 | first : first << 8 | second
    }

    /// Turns the letters that are whole.
    private func turn() {
      var place = 0
      while place + 1 < rest.count {
        var letter = unit(place)
        if 0xD800..<0xDC00 ~= letter {
          if place + 3 >= rest.count, !isAtEnd { break }
          if place + 3 < rest.count, 0xDC00..<0xE000 ~= unit(place + 2) {
            letter = 0x10000 + (letter - 0xD800) << 10 + (unit(place + 2) - 0xDC00)
            place += 2
          }
        }
        place += 2
        if !(letter == 0xFEFF && isFirst) { WideText.append(letter, to: &text) }
        isFirst = false
      }
      rest.removeFirst(place)
      if isAtEnd, !rest.isEmpty {
        text.append(0xFF)
        rest = []
      }
    }
  }

  /// The order of a file's bytes; nil where the file is no UTF-16.
  ///
  /// Text of Western letters has a NUL in nearly every second byte and in those only; a file that is declared to be
  /// UTF-16 may have fewer of them.
  private static func order(_ bytes: UnsafeBufferPointer<UInt8>, declared: Bool) -> Order? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    let sample = bytes.prefix(Self.sample)
    if sample.count < 8 { return nil }
    var zeros = [0, 0]
    for (place, byte) in sample.enumerated() where byte == 0 { zeros[place % 2] += 1 }
    let half = sample.count / 2
    let most = max(zeros[0], zeros[1])
    let least = declared ? half / 20 : half * 6 / 10
    guard most > least, min(zeros[0], zeros[1]) * 4 <= most else { return nil }
    return zeros[0] > zeros[1] ? .big : .little
  }

  /// Appends a letter; half of a pair is written as UTF-8 forbids it.
  fileprivate static func append(_ letter: UInt32, to text: inout [UInt8]) {
    func next(_ shift: UInt32) -> UInt8 { UInt8(0x80 | letter >> shift & 0x3F) }
    switch letter {
    case 0..<0x80: text.append(UInt8(letter))
    case 0x80..<0x800: text += [UInt8(0xC0 | letter >> 6), next(0)]
    case 0x800..<0x10000: text += [UInt8(0xE0 | letter >> 12), next(6), next(0)]
    default: text += [UInt8(0xF0 | letter >> 18), next(12), next(6), next(0)]
    }
  }
}
