import Foundation
import FurlongDigests
import FurlongTables

/// The lines of a file in the order of their bytes, summed without holding more of the file than so many bytes.
///
/// What does not fit is sorted part by part, each part holding the lines between two that a sample of them chose; the file
/// is read once more for each part.
struct SortedLines {
  /// Of a file beyond this size, parts of about half of it are held.
  static let most = 64 << 20
  /// A file with a longer line is no table, and is summed as it is.
  static let longestLine = 16 << 20
  /// So much of a line decides in which part it is.
  private static let prefix = 32
  private static let mostSamples = 1 << 15

  private let source: any ByteSource
  private let most: Int
  private let longest: Int
  private let sum = SHA256Sum()

  private init(_ source: any ByteSource, most: Int, longest: Int) {
    self.source = source
    self.most = most
    self.longest = longest
  }

  /// SHA-256 of the lines, each with its line end; nil where the file cannot be read.
  ///
  /// Of a file with a line of more than `longest` bytes it is that of its bytes.
  static func digest(
    of source: any ByteSource, most: Int = SortedLines.most, longest: Int = SortedLines.longestLine
  ) -> [UInt8]? {
    var lines = SortedLines(source, most: most, longest: longest)
    switch lines.add() {
    case .all: return lines.sum.digest()
    case .unreadable: return nil
    case .tooLong:
      let sum = SHA256Sum()
      return source.eachPart { sum.add(Array($0)) } ? sum.digest() : nil
    }
  }

  /// How far reading came.
  private enum Reading {
    case all, unreadable, tooLong
  }

  private mutating func add() -> Reading {
    var all = LinesInMemory()
    var (bytes, every, count, isHeld) = (0, 1, 0, true)
    var sample: [[UInt8]] = []
    let isRead = eachLine { line in
      bytes += line.count + 1
      if count % every == 0 { sample.append(Array(line.prefix(Self.prefix))) }
      count += 1
      if sample.count > Self.mostSamples {
        sample = stride(from: 0, to: sample.count, by: 2).map { sample[$0] }
        every *= 2
      }
      if isHeld { all.add(line) }
      if all.size > most {
        all = LinesInMemory()
        isHeld = false
      }
    }
    guard isRead == .all else { return isRead }
    if isHeld {
      all.write(to: sum)
      return .all
    }
    sample.sort { $0.lexicographicallyPrecedes($1) }
    let parts = bytes * 2 / most + 1
    var ends = (1..<parts).map { sample[$0 * sample.count / parts] }
    ends = ends.indices.filter { $0 == 0 || ends[$0] != ends[$0 - 1] }.map { ends[$0] }
    for part in 0...ends.count {
      let from = part == 0 ? nil : ends[part - 1]
      let to = part == ends.count ? nil : ends[part]
      var lines = LinesInMemory()
      let isRead = eachLine { line in
        let start = UnsafeBufferPointer(rebasing: line.prefix(Self.prefix))
        if let from, Self.precedes(start, from) { return }
        if let to, !Self.precedes(start, to) { return }
        lines.add(line)
      }
      guard isRead == .all else { return isRead }
      lines.write(to: sum)
    }
    return .all
  }

  private static func precedes(_ one: UnsafeBufferPointer<UInt8>, _ other: [UInt8]) -> Bool {
    other.withUnsafeBufferPointer { LinesInMemory.order(one, $0) < 0 }
  }

  /// Looks at each line in turn, without its end.
  private func eachLine(_ look: (UnsafeBufferPointer<UInt8>) -> Void) -> Reading {
    // The beginning of a line of which the end lies in a later part.
    var begun: [UInt8] = []
    var isTooLong = false
    let isRead = source.eachPart { part in
      if isTooLong { return }
      var start = 0
      while start < part.count, let base = part.baseAddress {
        let found = memchr(base + start, 0x0A, part.count - start)
        guard let found else {
          begun += part[start...]
          isTooLong = begun.count > longest
          return
        }
        let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if begun.isEmpty {
          look(UnsafeBufferPointer(rebasing: part[start..<end]))
        } else {
          begun += part[start..<end]
          begun.withUnsafeBufferPointer(look)
          begun.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
    }
    if !isRead { return .unreadable }
    if isTooLong { return .tooLong }
    if !begun.isEmpty { begun.withUnsafeBufferPointer(look) }
    return .all
  }
}

/// Some lines, to be sorted by their bytes.
private struct LinesInMemory {
  private struct Line {
    /// The eight bytes by which lines are compared now.
    var key: UInt64 = 0
    var start: Int
    var length: Int32
    /// How often it stands one after the other.
    var times: UInt32 = 1
  }

  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var empty = 0

  /// How much of the memory they take.
  var size: Int { bytes.count + lines.count * MemoryLayout<Line>.size }

  mutating func add(_ line: UnsafeBufferPointer<UInt8>) {
    if line.isEmpty {
      empty += 1
      return
    }
    if let last = lines.last, Int(last.length) == line.count, last.times < .max, repeats(line, last)
    {
      lines[lines.count - 1].times += 1
      return
    }
    lines.append(Line(start: bytes.count, length: Int32(line.count)))
    bytes.append(contentsOf: line)
  }

  private func repeats(_ line: UnsafeBufferPointer<UInt8>, _ last: Line) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let one = line.baseAddress, let other = bytes.baseAddress else { return false }
      return memcmp(one, other + last.start, line.count) == 0
    }
  }

  /// Sorts the lines and adds them to a sum, each with its line end.
  mutating func write(to sum: SHA256Sum) {
    sort()
    var part: [UInt8] = []
    for _ in 0..<empty { part.append(0x0A) }
    for line in lines {
      for _ in 0..<line.times {
        part.append(contentsOf: bytes[line.start..<line.start + Int(line.length)])
        part.append(0x0A)
        if part.count > 1 << 16 {
          sum.add(part)
          part.removeAll(keepingCapacity: true)
        }
      }
    }
    sum.add(part)
  }

  private mutating func sort() {
    bytes.withUnsafeBufferPointer { bytes in
      lines.withUnsafeMutableBufferPointer { lines in
        Self.sort(UnsafeMutableBufferPointer(rebasing: lines[...]), bytes, from: 0)
      }
    }
  }

  /// Sorts lines that are the same before a place: by the next eight bytes, then those alike by the eight after.
  private static func sort(
    _ these: UnsafeMutableBufferPointer<Line>, _ bytes: UnsafeBufferPointer<UInt8>, from place: Int
  ) {
    var lines = these
    if place >= 64 {
      lines.sort { (one: Line, other: Line) -> Bool in
        order(text(one, bytes), text(other, bytes)) < 0
      }
      return
    }
    for index in lines.indices { lines[index].key = key(lines[index], bytes, place) }
    lines.sort { (one: Line, other: Line) -> Bool in
      if one.key != other.key { return one.key < other.key }
      return one.length < other.length
    }
    var first = 0
    while first < lines.count {
      var next = first + 1
      while next < lines.count, lines[next].key == lines[first].key { next += 1 }
      // Lines that end here come first, and are alike where they are as long.
      while first < next, Int(lines[first].length) <= place + 8 { first += 1 }
      if next - first > 1 {
        sort(UnsafeMutableBufferPointer(rebasing: lines[first..<next]), bytes, from: place + 8)
      }
      first = next
    }
  }

  /// Eight bytes of a line as a number, with zeros behind its end.
  private static func key(
    _ line: Line, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> UInt64 {
    let start = line.start + place
    let count = min(8, Int(line.length) - place)
    if count == 8 {
      return UInt64(
        bigEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
          fromByteOffset: start, as: UInt64.self))
    }
    var key: UInt64 = 0
    for offset in 0..<8 {
      let byte: UInt8 = offset < count ? bytes[start + offset] : 0
      key = key << 8 | UInt64(byte)
    }
    return key
  }

  private static func text(
    _ line: Line, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[line.start..<line.start + Int(line.length)])
  }

  /// Below 0 where one comes before another in the order of bytes, 0 where they are the same.
  static func order(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    let count = min(one.count, other.count)
    if count > 0, let mine = one.baseAddress, let theirs = other.baseAddress {
      let found = memcmp(mine, theirs, count)
      if found != 0 { return Int(found) }
    }
    return one.count - other.count
  }
}
