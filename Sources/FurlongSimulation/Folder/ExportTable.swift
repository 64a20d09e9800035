import FurlongTables

/// One export before it is text: what each column means, and the rows.
struct ExportTable: Sendable {
  /// A column and what the Data Package says of it.
  struct Column: Sendable {
    var name: String
    var type = "string"
    var title: String
    /// The words that may stand in it, with what they mean.
    var words: [(word: String, meaning: String)] = []
    var isRequired = false

    static func day(_ name: String, _ title: String, required: Bool = false) -> Column {
      Column(name: name, type: "date", title: title, isRequired: required)
    }

    static func text(
      _ name: String, _ title: String, words: [(word: String, meaning: String)] = [],
      required: Bool = false
    ) -> Column {
      Column(name: name, title: title, words: words, isRequired: required)
    }
  }

  var path: String
  var title: String
  var columns: [Column]
  var key: [String] = []
  /// What stands for no value, with what it means.
  var missing: [(value: String, label: String)] = [("", "not recorded")]
  var rows: [[String]]

  /// The file's name without folder and ending.
  var name: String {
    String((path.split(separator: "/").last ?? "").prefix { $0 != "." })
  }

  /// The table as a college would export it.
  var file: ExampleFile {
    ExampleFile(
      path: path,
      bytes: CSVWriter(raw: true).bytes(
        header: columns.map(\.name), rows: rows.map { row in row.map { CSVCell.text($0) } }))
  }
}
