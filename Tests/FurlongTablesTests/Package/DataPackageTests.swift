import Foundation
import FurlongTables
import FurlongTestSupport
import Testing

@Suite("A data package says how the CSV files beside it are written")
struct DataPackageTests {
  private func package(_ resource: String) throws(DataPackageError) -> DataPackage.Resource {
    let text = "{\"name\": \"x\", \"resources\": [\(resource)]}"
    let read = try DataPackage.read(Data(text.utf8))
    return read.resources[0]
  }

  @Test func formatMissingValuesAndFields() throws {
    let resource = try package(
      """
      {"name": "forms", "path": "data/forms.csv", "encoding": "Windows-1252",
       "dialect": {"delimiter": ";", "quoteChar": "\\"", "headerRows": [3]},
       "schema": {"missingValues": ["", {"value": "-9", "label": "refused"}],
        "fields": [{"name": "ID"}, {"name": "Day", "type": "date", "format": "%d/%m/%Y"},
         {"name": "Score", "type": "number", "decimalChar": ","},
         {"name": "Item", "type": "integer", "constraints": {"enum": [0, 1, 2.5]}}]}}
      """)
    #expect(resource.paths == ["data/forms.csv"])
    #expect(
      resource.format == CSVFormat(encoding: .windows1252, delimiter: .semicolon, headerRow: 3))
    #expect(resource.missing == ["": nil, "-9": "refused"])
    #expect(resource.dates == "day month year" && resource.decimal == "comma")
    #expect(resource.fields.map(\.type) == ["any", "date", "number", "integer"])
    #expect(resource.fields[3].values == ["0", "1", "2.5"])
  }

  @Test func whatIsNotSaidIsAsTheStandardHasIt() throws {
    let resource = try package(
      """
      {"name": "a", "path": ["a1.csv", "a2.csv"],
       "schema": {"fields": [{"name": "Day", "type": "date"}, {"name": "n", "type": "number"}]}}
      """)
    #expect(resource.paths == ["a1.csv", "a2.csv"] && resource.format == CSVFormat())
    #expect(resource.missing == ["": nil])
    #expect(resource.dates == "year month day" && resource.decimal == "point")
    let bare = try package(
      "{\"name\": \"a\", \"path\": \"a.csv\", \"schema\": {\"missingValues\": []}}")
    #expect(bare.missing.isEmpty && bare.fields.isEmpty && bare.dates == nil)
  }

  @Test func datesOfTwoOrdersAreNoOrder() throws {
    let resource = try package(
      """
      {"name": "a", "path": "a.csv", "schema": {"fields": [
       {"name": "x", "type": "date", "format": "%m/%d/%y"},
       {"name": "y", "type": "datetime"}, {"name": "z", "type": "date", "format": "%Y"}]}}
      """)
    #expect(resource.fields.map(\.dateOrder) == ["month day year", "year month day", nil])
    #expect(resource.dates == nil)
  }

  @Test(
    .tags(.edge),
    arguments: [
      ("\"delimiter\": \"::\"", "delimiter"), ("\"quoteChar\": \"'\"", "quoteChar"),
      ("\"escapeChar\": \"/\"", "escapeChar"), ("\"commentChar\": \"#\"", "commentChar"),
      ("\"header\": false", "header"), ("\"headerRows\": [1, 2]", "headerRows"),
      ("\"headerRows\": [0]", "headerRows"),
    ])
  func dialectsThatAreNotRead(said: String, key: String) throws {
    #expect(throws: DataPackageError.notRead(resource: "a", key: key)) {
      try package("{\"name\": \"a\", \"path\": \"a.csv\", \"dialect\": {\(said)}}")
    }
  }

  @Test(
    .tags(.edge),
    arguments: ["../a.csv", "/etc/a.csv", "https://x.org/a.csv", "a\\\\b.csv", "", "d//a.csv"])
  func pathsThatLeaveTheFolder(_ path: String) throws {
    #expect(throws: DataPackageError.path(resource: "a")) {
      try package("{\"name\": \"a\", \"path\": \"\(path)\"}")
    }
  }

  @Test(.tags(.edge)) func otherFiles() {
    for text in ["", "{}", "[1]", "{\"resources\": 5}", "{\"resources\": [{\"path\": \"a\"}]}"] {
      #expect(throws: DataPackageError.notAPackage) { try DataPackage.read(Data(text.utf8)) }
    }
    #expect(throws: DataPackageError.notRead(resource: "a", key: "encoding")) {
      try package("{\"name\": \"a\", \"path\": \"a.csv\", \"encoding\": \"utf-7\"}")
    }
  }
}
