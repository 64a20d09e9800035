/// A file of an example: where it lies in the example's folder, and its bytes.
public struct ExampleFile: Hashable, Sendable {
  /// The place in the folder, with slashes: `exports/students.csv`.
  public let path: String
  /// What the file holds.
  public let bytes: [UInt8]

  /// Makes a file of a text in UTF-8.
  public init(path: String, text: String) {
    self.path = path
    bytes = Array(text.utf8)
  }

  /// Makes a file of bytes.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The bytes read as UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}
