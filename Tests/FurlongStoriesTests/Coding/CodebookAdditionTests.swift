import FurlongStories
import FurlongTestSupport
import Testing

@Suite("A code that is added to a codebook")
struct CodebookAdditionTests {
  private static let own = """
    # Ours.
    furlong_codebook: 1
    id: ours
    name: Ours
    codes:              # the themes
      - id: hope        # the first
        label: Hope
        description: Looking
          forward.
        # kinds of it
        codes:
          - { id: plans, label: Plans, description: A plan. }

      - label: Hard
        id: "hard"
        description: What was hard.
    # below the codes
    source: nobody

    """

  private func add(
    _ label: String, under parent: String? = nil, to text: String
  ) throws -> (text: String, book: Codebook) {
    let book = try Codebook.read(text, file: "b.yaml")
    let addition = try CodebookAddition(
      label, description: "What belongs to it: \"this\", # not that.", under: parent, in: book)
    let added = try addition.added(to: text)
    return (added, try Codebook.read(added, file: "b.yaml"))
  }

  @Test(
    "Stands last among its parent's, or last of the themes",
    arguments: [nil, "hope", "plans", "hard"])
  func places(parent: String?) throws {
    let (text, book) = try add("Getting there", under: parent, to: Self.own)
    let code = try #require(book.code("getting-there"))
    #expect(code.label == "Getting there" && code.parent == parent && code.key == "g")
    #expect(code.description == "What belongs to it: \"this\", # not that.")
    let ids: [String] =
      switch parent {
      case "hope": ["hope", "plans", "getting-there", "hard"]
      case "plans": ["hope", "plans", "getting-there", "hard"]
      default: ["hope", "plans", "hard", "getting-there"]
      }
    #expect(book.codes.map(\.id) == ids)
    #expect(text.contains("# the first") && text.hasSuffix("# below the codes\nsource: nobody\n"))
  }

  @Test("Everything else stays as it was: taken out again, the text is the same", .tags(.law))
  func rest() throws {
    for id in Codebook.shippedIDs {
      let text = try #require(Codebook.shippedText(id))
      let before = try Codebook.read(text, file: "b.yaml")
      for parent in [nil] + before.codes.map({ Optional($0.id) }) {
        let (added, book) = try add("Something new", under: parent, to: text)
        #expect(book.codes.filter { $0.id != "something-new" } == before.codes)
        let old = text.split(separator: "\n")
        var left = old[...]
        for line in added.split(separator: "\n") {
          // A code on one line gets its kinds there.
          guard let next = left.first, line == next || line.hasPrefix(next.dropLast(2)) else {
            continue
          }
          left.removeFirst()
        }
        #expect(left.isEmpty)
        // And another beside what was just added.
        if let parent, before.code(parent)?.parent != nil { continue }
        let (_, twice) = try add("More of it", under: parent, to: added)
        #expect(twice.code("more-of-it")?.parent == parent)
      }
    }
  }

  @Test("Keys of other codes stay theirs", .tags(.edge))
  func keys() throws {
    let before = try Codebook.read(Self.own, file: "b.yaml").codes.map(\.key)
    let book = try add("Help", to: Self.own).book
    #expect(book.codes.dropLast().map(\.key) == before && Set(book.codes.map(\.key)).count == 4)
  }

  @Test(
    "A name that means another code, or nothing, is refused", .tags(.edge),
    arguments: [
      "Hope", "HARD ", "plans", "read", "None", "…", "", " \n", String(repeating: "a", count: 61),
    ])
  func refused(label: String) throws {
    let book = try Codebook.read(Self.own, file: "b.yaml")
    #expect(throws: CodebookAdditionError.self) {
      try CodebookAddition(label, description: "d", under: nil, in: book)
    }
    #expect(throws: CodebookAdditionError.self) {
      try CodebookAddition("New", description: "\t", under: nil, in: book)
    }
    #expect(throws: CodebookAdditionError.self) {
      try CodebookAddition("New", description: "d", under: "nowhere", in: book)
    }
  }

  @Test(
    "A file that is laid out in a way of its own is left alone, and the lines are told",
    .tags(.edge))
  func laidOut() throws {
    let text = """
      furlong_codebook: 1
      id: ours
      name: Ours
      source: nobody
      codes: [{ id: hope, label: Hope, description: Looking forward. }]

      """
    let book = try Codebook.read(text, file: "b.yaml")
    let addition = try CodebookAddition("New", description: "d", under: nil, in: book)
    let error = #expect(throws: CodebookAdditionError.self) { try addition.added(to: text) }
    #expect(error?.fix.contains("id: new, label: \"New\"") == true)
    let line = error?.fix.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
    let byHand = text.replacing("}]", with: "}, \(line)]")
    #expect(try Codebook.read(byHand, file: "b.yaml").codes.last == addition.code)
  }
}
