import CZip

/// An entry of an archive that is being unpacked, piece by piece.
public final class ZipEntry {
  /// Its name as it stands in the archive.
  public let name: String
  private let entry: OpaquePointer
  // The archive stays open as long as an entry of it does.
  private let archive: ZipArchive
  private let most: Int
  private let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var unpacked = 0

  init(name: String, entry: OpaquePointer, of archive: ZipArchive, most: Int) {
    self.name = name
    self.entry = entry
    self.archive = archive
    self.most = most
  }

  deinit {
    furlong_zip_entry_close(entry)
    piece.deallocate()
  }

  /// The next bytes, valid until more are asked for; none at the end.
  ///
  /// - Throws: `tooLarge`, `damaged`.
  public func next() throws(ArchiveError) -> UnsafeRawBufferPointer {
    let bytes = piece.assumingMemoryBound(to: UInt8.self)
    let count = Int(furlong_zip_entry_read(entry, bytes.baseAddress, bytes.count))
    guard count >= 0 else { throw .damaged(entry: name) }
    unpacked += count
    guard unpacked <= most else { throw .tooLarge(entry: name, most: most) }
    return UnsafeRawBufferPointer(rebasing: piece[..<count])
  }
}
