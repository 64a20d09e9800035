import FurlongArchives

/// The texts that cells share, in one buffer; of rich text the letters, without what is read aloud in Japanese.
final class SharedTexts: KeepingListener {
  private let most: Int
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var text = ""
  private var isText = false
  private var isPhonetic = false
  /// - Parameter most: the most memory that they may take.
  init(most: Int = 64_000_000) { self.most = most }

  /// Each text takes its letters and a place, one of no letters too.
  var held: HeldBytes {
    HeldBytes(most: most, count: bytes.count + text.utf8.count + ends.count * 4)
  }

  /// A text by its number, from 0; nil where there is none.
  func text(_ place: Int) -> String? {
    guard ends.indices.contains(place) else { return nil }
    let start = place == 0 ? 0 : Int(ends[place - 1])
    return String(decoding: bytes[start..<Int(ends[place])], as: UTF8.self)
  }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "si": text = ""
    case "rPh": isPhonetic = true
    case "t": isText = !isPhonetic
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si":
      bytes.append(contentsOf: ExcelEscape.decoded(text).utf8)
      ends.append(UInt32(bytes.count))
      text = ""
    case "rPh": isPhonetic = false
    case "t": isText = false
    default: break
    }
  }

  func text(_ text: String) {
    if isText { self.text += text }
  }
}
