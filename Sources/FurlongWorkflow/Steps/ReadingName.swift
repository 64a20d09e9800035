import FurlongStudy

/// How an export is called where several mappings read it, each for what it holds of its own: `exports/forms.csv as stories`.
enum ReadingName {
  /// The name of one reading of an export.
  static func of(_ export: String, as kind: ExportKind) -> String {
    "\(export) as \(kind.rawValue)"
  }

  /// The export that a name is of, however it is read: its rows are the same rows.
  static func export(_ name: String) -> String {
    for kind in ExportKind.allCases {
      let end = " as \(kind.rawValue)"
      if name.hasSuffix(end) { return String(name.dropLast(end.count)) }
    }
    return name
  }

  /// The exports with those that are read several times called after what is read of them; a second mapping for the same stops.
  static func told(_ exports: [ExportList.Export]) -> [ExportList.Export] {
    var exports = exports
    for (name, places) in Dictionary(grouping: exports.indices, by: { exports[$0].file })
    where places.count > 1 {
      var kinds: Set<ExportKind> = []
      let isSeveral = Set(places.map { exports[$0].kind }).count > 1
      for place in places {
        let kind = exports[place].kind
        let file = isSeveral ? of(name, as: kind) : name
        exports[place].file = file
        if exports[place].stop?.file == name { exports[place].stop?.file = file }
        guard !kinds.insert(kind).inserted else { continue }
        exports[place].source = nil
        exports[place].contentDigest = ""
        exports[place].stop = Problem(
          severity: .stop, code: .twoMappings, file: file,
          message:
            "Two mappings read this export and hold \(kind.rawValue) both, \(exports[place].mapFile) among them.",
          fix:
            "Let one mapping read it; two may read one export where they hold different things, such as scores and stories."
        )
      }
    }
    return exports
  }
}
