import FurlongForms
import FurlongTestSupport
import Testing

@Suite("A scalar is the text that it looks like, until the reader asks for a type")
struct FormScalarTests {
  private func node(_ value: String) throws -> FormNode {
    let form = try FormNode.read("value: \(value)", file: "a.yaml")
    return try form.table { table throws(FormError) in try table.required("value") }
  }

  @Test(arguments: [
    ("NO", "NO"), ("08", "08"), ("2m", "2m"), ("2021-09-01", "2021-09-01"), ("null", "null"),
    ("~", "~"), ("0x1F", "0x1F"), ("1e3", "1e3"), ("R & D", "R & D"), ("5 * 3", "5 * 3"),
    ("wow!", "wow!"), ("\"\"", ""), ("''", ""), ("\"yes\"", "yes"), ("-8 weeks", "-8 weeks"),
    ("'it''s'", "it's"), ("<<", "<<"), ("\"\\u00e9\"", "é"), ("Zoë", "Zoë"), (".inf", ".inf"),
  ])
  func text(_ yaml: String, _ expected: String) throws {
    #expect(try node(yaml).text() == expected)
  }

  @Test func blockTextsKeepTheirLines() throws {
    #expect(try node("|\n  one\n  two\n").text() == "one\ntwo\n")
    #expect(try node(">\n  one\n  two\n").text() == "one two\n")
    #expect(try node("one\n  & two\n").text() == "one & two")
  }

  @Test(arguments: [("0", 0), ("12", 12), ("-28", -28), ("\"7\"", 7), ("20030201", 20_030_201)])
  func whole(_ yaml: String, _ expected: Int) throws {
    #expect(try node(yaml).whole() == expected)
  }

  @Test(arguments: [
    "08", "1.0", "+5", "1e3", "0x1F", "five", "99999999999999999999", "1_000", "'-'", "٣",
  ])
  func notWhole(_ yaml: String) throws {
    let node = try node(yaml)
    let error = #expect(throws: FormError.self) { try node.whole() }
    #expect(error?.what.hasPrefix("'value' should be a whole number and is '") == true)
    #expect(error?.line == 1)
    #expect(error?.column == 8)
  }

  @Test(arguments: [("0.85", 0.85), ("-3", -3), ("1e-6", 1e-6), ("2.5E+3", 2500), ("0", 0)])
  func number(_ yaml: String, _ expected: Double) throws {
    #expect(try node(yaml).number() == expected)
  }

  @Test(arguments: ["0,85", ".5", "5.", "inf", "nan", "1e999", "0x1p3", "08.5", "1e", "--1", "1 2"])
  func notANumber(_ yaml: String) throws {
    let node = try node(yaml)
    #expect(throws: FormError.self) { try node.number() }
  }

  @Test func onlyYesAndNoAreYesAndNo() throws {
    #expect(try node("yes").yes())
    #expect(try !node("no").yes())
    for word in ["Yes", "NO", "true", "false", "on", "y", "1", "\"\""] {
      let node = try node(word)
      let error = #expect(throws: FormError.self, "\(word)") { try node.yes() }
      #expect(error?.fix == "write yes or no, in small letters")
    }
  }

  enum Design: String, CaseIterable {
    case beforeAfter = "before-after", armsApart = "arms-apart", other
  }

  @Test func aWordIsOneOfItsType() throws {
    #expect(try node("arms-apart").word(Design.self) == .armsApart)
    let wrong = try node("arm-apart")
    let error = #expect(throws: FormError.self) { try wrong.word(Design.self) }
    #expect(
      error?.description
        == "a.yaml:1:8: unknown word 'arm-apart' for 'value'; did you mean 'arms-apart'? "
        + "Allowed: arms-apart, other, before-after")
    let far = try node("sideways")
    let other = #expect(throws: FormError.self) { try far.word(Design.self) }
    #expect(other?.fix.hasPrefix("Allowed: ") == true)
  }

  @Test(arguments: ["[a]", "{ a: b }"])
  func aTextIsNoListAndNoTable(_ yaml: String) throws {
    let node = try node(yaml)
    #expect(throws: FormError.self) { try node.text() }
  }

  @Test func listsKeepTheirOrder() throws {
    #expect(try node("[\"V4\", lbase, 08]").texts() == ["V4", "lbase", "08"])
    #expect(try node("[]").list().isEmpty)
    let text = try node("a")
    let error = #expect(throws: FormError.self) { try text.list() }
    #expect(error?.what == "'value' should be a list and is a text")
    let holed = try node("[a, [b]]")
    let inner = #expect(throws: FormError.self) { try holed.texts() }
    #expect(inner?.what == "'value[2]' should be a text and is a list")
  }

  @Test func aLongWordIsShortenedInMessages() throws {
    let node = try node(String(repeating: "x", count: 5000))
    let error = #expect(throws: FormError.self) { try node.whole() }
    #expect((error?.what.count ?? .max) < 150)
  }
}
