/// Text from outside made harmless before it is escaped for a format.
///
/// Control characters and the marks that turn the direction of writing become U+FFFD: a reader sees
/// that something was there. Tabs and line ends become spaces.
struct PlainText: Sendable {
  let text: String

  init(_ raw: String) {
    var safe = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: safe.append(" ")
      case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF:
        safe.append("\u{FFFD}")
      default: safe.append(scalar)
      }
    }
    text = String(safe)
  }
}
