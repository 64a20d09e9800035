import FurlongArchives

/// Hears the XML of a project or a codebook, and keeps of it what Furlong takes.
///
/// An element is known by its name and where it stands; what is not known is passed over with all that is in it.
final class QDAListener: MarkupListener {
  /// What the element is that is being read.
  private enum Place {
    case project, users, codebook, codes, cases, sources, notes, links, sets, graphs
    case code(Int)
    case `case`, source, pdf, region, selection, coding, note, set
    case description, content
    case other
  }

  private(set) var draft = QDADraft()
  /// Whether the root is a project's or a codebook's.
  private(set) var isKnown = true
  /// What there was too much of.
  private(set) var excess: QDAError.Reason?

  private let limits: QDALimits
  private var places: [Place] = []
  private var words = ""
  private var wordBytes = 0
  private var codings = 0
  private var note = QDAGUID("")
  private var pdf: [String: String] = [:]
  private var pdfHasText = false

  init(limits: QDALimits) { self.limits = limits }

  var isDone: Bool { !isKnown || excess != nil }

  func start(_ name: String, _ attributes: MarkupAttributes) {
    let attributes = Dictionary(attributes.map { ($0.name, $0.value) }) { first, _ in first }
    places.append(place(name, attributes))
  }

  func text(_ text: String) {
    switch places.last {
    case .description, .content:
      words += text
      wordBytes += text.utf8.count
      check(.textBytes, wordBytes, limits.textBytes)
    default: break
    }
  }

  func end(_ name: String) {
    let ended = places.popLast()
    switch (ended, places.last) {
    case (.description, .code(let place)): draft.codes[place].code.description = words
    case (.description, .selection): selection { $0.description = words }
    case (.description, .set): draft.sets[draft.sets.count - 1].description = words
    case (.description, .note): draft.notes[note]?.description = words
    case (.content, .note): draft.notes[note]?.words.content = words
    case (.content, .source): source { $0.words.content = words }
    default: break
    }
  }

  private func place(_ name: String, _ its: [String: String]) -> Place {
    guard let parent = places.last else { return root(name, its) }
    if name == "VariableValue" { draft.losses.add(.variables) }
    switch (parent, name) {
    case (.project, "Users"): return .users
    case (.project, "CodeBook"): return .codebook
    case (.project, "Cases"): return .cases
    case (.project, "Sources"): return .sources
    case (.project, "Notes"): return .notes
    case (.project, "Links"): return .links
    case (.project, "Sets"), (.codebook, "Sets"): return .sets
    case (.project, "Graphs"): return .graphs
    case (.codebook, "Codes"): return .codes
    case (.users, "User"):
      check(.users, draft.users.count + 1, limits.users)
      draft.users.append(QDAProject.User(guid: guid(its), name: its["name"] ?? ""))
    case (.codes, "Code"): return code(its, below: nil)
    case (.code(let above), "Code"): return code(its, below: above)
    case (.cases, "Case"):
      check(.cases, draft.cases.count + 1, limits.cases)
      draft.cases.append(QDADraft.Case(guid: guid(its), name: its["name"] ?? ""))
      return .case
    case (.case, "SourceRef"):
      target(its).map { draft.cases[draft.cases.count - 1].sources.append($0) }
    case (.sets, "Set"):
      check(.notes, draft.sets.count + 1, limits.notes)
      draft.sets.append(QDADraft.Group(name: its["name"] ?? ""))
      return .set
    case (.set, "MemberSource"):
      target(its).map { draft.sets[draft.sets.count - 1].sources.append($0) }
    case (.links, "Link"): draft.losses.add(.links)
    case (.graphs, "Graph"): draft.losses.add(.graphs)
    case (.notes, "Note"):
      note = guid(its)
      check(.notes, draft.notes.count + 1, limits.notes)
      draft.notes[note] = QDADraft.Note(
        name: its["name"] ?? "", words: QDADraft.Words(path: Self.path(its)))
      return .note
    case (.code, "Description"), (.selection, "Description"), (.set, "Description"),
      (.note, "Description"):
      words = ""
      return .description
    case (.source, "PlainTextContent"), (.note, "PlainTextContent"):
      words = ""
      return .content
    default: return inSources(parent, name, its)
    }
    return .other
  }

  private func inSources(_ parent: Place, _ name: String, _ its: [String: String]) -> Place {
    switch (parent, name) {
    case (.sources, "TextSource"): return source(its, name: its["name"])
    case (.sources, "PDFSource"):
      draft.losses.add(.pdfs)
      (pdf, pdfHasText) = (its, false)
      return .pdf
    case (.pdf, "Representation"):
      pdfHasText = true
      return source(its, name: pdf["name"] ?? its["name"])
    case (.pdf, "PDFSelection"): return .region
    case (.region, "Coding"): draft.losses.add(.regions)
    case (.sources, "PictureSource"): draft.losses.add(.pictures)
    case (.sources, "AudioSource"), (.sources, "VideoSource"): draft.losses.add(.recordings)
    case (.source, "PlainTextSelection"):
      let selection = QDADraft.Selection(
        name: its["name"] ?? "", start: its["startPosition"].flatMap { Int($0) },
        end: its["endPosition"].flatMap { Int($0) }, user: its["creatingUser"].map { QDAGUID($0) },
        at: its["creationDateTime"] ?? "")
      countCoding()
      source { $0.selections.append(selection) }
      return .selection
    case (.source, "Coding"), (.selection, "Coding"), (.pdf, "Coding"):
      if case .pdf = parent, !pdfHasText { return .other }
      countCoding()
      let coding = QDADraft.Coding(
        user: its["creatingUser"].map { QDAGUID($0) }, at: its["creationDateTime"] ?? "")
      if case .selection = parent {
        selection { $0.codings.append(coding) }
      } else {
        source { $0.codings.append(coding) }
      }
      return .coding
    case (.coding, "CodeRef"): target(its).map { code in coding { $0.code = code } }
    case (.coding, "NoteRef"): target(its).map { note in coding { $0.notes.append(note) } }
    case (.selection, "NoteRef"): target(its).map { note in selection { $0.notes.append(note) } }
    default: break
    }
    return .other
  }

  private func root(_ name: String, _ its: [String: String]) -> Place {
    draft.name = its["name"] ?? ""
    draft.origin = its["origin"] ?? ""
    draft.creator = its["creatingUserGUID"].map { QDAGUID($0) }
    switch name {
    case "Project": return .project
    case "CodeBook": return .codebook
    default:
      isKnown = false
      return .other
    }
  }

  private func code(_ its: [String: String], below parent: Int?) -> Place {
    check(.codes, draft.codes.count + 1, limits.codes)
    let colour = its["color"].flatMap { $0.isEmpty ? nil : $0 }
    if colour != nil { draft.losses.add(.colours) }
    draft.codes.append(
      QDADraft.Code(
        code: QDAProject.Code(
          guid: guid(its), name: its["name"] ?? "",
          isCodable: !["false", "0"].contains(its["isCodable"]?.lowercased()), colour: colour),
        parent: parent))
    return .code(draft.codes.count - 1)
  }

  private func source(_ its: [String: String], name: String?) -> Place {
    check(.texts, draft.sources.count + 1, limits.texts)
    draft.sources.append(
      QDADraft.Source(
        guid: guid(its), name: name ?? "", words: QDADraft.Words(path: Self.path(its))))
    return .source
  }

  /// The path of a plain text; ATLAS.ti and others also name it where rich text belongs.
  private static func path(_ its: [String: String]) -> String? {
    if let path = its["plainTextPath"], !path.isEmpty { return path }
    return its["richTextPath"].flatMap { $0.lowercased().hasSuffix(".txt") ? $0 : nil }
  }

  private func guid(_ its: [String: String]) -> QDAGUID { QDAGUID(its["guid"] ?? "") }

  private func target(_ its: [String: String]) -> QDAGUID? { its["targetGUID"].map { QDAGUID($0) } }

  private func source(_ change: (inout QDADraft.Source) -> Void) {
    change(&draft.sources[draft.sources.count - 1])
  }

  private func selection(_ change: (inout QDADraft.Selection) -> Void) {
    source { change(&$0.selections[$0.selections.count - 1]) }
  }

  /// Changes the coding that is being read: of the selection in which it stands, or of the text.
  private func coding(_ change: (inout QDADraft.Coding) -> Void) {
    if case .selection = places.dropLast().last {
      selection { change(&$0.codings[$0.codings.count - 1]) }
    } else {
      source { change(&$0.codings[$0.codings.count - 1]) }
    }
  }

  private func countCoding() {
    codings += 1
    check(.codings, codings, limits.codings)
  }

  private func check(_ kind: QDALimits.Kind, _ count: Int, _ most: Int) {
    if count > most { excess = .tooMany(kind, most: most) }
  }
}
