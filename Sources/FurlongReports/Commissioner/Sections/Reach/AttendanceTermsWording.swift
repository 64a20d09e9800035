import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// Says how attendance went from one academic year to the next.
struct AttendanceTermsWording {
  private let years: AttendanceYears<Released>
  private let material: ReportMaterial
  private let count = AnswerWording(.count)

  init(_ years: AttendanceYears<Released>, _ material: ReportMaterial) {
    self.years = years
    self.material = material
  }

  /// The fact of one measure of a year or a term.
  func fact(_ occasion: String, _ measure: String) -> String {
    "reach.terms.\(occasion).\(measure)"
  }

  /// The years that the register covers whole and of which the places are shown.
  private var whole: [(name: String, attended: ReleasedAnswer, places: Double)] {
    years.years.compactMap { year in
      guard !year.whole.isPart, let places = year.whole.attended.estimate?.value else { return nil }
      return (year.name, year.whole.attended, places)
    }
  }

  /// The finding, without a full stop.
  var title: Prose {
    let whole = whole
    guard let first = whole.first, let last = whole.last else {
      let shown = years.years.flatMap { [$0.whole] + $0.terms.map(\.period) }
      guard shown.contains(where: { $0.attended.estimate != nil }) else {
        return "Attendance by academic year is not shown, to protect people"
      }
      return years.years.allSatisfy(\.whole.isPart)
        ? "No academic year is covered whole: places taken up in each term"
        : "Places taken up in each term; what whole years come to is not shown"
    }
    func places(_ year: (name: String, attended: ReleasedAnswer, places: Double)) -> Prose {
      count.count(year.attended, fact(year.name, "attended"))
    }
    guard whole.count > 1 else {
      return "\(places(first).capitalised) places were taken up in \(first.name)"
    }
    let steps = zip(whole, whole.dropFirst()).map { $1.places - $0.places }
    let every = whole.count > 2 ? " each academic year" : ""
    // Places come in whole courses, and their counts may be rounded: a tenth more or less is no growth and no fall.
    let isSame = whole.allSatisfy { abs($0.places - first.places) <= first.places / 10 }
    let verb =
      isSame
      ? "stayed much the same"
      : steps.allSatisfy { $0 > 0 }
        ? "grew\(every)" : steps.allSatisfy { $0 < 0 } ? "fell\(every)" : "went up and down"
    return
      "Attendance \(verb): \(places(first)) places taken up in \(first.name), \(places(last)) in \(last.name)"
  }

  private var hasTerms: Bool { years.years.contains { !$0.terms.isEmpty } }

  /// What is counted, and of whom.
  var subtitle: String {
    "Places taken up at sessions in each academic year\(hasTerms ? " and term" : ""), of all \(material.study.people.many) who meet the plan’s criteria, whenever they registered"
  }

  /// For those who do not see the figure.
  var spoken: String {
    hasTerms
      ? "A bar for the places taken up in each term, with how many \(material.study.people.many) came."
      : "A bar for the places taken up in each academic year, with how many \(material.study.people.many) came."
  }

  /// When terms begin, and what is to be known of them.
  var source: String {
    var sentences: [String] = []
    if hasTerms {
      let terms = years.calendar.terms.map { "\($0.label) from \(words($0.start))" }
      sentences.append(
        "Terms: \(terms.joined(separator: ", ")); each runs to the day before the next.")
      sentences.append("Who came in two terms counts in both, and once in the year.")
    } else if let first = years.calendar.terms.first {
      sentences.append("An academic year begins on \(words(first.start)).")
    }
    if years.years.contains(where: { $0.whole.isPart || $0.terms.contains(where: \.period.isPart) })
    {
      sentences.append("In part: the register does not cover it whole.")
    }
    return sentences.joined(separator: " ")
  }

  private func words(_ start: AcademicTerms.Start) -> String {
    switch start {
    case .goodFriday: "Good Friday"
    case .date(let month, let day):
      "\(day) \(CalendarDay(year: 2000, month: month, day: day)?.monthName ?? "")"
    }
  }
}
