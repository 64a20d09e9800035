/// A project as its XML says it, before its texts are fetched and its references followed.
struct QDADraft {
  struct Code {
    var code: QDAProject.Code
    /// The place of the code above it.
    var parent: Int?
  }

  struct Coding {
    var code: QDAGUID?
    var user: QDAGUID?
    var at: String
    var notes: [QDAGUID] = []
  }

  struct Selection {
    /// Its words, as a rule.
    var name: String
    var start: Int?
    var end: Int?
    var user: QDAGUID?
    var at: String
    var description = ""
    var notes: [QDAGUID] = []
    var codings: [Coding] = []
  }

  /// Words that stand in the XML or in a file of the archive.
  struct Words {
    var content: String?
    var path: String?
  }

  struct Source {
    var guid: QDAGUID
    var name: String
    var words: Words
    var selections: [Selection] = []
    var codings: [Coding] = []
  }

  struct Note {
    var name: String
    var words: Words
    var description = ""
  }

  struct Case {
    var guid: QDAGUID
    var name: String
    var sources: [QDAGUID] = []
  }

  struct Group {
    var name: String
    var description = ""
    var sources: [QDAGUID] = []
  }

  var name = ""
  var origin = ""
  var creator: QDAGUID?
  var users: [QDAProject.User] = []
  var codes: [Code] = []
  var sources: [Source] = []
  var notes: [QDAGUID: Note] = [:]
  var cases: [Case] = []
  var sets: [Group] = []
  var losses = QDALossCount()

  /// The codes as a tree.
  var codeTree: [QDAProject.Code] {
    var below: [Int: [Int]] = [:]
    for (place, code) in codes.enumerated() { below[code.parent ?? -1, default: []].append(place) }
    func tree(_ parent: Int) -> [QDAProject.Code] {
      (below[parent] ?? []).map { place in
        var code = codes[place].code
        code.children = tree(place)
        return code
      }
    }
    return tree(-1)
  }
}
