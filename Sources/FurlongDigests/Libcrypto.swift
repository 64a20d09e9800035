import CLibcrypto

/// Takes 32 bytes from a routine of libcrypto, and stops where it fails.
enum Libcrypto {
  /// The bytes that a routine fills in.
  ///
  /// - Parameters:
  ///   - name: what is computed, for the message.
  ///   - fill: the routine; false where it fails.
  static func bytes(of name: String, _ fill: (UnsafeMutablePointer<UInt8>?) -> Bool) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      guard fill(buffer.baseAddress) else { stop(name) }
      count = 32
    }
  }

  /// Stops the program, since something could not be computed.
  static func stop(_ name: String) -> Never {
    let reason = furlong_libcrypto_reason().map { String(cString: $0) } ?? "it gives no reason"
    fatalError(
      "libcrypto cannot compute \(name) on this machine: \(reason). Mend openssl.cnf, or the "
        + "file that OPENSSL_CONF names.")
  }
}
