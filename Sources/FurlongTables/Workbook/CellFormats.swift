import FurlongArchives

/// Which formats of cells are of dates.
final class CellFormats: KeepingListener {
  /// Excel has at most 65,490 formats of cells in a workbook.
  private(set) var held = HeldBytes(most: 4_000_000)
  /// The number format of each format of cells.
  private var numbers: [Int] = []
  /// Whether a number format of the workbook's own shows a day or a time.
  private var own: [Int: Bool] = [:]
  private var isOfCells = false

  /// Of each format of cells, whether it shows a day or a time of day.
  var areOfDates: [Bool] { numbers.map(isOfDates) }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      own[id] = attributes["formatCode"].map(Self.showsDate)
      held.count += 48
    case "cellXfs": isOfCells = true
    case "xf":
      guard isOfCells else { return }
      numbers.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
      held.count += 8
    default: break
    }
  }

  func end(_ name: String) { if name == "cellXfs" { isOfCells = false } }
  func text(_ text: String) {}

  private func isOfDates(_ id: Int) -> Bool {
    own[id]
      ?? ((14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id)
        || (50...58).contains(id))
  }

  /// A code with d, m, y, h or s outside of quotes, brackets and escapes; `[h]` counts hours, which is a number.
  private static func showsDate(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    var letters = ""
    for sign in code.lowercased() {
      if isEscaped { isEscaped = false; continue }
      switch sign {
      case "\\", "_", "*": if !isQuoted { isEscaped = true }
      case "\"": isQuoted.toggle()
      case "[": isBracketed = true
      case "]": isBracketed = false
      // What follows is for numbers below 0.
      case ";" where !isQuoted: return isOfDates(letters)
      default: if !isQuoted, !isBracketed { letters.append(sign) }
      }
    }
    return isOfDates(letters)
  }

  private static func isOfDates(_ letters: String) -> Bool {
    letters.contains { "dmyhs".contains($0) } && !letters.contains("general")
  }
}
