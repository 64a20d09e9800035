import FurlongDigests
import FurlongTestSupport
import Testing

/// A message whose digest is published.
struct KnownDigest: Sendable {
  var message: [UInt8]
  var digest: String

  init(_ message: String, _ digest: String) {
    self.init(Array(message.utf8), digest)
  }

  init(_ message: [UInt8], _ digest: String) {
    self.message = message
    self.digest = digest
  }
}

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-2, appendix B (24 bits, 448 bits, a million letters), and no bits at all, the first
  /// message of SHA256ShortMsg.rsp in NIST's Cryptographic Algorithm Validation Program.
  private static let published = [
    KnownDigest("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    KnownDigest("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    KnownDigest(
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
    KnownDigest(
      [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test("gives the digests that FIPS 180 and NIST's CAVP publish", .tags(.reference))
  func knownAnswers() {
    for known in Self.published {
      #expect(Hexadecimal.text(of: SHA256.digest(of: known.message)) == known.digest)
    }
  }
}
