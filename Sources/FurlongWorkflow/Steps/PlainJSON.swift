import Foundation

/// JSON as other languages write it: keys in snake_case, and no `_0` of Swift's: a choice's only value stands there
/// itself, and beside others its name is `what`.
enum PlainJSON {
  static func text(_ value: some Encodable) throws -> String {
    let plain = JSONEncoder()
    plain.keyEncodingStrategy = .convertToSnakeCase
    let tree = try JSONDecoder().decode(Tree.self, from: plain.encode(value))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(tree), as: UTF8.self) + "\n"
  }

  /// Any JSON, whole numbers kept whole.
  private enum Tree: Codable {
    case nothing
    case truth(Bool)
    case whole(Int64)
    case natural(UInt64)
    case number(Double)
    case text(String)
    case list([Tree])
    case object([String: Tree])

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .nothing
      } else if let truth = try? value.decode(Bool.self) {
        self = .truth(truth)
      } else if let whole = try? value.decode(Int64.self) {
        self = .whole(whole)
      } else if let natural = try? value.decode(UInt64.self) {
        self = .natural(natural)
      } else if let number = try? value.decode(Double.self) {
        self = .number(number)
      } else if let text = try? value.decode(String.self) {
        self = .text(text)
      } else if let list = try? value.decode([Tree].self) {
        self = .list(list)
      } else {
        var object = try value.decode([String: Tree].self)
        guard let unnamed = object.removeValue(forKey: "_0") else {
          self = .object(object)
          return
        }
        if object.isEmpty {
          self = unnamed
        } else {
          object["what"] = unnamed
          self = .object(object)
        }
      }
    }

    func encode(to encoder: any Encoder) throws {
      var value = encoder.singleValueContainer()
      switch self {
      case .nothing: try value.encodeNil()
      case .truth(let truth): try value.encode(truth)
      case .whole(let whole): try value.encode(whole)
      case .natural(let natural): try value.encode(natural)
      case .number(let number): try value.encode(number)
      case .text(let text): try value.encode(text)
      case .list(let list): try value.encode(list)
      case .object(let object): try value.encode(object)
      }
    }
  }
}
