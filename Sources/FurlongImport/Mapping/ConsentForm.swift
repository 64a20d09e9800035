import FurlongForms
import FurlongStudy

/// Reads in which columns stands what the tellers of stories agreed to, and what each answer allows.
///
/// `purposes` says it of each answer; `level` is a column of the usual ladder, or answers that each are a level of it.
enum ConsentForm {
  static func columns(_ table: FormTable) throws(FormError) -> [ConsentColumn] {
    let (purposes, level) = (try table.optional("purposes"), try table.optional("level"))
    switch (purposes, level) {
    case (let purposes?, nil):
      if purposes.isTable { return [try column(purposes, allowing: agreed)] }
      var columns: [ConsentColumn] = []
      for line in try purposes.list() { columns.append(try column(line, allowing: agreed)) }
      return columns
    case (nil, let level?):
      if level.isTable { return [try column(level, allowing: ladder)] }
      return [ConsentColumn(column: try level.text(), cells: .levels)]
    case (nil, nil), (_?, _?):
      throw table.node.error(
        "consent is read from 'purposes', or from a 'level'",
        fix: "write purposes: { column: …, values: { an answer: [analysis, public report] } }")
    }
  }

  /// A column with what its answers mean.
  private static func column(
    _ node: FormNode, allowing meaning: (FormNode) throws(FormError) -> ConsentAnswer
  ) throws(FormError) -> ConsentColumn {
    try node.table { (table: FormTable) throws(FormError) in
      var words: [String: ConsentAnswer] = [:]
      for entry in try table.required("values").entries() {
        words[entry.key] = try meaning(entry.value)
      }
      return ConsentColumn(column: try table.text("column"), cells: .words(words))
    }
  }

  private static func agreed(_ node: FormNode) throws(FormError) -> ConsentAnswer {
    if let word = try? node.text(), ItemCoding.plain(word) == noQuoting { return .noQuoting }
    var purposes: [ConsentPurpose] = []
    for purpose in try node.list() { purposes.append(try purpose.word(ConsentPurpose.self)) }
    return .allows(AgreedPurposes(purposes))
  }

  /// The word for an answer that takes back all quoting.
  static let noQuoting = "no quoting"

  private static func ladder(_ node: FormNode) throws(FormError) -> ConsentAnswer {
    if let agreed = AgreedPurposes(level: try node.whole()) { return .allows(agreed) }
    throw node.error("there are consent levels 0 to 6", fix: "write one of them")
  }
}
