/// Bytes as text, two digits a byte.
public enum Hexadecimal {
  /// The text of bytes, in small letters.
  public static func text(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * bytes.count)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a text in small or capital letters; nil where it is none.
  public static func bytes(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var half: UInt8?
    for sign in text.utf8 {
      let digit: UInt8
      switch sign {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = sign - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = sign - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = sign - UInt8(ascii: "A") + 10
      default: return nil
      }
      if let first = half { bytes.append(first << 4 | digit) }
      half = half == nil ? digit : nil
    }
    return half == nil ? bytes : nil
  }
}
