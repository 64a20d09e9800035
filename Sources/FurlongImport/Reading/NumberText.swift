import FurlongTables

/// Reads a number as people and spreadsheets write it: `£1,250.50`, `85%`, `1 250`; with a decimal comma `1.250,50`.
struct NumberText {
  /// The number; nil where the text is none in the export's kind of decimals.
  let number: Double?
  /// Whether anything but digits, a sign before them and the decimals' sign was left out.
  let hasSigns: Bool
  /// The sign that alone can stand before the decimals here; nil where both could, or none stands there.
  let onlyDecimal: ExportFormat.Decimal?

  init(_ text: String, decimal: ExportFormat.Decimal) {
    let bare = Self.bare(text)
    let asPoint = Self.plain(bare, decimal: ".", thousands: ",")
    let asComma = Self.plain(bare, decimal: ",", thousands: ".")
    onlyDecimal =
      switch (asPoint, asComma) {
      case (_?, nil): bare.contains { $0 == "." || $0 == "," } ? .point : nil
      case (nil, _?): .comma
      default: nil
      }
    // With a decimal comma, a point alone may be one of decimals: then it is no number of this export.
    let isForeign = decimal == .comma && bare.contains(".") && !bare.contains(",")
    let plain = decimal == .point ? asPoint : isForeign ? nil : asComma
    number = plain.flatMap { ShortestNumber.number($0) }
    hasSigns = bare.count < text.count || plain.map { $0.count < bare.count } ?? false
  }

  /// The text without a sign of money in front or of per cent behind.
  private static func bare(_ text: String) -> Substring {
    var text = text[...]
    if let first = text.first, "£€$".contains(first) { text = text.dropFirst().drop { $0 == " " } }
    if text.last == "%" {
      text = text.dropLast()
      while text.last == " " { text.removeLast() }
    }
    return text
  }

  /// Digits with a point before the decimals; nil where the signs do not stand as they must.
  private static func plain(
    _ text: Substring, decimal: Character, thousands: Character
  ) -> String? {
    let isBelow = text.first == "-"
    let parts = (isBelow ? text.dropFirst() : text).split(
      separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first else { return nil }
    let groups = whole.split(separator: thousands, omittingEmptySubsequences: false)
    let isGrouped =
      groups.count == 1
      || ((1...3).contains(groups[0].count) && groups.dropFirst().allSatisfy { $0.count == 3 })
    guard isGrouped, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
      parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isDigit))
    else { return nil }
    return (isBelow ? "-" : "") + groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }

  private static func isDigit(_ sign: Character) -> Bool { sign.isASCII && sign.isNumber }
}
