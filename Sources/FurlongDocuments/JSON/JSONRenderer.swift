/// Renders a document as JSON: for programs, and to compare with the other forms.
///
/// Each piece of prose is its `text` and the `numbers` in it; each number has its `fact`, its
/// printed `text` and its `value`, which is `null` with a `reason` where it may not be published.
/// Keys have a fixed order. Drawings are left out: their numbers are in the table.
public struct JSONRenderer: TextRenderer {
  /// Renders as JSON.
  public init() {}

  /// Renders the document as one JSON object.
  public func text(of document: Document) -> String {
    let document = document.numbered()
    var members: [(key: String, value: JSONNode)] = [
      ("format", .text("furlong-document/1")), ("title", .text(document.title)),
      ("language", .text(document.language)),
    ]
    if let kicker = document.kicker { members.append(("kicker", .text(kicker))) }
    if let banner = document.banner { members.append(("banner", .text(banner))) }
    members.append(("lead", .array(document.lead.map(node))))
    members.append(("blocks", .array(document.blocks.map(node))))
    return JSONNode.object(members).write() + "\n"
  }

  private func node(_ block: Block) -> JSONNode {
    switch block {
    case .section(let section):
      var members: [(key: String, value: JSONNode)] = [("id", .text(section.id))]
      if let label = section.label { members.append(("label", .text(label))) }
      members.append(("heading", .text(section.heading)))
      members.append(("blocks", .array(section.blocks.map(node))))
      return tagged("section", members)
    case .paragraph(let prose): return tagged("paragraph", [("prose", node(prose))])
    case .answers(let answers):
      let items = answers.map { answer in
        JSONNode.object([
          ("question", .text(answer.question)), ("answer", node(answer.answer)),
          ("points", .array(answer.points.map { node($0) })),
        ])
      }
      return tagged("answers", [("answers", .array(items))])
    case .table(let table): return tagged("table", members(of: table))
    case .figure(let figure):
      return tagged(
        "figure",
        [
          ("id", .text(figure.id)), ("label", label(figure.label)),
          ("title", node(figure.title)),
          ("subtitle", node(figure.subtitle)), ("alternative", .text(figure.alternative)),
          ("table", .object(members(of: figure.table))), ("source", node(figure.source)),
        ])
    case .limit(let box):
      return tagged(
        "limit",
        [("heading", .text(box.heading)), ("paragraphs", .array(box.paragraphs.map(node)))])
    case .quote(let quote):
      return tagged(
        "quote", [("words", .text(quote.words)), ("attribution", .text(quote.attribution))])
    case .definitions(let list):
      let items = list.map { definition in
        JSONNode.object([("term", .text(definition.term)), ("meaning", node(definition.meaning))])
      }
      return tagged("definitions", [("definitions", .array(items))])
    case .list(let points): return tagged("list", [("points", .array(points.map(node)))])
    case .details(let details):
      return tagged(
        "details",
        [
          ("summary", .text(details.summary)),
          ("read", .text(details.isSeldomRead ? "on screen" : "everywhere")),
          ("blocks", .array(details.blocks.map(node))),
        ])
    case .notes(let notes):
      let items = notes.map { note in
        JSONNode.object([
          ("mark", note.mark.map(JSONNode.text) ?? .null), ("prose", node(note.text)),
        ])
      }
      return tagged("notes", [("notes", .array(items))])
    }
  }

  private func tagged(_ type: String, _ members: [(key: String, value: JSONNode)]) -> JSONNode {
    .object([("type", .text(type))] + members)
  }

  private func members(of table: Table) -> [(key: String, value: JSONNode)] {
    let columns = table.columns.map { column in
      JSONNode.object([
        ("heading", .text(column.heading)), ("unit", column.unit.map(JSONNode.text) ?? .null),
      ])
    }
    let rows = table.rows.map { row in
      JSONNode.object([("heading", node(row.heading)), ("cells", .array(row.cells.map(node)))])
    }
    return [
      ("label", label(table.label)), ("caption", node(table.caption)),
      ("notes", .array(table.notes.map(node))),
      ("rows_heading", .text(table.rowsHeading)), ("columns", .array(columns)),
      ("rows", .array(rows)),
    ]
  }

  private func label(_ label: String?) -> JSONNode { label.map(JSONNode.text) ?? .null }

  private func node(_ prose: Prose) -> JSONNode {
    var members: [(key: String, value: JSONNode)] = [("text", .text(prose.plainText))]
    let numbers = prose.numbers.map(node)
    if !numbers.isEmpty { members.append(("numbers", .array(numbers))) }
    return .object(members)
  }

  private func node(_ number: ReportedNumber) -> JSONNode {
    let head: [(key: String, value: JSONNode)] = [
      ("fact", .text(number.fact)), ("text", .text(number.text)),
    ]
    switch number.value {
    case .released(let value) where value.isFinite:
      return .object(head + [("value", .number(value))])
    case .released:
      return .object(head + [("value", .null), ("reason", .text("not a finite number"))])
    case .withheld(let reason):
      return .object(head + [("value", .null), ("reason", .text(reason))])
    }
  }
}
