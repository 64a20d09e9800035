import CExpat

/// XML of an archive from a stranger that is read piece by piece, as its reader asks for more: no document type, no entity of its
/// own, bounded depth.
///
/// Memory does not grow with the file: what the reading itself holds of it, names among it, is bounded.
public final class MarkupReading {
  private let entry: ZipEntry
  private let pieces: MarkupPieces
  private var goesOn = true
  private var isLast = false

  /// Begins to read an entry of an archive.
  ///
  /// - Parameter listener: told what stands in it.
  /// - Throws: what `ZipArchive.entry` throws.
  public init(
    _ name: String, of archive: ZipArchive, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    entry = try archive.entry(name)
    pieces = try MarkupPieces(name, listener)
  }

  /// Reads the next piece of the file, or of the piece what its listener had no room for, and tells the listener of it; whether more
  /// may follow.
  ///
  /// - Throws: `tooLarge`, `damaged`, `notMarkup`, `documentType`, `tooDeep`, `holdsTooMuch`.
  public func next() throws(ArchiveError) -> Bool {
    guard goesOn else { return false }
    if pieces.isPaused {
      goesOn = try pieces.goOn()
    } else {
      let piece = try entry.next()
      isLast = piece.isEmpty
      goesOn = try pieces.read(piece, isLast: isLast)
    }
    if isLast, !pieces.isPaused { goesOn = false }
    return goesOn
  }
}

/// Pieces of a file of XML, in their order, told to a listener.
final class MarkupPieces {
  /// How deep elements may stand inside each other.
  static let deepest = 256

  /// How many bytes a name, an attribute or a remark may take: so much of a file Expat holds at most.
  static let longestToken = 16_000_000

  /// How much is held of a file between two pieces: every name that differs from those before, and such a token.
  static let mostHeld = 96_000_000

  private let name: String
  private let mostHeld: Int
  private let reader: OpaquePointer
  private let hearing: Hearing

  init(
    _ name: String, _ listener: some MarkupListener, mostHeld: Int = MarkupPieces.mostHeld
  ) throws(ArchiveError) {
    let hearing = Hearing(listener)
    let reader = furlong_xml_make(
      Unmanaged.passUnretained(hearing).toOpaque(), mostHeld,
      { Hearing.of($0)?.start($1, MarkupAttributes($2)) }, { Hearing.of($0)?.end($1) },
      { Hearing.of($0)?.text($1, $2) })
    guard let reader else { throw .damaged(entry: name) }
    hearing.stop = { furlong_xml_stop(reader) }
    hearing.pause = { furlong_xml_pause(reader) }
    (self.name, self.mostHeld) = (name, mostHeld)
    (self.reader, self.hearing) = (reader, hearing)
  }

  deinit { furlong_xml_free(reader) }

  /// Reads the next piece; whether the listener wants to hear more.
  func read(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws(ArchiveError) -> Bool {
    if hearing.isDone { return false }
    let piece = piece.bindMemory(to: CChar.self)
    hearing.sinceLast += piece.count
    if hearing.sinceLast > Self.longestToken {
      throw .tooLarge(entry: name, most: Self.longestToken)
    }
    return try heard(furlong_xml_read(reader, piece.baseAddress, piece.count, isLast))
  }

  /// Whether the listener was full within a piece, so that the rest of it is still to be read.
  var isPaused: Bool { furlong_xml_is_paused(reader) }

  /// Reads the rest of a piece, or more of it; whether the listener wants to hear more.
  func goOn() throws(ArchiveError) -> Bool { try heard(furlong_xml_go_on(reader)) }

  private func heard(_ isWellFormed: Bool) throws(ArchiveError) -> Bool {
    let line = Int(furlong_xml_line(reader))
    if furlong_xml_has_document_type(reader) { throw .documentType(entry: name) }
    if furlong_xml_is_over(reader) { throw .holdsTooMuch(entry: name, most: mostHeld) }
    if hearing.isTooDeep { throw .tooDeep(entry: name, line: line) }
    if !isWellFormed, !hearing.isDone { throw .notMarkup(entry: name, line: line) }
    return !hearing.isDone
  }
}

/// What stands between Expat's C and a listener.
private final class Hearing {
  private let listener: any MarkupListener
  private var depth = 0
  private(set) var isTooDeep = false
  var stop: () -> Void = {}
  var pause: () -> Void = {}
  /// Bytes that were read since anything was heard.
  var sinceLast = 0

  init(_ listener: any MarkupListener) { self.listener = listener }

  static func of(_ context: UnsafeMutableRawPointer?) -> Hearing? {
    context.map { Unmanaged<Hearing>.fromOpaque($0).takeUnretainedValue() }
  }

  var isDone: Bool { listener.isDone || isTooDeep }

  func start(_ name: UnsafePointer<CChar>?, _ attributes: MarkupAttributes) {
    sinceLast = 0
    guard !isDone, let name else { return }
    depth += 1
    guard depth <= MarkupPieces.deepest else {
      isTooDeep = true
      return stop()
    }
    listener.start(Self.local(name), attributes)
    if listener.isDone { stop() }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    sinceLast = 0
    guard !isDone, let name else { return }
    depth -= 1
    listener.end(Self.local(name))
    if listener.isDone { stop() } else if listener.isFull { pause() }
  }

  func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    sinceLast = 0
    guard !isDone, let text, count > 0 else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    listener.text(String(decoding: bytes, as: UTF8.self))
    if listener.isDone { stop() }
  }

  /// A name without its namespace prefix: `x:row` is `row`.
  private static func local(_ name: UnsafePointer<CChar>) -> String {
    var start = 0
    var end = 0
    while name[end] != 0 {
      if name[end] == CChar(bitPattern: UInt8(ascii: ":")) { start = end + 1 }
      end += 1
    }
    let bytes = UnsafeRawBufferPointer(start: name + start, count: end - start)
    return String(decoding: bytes, as: UTF8.self)
  }
}
