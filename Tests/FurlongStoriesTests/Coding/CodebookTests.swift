import FurlongForms
import FurlongStories
import Testing

@Suite("Codebooks")
struct CodebookTests {
  @Test("CHIME-D is shipped, with difficulties")
  func shipped() throws {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    #expect(codebook.id == "chime-d" && codebook.name == "CHIME-D")
    #expect(
      codebook.codes.map(\.id) == [
        "connectedness", "hope", "identity", "meaning", "empowerment", "difficulties",
      ])
    #expect(Codebook.shippedIDs == ["chime-d", "recollect", "co-production"])
    #expect(try Codebook.shipped("chime") == nil)
  }

  @Test("Every shipped codebook reads, and each code that may be given has a key of its own")
  func allShipped() throws {
    for id in Codebook.shippedIDs {
      let codebook = try #require(try Codebook.shipped(id))
      #expect(codebook.id == id)
      let keys = codebook.inUse.map(\.key)
      #expect(keys.allSatisfy { $0 != nil } && Set(keys).count == keys.count, "\(id): \(keys)")
    }
  }

  @Test("Codes stand in a tree: parents before children, a theme being what has no parent")
  func tree() throws {
    let codebook = try Self.own(
      """
        - id: hope
          label: Hope
          description: d
          codes:
            - { id: plans, label: Plans, description: d }
            - id: wishes
              label: Wishes
              description: d
              codes: [{ id: dreams, label: Dreams, description: d }]
        - { id: work, label: Work, description: d }
      """)
    #expect(codebook.codes.map(\.id) == ["hope", "plans", "wishes", "dreams", "work"])
    #expect(codebook.themes.map(\.id) == ["hope", "work"])
    let dreams = try #require(codebook.code("dreams"))
    #expect(codebook.theme(of: dreams).id == "hope" && codebook.depth(of: dreams) == 2)
  }

  @Test("A code that was renamed, merged or retired keeps its codings")
  func changes() throws {
    let codebook = try Self.own(
      """
        - { id: hope, label: Hope, description: d, was: [optimism, hopes] }
        - { id: post, label: Post, description: d, retired: yes }
      """)
    #expect(codebook.code("optimism")?.id == "hope" && codebook.code("hopes")?.id == "hope")
    #expect(codebook.code("post")?.id == "post" && codebook.meant(by: "post") == nil)
    #expect(codebook.inUse.map(\.id) == ["hope"])
    #expect(codebook.code("gone") == nil)
  }

  @Test("A code may speak against another theme, and never against its own")
  func against() throws {
    let tree = """
        - { id: hope, label: Hope, description: d, codes: [{ id: plans, label: Plans, description: d }] }
        - id: difficulties
          label: Difficulties
          description: d
          codes: [{ id: without, label: Hope lost, description: d, against: plans }]
      """
    let codebook = try Self.own(tree)
    let without = try #require(codebook.code("without"))
    #expect(codebook.themeAgainst(without)?.id == "hope")
    #expect(codebook.theme(of: without).id == "difficulties")
    #expect(codebook.codes.count { codebook.themeAgainst($0) != nil } == 1)
    #expect(try Codebook.read(codebook.text, file: "own.yaml") == codebook)
    for (old, new, message) in [
      ("against: plans", "against: gone", "there is no code 'gone' to speak against"),
      (
        "against: plans", "against: difficulties",
        "'without' cannot speak against 'difficulties', for what is found of it is found of 'difficulties' too"
      ),
    ] {
      #expect {
        _ = try Self.own(tree.replacing(old, with: new))
      } throws: {
        "\($0)".contains(message)
      }
    }
  }

  @Test("A coder means a code by its id, key, label or earlier name")
  func meant() throws {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    for word in ["hope", "h", "H", "hope and optimism"] {
      #expect(codebook.meant(by: word)?.id == "hope", "\(word)")
    }
    #expect(codebook.meant(by: "x") == nil)
  }

  private static func own(_ codes: String) throws -> Codebook {
    try Codebook.read(
      "furlong_codebook: 1\nid: own\nname: Own\nsource: us\ncodes:\n\(codes)", file: "own.yaml")
  }

  @Test("A mistake is named with its place")
  func mistakes() {
    let twice = """
      furlong_codebook: 1
      id: own
      name: Own
      source: us
      codes:
        - { id: a, label: A, description: first }
        - { id: a, label: B, description: second }
      """
    #expect {
      _ = try Codebook.read(twice, file: "codebook.yaml")
    } throws: {
      "\($0)"
        == "codebook.yaml:7:5: two codes have the id 'a', today's or an earlier one; give one of them another id"
    }
    #expect {
      _ = try Codebook.read(
        "furlong_codebook: 1\nid: own\nname: Own\nsource: us\ncodes: []", file: "c")
    } throws: {
      "\($0)".hasPrefix("c:5:8: there are no codes here")
    }
  }
}
