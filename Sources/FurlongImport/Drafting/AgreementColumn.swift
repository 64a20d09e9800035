import FurlongForms
import FurlongScales
import FurlongStudy

/// A column of what people agreed to: to be evaluated, that their records be linked, or to something else.
///
/// Answers are read as they are written, in a word or in a sentence. What cannot be told is for a person to decide, and who says
/// neither yes nor no is not taken for somebody who agreed. No such column is passed over unseen.
struct AgreementColumn {
  /// To what people agreed.
  enum Asked {
    case evaluation, linkage
  }

  let column: ColumnProfile
  let asked: Asked

  /// Under which name it is kept.
  var name: String { asked == .evaluation ? "evaluation_consent" : "linkage_consent" }

  /// Whether a heading asks what people agree to.
  static func asks(_ words: HeadingText) -> Bool {
    if words.says(
      "consent", "consents", "consented", "permission", "permissions", "may we", "can we", "share")
    {
      return true
    }
    // "OK to use my info for evaluation?", "Happy for us to look at your records".
    return words.says(
      "ok to", "ok for", "okay to", "okay for", "happy to", "happy for", "agree to", "agrees to",
      "agreed to", "agreement to", "agreement for")
      && words.says(
        "use", "used", "look at", "info", "information", "data", "record", "records", "evaluation",
        "research", "link", "linked", "linking", "linkage")
  }

  /// The columns of a list of people that a draft reads: who agreed to be evaluated, and who agreed that their records be linked.
  static func read(in sheet: ExportSheet) -> [AgreementColumn] {
    let all = sheet.profiles.indices.filter { place in
      sheet.roles[place] == .consent
        || sheet.roles[place] == .freeText && saysConsent(sheet.profiles[place].words)
    }.map { sheet.profiles[$0] }
    let evaluation = all.first(where: isOfEvaluation)
    // One of its own, or that of the evaluation where it asks of records too, or an answer says yes to that and no to these.
    let linkage =
      all.first { !isOfEvaluation($0) && isOfRecords($0) }
      ?? all.first { column in
        isOfEvaluation(column)
          && (isOfRecords(column)
            || column.sample.texts.keys.contains { AgreedAnswer($0) == .yesWithoutRecords })
      }
    return [evaluation.map { AgreementColumn(column: $0, asked: .evaluation) }].compactMap(\.self)
      + [linkage.map { AgreementColumn(column: $0, asked: .linkage) }].compactMap(\.self)
  }

  /// The columns of consents that a draft does not read.
  static func unread(in sheet: ExportSheet, besides used: Set<String>) -> [UnreadAgreement] {
    sheet.profiles.indices.compactMap { place in
      let column = sheet.profiles[place]
      let isOne =
        switch sheet.roles[place] {
        case .consent: true
        case .freeText, .other, .status: saysConsent(column.words)
        default: false
        }
      return isOne && !used.contains(column.heading) ? UnreadAgreement(column: column) : nil
    }
  }

  private static func saysConsent(_ words: HeadingText) -> Bool {
    words.says("consent", "consents", "consented", "permission", "permissions")
  }

  private static func isOfEvaluation(_ column: ColumnProfile) -> Bool {
    column.words.says("evaluation", "evaluate", "evaluated", "research")
      && (saysConsent(column.words) || saysYesOrNo(column))
  }

  /// Whether it asks of records: its heading does, or its heading says no more than consent and most of its sentences do.
  static func isOfRecords(_ column: ColumnProfile) -> Bool {
    if KnownWords.speaksOfRecords(column.words) {
      return saysConsent(column.words) || saysYesOrNo(column)
    }
    return saysConsent(column.words) && column.isChoices
      && column.share {
        HeadingText($0).says(
          "linked", "linkage", "linking", "health record", "health records", "nhs records",
          "nhs record")
      } > 0.5
  }

  /// Whether some of its cells say yes or no.
  private static func saysYesOrNo(_ column: ColumnProfile) -> Bool {
    column.isChoices && column.sample.texts.keys.contains { AgreedAnswer($0) != nil }
  }

  /// What an answer is kept as, and whether nothing else is said with it.
  func known(_ answer: String) -> (word: String?, isWhole: Bool) {
    let found = AgreedAnswer(answer)
    let word: String? = found.map {
      $0 == .yes || asked == .evaluation && $0 == .yesWithoutRecords ? "yes" : "no"
    }
    let heading = Set(column.words.words)
    return (
      word,
      word != nil && !NameLike.isOne(answer)
        && HeadingText(answer).words.allSatisfy { PlainWords.has($0) || heading.contains($0) }
    )
  }

  /// Says what follows from it: who is counted, how many do not say yes, and what is still to be decided.
  func tell(
    _ words: [(word: String, means: String?)], hidden: [String], _ sheet: ExportSheet,
    _ frame: inout DraftFrame
  ) {
    func cells(_ texts: some Sequence<String>) -> Int {
      let plain = Set(texts.map(ItemCoding.plain))
      return column.sample.texts.filter { plain.contains(ItemCoding.plain($0.key)) }.values.reduce(
        0, +)
    }
    let blank = column.rows - column.filled
    let isListed = column.isChoices
    let open = isListed ? cells(words.filter { $0.means == nil }.map(\.word)) : column.filled
    let yes = cells(words.filter { $0.means == "yes" }.map(\.word))
    let no = column.filled - yes - open
    let neither =
      isListed
      ? column.sample.texts.filter { AgreedAnswer($0.key) == .neither }.values.reduce(0, +) : 0
    let name = name
    frame.know {
      if asked == .evaluation { $0.evaluationConsent = name } else { $0.linkageConsent = name }
    }
    var check =
      asked == .evaluation
      ? "'\(column.heading)' says who agreed to be in the evaluation: 'who' in study.yaml counts those alone who said yes. Who said no or nothing is in no number."
      : "'\(column.heading)' says who agreed that their records be linked: 'linkage' in study.yaml counts use of services of those alone who said yes, and everybody's forms."
    check +=
      " \(no) of \(column.rows) rows say no, and \(blank) \(blank == 1 ? "is" : "are") blank, which is no yes."
    if neither > 0 {
      check +=
        " \(neither) of these \(neither == 1 ? "says" : "say") neither yes nor no, as 'not sure' does, and \(neither == 1 ? "counts" : "count") as no."
    }
    if !hidden.isEmpty {
      let number = cells(hidden)
      check +=
        " \(number) of these \(number == 1 ? "is" : "are") not shown, and \(number == 1 ? "counts" : "count") as no until \(number == 1 ? "it is" : "they are") listed."
    }
    if open > 0 {
      check += " What \(open) \(open == 1 ? "row means" : "rows mean") cannot be told: DECIDE."
    }
    if asked == .linkage {
      check +=
        " Whose records may not be looked at must be in no extract that you ask the trust for."
    }
    frame.lines.checks.append(check)
  }
}

/// A column of consents that a draft does not read, which is said.
struct UnreadAgreement {
  let column: ColumnProfile

  /// What is said of it.
  var check: String {
    let answers = column.sample.texts.map { (answer: AgreedAnswer($0.key), cells: $0.value) }
    // With a condition behind it a yes is one all the same, to something.
    let yes = column.sample.texts.filter { text, _ in
      AgreedAnswer(text) == .yes
        || HeadingText(text).words.first.map(KnownWords.isYes) == true && AgreedAnswer(text) != .no
    }.values.reduce(0, +)
    let told = yes > 0 || answers.contains { $0.answer != nil }
    let name = HeadingText(column.heading).words.joined(separator: "_")
    let counted =
      told
      ? "\(column.rows - yes) of \(column.rows) rows do not say yes"
      : "what its cells say cannot be told"
    let how =
      AgreementColumn.isOfRecords(column)
      ? "To count use of services of those alone who said yes, write the column under 'about' (as '\(name)', with yes and no), take it out of 'ignore', and name it at 'linkage' in study.yaml."
      : column.words.says(
        "words", "story", "stories", "quote", "quoted", "photo", "photos", "photographs",
        "pictures",
        "image", "images", "film", "video")
        ? "It is of words or pictures, which this mapping does not read: nothing here rests on it."
        : "If it says who may be evaluated, write the column under 'about' (as '\(name)', with yes and no), take it out of 'ignore', and add a line of 'who' to study.yaml; if whose records may be linked, name it at 'linkage' there."
    return "'\(column.heading)' is not read: \(counted). \(how)"
  }
}
