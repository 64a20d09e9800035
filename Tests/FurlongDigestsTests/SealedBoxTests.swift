import FurlongDigests
import FurlongTestSupport
import Testing

/// AES-256-GCM against test cases 14 and 16 of McGrew and Viega, "The Galois/Counter Mode of Operation" (2005).
@Suite("AES-256-GCM")
struct SealedBoxTests {
  private func bytes(_ text: String) throws -> [UInt8] { try #require(Hexadecimal.bytes(of: text)) }

  @Test("gives the published cipher texts and tags", .tags(.reference))
  func published() throws {
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(
      Hexadecimal.text(
        of: SealedBox.seal(
          Array(zeros.prefix(16)), key: zeros, nonce: Array(zeros.prefix(12)), header: []))
        == "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919")
    let plain = try bytes(
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    )
    let key = try bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
    let nonce = try bytes("cafebabefacedbaddecaf888")
    let header = try bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    let sealed = SealedBox.seal(plain, key: key, nonce: nonce, header: header)
    #expect(
      Hexadecimal.text(of: sealed)
        == "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b"
    )
    #expect(SealedBox.open(sealed, key: key, nonce: nonce, header: header) == plain)
  }

  @Test("opens nothing of which a bit is another", .tags(.law))
  func changed() throws {
    let key = [UInt8](1...32)
    let nonce = [UInt8](1...12)
    let sealed = SealedBox.seal([1, 2, 3], key: key, nonce: nonce, header: [9])
    for place in sealed.indices {
      for bit in 0..<8 {
        var other = sealed
        other[place] ^= 1 << UInt8(bit)
        #expect(SealedBox.open(other, key: key, nonce: nonce, header: [9]) == nil)
      }
    }
    #expect(SealedBox.open(sealed, key: key.reversed(), nonce: nonce, header: [9]) == nil)
    #expect(SealedBox.open(sealed, key: key, nonce: nonce.reversed(), header: [9]) == nil)
    #expect(SealedBox.open(sealed, key: key, nonce: nonce, header: [8]) == nil)
    #expect(SealedBox.open(Array(sealed.prefix(10)), key: key, nonce: nonce, header: [9]) == nil)
  }

  @Test("seals nothing at all, too", .tags(.edge))
  func empty() {
    let key = [UInt8](1...32)
    let nonce = [UInt8](1...12)
    let sealed = SealedBox.seal([], key: key, nonce: nonce, header: [])
    #expect(sealed.count == SealedBox.tag)
    #expect(SealedBox.open(sealed, key: key, nonce: nonce, header: []) == [])
  }
}

/// scrypt against the vectors of RFC 7914, section 12.
@Suite("scrypt")
struct ScryptTests {
  @Test("gives the keys of RFC 7914", .tags(.reference))
  func published() {
    func key(_ phrase: String, _ salt: String, _ n: Int, _ r: Int, _ p: Int) -> String? {
      Scrypt(n: n, r: r, p: p).key(passphrase: phrase, salt: Array(salt.utf8), count: 64)
        .map(Hexadecimal.text)
    }
    #expect(
      key("", "", 16, 1, 1)
        == "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
    )
    #expect(
      key("password", "NaCl", 1024, 8, 16)
        == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
    )
    #expect(
      key("pleaseletmein", "SodiumChloride", 16384, 8, 1)
        == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
    )
  }

  @Test("makes a key at the cost that keys are written with")
  func usual() {
    #expect(Scrypt().key(passphrase: "p", salt: [1])?.count == 32)
  }

  @Test("refuses numbers that are none", .tags(.edge))
  func refused() {
    for cost in [Scrypt(n: 15), Scrypt(n: 0), Scrypt(n: 1 << 30), Scrypt(r: 0), Scrypt(p: 1_000)] {
      #expect(cost.key(passphrase: "p", salt: [1]) == nil)
    }
  }
}
