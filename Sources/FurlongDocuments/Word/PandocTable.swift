/// A table in pandoc's form, so that its head repeats and no row is left alone at a page's end.
struct PandocTable {
  /// Up to how many rows a table is kept on one page.
  private static let whole = 12

  let table: Table

  /// The table, its notes above it.
  var blocks: [JSONNode] {
    table.notes.map { PandocNode.styled(.note, $0) } + [node]
  }

  private var node: JSONNode {
    let headings =
      [Prose(table.rowsHeading)]
      + table.columns.map { column in
        Prose(column.unit.map { "\(column.heading) (\($0))" } ?? column.heading)
      }
    let head = row(headings, .tableHead)
    let body = table.rows.enumerated().map { index, each in
      row([each.heading] + each.cells, isKept(index) ? .tableTextKept : .tableText)
    }
    let caption = PandocNode.paragraph(PandocNode.inlines(table.citedCaption))
    return PandocNode.element(
      "Table",
      .array([
        PandocNode.attributes(), .array([.null, .array([caption])]), .array(columns),
        .array([PandocNode.attributes(), .array([head])]),
        .array([
          .array([PandocNode.attributes(), .number(1), .array([]), .array(body)])
        ]),
        .array([PandocNode.attributes(), .array([])]),
      ]))
  }

  /// Whether a row stays on the page of the next one.
  private func isKept(_ index: Int) -> Bool {
    let last = table.rows.count - 1
    if index == last { return false }
    return table.rows.count <= Self.whole || index == 0 || index == last - 1
  }

  private func row(_ cells: [Prose], _ style: WordStyle) -> JSONNode {
    let cells = cells.map { cell in
      JSONNode.array([
        PandocNode.attributes(), PandocNode.bare("AlignDefault"), .number(1), .number(1),
        .array([PandocNode.styled(style, cell)]),
      ])
    }
    return .array([PandocNode.attributes(), .array(cells)])
  }

  /// On which side each column's cells stand, and its share of the page's width: by its longest cell, within bounds, so that
  /// a column of numbers is not as wide as one of words.
  private var columns: [JSONNode] {
    let sides = [Table.Alignment.left] + table.columns.map(\.alignment)
    let lengths = sides.indices.map { index in
      let texts = table.rows.map { row in
        index == 0
          ? row.heading.plainText
          : row.cells.indices.contains(index - 1) ? row.cells[index - 1].plainText : ""
      }
      let heading =
        index == 0
        ? table.rowsHeading
        : table.columns[index - 1].heading + " " + (table.columns[index - 1].unit ?? "")
      let word = (texts + [heading]).flatMap { $0.split(separator: " ").map(\.count) }.max() ?? 0
      return Double(max(min(texts.map(\.count).max() ?? 0, 34), word + 2, heading.count / 3, 6))
    }
    let all = lengths.reduce(0, +)
    return zip(sides, lengths).map { side, length in
      // Ten-thousandths, so that no platform's rounding shows.
      let share = (length / all * 10_000).rounded(.down) / 10_000
      return .array([
        PandocNode.bare(side == .left ? "AlignLeft" : "AlignRight"),
        PandocNode.element("ColWidth", .number(share)),
      ])
    }
  }
}
