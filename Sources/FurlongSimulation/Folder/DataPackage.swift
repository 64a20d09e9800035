import FurlongDigests

/// An example's exports described as a Data Package, version 2: <https://datapackage.org>.
struct DataPackage {
  let name: String
  let title: String
  let description: String
  let keywords: [String]
  let tables: [ExportTable]
  let files: [ExampleFile]

  var text: String {
    OrderedJSON.object([
      ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
      ("name", .text(name)), ("title", .text(title)),
      ("description", .text(description)), ("version", .text("1.0.0")),
      (
        "licenses",
        .list([
          .object([
            ("name", .text("CC0-1.0")),
            ("path", .text("https://creativecommons.org/publicdomain/zero/1.0/")),
            ("title", .text("Creative Commons Zero v1.0 Universal")),
          ])
        ])
      ),
      (
        "contributors",
        .list([.object([("title", .text("Furlong")), ("roles", .list([.text("creator")]))])])
      ),
      ("keywords", .list(keywords.map { .text($0) })),
      ("resources", .list(zip(tables, files).map(resource))),
    ]).text() + "\n"
  }

  private func resource(_ table: ExportTable, _ file: ExampleFile) -> OrderedJSON {
    let digest = Hexadecimal.text(of: SHA256.digest(of: file.bytes))
    return .object([
      ("name", .text(table.name)), ("type", .text("table")), ("title", .text(table.title)),
      ("path", .text(table.path)), ("format", .text("csv")), ("mediatype", .text("text/csv")),
      ("encoding", .text("utf-8")), ("bytes", .whole(file.bytes.count)),
      ("hash", .text("sha256:" + digest)),
      (
        "dialect",
        .object([
          ("header", .flag(true)), ("headerRows", .list([.whole(1)])), ("delimiter", .text(",")),
          ("lineTerminator", .text("\n")), ("quoteChar", .text("\"")), ("doubleQuote", .flag(true)),
        ])
      ), ("schema", schema(table)),
    ])
  }

  private func schema(_ table: ExportTable) -> OrderedJSON {
    var pairs: [(String, OrderedJSON)] = [
      ("$schema", .text("https://datapackage.org/profiles/2.0/tableschema.json")),
      ("fieldsMatch", .text("equal")),
      (
        "missingValues",
        .list(
          table.missing.map { .object([("value", .text($0.value)), ("label", .text($0.label))]) })
      ), ("fields", .list(table.columns.map(field))),
    ]
    if !table.key.isEmpty { pairs.append(("primaryKey", .list(table.key.map { .text($0) }))) }
    return .object(pairs)
  }

  private func field(_ column: ExportTable.Column) -> OrderedJSON {
    var pairs: [(String, OrderedJSON)] = [
      ("name", .text(column.name)), ("type", .text(column.type)), ("title", .text(column.title)),
    ]
    if column.type == "date" { pairs.append(("format", .text("%d/%m/%Y"))) }
    if !column.words.isEmpty {
      let words = column.words.map { word in
        OrderedJSON.object([("value", .text(word.word)), ("label", .text(word.meaning))])
      }
      pairs.append(("categories", .list(words)))
    }
    if column.isRequired { pairs.append(("constraints", .object([("required", .flag(true))]))) }
    return .object(pairs)
  }
}
