import FurlongScales

/// Which columns of an export tell of stories: their words, their days, and what people agreed to.
struct StoryColumns {
  /// The words, or the names of the files that hold them.
  let text: ColumnProfile
  /// Whether it names files.
  let namesFiles: Bool
  /// What people agreed to; at least one.
  let consents: [ColumnProfile]
  /// The story's id.
  let id: ColumnProfile?
  /// The day on which it was told.
  let day: ColumnProfile?
  /// The day of the consent.
  let signed: ColumnProfile?
  /// When a consent was taken back.
  let withdrawnOn: ColumnProfile?
  /// Who took it back, in words.
  let changedMind: ColumnProfile?

  /// The columns; nil where none is called a story and holds texts, or names files that hold them, or none says what people
  /// agreed to.
  init?(_ sheet: ExportSheet) {
    let files = sheet.profiles.first { $0.share(StoryFileNames.isText) > 0.8 }
    let texts =
      files
      ?? sheet.columns(.freeText).first {
        $0.words.says("story", "stories", "your words", "own words")
      }
    consents = Self.consents(sheet, beside: texts, inFiles: files != nil)
    guard let texts, !consents.isEmpty, !sheet.identifiers.isEmpty else { return nil }
    text = texts
    namesFiles = files != nil
    let people = Set(sheet.identifiers.map(\.column.heading))
    id = sheet.profiles.first {
      $0.words.isOnly(
        "id", "story", "story id", "story no", "story ref", "response id", "reference", "ref", "no",
        "number")
        && !people.contains($0.heading) && $0.different == $0.filled && $0.filled == $0.rows
    }
    let days = sheet.columns(.day).filter { !Self.saysWithdrawn($0) }
    let signed = days.first { $0.words.says("consent", "signed", "agreed", "given") }
    self.signed = signed
    day = days.first { $0.heading != signed?.heading }
    let withdrawn = sheet.profiles.indices.filter { place in
      sheet.roles[place] != .identifying && Self.saysWithdrawn(sheet.profiles[place])
    }
    withdrawnOn = withdrawn.first { sheet.roles[$0] == .day }.map { sheet.profiles[$0] }
    changedMind = withdrawn.first { sheet.roles[$0] != .day }.map { sheet.profiles[$0] }
  }

  /// The columns of days.
  var days: [ColumnProfile] { [day, signed, withdrawnOn].compactMap(\.self) }

  /// All columns that the mapping names, but for those of people.
  var all: [ColumnProfile] {
    [text] + consents + [id].compactMap(\.self) + days + [changedMind].compactMap(\.self)
  }

  /// Whether a column says who took a consent back, or when.
  private static func saysWithdrawn(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "withdrawn", "withdrew", "withdraw", "withdrawal", "changed mind", "changed their mind",
      "change of mind", "revoked", "taken back", "no longer", "opted out", "opt out")
  }

  /// The columns of what people agreed to; where none holds a few words, one that is headed so and holds their own sentences.
  private static func consents(
    _ sheet: ExportSheet, beside story: ColumnProfile?, inFiles: Bool
  ) -> [ColumnProfile] {
    let plain = sheet.columns(.consent).filter { !saysWithdrawn($0) }
    // A list of files is one of consents: what is asked in it of a use is one.
    let uses =
      inFiles
      ? sheet.profiles.indices.filter { place in
        let column = sheet.profiles[place]
        return [.other, .status, .consent].contains(sheet.roles[place]) && column.isWords
          && !saysWithdrawn(column)
          && column.heading != story?.heading && column.share(Self.isYesOrNo) >= 0.5
          && column.words.says(
            "ok", "okay", "happy", "consent", "permission", "agreed", "agrees", "may we", "can we",
            "use", "share", "quote", "quoted", "quotes", "report", "website", "web", "online",
            "social media", "training", "publish", "public", "publication")
      }.map { sheet.profiles[$0] } : []
    if !uses.isEmpty { return uses }
    if !plain.isEmpty { return plain }
    let open = (sheet.columns(.freeText) + sheet.columns(.other)).first {
      $0.heading != story?.heading && $0.different <= mostSentences
        && $0.words.says(
          "consent", "permission", "agreed", "agree", "may we", "can we", "happy for", "share",
          "shared", "sharing", "use", "used", "using", "publish", "published")
    }
    return [open].compactMap(\.self)
  }

  private static func isYesOrNo(_ answer: String) -> Bool {
    KnownWords.isYes(answer) || KnownWords.isNo(answer)
  }

  /// A mapping lists no more sentences than a person would read one by one.
  private static let mostSentences = 60
}
