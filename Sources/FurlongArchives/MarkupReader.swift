/// Reads XML from a stranger to its end, or until its listener has heard enough; as `MarkupReading` does.
public struct MarkupReader {
  /// How much is held of a file between two pieces.
  var mostHeld = MarkupPieces.mostHeld

  /// A reader.
  public init() {}

  /// Reads an entry of an archive.
  ///
  /// - Throws: what `MarkupReading` throws.
  public func read(
    _ entry: String, of archive: ZipArchive, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    let reading = try MarkupReading(entry, of: archive, listener)
    while try reading.next() {}
  }

  /// Reads a file that stands by itself.
  ///
  /// - Parameter name: its name, for errors.
  /// - Throws: `notMarkup`, `documentType`, `tooDeep`, `tooLarge`, `holdsTooMuch`.
  public func read(
    _ bytes: [UInt8], name: String, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    let pieces = try MarkupPieces(name, listener, mostHeld: mostHeld)
    var start = 0
    var goesOn = true
    while goesOn {
      let end = min(start + 1 << 16, bytes.count)
      let read = bytes[start..<end].withUnsafeBytes { piece -> Result<Bool, ArchiveError> in
        Result { () throws(ArchiveError) in try pieces.read(piece, isLast: end == bytes.count) }
      }
      goesOn = try read.get()
      while goesOn, pieces.isPaused { goesOn = try pieces.goOn() }
      if end == bytes.count { goesOn = false }
      start = end
    }
  }
}
