import FurlongStories
import FurlongStudy
import FurlongTestSupport
import Testing

/// Coded stories drawn by chance: codebooks with trees, earlier and retired codes, several coders, words of every kind.
struct InventedStories {
  private var random: SplitMix
  private let shipped: Codebook

  init(seed: UInt64) throws {
    random = SplitMix(state: seed)
    shipped = try #require(try Codebook.shipped("chime-d"))
  }

  mutating func draw() -> CodedStories {
    let codebook = codebook()
    let stories = (0..<Int.random(in: 1...4, using: &random)).map { number in
      CodedStories.Story(id: "S\(number)" + words(0...2), text: StoryText(words(0...40)))
    }
    var codings: [String: [Coding]] = [:]
    for number in 0..<Int.random(in: 0...3, using: &random) {
      codings["coder \(number)" + words(0...1)] = stories.flatMap { self.codings($0, codebook) }
    }
    return CodedStories(
      codebook: codebook, stories: stories, codings: codings.mapValues { Set($0).sorted() })
  }

  /// Words with white space, line ends, emoji, combining marks and what XML and CSV mean something by.
  mutating func words(_ count: ClosedRange<Int>) -> String {
    let pieces = [
      "hope", " ", "\n", "\r\n", "\r", "\t", "👩‍👧‍👦", "e\u{301}", "\u{301}", "&", "<b>", "\"", "'", "…",
      "...",
      "🇬🇧", "\u{FEFF}", "\\", "Include: x", "\n\n", "Id: y", "]]>", "=1", "-", "\u{A0}", "العربية",
    ]
    return (0..<Int.random(in: count, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private mutating func maybe() -> String? {
    Bool.random(using: &random) ? words(0...4) : nil
  }

  private mutating func codebook() -> Codebook {
    var codes: [Codebook.Code] = []
    // Each code below one of those between the last and its theme: the order of a tree told from left to right.
    var path: [String] = []
    for number in 0..<Int.random(in: 1...8, using: &random) {
      path.removeLast(Int.random(in: 0...path.count, using: &random))
      var code = shipped.codes[0]
      (code.id, code.label) = ("c\(number)" + words(0...1), words(0...3))
      code.description = words(0...5)
      code.include = maybe()
      code.exclude = maybe()
      code.example = maybe()
      code.key = Bool.random(using: &random) ? "k" + String(repeating: "k", count: number) : nil
      code.parent = path.last
      code.was = Bool.random(using: &random) ? ["was\(number)", "w,\(number)" + words(0...1)] : []
      code.isRetired = Int.random(in: 0..<4, using: &random) == 0
      path.append(code.id)
      codes.append(code)
    }
    var codebook = shipped
    (codebook.id, codebook.name) = ("book" + words(0...1), words(0...3))
    (codebook.source, codebook.doi, codebook.codes) = (words(0...3), maybe(), codes)
    return codebook
  }

  private mutating func codings(_ story: CodedStories.Story, _ codebook: Codebook) -> [Coding] {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in
      var coding = Coding(
        story: story.id, mark: .read, memo: words(0...3),
        at: Bool.random(using: &random)
          ? "2026-11-29T14:05:3\(Int.random(in: 0...9, using: &random))Z" : "",
        by: Int.random(in: 0..<4, using: &random) == 0 ? "Panel" + words(0...1) : "")
      let code = codebook.codes.randomElement(using: &random)?.id ?? ""
      let start = Int.random(in: 0...story.text.length, using: &random)
      let end = Int.random(in: start...story.text.length, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: break
      case 1: coding.mark = .whole(code)
      default:
        if let span = TextSpan(from: start, to: end), let anchor = TextAnchor(span, in: story.text)
        {
          coding.mark = .code(code, anchor)
        }
      }
      return coding
    }
  }
}
