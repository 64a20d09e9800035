/// 128 bits that nobody guesses, as 32 signs: what opens the page once, and what the browser shows from then on.
struct AccessToken: Sendable {
  /// Its signs.
  let text: String

  /// Draws a token.
  init(using random: inout some RandomNumberGenerator) {
    let bytes = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    text = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// Whether a word is it; takes as long for a word that begins right as for one that does not.
  func isSame(as word: String) -> Bool {
    let (own, given) = (Array(text.utf8), Array(word.utf8))
    guard own.count == given.count else { return false }
    var differs: UInt8 = 0
    for place in own.indices { differs |= own[place] ^ given[place] }
    return differs == 0
  }
}
