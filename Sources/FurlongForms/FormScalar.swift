extension FormNode {
  /// The value as the text that it looks like: `NO`, `08`, `2m` and `2021-09-01` stay what they are.
  ///
  /// `""` in quotes is an empty text; a value left empty is an error.
  public func text() throws(FormError) -> String {
    guard case .scalar(let text, _) = content, !isEmpty else {
      throw mismatch("a text", "write one value; put it in quotes if it holds ': ' or ' #'")
    }
    return text
  }

  /// A whole number: digits with or without a minus sign, no leading zero.
  public func whole() throws(FormError) -> Int {
    let text = try text()
    guard Self.isNumber(text, whole: true), let value = Int(text) else {
      throw error(
        "\(name) should be a whole number and is '\(shortened(text))'",
        fix: "write digits only, such as 12 or -3")
    }
    return value
  }

  /// A finite number with a decimal point, such as `0.85`, `-3` or `1e-6`.
  public func number() throws(FormError) -> Double {
    let text = try text()
    guard Self.isNumber(text, whole: false), let value = Double(text), value.isFinite else {
      throw error(
        "\(name) should be a number and is '\(shortened(text))'",
        fix: text.contains { "£$€%,".contains($0) }
          ? "write digits alone, without £, % or a comma between thousands, such as 250000"
          : "write digits with a point for decimals, such as 0.85")
    }
    return value
  }

  /// The words `yes` and `no`; nothing else is yes or no.
  public func yes() throws(FormError) -> Bool {
    switch try text() {
    case "yes": return true
    case "no": return false
    case let text:
      throw error(
        "\(name) should be yes or no and is '\(shortened(text))'",
        fix: "write yes or no, in small letters")
    }
  }

  /// One of the words of a type; for any other the error lists those allowed, the nearest first.
  public func word<W: RawRepresentable & CaseIterable>(_ type: W.Type) throws(FormError) -> W
  where W.RawValue == String {
    let text = try text()
    if let word = W(rawValue: text) { return word }
    let known = NearestWord(among: W.allCases.map(\.rawValue))
    let meant = known.to(text).map { "did you mean '\($0)'? " } ?? ""
    throw error(
      "unknown word '\(shortened(text))' for \(name)",
      fix: meant + "Allowed: \(known.ordered(to: text).joined(separator: ", "))")
  }

  /// Whether a text is a decimal number by its letters alone: no signs but minus, no hex, no infinity.
  private static func isNumber(_ text: String, whole: Bool) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Substring.UTF8View {
      let run = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest[run.endIndex...]
      return run
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let integer = digits()
    if integer.isEmpty || (integer.count > 1 && integer.first == UInt8(ascii: "0")) { return false }
    if whole { return rest.isEmpty }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      if digits().isEmpty { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      if digits().isEmpty { return false }
    }
    return rest.isEmpty
  }
}
