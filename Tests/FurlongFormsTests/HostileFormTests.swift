import FurlongForms
import FurlongTestSupport
import Testing

@Suite("A form refuses what YAML allows and people do not mean", .tags(.edge))
struct HostileFormTests {
  private func mistake(_ text: String) -> FormError? {
    #expect(throws: FormError.self, "\(text.prefix(60))") {
      try FormNode.read(text, file: "f.yaml")
    }
  }

  @Test(arguments: [
    "a: &x 1\nb: *x\n", "a: &x 1\n", "a: *x\n", "&x a: 1\n", "a:\n  - &x [1]\n", "&x {a: 1}\n",
    "a: &x\n  b: 1\n", "- &x\n  - 1\n", "*x : 1\n", "a: &x\n", "? &k a\n: 1\n", "b: [*x, 1]\n",
    "a: &x !t 1\n", "- &a 1\n- {*a : 2}\n",
  ])
  func anchorsAndAliases(_ text: String) {
    #expect(mistake(text)?.what == "anchors (&name) and aliases (*name) are not read")
  }

  @Test(arguments: [
    "a: !!str 1\n", "a: !x 1\n", "!t {a: 1}\n", "- !!int '5'\n", "a: ! b\n", "!k a: 1\n",
    "a: !x [1]\n",
    "a: !!binary aGk=\n", "a: !x\n", "a: !!map {}\n", "a: !x &b 1\n", "a: !<tag:y> \"q\"\n",
    "a: !!str \"q\"\n", "? !k a\n: 1\n", "a: ! \"q\"\n",
  ])
  func tags(_ text: String) {
    #expect(mistake(text)?.what == "tags (!name) are not read")
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "key 'a' stands twice"), ("{a: 1, a: 2}", "key 'a' stands twice"),
    ("\"1\": x\n1: y\n", "key '1' stands twice"),
    ("q:\n  a: 1\n  'a': 1\n", "key 'a' stands twice"),
    ("<<: {a: 1}\n", "merge keys"), ("[a]: 1\n", "a key is a list or a table"),
    ("? {a: 1}\n: 1\n", "a key is a list or a table"), ("?\n: 1\n", "a key is empty"),
    ("a: 1\n---\nb: 2\n", "a second document"), ("a:\n\tb: 1\n", "a tab stands"),
    ("a: 1\n\tb: 1\n", "a tab stands"), ("%YAML 1.1\n---\na: 1\n", "a line begins with '%'"),
    ("a: \"\\0\"\n", "a text holds an escaped control character"),
    ("a: \"\\e[31m\"\n", "a text holds an escaped control character"),
    ("a: b\u{1B}[31m\n", "a control character"), ("a: b\0c\n", "a control character"),
    ("", "the file is empty"), ("# only a remark\n", "the file is empty"),
    ("\u{FEFF}", "the file is empty"),
  ])
  func whatPeopleDoNotMean(_ text: String, _ words: String) {
    #expect(mistake(text)?.what.hasPrefix(words) == true, "\(String(describing: mistake(text)))")
  }

  @Test(arguments: [
    ("a: \"b\nc: d\n", 1, 4, "a quote opened here never closes"),
    ("a: [1, 2\nb: 3\n", 1, 4, "a list opened here"),
    ("a: {b: 1\nc: [\n", 1, 4, "a table opened here"),
    ("a: b: c\n", 1, 5, "a colon stands where no key can be"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "this line does not fit"),
    ("a: @b\n", 1, 4, "a value cannot begin with this sign"),
    ("a: 1\nb\n", 2, 1, "a line is neither"),
    ("a: `b`\n", 1, 4, "a value cannot begin"), ("ä: \u{1F600}\nb: é: c\n", 2, 5, "a colon stands"),
  ])
  func syntaxHasAPlaceAndPlainWords(_ text: String, _ line: Int, _ column: Int, _ words: String) {
    let error = mistake(text)
    #expect(error?.what.hasPrefix(words) == true, "\(String(describing: error))")
    #expect(error?.line == line, "\(String(describing: error))")
    #expect(error?.column == column, "\(String(describing: error))")
    #expect(error?.fix.isEmpty == false)
  }

  @Test(arguments: [
    ("a: 1\nb:\n  a: 2\n\n# a:\na : 3\n", 6), ("- a: 1\n  b: 2\n  a: 3\n", 3), ("{a: 1, a: 2}", 1),
    ("- a: 1\n  \"a\": 2\n- a: 3\n", 1),
  ])
  func ofTwoEqualKeysTheSecondIsShown(_ text: String, _ line: Int) {
    let error = mistake(text)
    #expect(error?.line == line)
    #expect(error?.what.hasPrefix("key 'a' stands twice in the same table") == true)
  }

  @Test func aWindowsFileWithMarkAndCarriageReturnsIsFine() throws {
    let form = try FormNode.read("\u{FEFF}a: 1\r\nb: two\r\n", file: "f")
    #expect(try form.entries().map(\.key) == ["a", "b"])
    #expect(try form.entries()[1].value.text() == "two")
    #expect(try form.entries()[1].keyLine == 2)
  }

  @Test func bombsDoNotGoOff() {
    var laughs = "a0: &a0 [lol, lol]\n"
    for level in 1..<60 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    _ = mistake(laughs)
    var keys = "- &b0 [x, x]\n"
    for level in 1..<60 { keys += "- &b\(level) [*b\(level - 1), *b\(level - 1)]\n" }
    _ = mistake(keys + "- { ? *b59 : 1 }\n- ? *b59\n  : 2\n")
  }

  @Test(arguments: [33, 500, 5000, 400_000])
  func depthIsBounded(_ depth: Int) {
    for text in [
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      String(repeating: "{a: ", count: min(depth, 100_000)),
      String(repeating: "- ", count: depth) + "x",
      String(repeating: "? ", count: depth) + "x",
      String(repeating: "[", count: depth), String(repeating: "{", count: depth),
    ] {
      #expect(mistake(text)?.what.isEmpty == false)
    }
  }

  @Test func thirtyTwoLevelsAreRead() throws {
    let lists = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
    #expect(try FormNode.read(lists, file: "f").isList)
    #expect(mistake("[\(lists)]")?.what == "values are nested more than 32 levels deep")
  }

  @Test func sizeIsBounded() throws {
    let line = "key: " + String(repeating: "x", count: (1 << 20) - 6)
    #expect(try FormNode.read(line + "\n", file: "f").isTable)
    #expect(mistake(line + "\n\n")?.what == "the file is larger than 1 MB")
  }

  @Test func manyKeysAndLongPathsAreReadInTime() throws {
    let long = String(repeating: "k", count: 300_000)
    let text = "? \"\(long)\"\n: [" + String(repeating: "a,", count: 200_000) + "]\n"
    let node = try FormNode.read(text, file: "f").entries()[0].value
    #expect(try node.list().count == 200_000)
    #expect(node.path.count < 100)
  }

  @Test func noMutationCrashes() throws {
    let seed =
      "a: { b: [1, \"two\", 'x'] }\nc:\n  - d: |\n      text\n    e: &f *f\n# note\n? g\n: !h i\n"
    let signs = Array("&*!|>%@`\"'#{}[],?:-<= \t\n\r\u{85}\u{2028}\0é~\\".unicodeScalars)
    var random = SplitMix(state: 7)
    var read = 0
    for _ in 0..<4000 {
      var scalars = Array(seed.unicodeScalars)
      for _ in 0..<(1 + Int(random.next() % 4)) {
        let place = Int(random.next() % UInt64(scalars.count))
        switch random.next() % 3 {
        case 0: scalars.remove(at: place)
        case 1: scalars.insert(signs[Int(random.next() % UInt64(signs.count))], at: place)
        default: scalars[place] = signs[Int(random.next() % UInt64(signs.count))]
        }
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      do {
        _ = try FormNode.read(String(view), file: "f")
        read += 1
      } catch {
        #expect(error.line >= 1 && error.column >= 1 && !error.what.isEmpty && !error.fix.isEmpty)
      }
    }
    #expect(read < 4000)
  }
}
