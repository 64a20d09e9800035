import CLibcrypto

/// SHA-256 (FIPS 180-4, doi:10.6028/NIST.FIPS.180-4).
public enum SHA256 {
  /// The digest of a message, 32 bytes.
  ///
  /// Stops the program where libcrypto fails.
  public static func digest(of message: [UInt8]) -> [UInt8] {
    Libcrypto.bytes(of: "SHA-256") { furlong_sha256(message, message.count, $0) }
  }
}

/// SHA-256 of bytes that come one part after the other.
///
/// Stops the program where libcrypto fails.
public final class SHA256Sum {
  private var sum: UnsafeMutableRawPointer?

  /// A sum of nothing yet.
  public init() { sum = furlong_sha256_begin() }

  deinit { furlong_sha256_end(sum, nil) }

  /// Adds bytes.
  public func add(_ bytes: [UInt8]) {
    if !furlong_sha256_add(sum, bytes, bytes.count) { Libcrypto.stop("SHA-256") }
  }

  /// The digest of all that was added, 32 bytes; nothing can be added after.
  public func digest() -> [UInt8] {
    let whole = sum
    sum = nil
    return Libcrypto.bytes(of: "SHA-256") { furlong_sha256_end(whole, $0) }
  }
}
