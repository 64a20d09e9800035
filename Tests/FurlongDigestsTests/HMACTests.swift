import FurlongDigests
import FurlongTestSupport
import Testing

/// A message whose code under a key is published.
struct KnownCode: Sendable {
  var key: [UInt8]
  var message: [UInt8]
  /// The whole code, or its first bytes.
  var code: String

  init(key: [UInt8], _ message: [UInt8], _ code: String) {
    self.key = key
    self.message = message
    self.code = code
  }

  init(key: [UInt8], _ message: String, _ code: String) {
    self.init(key: key, Array(message.utf8), code)
  }
}

@Suite("HMAC-SHA-256")
struct HMACTests {
  /// RFC 4231 (doi:10.17487/RFC4231), section 4, cases 1 to 7: case 5 gives the first 128 bits; cases 6
  /// and 7 have a key longer than a block.
  private static let published = [
    KnownCode(
      key: [UInt8](repeating: 0x0B, count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
    KnownCode(
      key: Array("Jefe".utf8), "what do ya want for nothing?",
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    KnownCode(
      key: [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
      "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
    KnownCode(
      key: Array(0x01...0x19), [UInt8](repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
    KnownCode(
      key: [UInt8](repeating: 0x0C, count: 20), "Test With Truncation",
      "a3b6167473100ee06e0c796c2955552b"),
    KnownCode(
      key: [UInt8](repeating: 0xAA, count: 131),
      "Test Using Larger Than Block-Size Key - Hash Key First",
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    KnownCode(
      key: [UInt8](repeating: 0xAA, count: 131),
      "This is a test using a larger than block-size key and a larger than block-size data. "
        + "The key needs to be hashed before being used by the HMAC algorithm.",
      "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
  ]

  @Test("gives the codes of RFC 4231", .tags(.reference))
  func knownAnswers() {
    for known in Self.published {
      let code = Hexadecimal.text(of: HMAC.code(of: known.message, key: known.key))
      #expect(code.count == 64)
      #expect(code.prefix(known.code.count) == known.code)
    }
  }

  @Test("takes an empty key and an empty message as Python's hmac does", .tags(.edge, .reference))
  func empty() {
    // Python 3.11.7: hmac.new(b'', b'', hashlib.sha256).hexdigest()
    #expect(
      Hexadecimal.text(of: HMAC.code(of: [], key: []))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }

  @Test("under a key longer than a block is that under the key's digest", .tags(.law))
  func longKey() {
    for length in [65, 131] {
      let key = (0..<length).map { UInt8($0) }
      let digest = SHA256.digest(of: key)
      #expect(HMAC.code(of: [1, 2], key: key) == HMAC.code(of: [1, 2], key: digest))
    }
  }
}
