import FurlongForms
import FurlongScales
import FurlongStudy
import FurlongTables

/// Drafts the mapping of a register of people.
struct PeopleDraft: ContentDraft {
  let draft: MapDraft

  /// The draft; nil where the export is no register of people.
  init?(_ sheet: ExportSheet) {
    let randomised = sheet.columns(.registered).first { ColumnRole.saysRandomised($0.words) }
    let registered = randomised ?? sheet.first(.registered)
    let born = sheet.first(.birth)
    let names = sheet.columns(.identifying).count
    guard !sheet.identifiers.isEmpty, registered != nil || born != nil || names > 1 else {
      return nil
    }
    let known = sheet.first(.known)
    let left = LeavingDraft(sheet)
    let days = [registered, known, left?.used.first, born].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.hasShortYears = left?.hasShortYears ?? false
    frame.begin(
      .people, rows: .registration, days: days,
      remark: "a person who registers again has another row")
    frame.use(days + (left?.used ?? []))
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
    left?.line(&frame)
    if let born {
      frame.lines.add(
        "born: { column: \(YAMLText.word(born.heading)), keep: age band at day 0 }",
        "the date itself is not stored")
    }
    AboutDraft.lines(sheet, &frame, groups: randomised == nil ? .none : .arms)
    if let randomised {
      frame.lines.checks.append(
        "'\(randomised.heading)' was taken for the day of randomisation: people count as registered on it, so that it is day 0."
      )
    }
    frame.checkUnreadWords()
    let range = registered.flatMap(sheet.range)
    // A system's own ids are no student's: columns of other exports are not taken for such by their spelling.
    let ids = sheet.identifiers.first { $0.kind == .studentID }?.column
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
    if let registered {
      reasons.append(
        "'\(registered.heading)' holds days of \(randomised == nil ? "registration" : "randomisation")"
      )
    }
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
    let left =
      sheet.first(.left)
      ?? sheet.columns(.blank).first { LeavingDraft.saysGone($0.words) }
    let known = KnownSince(sheet, leaving: left)
    guard Self.isList(sheet, left: left, known: known, besideRegister: besideRegister),
      sheet.first(.registered) == nil, !sheet.identifiers.isEmpty
    else { return nil }
    let days = [known.column, left].compactMap { $0 }
    var frame = DraftFrame(sheet)
    frame.begin(
      .caseload, rows: .person, days: days,
      remark: "it makes nobody a student; who is not in the register is passed over")
    frame.use(days)
    frame.checkOrder(days)
    frame.lines.add("")
    Self.since(known, isCalledKnown: sheet.first(.known) != nil, &frame)
    if let left {
      frame.lines.add("left_on: \(YAMLText.word(left.heading))", "moved away or died")
    }
    let closed = sheet.profiles.indices.first { place in
      sheet.roles[place] == .day && sheet.profiles[place].heading != known.column?.heading
        && sheet.profiles[place].words.says("closed", "end", "ended", "discharged", "to", "until")
    }.map { sheet.profiles[$0] }
    if left == nil, let closed {
      frame.lines.checks.append(
        "'\(closed.heading)' is not read. If it is the day on which people died or moved away, write it at 'left_on': else they count as having had no use of services after it. Where another column says why, name it, like left_on: { column: \(YAMLText.word(closed.heading)), where: { column: Reason, is: [deceased, moved] } }."
      )
    }
    frame.know {
      $0.lastDay = nil
      $0.hasCaseload = true
      if case .none = known {} else { $0.saysKnown = true }
    }
    draft = frame.end(
      .caseload,
      because: [
        known.column.map {
          "'\($0.heading)' says since when people are known, and nothing when they registered"
        } ?? "it lists people and says of none when they registered"
      ])
  }

  /// Whether an export lists the people whom a trust knows.
  private static func isList(
    _ sheet: ExportSheet, left: ColumnProfile?, known: KnownSince, besideRegister: Bool
  ) -> Bool {
    let name = HeadingText(sheet.path.split(separator: "/").last.map(String.init) ?? "")
    if sheet.first(.known) != nil
      || name.says("caseload", "case load", "open cases", "client list", "patient list")
    {
      return true
    }
    guard isOneAPerson(sheet) else { return false }
    if besideRegister,
      left != nil || sheet.first(.birth) != nil || sheet.columns(.identifying).count > 1
    {
      return true
    }
    // Beside its ids such a list has a day, and no more than what people are like.
    let others = sheet.profiles.indices.filter { place in
      switch sheet.roles[place] {
      case .nhsNumber, .studentID, .localID, .identifying, .birth, .left, .day, .known, .about,
        .blank:
        false
      default: true
      }
    }
    guard let column = known.column else { return false }
    return KnownSince.saysFirst(column)
      || KnownSince.saysReferral(column)
        && (left != nil || others.isEmpty || name.says("patients", "clients", "service users"))
  }

  /// Whether nearly every person has one row.
  private static func isOneAPerson(_ sheet: ExportSheet) -> Bool {
    guard let id = sheet.identifiers.first?.column else { return false }
    return id.sample.beyond > 0 || id.different * 10 >= id.filled * 9
  }

  private static func since(
    _ known: KnownSince, isCalledKnown: Bool, _ frame: inout DraftFrame
  ) {
    switch known {
    case .column(let column):
      frame.lines.add(
        "known_to_trust_from: \(YAMLText.word(column.heading))",
        isCalledKnown ? nil : "check: since when the trust knows a person")
      guard !isCalledKnown else { return }
      frame.lines.checks.append(
        "'\(column.heading)' was taken for the day since when the trust knows a person: from that day on, who has no row in an extract counts as having had none. If it is the day of a later referral, ask the trust for the first."
      )
    case .oneOf(let columns):
      frame.lines.add(
        "known_to_trust_from: \(DraftLines.decide)",
        "since when the trust knows a person: one of \(DraftLines.list(columns.map(\.heading)))")
    case .none:
      frame.lines.checks.append(
        "It lists people without registrations, beside a register, and was taken for the trust's own list: it ties ids together and makes nobody a student. No column says since when the trust knows them, so that every student counts as known: ask the trust for that day, and write its column at 'known_to_trust_from'."
      )
    }
  }
}
