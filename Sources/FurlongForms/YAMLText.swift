/// A text as a value of YAML.
public enum YAMLText {
  /// As it is where that is plain, else in quotes.
  public static func word(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
            || "_-".unicodeScalars.contains($0))
      }
    return isPlain ? text : quoted(text)
  }

  /// A path as it is where its signs are plain, else in quotes.
  public static func path(_ text: String) -> String {
    text.split(separator: "/").allSatisfy { part in
      part.split(separator: ".").allSatisfy { word(String($0)) == String($0) }
    } ? text : quoted(text)
  }

  /// In quotes, with the signs that need it escaped.
  public static func quoted(_ text: String) -> String {
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
