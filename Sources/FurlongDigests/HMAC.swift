import CLibcrypto

/// HMAC with SHA-256 (RFC 2104, doi:10.17487/RFC2104).
public enum HMAC {
  /// The authentication code of a message under a key, 32 bytes.
  ///
  /// Stops the program where libcrypto fails.
  ///
  /// - Parameters:
  ///   - message: any bytes.
  ///   - key: of any length; one of more than 64 bytes counts as its own digest.
  public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    Libcrypto.bytes(of: "HMAC-SHA-256") {
      furlong_hmac_sha256(key, key.count, message, message.count, $0)
    }
  }
}
