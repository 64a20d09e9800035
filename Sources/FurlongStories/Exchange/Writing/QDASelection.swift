import FurlongStudy

/// A stretch of a text with the codes that one person gave it under one note.
struct QDASelection {
  /// A coding with its GUID.
  struct Numbered {
    var coding: QDAProject.Coding
    var guid: QDAGUID
  }

  /// What makes codings stand in one selection.
  private struct Key: Hashable {
    var span: TextSpan
    var user: QDAGUID?
    var memo: String
  }

  var guid: QDAGUID
  var span: TextSpan
  var user: QDAGUID?
  var memo: String
  var codings: [Numbered]
  /// When the first of its codings was given; nil where that was not noted of each.
  var at: String? {
    let moments = codings.map(\.coding.at)
    return moments.contains("") ? nil : moments.min()
  }

  /// The stretches of a text, in the order in which they first come.
  static func all(of source: QDAProject.Source) -> [QDASelection] {
    var places: [Key: Int] = [:]
    var all: [QDASelection] = []
    for numbered in numbered(source) {
      let coding = numbered.coding
      guard let span = coding.span else { continue }
      let key = Key(span: span, user: coding.user, memo: coding.memo)
      if let place = places[key] {
        all[place].codings.append(numbered)
        continue
      }
      places[key] = all.count
      let guid = QDAGUID(
        "selection",
        [
          "\(source.guid)", "\(span.start)", "\(span.end)", coding.user.map { "\($0)" } ?? "",
          coding.memo,
        ])
      all.append(
        QDASelection(
          guid: guid, span: span, user: coding.user, memo: coding.memo, codings: [numbered]))
    }
    return all
  }

  /// The codings of a whole text.
  static func whole(of source: QDAProject.Source) -> [Numbered] {
    numbered(source).filter { $0.coding.span == nil }
  }

  /// The codings of a text, each once, with their GUIDs.
  private static func numbered(_ source: QDAProject.Source) -> [Numbered] {
    var seen: Set<QDAProject.Coding> = []
    return source.codings.filter { seen.insert($0).inserted }.map { coding in
      let names = [
        "\(source.guid)", coding.span.map { "\($0.start)-\($0.end)" } ?? "", "\(coding.code)",
        coding.user.map { "\($0)" } ?? "", coding.at, coding.memo, coding.decidedBy,
      ]
      return Numbered(coding: coding, guid: QDAGUID("coding", names))
    }
  }
}
