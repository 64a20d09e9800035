import FurlongArchives

/// How much is kept in memory of a part of a workbook, in bytes.
struct HeldBytes {
  /// More is not kept.
  let most: Int
  var count = 0
  var isOver: Bool { count > most }
}

/// Keeps what it hears of a part of a workbook, and counts it: an element of no letters takes room too.
protocol KeepingListener: MarkupListener {
  var held: HeldBytes { get }
}

extension KeepingListener {
  var isDone: Bool { held.isOver }
}

extension ZipArchive {
  /// Reads a part of a workbook into a listener that keeps what it hears.
  ///
  /// - Throws: `holdsTooMuch` where that is more than it may; what `MarkupReader.read` throws.
  func keep(_ part: String, in listener: some KeepingListener) throws(ArchiveError) {
    try MarkupReader().read(part, of: self, listener)
    if listener.held.isOver { throw .holdsTooMuch(entry: part, most: listener.held.most) }
  }
}
