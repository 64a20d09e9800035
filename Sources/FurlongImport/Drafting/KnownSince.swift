/// Which column of a trust's list says since when it knows a person.
enum KnownSince {
  /// One column says so.
  case column(ColumnProfile)
  /// One of several may; a person must say which.
  case oneOf([ColumnProfile])
  /// The list has no day that could be it.
  case none

  /// - Parameter leaving: the column of moving away or dying.
  init(_ sheet: ExportSheet, leaving: ColumnProfile?) {
    if let said = sheet.first(.known) {
      self = .column(said)
      return
    }
    let days = sheet.columns(.day).filter { column in
      column.heading != leaving?.heading
        && !column.words.says(
          "to", "until", "closed", "end", "ended", "last", "review", "due", "next", "run",
          "extracted", "printed")
    }
    // A first day says more than a referral, which may be one of many, and that more than a start of anything.
    let tiers = [days.filter(Self.saysFirst), days.filter(Self.saysReferral), days]
    switch tiers.first(where: { !$0.isEmpty }) {
    case let found? where found.count == 1: self = .column(found[0])
    case let found?: self = .oneOf(found)
    case nil: self = .none
    }
  }

  /// Whether a heading says that its day is the first of all.
  static func saysFirst(_ column: ColumnProfile) -> Bool {
    column.words.says("since", "known", "open from", "opened from", "caseload from")
      || column.words.says("first")
        && column.words.says(
          "referral", "referred", "accepted", "contact", "seen", "opened", "appointment")
  }

  /// Whether a heading says that somebody was taken on.
  static func saysReferral(_ column: ColumnProfile) -> Bool {
    column.words.says(
      "referral", "referred", "accepted", "acceptance", "opened", "open", "start", "started",
      "from", "taken on")
  }

  /// The column, where one says so.
  var column: ColumnProfile? {
    if case .column(let column) = self { column } else { nil }
  }
}
