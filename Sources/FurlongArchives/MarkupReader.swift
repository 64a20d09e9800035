import CExpat

/// Told what stands in a file of XML, element by element.
public protocol MarkupListener: AnyObject {
  /// An element begins; its name has no namespace prefix.
  func start(_ name: String, _ attributes: [String: String])
  /// An element ends.
  func end(_ name: String)
  /// Some of an element's text.
  func text(_ text: String)
  /// Whether enough was heard.
  var isDone: Bool { get }
}

/// Reads XML from a stranger piece by piece: no document type, no entity of its own, bounded depth.
///
/// Memory does not grow with the file.
public struct MarkupReader {
  /// How deep elements may stand inside each other.
  public static let deepest = 256

  /// How many bytes a name, an attribute or a remark may take: so much of a file Expat holds at most.
  static let longestToken = 16_000_000

  /// A reader.
  public init() {}

  /// Reads an entry of an archive.
  ///
  /// - Throws: what `ZipArchive.read` throws, `notMarkup`, `documentType`, `tooDeep`.
  public func read(
    _ entry: String, of archive: ZipArchive, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    let reading = try MarkupReading(entry, listener)
    try archive.read(entry) { bytes, isLast in reading.read(bytes, isLast) }
    try reading.end()
  }

  /// Reads a file that stands by itself.
  ///
  /// - Parameter name: its name, for errors.
  /// - Throws: `notMarkup`, `documentType`, `tooDeep`, `tooLarge`.
  public func read(
    _ bytes: [UInt8], name: String, _ listener: some MarkupListener
  ) throws(ArchiveError) {
    let reading = try MarkupReading(name, listener)
    var start = 0
    repeat {
      let end = min(start + 1 << 16, bytes.count)
      let goesOn = bytes[start..<end].withUnsafeBytes { reading.read($0, end == bytes.count) }
      start = goesOn ? end : bytes.count
    } while start < bytes.count
    try reading.end()
  }
}

/// One reading of a file of XML, piece by piece.
private final class MarkupReading {
  private let name: String
  private let hearing: Hearing
  private let reader: OpaquePointer
  private var isWellFormed = true

  init(_ name: String, _ listener: some MarkupListener) throws(ArchiveError) {
    let hearing = Hearing(listener)
    let context = Unmanaged.passUnretained(hearing).toOpaque()
    guard
      let reader = furlong_xml_make(
        context,
        { context, name, attributes in Hearing.of(context)?.start(name, attributes) },
        { context, name in Hearing.of(context)?.end(name) },
        { context, text, count in Hearing.of(context)?.text(text, count) })
    else { throw .damaged(entry: name) }
    (self.name, self.hearing, self.reader) = (name, hearing, reader)
    hearing.stop = { furlong_xml_stop(reader) }
  }

  deinit { furlong_xml_free(reader) }

  /// Reads the next piece; whether to go on.
  func read(_ bytes: UnsafeRawBufferPointer, _ isLast: Bool) -> Bool {
    let piece = bytes.bindMemory(to: CChar.self)
    hearing.sinceLast += piece.count
    if hearing.sinceLast > MarkupReader.longestToken { return false }
    isWellFormed = furlong_xml_read(reader, piece.baseAddress, piece.count, isLast)
    return isWellFormed && !hearing.isDone
  }

  /// Says what was wrong.
  func end() throws(ArchiveError) {
    let line = Int(furlong_xml_line(reader))
    if furlong_xml_has_document_type(reader) { throw .documentType(entry: name) }
    if hearing.sinceLast > MarkupReader.longestToken {
      throw .tooLarge(entry: name, most: MarkupReader.longestToken)
    }
    if hearing.isTooDeep { throw .tooDeep(entry: name, line: line) }
    if !isWellFormed, !hearing.isDone { throw .notMarkup(entry: name, line: line) }
  }
}

/// What stands between Expat's C and a listener.
private final class Hearing {
  private let listener: any MarkupListener
  private var depth = 0
  private(set) var isTooDeep = false
  var stop: () -> Void = {}
  /// Bytes that were read since anything was heard.
  var sinceLast = 0

  init(_ listener: any MarkupListener) { self.listener = listener }

  static func of(_ context: UnsafeMutableRawPointer?) -> Hearing? {
    context.map { Unmanaged<Hearing>.fromOpaque($0).takeUnretainedValue() }
  }

  var isDone: Bool { listener.isDone || isTooDeep }

  func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    sinceLast = 0
    guard !isDone, let name else { return }
    depth += 1
    guard depth <= MarkupReader.deepest else {
      isTooDeep = true
      return stop()
    }
    var values: [String: String] = [:]
    var place = 0
    while let attributes, let key = attributes[place], let value = attributes[place + 1] {
      values[String(cString: key)] = String(cString: value)
      place += 2
    }
    listener.start(Self.local(name), values)
    if listener.isDone { stop() }
  }

  func end(_ name: UnsafePointer<CChar>?) {
    sinceLast = 0
    guard !isDone, let name else { return }
    depth -= 1
    listener.end(Self.local(name))
    if listener.isDone { stop() }
  }

  func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    sinceLast = 0
    guard !isDone, let text, count > 0 else { return }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
    listener.text(String(decoding: bytes, as: UTF8.self))
  }

  /// A name without its namespace prefix: `x:row` is `row`.
  private static func local(_ name: UnsafePointer<CChar>) -> String {
    let whole = String(cString: name)
    return whole.lastIndex(of: ":").map { String(whole[whole.index(after: $0)...]) } ?? whole
  }
}
