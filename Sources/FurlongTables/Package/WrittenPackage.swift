/// A data package as it is written in JSON.
struct WrittenPackage: Decodable {
  var resources: [WrittenResource]
}

/// A file of a package as it is written.
struct WrittenResource: Decodable {
  var name: String
  var path: OneOrMany?
  var encoding: String?
  var dialect: Dialect?
  var schema: Schema?

  struct Dialect: Decodable {
    var delimiter: String?
    var quoteChar: String?
    var escapeChar: String?
    var commentChar: String?
    var header: Bool?
    var headerRows: [Int]?
  }

  struct Schema: Decodable {
    var fields: [Field]?
    var missingValues: [Missing]?
  }

  struct Field: Decodable {
    var name: String
    var title: String?
    var type: String?
    var format: String?
    var decimalChar: String?
    var constraints: Constraints?

    struct Constraints: Decodable {
      var `enum`: [Scalar]?
    }
  }

  /// A path, or several.
  struct OneOrMany: Decodable {
    var texts: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      texts = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
    }
  }

  /// A text, a number or a truth, as text.
  struct Scalar: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let truth = try? container.decode(Bool.self) {
        text = truth ? "true" : "false"
      } else if let number = try? container.decode(Double.self) {
        text = ShortestNumber.text(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// A text that means "no value", with its meaning in version 2.
  struct Missing: Decodable {
    var value: String
    var label: String?

    private enum Key: String, CodingKey { case value, label }

    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        value = text
        return
      }
      let container = try decoder.container(keyedBy: Key.self)
      value = try container.decode(String.self, forKey: .value)
      label = try container.decodeIfPresent(String.self, forKey: .label)
    }
  }

  /// What the file says, in Furlong's words.
  func read() throws(DataPackageError) -> DataPackage.Resource {
    guard let paths = path?.texts, !paths.isEmpty, paths.allSatisfy(Self.isBeside) else {
      throw .path(resource: name)
    }
    var missing: [String: String?] = schema?.missingValues == nil ? ["": nil] : [:]
    for said in schema?.missingValues ?? [] { missing.updateValue(said.label, forKey: said.value) }
    let fields = (schema?.fields ?? []).map { field in
      DataPackage.Field(
        name: field.name, title: field.title ?? "", type: field.type ?? "any",
        format: field.format ?? "default",
        decimalSign: field.decimalChar ?? ".",
        values: field.constraints?.enum?.map(\.text) ?? [])
    }
    return DataPackage.Resource(
      name: name, paths: paths, format: try format(), missing: missing, fields: fields)
  }

  private func format() throws(DataPackageError) -> CSVFormat {
    func refusal(_ key: String) -> DataPackageError { .notRead(resource: name, key: key) }
    var format = CSVFormat()
    switch (encoding ?? "utf-8").lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii": break
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1": format.encoding = .windows1252
    case "utf-16", "utf16", "utf-16le", "utf-16be": format.encoding = .utf16
    default: throw refusal("encoding")
    }
    guard let dialect else { return format }
    if let sign = dialect.delimiter {
      let known = CSVFormat.Delimiter.allCases.first { Array(sign.utf8) == [$0.byte] }
      guard let known else { throw refusal("delimiter") }
      format.delimiter = known
    }
    if let sign = dialect.quoteChar, sign != "\"" { throw refusal("quoteChar") }
    if dialect.escapeChar != nil { throw refusal("escapeChar") }
    if dialect.commentChar != nil { throw refusal("commentChar") }
    if dialect.header == false { throw refusal("header") }
    if let rows = dialect.headerRows {
      guard rows.count == 1, let row = rows.first, row > 0 else { throw refusal("headerRows") }
      format.headerRow = row
    }
    return format
  }

  /// Whether a path is that of a file in the package's folder or below it.
  private static func isBeside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.contains("\\") && !path.contains(":")
      && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }
}
