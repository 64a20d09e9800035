import FurlongForms
import FurlongTestSupport
import Testing

@Suite("A table's keys are all known, and every mistake has its place")
struct FormTableTests {
  struct Outcome: Equatable {
    var scale: String
    var role: String?
    var allow: Int?
  }

  private func outcomes(_ text: String) throws -> [Outcome] {
    try FormNode.read(text, file: "study.yaml").table { table throws(FormError) in
      var outcomes: [Outcome] = []
      for node in try table.required("outcomes").list() {
        outcomes.append(
          try node.table { table throws(FormError) in
            Outcome(
              scale: try table.text("scale"), role: try table.optionalText("role"),
              allow: try table.optionalWhole("allow"))
          })
      }
      return outcomes
    }
  }

  private func mistake(_ text: String) -> String? {
    let error = #expect(throws: FormError.self) { try outcomes(text) }
    return error?.description
  }

  @Test func keysThatAreThereAreRead() throws {
    let read = try outcomes(
      "outcomes:\n- { scale: bdi2, role: primary }\n- scale: qpr15\n  allow: 3\n")
    #expect(read == [Outcome(scale: "bdi2", role: "primary"), Outcome(scale: "qpr15", allow: 3)])
  }

  @Test func anUnknownKeyNamesTheNearestKnownOne() {
    #expect(
      mistake("outcomes:\n  - scale: bdi2\n  - scale: qpr15\n    rolle: primary\n")
        == "study.yaml:4:5: unknown key 'rolle' in outcomes[2]; did you mean 'role'? "
        + "Known keys: scale, role, allow")
    #expect(
      mistake("outcomes: []\nzebra: 1\n")
        == "study.yaml:2:1: unknown key 'zebra' in the file; Known keys: outcomes")
  }

  @Test func aMissingKeyNamesItsTableAndTheLikelySlip() {
    #expect(
      mistake("outcomes:\n  - { role: primary }\n")
        == "study.yaml:2:5: 'scale' is missing from outcomes[1]; add 'scale: …'")
    #expect(
      mistake("outcomes:\n  - { scalse: bdi2 }\n")
        == "study.yaml:2:7: 'scale' is missing from outcomes[1]; is 'scalse' meant for it?")
  }

  @Test(arguments: ["scale:", "scale:   # later", "role: x\n    scale:"])
  func anEmptyValueIsAMistakeOfItsOwn(_ yaml: String) {
    let words = mistake("outcomes:\n  - \(yaml)\n")
    #expect(words?.contains("'scale' in outcomes[1] has no value") == true)
  }

  @Test func anOptionalKeyMayBeLeftOutButNotLeftEmpty() {
    let words = mistake("outcomes:\n  - scale: a\n    role:\n")
    #expect(words?.hasPrefix("study.yaml:3:5: 'role' in outcomes[1] has no value") == true)
  }

  @Test func isPresentMakesAKeyKnown() throws {
    let form = try FormNode.read("a: 1\nb: 2\n", file: "f")
    let found = try form.table { table throws(FormError) in
      [table.isPresent("a"), table.isPresent("b"), table.isPresent("c")]
    }
    #expect(found == [true, true, false])
  }

  @Test func everyTypedKeyReadsItsType() throws {
    let form = try FormNode.read("n: 0.5\ny: yes\nw: one\nk: 3\n", file: "f")
    enum Word: String, CaseIterable { case one, two }
    try form.table { table throws(FormError) in
      #expect(try table.number("n") == 0.5)
      #expect(try table.yes("y", default: false))
      #expect(try table.yes("z", default: true))
      #expect(try table.word("w", Word.self) == .one)
      #expect(try table.optionalWord("v", Word.self) == nil)
      #expect(try table.whole("k") == 3)
      #expect(try table.optionalNumber("m") == nil)
    }
  }

  @Test func entriesAreDataInFileOrder() throws {
    let form = try FormNode.read("z: 1\n\"\": blank\n\"<<\": x\nA: 2\n", file: "f")
    let entries = try form.entries()
    #expect(entries.map(\.key) == ["z", "", "<<", "A"])
    #expect(entries.map(\.keyLine) == [1, 2, 3, 4])
    #expect(try entries.map { try $0.value.text() } == ["1", "blank", "x", "2"])
    #expect(try FormNode.read("{}", file: "f").entries().isEmpty)
  }

  @Test func whatTheBodyThrowsComesBeforeUnknownKeys() throws {
    let form = try FormNode.read("a: 1\nb: 2\n", file: "f")
    let error = #expect(throws: FormError.self) {
      try form.table { table throws(FormError) in
        throw table.node.error("not so", fix: "be it otherwise")
      }
    }
    #expect(error?.description == "f:1:1: not so; be it otherwise")
  }

  @Test func aTableIsNoList() throws {
    let form = try FormNode.read("[a]", file: "f")
    let error = #expect(throws: FormError.self) { try form.entries() }
    #expect(error?.what == "the file should be a table of keys and values and is a list")
  }
}

@Suite("The nearest word is what a person most likely meant")
struct NearestWordTests {
  @Test(arguments: [
    ("scalse", "scales"), ("Student id", "Student ID"), ("student_id", "Student ID"),
    ("DateOfBirth", nil), ("rolls", "role"), ("x", nil), ("", nil), ("oucome", "outcome"),
  ])
  func nearest(_ word: String, _ expected: String?) {
    let words = NearestWord(among: ["scales", "Student ID", "role", "outcome", "a"])
    #expect(words.to(word) == expected)
  }

  @Test func theFirstOfSeveralAsNearWins() {
    #expect(NearestWord(among: ["cat", "car"]).to("caz") == "cat")
    #expect(
      NearestWord(among: ["zzzz", "cat", "cart"]).ordered(to: "cart") == ["cart", "cat", "zzzz"])
  }

  @Test(.tags(.edge)) func longWordsAreNotCompared() {
    let long = String(repeating: "a", count: 100_000)
    #expect(NearestWord(among: [long]).to(long) == nil)
  }
}
