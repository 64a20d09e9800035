/// A zip archive whose files stand in it as they are: the container of a Word file.
///
/// It is written, never read; all files bear the first day that the form knows, so that the same
/// files give the same bytes. For less than 4 GB.
struct StoredArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    // Version 2.0, no flags, stored, midnight of 1 January 1980.
    let described =
      halves([20, 0, 0, 0, 0x21]) + words([Self.checksum(bytes), bytes.count, bytes.count])
      + halves([name.utf8.count, 0])
    directory +=
      words([0x0201_4b50]) + halves([20]) + described + halves([0, 0, 0]) + words([0, body.count])
      + Array(name.utf8)
    body += words([0x0403_4b50]) + described + Array(name.utf8) + bytes
    count += 1
  }

  /// The archive.
  var bytes: [UInt8] {
    body + directory + words([0x0605_4b50]) + halves([0, 0, count, count])
      + words([directory.count, body.count]) + halves([0])
  }

  private func halves(_ values: [Int]) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8 & 0xff)] }
  }

  private func words(_ values: [Int]) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(value >> ($0 * 8) & 0xff) } }
  }

  /// CRC-32 as zip wants it: the reversed polynomial EDB88320.
  static func checksum(_ bytes: [UInt8]) -> Int {
    var rest: UInt32 = .max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return Int(~rest)
  }
}
