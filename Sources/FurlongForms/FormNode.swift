/// A value of a file that people write, with its place.
///
/// What kind of value it is, is for the reader to say: `text()`, `whole()`, `list()`, `table(_:)`. Each
/// throws a `FormError` that names the place and the fix when the file holds something else.
public struct FormNode: Sendable {
  /// The file's name as the caller gave it.
  public let file: String
  /// The line where the value begins, counted from 1.
  public let line: Int
  /// The column where the value begins, counted from 1.
  public let column: Int

  let place: FormPlace
  let content: Content

  enum Content: Sendable {
    /// A scalar; plain when it stands without quotes or block markers.
    case scalar(String, plain: Bool)
    case list([FormNode])
    case table([Entry])
  }

  struct Entry: Sendable {
    let key: String
    let line: Int
    let column: Int
    let value: FormNode
  }

  /// Where the value stands: `outcomes[2].scale`, positions counted from 1; empty for the whole file.
  public var path: String { place.path }

  /// Whether the value was left empty (`key:`), which `""` in quotes is not.
  public var isEmpty: Bool {
    if case .scalar("", plain: true) = content { true } else { false }
  }

  /// Whether the value is a list.
  public var isList: Bool { if case .list = content { true } else { false } }

  /// Whether the value is a table of keys and values.
  public var isTable: Bool { if case .table = content { true } else { false } }

  /// An error at this value's place.
  public func error(_ what: String, fix: String) -> FormError {
    FormError(file: file, line: line, column: column, what: what, fix: fix)
  }

  /// The values of a list, in file order; `[]` is an empty list.
  public func list() throws(FormError) -> [FormNode] {
    guard case .list(let nodes) = content else {
      throw mismatch("a list", "write [ … ] or lines of - …")
    }
    return nodes
  }

  /// A list of texts.
  public func texts() throws(FormError) -> [String] {
    var texts: [String] = []
    for node in try list() { texts.append(try node.text()) }
    return texts
  }

  /// The entries of a table whose keys are data, in file order; `{}` is an empty table.
  public func entries() throws(FormError) -> [(key: String, keyLine: Int, value: FormNode)] {
    try table().map { (key: $0.key, keyLine: $0.line, value: $0.value) }
  }

  /// Reads a table whose keys are known; a key that `body` did not ask for is an error.
  ///
  /// The compiler does not infer typed errors of closures: write `{ table throws(FormError) in … }`, or
  /// pass an initialiser that takes a `FormTable`: `try node.table(Outcome.init)`.
  ///
  /// - Throws: what `body` throws, else an error at the first unknown key that names the nearest known one.
  public func table<T>(_ body: (FormTable) throws(FormError) -> T) throws(FormError) -> T {
    let table = FormTable(self, try table())
    let value = try body(table)
    try table.refuseUnknownKeys()
    return value
  }

  private func table() throws(FormError) -> [Entry] {
    guard case .table(let entries) = content else {
      throw mismatch("a table of keys and values", "write key: value")
    }
    return entries
  }

  /// The words for a value of the wrong kind.
  func mismatch(_ expected: String, _ fix: String) -> FormError {
    if isEmpty { return error("\(name) has no value", fix: "\(expected) belongs here: \(fix)") }
    let found =
      switch content {
      case .scalar: "a text"
      case .list: "a list"
      case .table: "a table"
      }
    return error("\(name) should be \(expected) and is \(found)", fix: fix)
  }

  /// The path in quotes, or words for the whole file.
  var name: String { path.isEmpty ? "the file" : "'\(path)'" }
}
