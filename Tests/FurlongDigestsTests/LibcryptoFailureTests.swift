import Foundation
import FurlongDigests
import FurlongTestSupport
import Testing

@Suite("A libcrypto that is set up without SHA-256")
struct LibcryptoFailureTests {
  @Test("stops the program and says why, for digests and codes", .tags(.edge))
  func stops() async {
    let digest = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      try useNoDigests()
      _ = SHA256.digest(of: [])
    }
    let code = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      try useNoDigests()
      _ = HMAC.code(of: [], key: [])
    }
    for (stopped, name) in [(digest, "SHA-256"), (code, "HMAC-SHA-256")] {
      let said = String(decoding: stopped?.standardErrorContent ?? [], as: UTF8.self)
      #expect(said.contains("libcrypto cannot compute \(name) on this machine: unsupported."))
    }
  }
}

/// Has this process's libcrypto load its null provider alone, which computes nothing.
private func useNoDigests() throws {
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(
    "furlong-no-digests.cnf")
  try Data(
    """
    openssl_conf = whole
    [whole]
    providers = providers
    [providers]
    null = null
    [null]
    activate = 1

    """.utf8
  ).write(to: file, options: .atomic)
  setenv("OPENSSL_CONF", file.path, 1)
}
