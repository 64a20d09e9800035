/// Writes a zip archive whose entries are stored as they are: what tests feed to readers.
public struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// An archive without entries.
  public init() {}

  /// The archive of some texts.
  public static func bytes(_ entries: [(name: String, text: String)]) -> [UInt8] {
    var zip = StoredZip()
    for entry in entries { zip.add(entry.name, Array(entry.text.utf8)) }
    return zip.bytes
  }

  /// Adds an entry.
  ///
  /// - Parameter claimed: how many bytes the archive says that it has; its own where nil.
  public mutating func add(_ name: String, _ content: [UInt8], claimed: Int? = nil) {
    let size = claimed ?? content.count
    let common =
      Self.two(0) + Self.two(0) + Self.two(0) + Self.two(0x21) + Self.four(Self.checksum(content))
      + Self.four(content.count) + Self.four(size) + Self.two(name.utf8.count) + Self.two(0)
    let offset = body.count
    body += [0x50, 0x4B, 3, 4] + Self.two(20) + common + Array(name.utf8) + content
    directory +=
      [0x50, 0x4B, 1, 2] + Self.two(20) + Self.two(20) + common + Self.two(0) + Self.two(0)
      + Self.two(0) + Self.four(0) + Self.four(offset) + Array(name.utf8)
    count += 1
  }

  /// The archive.
  public var bytes: [UInt8] {
    body + directory + [0x50, 0x4B, 5, 6] + Self.two(0) + Self.two(0) + Self.two(count)
      + Self.two(count) + Self.four(directory.count) + Self.four(body.count) + Self.two(0)
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: Int) -> [UInt8] { two(number) + two(number >> 16) }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
