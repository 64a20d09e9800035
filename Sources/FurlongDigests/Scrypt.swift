import CLibcrypto

/// A key out of a passphrase, slow and in much memory, so that trying passphrases is dear (RFC 7914, doi:10.17487/RFC7914).
public struct Scrypt: Sendable, Equatable {
  /// How dear: a power of two; time and memory grow with it.
  public var n: Int
  /// The size of a block.
  public var r: Int
  /// How many times side by side.
  public var p: Int

  /// How dear it is; by default in 128 MiB, a third of a second.
  public init(n: Int = 1 << 17, r: Int = 8, p: Int = 1) {
    (self.n, self.r, self.p) = (n, r, p)
  }

  /// A key of so many bytes; nil where libcrypto cannot make it with these numbers, or has too little memory.
  ///
  /// Memory: 128 · N · r bytes and a little more.
  public func key(passphrase: String, salt: [UInt8], count: Int = 32) -> [UInt8]? {
    guard n > 1, r > 0, p > 0, n <= 1 << 22, r <= 64, p <= 64 else { return nil }
    let memory = UInt64(128 * r * (n + p + 2) + (1 << 20))
    var key = [UInt8](repeating: 0, count: count)
    let bytes = Array(passphrase.utf8).map { CChar(bitPattern: $0) }
    let done = furlong_scrypt(
      bytes, bytes.count, salt, salt.count, UInt64(n), UInt64(r), UInt64(p), memory, &key, count)
    return done ? key : nil
  }
}
