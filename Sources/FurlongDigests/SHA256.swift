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
