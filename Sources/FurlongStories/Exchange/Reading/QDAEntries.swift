import FurlongArchives

/// What lies in the archive of a project: its XML, and texts that are looked up by their names.
struct QDAEntries {
  let archive: ZipArchive
  /// The name of the project's XML.
  let project: String
  private let texts: [String: String]
  private let limits: QDALimits

  /// Looks into an archive.
  ///
  /// - Throws: where it is none, a name leads out of it, or there is not one project in it.
  init(_ bytes: [UInt8], name: String, limits: QDALimits) throws(QDAError) {
    var most = ZipArchive.Limits()
    (most.entries, most.unpacked) = (limits.entries, limits.unpacked)
    do throws(ArchiveError) {
      archive = try ZipArchive(bytes, limits: most)
    } catch {
      throw QDAError(file: name, .archive(error))
    }
    if archive.names.contains(where: Self.leadsOut) { throw QDAError(file: name, .nameLeadsOut) }
    let all = archive.names.filter {
      $0.lowercased().hasSuffix(".qde") && !Self.lastPart($0).hasPrefix(".")
    }
    // Who packs a project again by hand packs its folder.
    let outermost = all.map { Self.parts($0).count }.min()
    let projects = all.filter { Self.parts($0).count == outermost }
    guard let first = projects.first else { throw QDAError(file: name, .noProject) }
    let usual = projects.filter { Self.lastPart($0) == Self.usual }
    if projects.count > 1, usual.count != 1 {
      throw QDAError(file: name, .severalProjects(projects.count))
    }
    project = usual.first ?? first
    // A name as it stands comes before the same in other letters.
    texts = Dictionary(
      archive.names.map { (Self.lastPart($0).lowercased(), $0) }
        + archive.names.map { (Self.lastPart($0), $0) },
      uniquingKeysWith: { first, second in
        Self.lastPart(first) == Self.lastPart(second) ? first : second
      })
    self.limits = limits
  }

  /// The bytes of a text, by its path in the XML: `internal://A.txt`, `relative:///sources/A.txt`, `A.txt`; nil where it is not in
  /// the archive.
  ///
  /// Only the last part counts, so that no path leads anywhere.
  ///
  /// - Parameter most: how many bytes are taken.
  /// - Throws: what `ZipEntry` throws; `tooLarge` where it is more.
  func text(_ path: String, most: Int) throws(ArchiveError) -> [UInt8]? {
    let last = Self.lastPart(path)
    guard let entry = texts[last] ?? texts[last.lowercased()] ?? texts[Self.decoded(last)] else {
      return nil
    }
    var text: [UInt8] = []
    let unpacked = try archive.entry(entry)
    while case let bytes = try unpacked.next(), !bytes.isEmpty {
      if text.count + bytes.count > most { throw .tooLarge(entry: entry, most: most) }
      text += bytes
    }
    return text
  }

  private static let usual = "project.qde"

  private static func parts(_ name: String) -> [Substring] {
    name.split { $0 == "/" || $0 == "\\" }
  }

  /// The last part of a path, without the scheme where there is no other part.
  private static func lastPart(_ path: String) -> String {
    let last = parts(path).last ?? ""
    return last.firstIndex(of: ":").map { String(last[last.index(after: $0)...]) } ?? String(last)
  }

  private static func leadsOut(_ name: String) -> Bool {
    name.hasPrefix("/") || name.hasPrefix("\\") || name.dropFirst().hasPrefix(":")
      || parts(name).contains("..")
  }

  /// A name whose signs are written as `%20`.
  private static func decoded(_ name: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
