import FurlongArchives

/// A sheet as CSV, read from its workbook anew each time; of a small one the text is kept when it was read once.
final class SheetSource: ByteSource {
  /// So much text is kept.
  private static let most = 32 << 20
  /// So much is heard of a sheet before it is taken.
  private static let piece = 1 << 18

  private let workbook: Workbook
  private let sheet: Workbook.Sheet
  private let headerRow: Int?
  private let values: CellValues
  private let merged: MergedCells
  private let name: String
  private var kept: BytesInMemory?
  private var isLarge = false
  /// Why the last reading ended before the sheet did.
  private(set) var failure: TableError?

  init(
    _ workbook: Workbook, sheet: Workbook.Sheet, headerRow: Int?, values: CellValues,
    merged: MergedCells, name: String
  ) {
    self.workbook = workbook
    self.sheet = sheet
    self.headerRow = headerRow
    self.values = values
    self.merged = merged
    self.name = name
  }

  func start() -> (any ByteStream)? {
    if let kept { return kept.start() }
    do throws(ArchiveError) {
      let text = text(enough: Self.piece)
      return Stream(
        self, reading: try MarkupReading(sheet.entry, of: workbook.archive, text), text: text)
    } catch {
      failure = TableError(file: name, reason: .brokenWorkbook(error))
      return nil
    }
  }

  /// Why reading ended, where the workbook has the reason of an error.
  func reason(of error: TableError) -> TableError {
    error.reason == .unreadable ? failure ?? error : error
  }

  /// The first rows, each whole, and whether more follow.
  ///
  /// - Parameter most: no row is read when there is more text than this.
  func beginning(_ most: Int) throws(TableError) -> (text: [UInt8], isCut: Bool) {
    let text = text(enough: most)
    do throws(ArchiveError) {
      let reading = try MarkupReading(sheet.entry, of: workbook.archive, text)
      while text.bytes.count <= most, try reading.next() {}
    } catch {
      throw TableError(file: name, reason: .brokenWorkbook(error))
    }
    if let fault = text.fault { throw TableError(file: name, reason: fault) }
    return (text.bytes, text.bytes.count > most)
  }

  private func text(enough: Int) -> SheetText {
    SheetText(headerRow: headerRow, values: values, merged: merged, enough: enough)
  }

  private final class Stream: ByteStream {
    private let source: SheetSource
    private let reading: MarkupReading
    private let text: SheetText
    private var given = 0
    private var all: [UInt8] = []
    private var isAtEnd = false

    init(_ source: SheetSource, reading: MarkupReading, text: SheetText) {
      self.source = source
      self.reading = reading
      self.text = text
    }

    func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
      do throws(ArchiveError) {
        while given == text.bytes.count, !isAtEnd {
          text.bytes.removeAll(keepingCapacity: true)
          given = 0
          isAtEnd = try !reading.next()
          keep()
        }
      } catch {
        source.failure = TableError(file: source.name, reason: .brokenWorkbook(error))
        return nil
      }
      if let fault = text.fault {
        source.failure = TableError(file: source.name, reason: fault)
        return nil
      }
      let count = min(buffer.count, text.bytes.count - given)
      _ = buffer.update(fromContentsOf: text.bytes[given..<given + count])
      given += count
      return count
    }

    private func keep() {
      if source.isLarge { return }
      all += text.bytes
      if all.count > SheetSource.most {
        all = []
        source.isLarge = true
      } else if isAtEnd, text.fault == nil {
        source.kept = BytesInMemory(all)
      }
    }
  }
}
