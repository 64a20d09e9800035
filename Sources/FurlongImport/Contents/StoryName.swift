import Foundation
import FurlongDigests

/// The id of a story whose export gives it none: it is known by its words, wherever its row stands.
///
/// `w` and the first 8 hexadecimal digits of the SHA-256 of the words in UTF-8, composed (NFC), with one space for any run of
/// blanks. Other words are another story, and codings of the former ones are of a story that is not there.
public enum StoryName {
  /// The id of a story with these words; nil where there are none.
  public static func of(_ words: String) -> String? {
    let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if plain.isEmpty { return nil }
    let digest = SHA256.digest(of: Array(plain.precomposedStringWithCanonicalMapping.utf8))
    return "w" + Hexadecimal.text(of: Array(digest.prefix(4)))
  }
}
