import FurlongArchives

/// Reads what other tools for qualitative data write: projects (`.qdpx`) and codebooks (`.qdc`) of REFI-QDA.
///
/// What tools are known to write is taken: any name of the project's XML, texts named in any of three ways, stored or packed, line
/// ends of two signs, GUIDs in any form, dates that lack. What cannot be taken is counted in the project's losses.
public struct QDAReader: Sendable {
  /// What the end of a stretch is; nil where the quotes of the file decide.
  public var ends: QDAPositions.Ends?
  /// How much is taken.
  public var limits: QDALimits

  /// A reader.
  public init(ends: QDAPositions.Ends? = nil, limits: QDALimits = QDALimits()) {
    self.ends = ends
    self.limits = limits
  }

  /// The project of a file; a codebook is a project without texts.
  ///
  /// Nothing is extracted and nothing fetched. Memory: a small multiple of the limits of bytes.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for errors.
  /// - Throws: where it is neither, is broken or hostile, or holds more than is taken.
  public func read(_ bytes: [UInt8], name: String) throws(QDAError) -> QDAProject {
    let entries =
      ZipArchive.recognises(bytes)
      ? try QDAEntries(bytes, name: name, limits: limits) : nil
    let listener = QDAListener(limits: limits)
    do throws(ArchiveError) {
      if let entries {
        try MarkupReader().read(entries.project, of: entries.archive, listener)
      } else if bytes.count > limits.unpacked {
        throw .tooLarge(entry: name, most: limits.unpacked)
      } else {
        try MarkupReader().read(bytes, name: name, listener)
      }
    } catch {
      throw QDAError(file: name, .archive(error))
    }
    if let excess = listener.excess { throw QDAError(file: name, excess) }
    if !listener.isKnown { throw QDAError(file: name, .otherMarkup) }
    var texts = QDATexts(entries: entries, file: name, limits: limits)
    return try QDAResolution(listener.draft, &texts, ends: ends).project
  }
}

/// Fetches the texts of a project, at most so many bytes of all.
struct QDATexts {
  let entries: QDAEntries?
  let file: String
  let limits: QDALimits
  private var taken = 0

  init(entries: QDAEntries?, file: String, limits: QDALimits) {
    (self.entries, self.file, self.limits) = (entries, file, limits)
  }

  /// What became of a text.
  enum Fetched {
    case text(SourceText)
    case elsewhere
    case unreadable
  }

  mutating func fetch(_ words: QDADraft.Words) throws(QDAError) -> Fetched {
    if let content = words.content { return .text(SourceText(content)) }
    guard let path = words.path, let entries else { return .elsewhere }
    do throws(ArchiveError) {
      guard let bytes = try entries.text(path, most: limits.textBytes - taken) else {
        return .elsewhere
      }
      taken += bytes.count
      return SourceText(bytes).map { .text($0) } ?? .unreadable
    } catch .tooLarge {
      throw QDAError(file: file, .tooMany(.textBytes, most: limits.textBytes))
    } catch {
      throw QDAError(file: file, .archive(error))
    }
  }
}
