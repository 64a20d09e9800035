import CZip

/// A zip archive from a stranger: listed and read within limits, never extracted.
///
/// What an entry says of its size is not believed: bytes are counted as they are unpacked.
public final class ZipArchive {
  /// How much is read of an archive.
  public struct Limits: Sendable {
    /// The most entries.
    public var entries = 10_000
    /// The most bytes that one entry may unpack to.
    public var unpacked = 2_000_000_000

    /// The usual limits.
    public init() {}
  }

  /// The names of its entries, in its own order.
  public let names: [String]
  private let limits: Limits
  private let bytes: Given
  private let archive: OpaquePointer
  private var places: [String: Int64] = [:]

  /// The bytes, as libzip asks for them.
  private final class Given {
    let bytes: any PlacedBytes

    init(_ bytes: any PlacedBytes) { self.bytes = bytes }
  }

  /// Whether bytes begin like a zip archive.
  public static func recognises(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  /// Opens an archive; of its bytes no more is in memory than is being unpacked.
  ///
  /// - Throws: `notAnArchive`, `tooManyEntries`, `overlapping`.
  public init(_ content: some PlacedBytes, limits: Limits = Limits()) throws(ArchiveError) {
    // libzip takes no bytes at all for an archive of nothing.
    guard let start = content.bytes(0..<min(4, content.count)), Self.recognises(start) else {
      throw .notAnArchive
    }
    let bytes = Given(content)
    let archive = furlong_zip_open(
      Unmanaged.passUnretained(bytes).toOpaque(), UInt64(content.count)
    ) { context, place, buffer, most in
      guard let context, let buffer else { return -1 }
      let given = Unmanaged<Given>.fromOpaque(context).takeUnretainedValue()
      let buffered = UnsafeMutableRawBufferPointer(start: buffer, count: most)
      return given.bytes.read(from: Int(clamping: place), into: buffered).map(Int64.init) ?? -1
    }
    guard let archive else { throw .notAnArchive }
    let count = Int(furlong_zip_count(archive))
    let fault: ArchiveError? =
      if count > limits.entries { .tooManyEntries(found: count, most: limits.entries) } else {
        switch ZipLayout.hasOverlaps(in: content, entries: count) {
        case true?: .overlapping
        case false?: nil
        case nil: .notAnArchive
        }
      }
    if let fault {
      furlong_zip_close(archive)
      throw fault
    }
    var names: [String] = []
    for place in 0..<Int64(count) {
      guard let name = furlong_zip_name(archive, place).map({ String(cString: $0) }) else {
        continue
      }
      names.append(name)
      // Of two entries of one name the first counts, as everywhere.
      if places[name] == nil { places[name] = place }
    }
    self.names = names
    self.limits = limits
    self.bytes = bytes
    self.archive = archive
  }

  deinit { furlong_zip_close(archive) }

  /// Whether it has an entry.
  public func contains(_ name: String) -> Bool { places[name] != nil }

  /// Begins to unpack an entry.
  ///
  /// - Parameter name: its name as it stands in the archive.
  /// - Throws: `missing`, `locked`, `tooLarge`, `damaged`.
  public func entry(_ name: String) throws(ArchiveError) -> ZipEntry {
    guard let place = places[name] else { throw .missing(entry: name) }
    if furlong_zip_is_locked(archive, place) { throw .locked(entry: name) }
    if furlong_zip_size(archive, place) > Int64(limits.unpacked) {
      throw .tooLarge(entry: name, most: limits.unpacked)
    }
    guard let entry = furlong_zip_entry_open(archive, place) else { throw .damaged(entry: name) }
    return ZipEntry(name: name, entry: entry, of: self, most: limits.unpacked)
  }
}
