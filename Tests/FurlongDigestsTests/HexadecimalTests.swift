import FurlongDigests
import FurlongTestSupport
import Testing

@Suite("Hexadecimal")
struct HexadecimalTests {
  @Test("gives every byte back from its text, small letters or capitals", .tags(.law))
  func roundTrips() {
    let bytes = (UInt8.min...UInt8.max).map { $0 }
    let text = Hexadecimal.text(of: bytes)
    #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff"))
    #expect(Hexadecimal.bytes(of: text) == bytes)
    #expect(Hexadecimal.bytes(of: text.uppercased()) == bytes)
  }

  @Test("of nothing is nothing; half a byte and other letters are none", .tags(.edge))
  func refused() {
    #expect(Hexadecimal.bytes(of: "") == [])
    for text in ["0", "abc", "0g", "+f", " 0", "0\u{301}0"] {
      #expect(Hexadecimal.bytes(of: text) == nil, "\(text)")
    }
  }
}
