import FurlongDigests
public import FurlongStudy

/// Turns identifiers into keyed hashes.
///
/// ```
/// HMAC-SHA-256(key, "furlong/pid/v1" ‖ 0x1F ‖ study id ‖ 0x1F ‖ kind ‖ 0x1F ‖ normalised value)
/// ```
///
/// Without the key an identifier cannot be found by trying all of them, which for NHS numbers takes minutes
/// with a plain hash. The key is one study's own, so that two studies cannot be joined.
public struct Pseudonymiser: Sendable {
  /// Why there is no pseudonymiser.
  public enum KeyError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The key has another length than 32 bytes.
    case wrongLength(found: Int)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .wrongLength(let found):
        "the key has \(found) bytes and not 32; restore the study's key file from its copy"
      }
    }
  }

  /// The study's id, on which the hashes depend.
  public let studyID: String
  private let key: [UInt8]

  /// A pseudonymiser for a study.
  ///
  /// - Parameters:
  ///   - key: 32 random bytes, kept outside the study folder.
  ///   - studyID: the study's id.
  /// - Throws: `wrongLength` for a key of another length.
  public init(key: [UInt8], studyID: String) throws(KeyError) {
    if key.count != 32 { throw .wrongLength(found: key.count) }
    self.key = key
    self.studyID = studyID
  }

  /// The keyed hash of an identifier, in hexadecimal.
  ///
  /// - Parameters:
  ///   - identifier: the value as `IdentifierRule` normalised it.
  ///   - kind: what kind of identifier it is.
  ///   - system: whose numbering it is of, where two systems number people each for itself: `local_id@redcap` stands for the kind.
  public func hash(
    _ identifier: String, kind: IdentifierKind, system: String? = nil
  ) -> KeyedHash {
    let numbering = kind.rawValue + (system.map { "@\($0)" } ?? "")
    let message = ["furlong/pid/v1", studyID, numbering, identifier].joined(separator: "\u{1F}")
    let code = HMAC.code(of: Array(message.utf8), key: key)
    return KeyedHash(kind: kind, hash: Hexadecimal.text(of: code))
  }
  /// A keyed sum over the cells of a row, in hexadecimal (`RowMark`).
  func mark(of cells: String) -> String {
    let message = "furlong/row/v1\u{1F}\(studyID)\(cells)"
    return Hexadecimal.text(of: HMAC.code(of: Array(message.utf8), key: key))
  }

  /// Who the rows of one decision are whose id is also another person's: nobody's id is written so.
  func stranger(_ mark: String, kind: IdentifierKind) -> KeyedHash {
    hash("apart \(mark)", kind: kind)
  }
}
