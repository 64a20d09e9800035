import Foundation
import FurlongDisclosure
import Testing

/// The whole released value as it would be written, to be walked.
struct ReleasedJSON {
  let root: Any

  init(_ released: ReleasedFindings) throws {
    root = try JSONSerialization.jsonObject(with: JSONEncoder().encode(released))
  }

  /// Every object that has a key, wherever it stands.
  func objects(with key: String) -> [[String: Any]] {
    var found: [[String: Any]] = []
    func walk(_ value: Any) {
      if let object = value as? [String: Any] {
        if object[key] != nil { found.append(object) }
        object.values.forEach(walk)
      }
      (value as? [Any])?.forEach(walk)
    }
    walk(root)
    return found
  }

  /// Every value that stands under a key.
  func values(of key: String) -> [Any] { objects(with: key).compactMap { $0[key] } }
}
