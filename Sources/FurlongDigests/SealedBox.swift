import CLibcrypto

/// Bytes encrypted by AES-256-GCM (NIST SP 800-38D, doi:10.6028/NIST.SP.800-38D), of which a change is noticed.
public enum SealedBox {
  /// How many bytes vouch for the others.
  public static let tag = 16
  /// How many bytes a nonce has.
  public static let nonce = 12

  /// Encrypts bytes: as many, and 16 that vouch for them and for the header, which is not encrypted.
  ///
  /// Stops the program where libcrypto fails.
  ///
  /// - Parameters:
  ///   - key: 32 bytes.
  ///   - nonce: 12 bytes, never twice with one key.
  public static func seal(
    _ plain: [UInt8], key: [UInt8], nonce: [UInt8], header: [UInt8]
  ) -> [UInt8] {
    precondition(key.count == 32 && nonce.count == Self.nonce)
    var sealed = [UInt8](repeating: 0, count: plain.count + tag)
    guard
      furlong_aes256_gcm_seal(key, nonce, header, header.count, plain, plain.count, &sealed)
    else {
      fatalError("libcrypto cannot encrypt by AES-256-GCM on this machine. Mend openssl.cnf.")
    }
    return sealed
  }

  /// The bytes that were encrypted; nil where the key is another, or a byte was changed.
  public static func open(
    _ sealed: [UInt8], key: [UInt8], nonce: [UInt8], header: [UInt8]
  ) -> [UInt8]? {
    guard key.count == 32, nonce.count == Self.nonce, sealed.count >= tag else { return nil }
    let count = sealed.count - tag
    // Room for one byte at least, so that there is a place to write to.
    var plain = [UInt8](repeating: 0, count: max(1, count))
    let done = furlong_aes256_gcm_open(key, nonce, header, header.count, sealed, count, &plain)
    return done ? Array(plain.prefix(count)) : nil
  }
}
