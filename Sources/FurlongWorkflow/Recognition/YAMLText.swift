/// A text as a value of YAML.
enum YAMLText {
  /// As it is where that is plain, else in quotes.
  static func word(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "_-".unicodeScalars.contains($0))
      }
    return isPlain ? text : quoted(text)
  }

  /// In quotes, with the signs that need it escaped.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for sign in text.unicodeScalars {
      switch sign {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(sign)
      }
    }
    return quoted + "\""
  }
}
