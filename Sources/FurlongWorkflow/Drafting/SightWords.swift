import FurlongImport
import FurlongStudy
import FurlongTables

extension SeenExport {
  /// The mapping, and those of what the same rows hold beside it, each under the name of its file.
  public var mappings: String {
    guard !beside.isEmpty else { return mapping }
    return ([self] + beside).map { "# maps/\($0.mapFile)\n\($0.mapping)" }.joined(separator: "\n")
  }

  /// What was seen, in plain English; of cells nothing is shown.
  public var words: String {
    var paragraphs = [opening]
    let width = min(44, draft.columns.map(\.heading.count).max() ?? 0)
    if !draft.columns.isEmpty {
      paragraphs.append(
        draft.columns.map { column in
          let name = column.heading.padded(to: width)
          return "  \(name)  \(column.filled) filled  \(column.seems)"
        }.joined(separator: "\n"))
    }
    paragraphs += toDo(draft, called: "the mapping")
    for other in draft.beside {
      let kind = other.kind?.rawValue ?? ""
      paragraphs.append(
        "It holds \(kind) too\(other.reasons.isEmpty ? "" : ": \(other.reasons.joined(separator: "; "))"). A mapping of its own reads them."
      )
      paragraphs += toDo(other, called: "the mapping of \(kind)")
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// What to look at in one mapping.
  private func toDo(_ draft: MapDraft, called name: String) -> [String] {
    var paragraphs: [String] = []
    if !draft.checks.isEmpty {
      paragraphs.append(
        "To check:\n" + draft.checks.map { "  - \($0)" }.joined(separator: "\n"))
    }
    if draft.decisions > 0 {
      paragraphs.append(
        "\(draft.decisions) \(draft.decisions == 1 ? "line" : "lines") of \(name) \(draft.decisions == 1 ? "says" : "say") DECIDE: only a person can tell."
      )
    }
    return paragraphs
  }

  private var opening: String {
    var parts: [String] = []
    switch shape.container {
    case .workbook: parts.append("a workbook" + (shape.sheet.map { ", sheet '\($0)'" } ?? ""))
    case .spss: parts.append("an SPSS file")
    case .csv:
      parts.append(
        "CSV in \(shape.format.encoding.rawValue), columns parted by \(shape.format.delimiter.rawValue)"
      )
      if let rival = shape.rival {
        parts[0] +=
          " (\(rival.best) of the first rows agree, \(rival.records) by \(rival.delimiter.rawValue))"
      }
    }
    if shape.container != .spss {
      parts.append("headings in row \(shape.format.headerRow)")
    }
    parts.append("\(rows) \(rows == 1 ? "row" : "rows")")
    if faults > 0 { parts.append("\(faults) that cannot be read") }
    let holds =
      draft.kind.map { kind in
        "It seems to hold \(kind.rawValue)"
          + (draft.reasons.isEmpty ? "." : ": \(draft.reasons.joined(separator: "; ")).")
      } ?? "It could not be told what it holds."
    return "\(file): \(parts.joined(separator: ", ")).\n\(holds)"
  }
}

extension String {
  /// With blanks behind it, so that it is so wide at least.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
