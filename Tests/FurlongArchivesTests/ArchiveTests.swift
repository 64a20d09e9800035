import FurlongArchives
import FurlongTestSupport
import Testing

@Suite("Archives and markup from strangers")
struct ArchiveTests {
  /// Keeps what it hears, a line an event.
  private final class Notes: MarkupListener {
    var lines: [String] = []
    var isDone: Bool { lines.count >= most }
    var most = Int.max

    func start(_ name: String, _ attributes: MarkupAttributes) {
      let said = attributes.sorted { $0.name < $1.name }.map { " \($0.name)=\($0.value)" }.joined()
      lines.append("<\(name)\(said)")
    }

    func end(_ name: String) { lines.append(">\(name)") }
    func text(_ text: String) { lines.append(text) }
  }

  private func heard(_ text: String, most: Int = .max) throws(ArchiveError) -> [String] {
    let archive = try ZipArchive(StoredZip.bytes([("a.xml", text)]))
    let notes = Notes()
    notes.most = most
    try MarkupReader().read("a.xml", of: archive, notes)
    return notes.lines
  }

  @Test("An entry is read piece by piece, under its name")
  func entries() throws {
    let long = String(repeating: "0123456789", count: 20_000)
    let archive = try ZipArchive(StoredZip.bytes([("a/b.txt", long), ("c", "")]))
    #expect(archive.names == ["a/b.txt", "c"])
    #expect(archive.contains("c") && !archive.contains("d"))
    var read: [UInt8] = []
    var pieces = 0
    let entry = try archive.entry("a/b.txt")
    while case let bytes = try entry.next(), !bytes.isEmpty {
      read += bytes
      pieces += 1
    }
    #expect(String(decoding: read, as: UTF8.self) == long && pieces > 2)
    #expect(throws: ArchiveError.missing(entry: "d")) { try archive.entry("d") }
  }

  @Test("Elements come without their prefix, with entities of XML alone")
  func elements() throws {
    #expect(
      try heard("<x:a xmlns:x='u' k='v'>1 &lt; 2<b/></x:a>")
        == ["<a k=v xmlns:x=u", "1 ", "<", " 2", "<b", ">b", ">a"])
    #expect(
      try heard("<a><b/><c></a>", most: 2) == ["<a", "<b"], "what was not read is not judged")
  }

  @Test("A file by itself is read as one in an archive is")
  func byItself() throws {
    let long = String(repeating: "<b>1 &lt; 2</b>", count: 20_000)
    for text in ["<a>\(long)</a>", "<a>\(long)", "<!DOCTYPE a><a/>", "", "x"] {
      let (alone, packed) = (Notes(), Notes())
      let archive = try ZipArchive(StoredZip.bytes([("a.xml", text)]))
      let errors = [
        fault { () throws(ArchiveError) in
          try MarkupReader().read(Array(text.utf8), name: "a.xml", alone)
        },
        fault { () throws(ArchiveError) in
          try MarkupReader().read("a.xml", of: archive, packed)
        },
      ]
      #expect(errors[0] == errors[1])
      #expect(alone.lines.joined() == packed.lines.joined())
    }
  }

  private func fault(_ read: () throws(ArchiveError) -> Void) -> ArchiveError? {
    do throws(ArchiveError) { try read() } catch { return error }
    return nil
  }

  @Test("What is hostile or broken is refused", .tags(.edge))
  func hostile() throws {
    let bomb = """
      <!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;&y;</a>
      """
    #expect(throws: ArchiveError.documentType(entry: "a.xml")) { try heard(bomb) }
    let long = "<a b=\"" + String(repeating: "1", count: 17_000_000) + "\"/>"
    #expect(throws: ArchiveError.tooLarge(entry: "a.xml", most: 16_000_000)) { try heard(long) }
    let outside = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"
    #expect(throws: ArchiveError.documentType(entry: "a.xml")) { try heard(outside) }
    #expect(throws: ArchiveError.notMarkup(entry: "a.xml", line: 2)) { try heard("<a>\n<b></a>") }
    let deep = String(repeating: "<a>", count: 300)
    #expect(throws: ArchiveError.tooDeep(entry: "a.xml", line: 1)) { try heard(deep) }
    #expect(throws: ArchiveError.notAnArchive) { try ZipArchive([]) }
    #expect(throws: ArchiveError.notAnArchive) { try ZipArchive(Array("PK no archive".utf8)) }
  }

  @Test("Limits hold whatever an archive says of itself", .tags(.edge))
  func limits() throws {
    var limits = ZipArchive.Limits()
    limits.entries = 1
    let two = StoredZip.bytes([("a", "1"), ("b", "2")])
    #expect(throws: ArchiveError.tooManyEntries(found: 2, most: 1)) {
      try ZipArchive(two, limits: limits)
    }
    limits.entries = 10
    limits.unpacked = 100
    let archive = try ZipArchive(
      StoredZip.bytes([("a", String(repeating: "x", count: 101))]), limits: limits)
    #expect(throws: ArchiveError.tooLarge(entry: "a", most: 100)) {
      let entry = try archive.entry("a")
      while try !entry.next().isEmpty {}
    }
  }

  @Test("Entries that lie over each other are refused, whatever stands in them", .tags(.edge))
  func overlaps() throws {
    let sound = StoredZip.bytes([("a", "1234567890"), ("b", "1234567890")])
    #expect(try ZipArchive(sound).names == ["a", "b"])
    // The place of the second entry is the last number of its line in the directory, before its name of one letter.
    let end = sound.count - 22
    var same = sound
    same.replaceSubrange(end - 5..<end - 1, with: [0, 0, 0, 0])
    #expect(throws: ArchiveError.overlapping) { try ZipArchive(same) }
    var within = sound
    within[end - 5] -= 3
    #expect(throws: ArchiveError.overlapping) { try ZipArchive(within) }
    // Packed sizes that reach into the directory.
    var long = sound
    long[end - 27] += 40
    #expect(throws: ArchiveError.self) { try ZipArchive(long) }
  }

  @Test(
    "An archive cut short or changed gives an error or its entries, never a crash", .tags(.edge))
  func mutations() throws {
    let whole = StoredZip.bytes([("a.xml", "<a><b k='1'>text</b></a>"), ("b", "more")])
    for length in 0..<whole.count { _ = try? ZipArchive(Array(whole.prefix(length))) }
    for place in whole.indices {
      var changed = whole
      changed[place] ^= 0xFF
      guard let archive = try? ZipArchive(changed) else { continue }
      for name in archive.names {
        _ = try? MarkupReader().read(name, of: archive, Notes())
      }
    }
  }
}
