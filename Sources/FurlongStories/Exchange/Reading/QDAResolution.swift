import FurlongStudy

/// Follows the references of a draft: codes, users, notes and cases by their GUIDs, stretches to their places.
struct QDAResolution {
  private(set) var project: QDAProject
  private let draft: QDADraft
  private let codes: Set<QDAGUID>
  private let cases: Set<QDAGUID>
  private var notes: [QDAGUID: String] = [:]
  private var usedNotes: Set<QDAGUID> = []
  private var losses: QDALossCount
  private var users: Set<QDAGUID>
  private let mostLetters: Int
  private var codedLetters = 0

  /// - Throws: where the texts are more than is taken, or the archive is damaged.
  init(
    _ draft: QDADraft, _ texts: inout QDATexts, ends: QDAPositions.Ends?
  ) throws(QDAError) {
    self.draft = draft
    losses = draft.losses
    mostLetters = texts.limits.codedLetters
    codes = Set(draft.codes.map(\.code.guid))
    cases = Set(draft.cases.map(\.guid))
    users = Set(draft.users.map(\.guid))
    project = QDAProject(name: draft.name, origin: draft.origin)
    project.users = draft.users
    project.codes = draft.codeTree
    for (guid, note) in draft.notes {
      notes[guid] = note.words.content ?? note.description
      if note.words.content == nil, note.words.path != nil,
        case .text(let text) = try texts.fetch(note.words)
      {
        notes[guid] = text.story.text
      }
    }
    try resolveSources(&texts, ends: ends)
    resolveSets()
    losses.add(.otherNotes, draft.notes.keys.count { !usedNotes.contains($0) })
    project.losses = losses.losses
  }

  private mutating func resolveSources(
    _ texts: inout QDATexts, ends: QDAPositions.Ends?
  ) throws(QDAError) {
    var casesOf: [QDAGUID: [String]] = [:]
    for entry in draft.cases where !entry.name.isEmpty {
      for source in entry.sources { casesOf[source, default: []].append(entry.name) }
    }
    var found: [(source: QDADraft.Source, text: SourceText)] = []
    for source in draft.sources {
      switch try texts.fetch(source.words) {
      case .text(let text): found.append((source, text))
      case .elsewhere: losses.add(.textsElsewhere)
      case .unreadable: losses.add(.textsUnreadable)
      }
    }
    let positions = QDAPositions(
      found.flatMap { source, text in
        source.selections.compactMap { selection in
          guard !selection.name.isEmpty, let start = selection.start, let end = selection.end
          else { return nil }
          return QDAQuote(text: text, start: start, end: end, words: selection.name)
        }
      }, origin: draft.origin, ends: ends)
    if found.contains(where: { !$0.source.selections.isEmpty }) { project.positions = positions }
    for (source, text) in found {
      var codings = source.codings.compactMap { coding($0, span: nil, of: nil) }
      for selection in source.selections {
        codings += self.codings(of: selection, in: text, positions)
      }
      if codedLetters > mostLetters {
        throw QDAError(file: texts.file, .tooMany(.codedLetters, most: mostLetters))
      }
      project.sources.append(
        QDAProject.Source(
          guid: source.guid, name: source.name, text: text.story, codings: codings,
          cases: casesOf[source.guid] ?? []))
    }
  }

  private mutating func codings(
    of selection: QDADraft.Selection, in text: SourceText, _ positions: QDAPositions
  ) -> [QDAProject.Coding] {
    if selection.codings.isEmpty {
      if !selection.description.isEmpty || !selection.notes.isEmpty { losses.add(.comments) }
      return []
    }
    guard let start = selection.start, let end = selection.end else {
      losses.add(.placesOutside)
      return []
    }
    let places = positions.places(start, end, in: text)
    guard places.start < places.end else {
      losses.add(.placesEmpty)
      return []
    }
    let kept = (start: max(places.start, 0), end: min(places.end, text.story.length))
    guard let span = TextSpan(from: kept.start, to: kept.end) else {
      losses.add(.placesOutside)
      return []
    }
    if kept != places { losses.add(.placesMoved) }
    return selection.codings.compactMap { coding($0, span: span, of: selection) }
  }

  private mutating func coding(
    _ coding: QDADraft.Coding, span: TextSpan?, of selection: QDADraft.Selection?
  ) -> QDAProject.Coding? {
    guard let code = coding.code, codes.contains(code) else {
      losses.add(coding.code.map(cases.contains) ?? false ? .codesToCases : .codesUnknown)
      return nil
    }
    let user = coding.user ?? selection?.user ?? draft.creator
    if let user, users.insert(user).inserted {
      project.users.append(QDAProject.User(guid: user, name: ""))
    }
    // Notes may be referred to often: what they make is counted before it is made.
    let notes = (selection?.notes ?? []) + coding.notes
    codedLetters += span?.length ?? 0
    codedLetters += selection?.description.utf8.count ?? 0
    codedLetters += notes.reduce(0) { $0 + (self.notes[$1]?.utf8.count ?? 0) }
    if codedLetters > mostLetters { return nil }
    var memo = selection.map { [$0.description] } ?? []
    var decidedBy = ""
    for guid in notes {
      guard let note = draft.notes[guid], let words = self.notes[guid] else { continue }
      usedNotes.insert(guid)
      if note.name == QDAWords.decided { decidedBy = words } else { memo.append(words) }
    }
    return QDAProject.Coding(
      code: code, user: user, span: span, at: coding.at.isEmpty ? selection?.at ?? "" : coding.at,
      memo: memo.filter { !$0.isEmpty }.joined(separator: "\n\n"), decidedBy: decidedBy)
  }

  private mutating func resolveSets() {
    let names = Dictionary(
      project.sources.map { ($0.name, $0.guid) }, uniquingKeysWith: { first, _ in first })
    for group in draft.sets {
      if group.name == QDAWords.codebook {
        project.heading = QDAWords.heading(group.description)
      } else if let user = QDAWords.reader(group.name) {
        var members = Set(group.sources)
        let told = QDAWords.readings(group.description, by: user, sources: names)
          .filter { members.contains($0.source) }
        members.subtract(told.map(\.source))
        let silent = group.sources.filter { members.remove($0) != nil }
        project.readings +=
          told + silent.map { QDAProject.Reading(user: user, source: $0) }
      } else {
        losses.add(.sets)
      }
    }
  }
}
