extension ExportMap {
  /// The columns that the mapping reads, each once, in the mapping's order.
  public var readColumns: [String] {
    var seen: Set<String> = []
    let all =
      person.map(\.column) + about.map(\.column) + contentColumns + leaveOut.map(\.column)
      + [born].compactMap { $0 }
    return all.filter { seen.insert($0).inserted }
  }

  /// The columns of which no value may be shown: identifiers, dates of birth, people's names, free text,
  /// dropped and ignored columns.
  var hiddenColumns: Set<String> {
    var hidden = Set(person.map(\.column) + drop + ignore + [born].compactMap { $0 })
    for column in about where column.values == .text { hidden.insert(column.column) }
    switch content {
    case .people(let columns), .caseload(let columns):
      hidden.formUnion([columns.born].compactMap { $0 })
      // Beside a day in words anything may stand.
      if let left = columns.leftOn, left.says != nil { hidden.insert(left.column) }
    case .stories(let columns):
      hidden.formUnion([columns.text, columns.reviewedBy, columns.withdrawn].compactMap { $0 })
    case .codings(let columns): hidden.insert(columns.coder)
    case .scores, .attendance, .events, .units: break
    }
    return hidden
  }

  /// The columns that hold dates.
  var dateColumns: [String] { daysOfContent + [born].compactMap { $0 } }

  /// The columns of days that only this kind of export has.
  var daysOfContent: [String] {
    switch content {
    case .people(let columns), .caseload(let columns):
      [
        columns.registeredOn, columns.knownToTrustFrom,
        columns.leftOn?.says == nil ? columns.leftOn?.column : nil, columns.born,
      ].compactMap { $0 }
    case .scores(let columns):
      [columns.date].compactMap { $0 } + columns.forms.compactMap(\.date)
    case .attendance(let columns):
      if case .rows(let date, _) = columns.sessions { [date] } else { [] }
    case .events(let columns):
      switch columns.moment {
      case .day(let column): [column]
      case .spell(let start, let end): [start] + [end?.column].compactMap { $0 }
      case .periods: []
      }
    case .stories(let columns):
      [
        columns.date, columns.consentGivenOn, columns.consentUntil, columns.withdrawnOn,
        columns.reviewedOn,
      ].compactMap { $0 }
    case .codings: []
    case .units(let columns): [columns.period]
    }
  }

  private var contentColumns: [String] {
    switch content {
    case .people(let columns), .caseload(let columns):
      daysOfContent + (columns.leftOn?.columns ?? [])
    case .scores(let columns):
      daysOfContent
        + (columns.long.map { [$0.columns.which, $0.columns.holds] } ?? columns.answered)
        + columns.states.map(\.column) + [columns.course].compactMap { $0 }
        + [columns.occasion?.column, columns.daysFromDayZero].compactMap { $0 }
    case .attendance(let columns): columns.namedColumns
    case .events(let columns):
      daysOfContent + [columns.team].compactMap { $0 } + columns.rules.flatMap(\.columns)
    case .stories(let columns):
      daysOfContent
        + [columns.id, columns.text].compactMap { $0 } + columns.consent.map(\.column)
        + [columns.reviewedBy, columns.withdrawn].compactMap { $0 }
    case .codings(let columns): [columns.story, columns.coder, columns.code]
    case .units(let columns):
      [columns.unit, columns.period] + columns.counts.flatMap { [$0.number, $0.over] }
    }
  }
}

extension EventRule {
  /// The columns that the rule reads.
  var columns: [String] {
    let counted: [String] =
      switch count {
      case .rows, .starts, .nights, .days, .leave: []
      case .column(let column, _, _): [column]
      case .columnByPeriod(let column, let period, _): [column, period]
      }
    return counted + conditions.map(\.column)
  }
}

extension ScoreColumns {
  /// The columns of answers and totals; of a long export the texts that name them.
  var answered: [String] {
    forms.flatMap { form in
      switch form.answers {
      case .items(let columns): columns + [form.checkedTotal].compactMap { $0 }
      case .total(let column): [column]
      }
    }
  }
}
