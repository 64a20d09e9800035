import FurlongArchives
import FurlongStories
import FurlongTestSupport
import Testing

@Suite("Files of other tools that are broken or made to do harm", .tags(.edge))
struct HostileExchangeTests {
  private static func fault(
    _ bytes: [UInt8], limits: QDALimits = QDALimits()
  ) -> QDAError.Reason? {
    do throws(QDAError) {
      _ = try QDAReader(limits: limits).read(bytes, name: "a.qdpx")
      return nil
    } catch {
      #expect(error.description.hasPrefix("a.qdpx: ") && !error.description.contains("Hope"))
      return error.reason
    }
  }

  @Test("What is no project and no codebook")
  func other() {
    #expect(Self.fault([]) == .archive(.notMarkup(entry: "a.qdpx", line: 1)))
    #expect(Self.fault(Array("<html/>".utf8)) == .otherMarkup)
    #expect(Self.fault(StoredZip.bytes([("word/document.xml", "<a/>")])) == .noProject)
    #expect(Self.fault([0x50, 0x4B, 3, 4, 0]) == .archive(.notAnArchive))
    var project = WrittenProject()
    project.files = [("other.qde", "x")]
    #expect(Self.fault(project.bytes) == nil)
    project.xmlName = "first.qde"
    #expect(Self.fault(project.bytes) == .severalProjects(2))
  }

  @Test(
    "Names that lead out of the archive",
    arguments: ["../a.txt", "sources/../../a", "/etc/passwd", "\\a", "C:\\a.txt", "sources\\..\\a"])
  func names(name: String) {
    var project = WrittenProject()
    project.files = [(name, "x")]
    #expect(Self.fault(project.bytes) == .nameLeadsOut)
  }

  @Test("Document types, entities, depth")
  func markup() {
    var project = WrittenProject()
    let bomb = "<!DOCTYPE p [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><Project name='&b;'/>"
    #expect(
      Self.fault(StoredZip.bytes([("project.qde", bomb)]))
        == .archive(.documentType(entry: "project.qde")))
    #expect(Self.fault(Array(bomb.utf8)) == .archive(.documentType(entry: "a.qdpx")))
    project.codes = String(repeating: "<Code guid='1' name='a' isCodable='true'>", count: 300)
    #expect(Self.fault(project.bytes) == .archive(.tooDeep(entry: "project.qde", line: 1)))
    project.codes = "<Code name='Hope'>"
    #expect(Self.fault(project.bytes) == .archive(.notMarkup(entry: "project.qde", line: 1)))
  }

  @Test("More of anything than is taken")
  func tooMany() {
    var project = WrittenProject.oneText(
      "We had tea.", [(0, 2, "We"), (3, 6, "had")])
    project.sources += "<TextSource guid='2' name='S2' plainTextPath='S1.txt'/>"
    project.rest = "<Notes><Note guid='3'/><Note guid='4'/></Notes>"
    project.users += "</Users><Cases><Case guid='5'/><Case guid='6'/></Cases><Users>"
    #expect(Self.fault(project.bytes) == nil)
    let limits: [(QDALimits.Kind, WritableKeyPath<QDALimits, Int>, Int)] = [
      (.users, \.users, 1), (.codes, \.codes, 1), (.texts, \.texts, 1), (.codings, \.codings, 3),
      (.notes, \.notes, 1), (.cases, \.cases, 1), (.textBytes, \.textBytes, 21),
      (.codedLetters, \.codedLetters, 4),
    ]
    for (kind, path, most) in limits {
      var limit = QDALimits()
      limit[keyPath: path] = most
      #expect(Self.fault(project.bytes, limits: limit) == .tooMany(kind, most: most))
      limit[keyPath: path] = most + 1
      #expect(Self.fault(project.bytes, limits: limit) == nil)
    }
    var limit = QDALimits()
    limit.entries = 1
    #expect(
      Self.fault(project.bytes, limits: limit) == .archive(.tooManyEntries(found: 2, most: 1)))
    limit = QDALimits()
    limit.unpacked = 100
    #expect(
      Self.fault(project.bytes, limits: limit)
        == .archive(.tooLarge(entry: "project.qde", most: 100)))
    #expect(
      Self.fault(Array(project.xml.utf8), limits: limit)
        == .archive(.tooLarge(entry: "a.qdpx", most: 100)))
  }

  @Test("One long note that many codings name, one long stretch that has many codes")
  func amplified() {
    var project = WrittenProject.oneText(
      "We had tea.", (0..<100).map { _ in (0, 2, "") })
    let reference = "</Coding></PlainTextSelection>"
    project.sources = project.sources.replacing(
      reference, with: "<NoteRef targetGUID='3'/>" + reference)
    let note = String(repeating: "note ", count: 200_000)
    project.rest =
      "<Notes><Note guid='3'><PlainTextContent>\(note)</PlainTextContent></Note></Notes>"
    #expect(Self.fault(project.bytes) == .tooMany(.codedLetters, most: 64_000_000))
    project = .oneText(note, (0..<100).map { _ in (0, 1_000_000, "") })
    #expect(Self.fault(project.bytes) == .tooMany(.codedLetters, most: 64_000_000))
  }

  @Test("An archive that unpacks to far more than it is: refused while it is unpacked")
  func bomb() throws {
    let project = WrittenProject.oneText("", [])
    let zeros = [UInt8](repeating: 0x61, count: 40_000_000)
    let packed = ZipPacking.pack([
      ("project.qde", Array(project.xml.utf8)), ("sources/S1.txt", zeros),
    ])
    let bytes = try #require(packed)
    #expect(bytes.count < 100_000)
    #expect(Self.fault(bytes) == .tooMany(.textBytes, most: 32_000_000))
  }

  @Test("A text that is not UTF-8 is counted; one that says more than it has is damaged")
  func texts() throws {
    let project = WrittenProject.oneText("", [])
    var zip = StoredZip()
    zip.add("project.qde", Array(project.xml.utf8))
    zip.add("sources/S1.txt", [0xFF, 0xFE, 0x41])
    let read = try QDAReader().read(zip.bytes, name: "a.qdpx")
    #expect(read.sources.isEmpty && read.losses == [QDALoss(.textsUnreadable, 1)])
    zip = StoredZip()
    zip.add("project.qde", Array(project.xml.utf8))
    zip.add("sources/S1.txt", [0x41], claimed: 1_000)
    #expect(Self.fault(zip.bytes) == .archive(.damaged(entry: "sources/S1.txt")))
  }

  @Test("Files changed by chance are read or refused, and no stretch leaves its text", .tags(.law))
  func changed() throws {
    var random = SplitMix(state: 1)
    var read = 0
    for seed in 0..<40 {
      var invented = try InventedStories(seed: UInt64(seed))
      let project = invented.draw().project(name: "Tea")
      let packed = try RoundTripTests.writer.qdpx(project, name: "a.qdpx")
      var written = WrittenProject()
      written.sources =
        "<TextSource guid='1'><PlainTextContent>We had tea.</PlainTextContent>"
        + WrittenProject.selection(0, 2, "We") + WrittenProject.selection(7, 99, "tea.")
        + "</TextSource>"
      let xml = Array(written.xml.utf8)
      for var bytes in [packed, xml, xml] {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: place)
          default: bytes.insert(UInt8(ascii: "9"), at: place)
          }
        }
        guard let found = try? QDAReader().read(bytes, name: "a.qdpx") else { continue }
        read += found.sources.count
        for source in found.sources {
          for span in source.codings.compactMap(\.span) { #expect(source.text[span] != nil) }
        }
        #expect(found.codedStories(codebook: "book").stories.count == found.sources.count)
      }
    }
    #expect(read > 20)
  }
}
