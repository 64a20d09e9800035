/// Where the entries of a zip archive lie, as its directory says.
///
/// Entries of an honest archive lie one behind the other. Where they lie over each other, a few bytes are unpacked again and
/// again (D. Fifield, "A better zip bomb", USENIX WOOT 2019): libzip takes that as it is.
struct ZipLayout {
  private static let endSign: [UInt8] = [0x50, 0x4B, 5, 6]
  private static let farEndSign: [UInt8] = [0x50, 0x4B, 6, 6]
  private static let entrySign: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let endSize = 22
  private static let longestRemark = 0xFFFF
  private static let localSize = 30
  /// A directory beyond this size is that of no archive which is read.
  private static let largestDirectory = 64 << 20

  /// Whether two entries lie over each other; nil where the directory cannot be read.
  static func hasOverlaps(in archive: some PlacedBytes, entries: Int) -> Bool? {
    guard let place = directory(of: archive), let bytes = archive.bytes(place) else { return nil }
    var spans: [Range<Int>] = []
    var start = 0
    for _ in 0..<entries {
      guard let entry = Entry(bytes, at: start) else { return nil }
      spans.append(entry.span)
      start = entry.end
    }
    spans.sort { $0.lowerBound < $1.lowerBound }
    return zip(spans, spans.dropFirst()).contains { $0.upperBound > $1.lowerBound }
      || (spans.last?.upperBound ?? 0) > place.lowerBound
  }

  /// Where the directory lies.
  private static func directory(of archive: some PlacedBytes) -> Range<Int>? {
    let start = max(0, archive.count - endSize - longestRemark)
    guard let tail = archive.bytes(start..<archive.count), tail.count >= endSize else { return nil }
    for place in stride(from: tail.count - endSize, through: 0, by: -1)
    where tail[place...].starts(with: endSign) {
      let end = start + place
      var size = number(tail, place + 12, 4)
      var first = number(tail, place + 16, 4)
      if size == 0xFFFF_FFFF || first == 0xFFFF_FFFF {
        // A large archive says it in 64 bits, in a record that another before this one points at.
        guard place >= 20 else { return nil }
        let far = number(tail, place - 12, 8)
        guard far <= archive.count - 56, let record = archive.bytes(far..<far + 56),
          record.starts(with: farEndSign)
        else { return nil }
        size = number(record, 40, 8)
        first = number(record, 48, 8)
      }
      guard size <= largestDirectory, first <= end - size else { continue }
      return first..<first + size
    }
    return nil
  }

  /// A number of so many bytes, the lowest first; more than there can be where it is too large.
  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    var number: UInt64 = 0
    for offset in (0..<count).reversed() { number = number << 8 | UInt64(bytes[place + offset]) }
    return Int(clamping: number)
  }

  /// An entry of the directory.
  private struct Entry {
    /// The bytes that it takes in the archive, at least.
    let span: Range<Int>
    /// Where the next entry of the directory begins.
    let end: Int

    init?(_ bytes: [UInt8], at place: Int) {
      guard place + 46 <= bytes.count, bytes[place...].starts(with: ZipLayout.entrySign) else {
        return nil
      }
      func number(_ offset: Int, _ count: Int) -> Int {
        ZipLayout.number(bytes, place + offset, count)
      }
      let name = number(28, 2)
      let extra = place + 46 + name
      end = extra + number(30, 2) + number(32, 2)
      guard end <= bytes.count else { return nil }
      var packed = number(20, 4)
      var start = number(42, 4)
      if packed == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
        let isFar = (number(24, 4) == 0xFFFF_FFFF, packed == 0xFFFF_FFFF, start == 0xFFFF_FFFF)
        guard
          var next = Self.farNumbers(bytes, extra..<(extra + number(30, 2)))
        else { return nil }
        // They stand there in this order, those alone that have no room above.
        if isFar.0 { next = next.dropFirst() }
        if isFar.1 { packed = next.popFirst() ?? .max }
        if isFar.2 { start = next.popFirst() ?? .max }
      }
      let (size, isOver) = packed.addingReportingOverflow(ZipLayout.localSize + name)
      let (last, isFar) = start.addingReportingOverflow(size)
      guard !isOver, !isFar else { return nil }
      span = start..<last
    }

    /// The numbers of 64 bits beside an entry.
    private static func farNumbers(_ bytes: [UInt8], _ extra: Range<Int>) -> ArraySlice<Int>? {
      var place = extra.lowerBound
      while place + 4 <= extra.upperBound {
        let size = ZipLayout.number(bytes, place + 2, 2)
        let end = place + 4 + size
        guard end <= extra.upperBound else { return nil }
        if ZipLayout.number(bytes, place, 2) == 1 {
          return stride(from: place + 4, through: end - 8, by: 8)
            .map { ZipLayout.number(bytes, $0, 8) }[...]
        }
        place = end
      }
      return nil
    }
  }
}
