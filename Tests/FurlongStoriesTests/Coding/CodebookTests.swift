import FurlongForms
import FurlongStories
import FurlongStudy
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
    #expect(Codebook.shippedIDs == ["chime-d"])
    #expect(try Codebook.shipped("chime") == nil)
  }

  @Test("Codes that the codebook does not have are named once, in order")
  func unknown() throws {
    let codebook = try #require(try Codebook.shipped("chime-d"))
    let codings = ["hope", "zeal", "hopes", "zeal", nil].map {
      CodingRecord(story: "S1", coder: "A", code: $0)
    }
    #expect(codebook.unknownCodes(in: codings) == ["hopes", "zeal"])
    #expect(codebook.has("hope") && !codebook.has("hopes"))
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
      "\($0)" == "codebook.yaml:7:5: two codes have the id 'a'; give one of them another id"
    }
    #expect {
      _ = try Codebook.read(
        "furlong_codebook: 1\nid: own\nname: Own\nsource: us\ncodes: []", file: "c")
    } throws: {
      "\($0)".hasPrefix("c:5:8: the codebook has no codes")
    }
  }
}
