import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of a register of people.
struct PeopleDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the export is no register of people.
  init?(_ sheet: ExportSheet) {
    let registered = sheet.first(.registered)
    let born = sheet.first(.birth)
    let names = sheet.columns(.identifying).count
    guard !sheet.identifiers.isEmpty, registered != nil || born != nil || names > 1 else {
      return nil
    }
    let known = sheet.first(.known)
    // The day of leaving the college ends nothing; only that of moving away or dying does.
    let gone = sheet.first(.left)
    let left = gone.flatMap {
      $0.words.says("died", "death", "deceased", "dod", "moved") ? $0 : nil
    }
    let days = [registered, known, left, born].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.begin(
      .people, rows: .registration, days: days,
      remark: "a person who registers again has another row")
    frame.use(days)
    frame.checkOrder(days)
    frame.missing([:], blank: "not recorded", evenAlone: true)
    frame.lines.add("")
    if let registered {
      frame.lines.add("registered_on: \(YAMLText.word(registered.heading))")
    }
    if let known {
      frame.lines.add(
        "known_to_trust_from: \(YAMLText.word(known.heading))", "blank = never known to the trust")
    }
    if let left {
      frame.lines.add(
        "left_on: \(YAMLText.word(left.heading))",
        "moved away or died: after it no service use can be seen")
    } else if let gone {
      frame.lines.add(
        "# left_on: \(YAMLText.word(gone.heading))",
        "only if it is the day of moving away or dying; then take it out of 'ignore'")
      frame.lines.checks.append(
        "'\(gone.heading)' is not read: it was taken for the day of leaving the college, which ends nothing. If it is the day on which a person moved away or died, write it at 'left_on'."
      )
    }
    if let born {
      frame.lines.add(
        "born: { column: \(YAMLText.word(born.heading)), keep: age band at day 0 }",
        "the date itself is not stored")
    }
    AboutDraft.lines(sheet, &frame)
    frame.checkUnreadWords()
    let range = registered.flatMap(sheet.range)
    let ids = sheet.identifiers.filter { $0.kind != .nhsNumber }.first?.column
    frame.know { facts in
      facts.registered = range
      facts.saysKnown = known != nil
      // Days of leaving may lie ahead, and days of birth say nothing.
      facts.lastDay = range?.to
      facts.spelling = ids.flatMap { column in
        IdentifierSpelling.shared(by: column.sample.texts.keys.map(IdentifierSpelling.plain))
      }
    }
    var reasons: [String] = []
    if let registered { reasons.append("'\(registered.heading)' holds days of registration") }
    if let born { reasons.append("'\(born.heading)' holds dates of birth") }
    if names > 1 { reasons.append("\(names) columns hold names or addresses") }
    draft = frame.end(.people, because: reasons)
  }
}

/// Drafts the mapping of a trust's own list of people.
struct CaseloadDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the export is no such list.
  ///
  /// - Parameter besideRegister: whether a register is there, so that a list without registrations can be but this.
  init?(_ sheet: ExportSheet, besideRegister: Bool) {
    let name = HeadingText(sheet.path.split(separator: "/").last.map(String.init) ?? "")
    let isNamed = name.says("caseload", "case load", "open cases", "client list", "patient list")
    let known =
      sheet.first(.known)
      ?? (isNamed
        ? sheet.columns(.day).first {
          $0.words.says(
            "referral", "referred", "accepted", "opened", "open", "start", "since", "from")
        } : nil)
    let left =
      sheet.first(.left)
      ?? sheet.columns(.blank).first { $0.words.says("died", "death", "deceased", "dod", "moved") }
    let isList =
      known != nil || isNamed
      || besideRegister
        && (left != nil || sheet.first(.birth) != nil || sheet.columns(.identifying).count > 1)
    guard isList, sheet.first(.registered) == nil, !sheet.identifiers.isEmpty else { return nil }
    let days = [known, left].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.begin(
      .caseload, rows: .person, days: days,
      remark: "it makes nobody a student; who is not in the register is passed over")
    frame.use(days)
    frame.checkOrder(days)
    frame.lines.add("")
    if let known { frame.lines.add("known_to_trust_from: \(YAMLText.word(known.heading))") }
    if let left {
      frame.lines.add("left_on: \(YAMLText.word(left.heading))", "moved away or died")
    }
    if let known, sheet.first(.known) == nil {
      frame.lines.checks.append(
        "'\(known.heading)' was taken for the day since when a person is known, as the file's name says caseload: a person counts as known from that day on."
      )
    }
    if known == nil {
      frame.lines.checks.append(
        "It lists people without registrations, beside a register, and was taken for the trust's own list: it ties ids together and makes nobody a student."
      )
    }
    frame.know {
      $0.lastDay = nil
      $0.saysKnown = known != nil
    }
    draft = frame.end(
      .caseload,
      because: [
        known.map {
          "'\($0.heading)' says since when people are known, and nothing when they registered"
        } ?? "it lists people and says of none when they registered"
      ])
  }
}
