/// JSON whose keys stay in the order in which they were written.
enum OrderedJSON {
  case text(String)
  case whole(Int)
  case number(Double)
  case flag(Bool)
  case list([OrderedJSON])
  case object([(String, OrderedJSON)])

  /// The value as text, two spaces a level, ending without a line break.
  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .text(let value): return Self.quoted(value)
    case .whole(let value): return String(value)
    case .number(let value): return "\(value)"
    case .flag(let value): return value ? "true" : "false"
    case .list(let values):
      if values.isEmpty { return "[]" }
      let lines = values.map { inner + $0.text(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let pairs):
      if pairs.isEmpty { return "{}" }
      let lines = pairs.map { "\(inner)\(Self.quoted($0)): \($1.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ value: String) -> String {
    var quoted = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
