import Foundation

/// Reads a JSON file of another program's numbers from `Reference/` beside the calling test.
public func reference<Record: Decodable>(
  _ name: String, as type: Record.Type = Record.self, file: String = #filePath
) throws -> Record {
  let url = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appendingPathComponent("Reference").appendingPathComponent(name)
  return try JSONDecoder().decode(Record.self, from: Data(contentsOf: url))
}
