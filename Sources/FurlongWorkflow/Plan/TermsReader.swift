import FurlongForms
import FurlongStudy

/// Reads `terms:`, by which attendance is counted.
struct TermsReader {
  /// Whether the exports have dates, without which there are no terms.
  var dated: Bool

  func read(_ plan: FormTable) throws(FormError) -> AcademicTerms {
    guard let list = try plan.optional("terms") else { return .usual }
    guard dated else {
      throw list.error(
        "the exports have no dates, so that nothing can be counted by term",
        fix: "take 'terms' out, or give day_0 a date")
    }
    var terms: [AcademicTerms.Term] = []
    for node in try list.list() {
      let term = try node.table { table throws(FormError) in
        AcademicTerms.Term(
          id: try table.text("id"), label: try table.text("label"),
          start: try start(try table.required("from"), isFirst: terms.isEmpty))
      }
      try node.refuseTwice(term.id, in: terms.map(\.id))
      try refuseDisorder(term, after: terms, at: node)
      terms.append(term)
    }
    guard (2...12).contains(terms.count) else {
      throw list.error(
        "an academic year has 2 to 12 terms", fix: "name each with the day on which it begins")
    }
    return AcademicTerms(terms)
  }

  private func start(
    _ node: FormNode, isFirst: Bool
  ) throws(FormError) -> AcademicTerms.Start {
    let text = try node.text()
    if text == "Good Friday" {
      guard !isFirst else {
        throw node.error(
          "an academic year begins on the same date every year",
          fix: "begin the list with a term that begins on a date, such as '09-01'")
      }
      return .goodFriday
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let month = Int(parts[0]),
      let day = Int(parts[1]), CalendarDay(year: 2023, month: month, day: day) != nil
    else {
      throw node.error(
        "'\(text)' is no day of every year",
        fix: "write month-day, such as '09-01', or 'Good Friday'")
    }
    return .date(month: month, day: day)
  }

  /// Each term begins after the one before, in every year.
  private func refuseDisorder(
    _ term: AcademicTerms.Term, after terms: [AcademicTerms.Term], at node: FormNode
  ) throws(FormError) {
    guard let first = terms.first?.start.span.lowerBound, let last = terms.last else { return }
    func place(_ day: Int) -> Int { day >= first ? day : day + 10_000 }
    guard place(term.start.span.lowerBound) > place(last.start.span.upperBound) else {
      throw node.error(
        "'\(term.id)' does not begin after '\(last.id)' in every year",
        fix: "name the terms in the order of the academic year; Good Friday falls on 20 March to "
          + "23 April")
    }
  }
}
