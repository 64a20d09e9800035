import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says how many places at sessions were offered, taken and missed.
struct AttendanceWording {
  private let attendance: ReachFinding<Released>.Attendance
  private let material: ReportMaterial

  init(_ attendance: ReachFinding<Released>.Attendance, _ material: ReportMaterial) {
    self.attendance = attendance
    self.material = material
  }

  /// The sentences, a paragraph each.
  var sentences: [Prose] {
    let count = AnswerWording(.count)
    func places(_ answer: ReleasedAnswer, _ measure: String) -> Prose {
      count.count(answer, "reach.sessions.\(measure)")
    }
    let people = material.people
    if let reason = attendance[.offered].notEstimable {
      return [Prose("Places at sessions cannot be counted: \(reason.words).")]
    }
    let offered: Prose =
      "Of \(offeredPlaces) offered at sessions \(places(attendance[.attended], "attended"))\(share) were taken up, \(places(attendance[.missed], "missed")) were missed and \(places(attendance[.cancelledByStudent], "cancelled_by_student")) were cancelled by the \(material.study.people.one). \(places(attendance[.cancelledByCollege], "cancelled_by_college").capitalised) more were cancelled by the college and do not count as offered."
    let early = before.map { [$0] } ?? []
    let came = people.people(attendance.attendedAny, "reach.sessions.attended_any").capitalised
    guard attendance[.medianAttended].estimate != nil else {
      return [offered, "\(came) came at least once."] + early
    }
    let median = ScorePrinting.median(
      attendance[.medianAttended], "reach.sessions.median_attended")
    return [
      offered, "\(came) came at least once; half of them came to \(median) or more.",
    ] + early
  }

  /// What is left out everywhere: places dated before day 0; nil where there are none, or no dates.
  private var before: Prose? {
    let answer = attendance[.beforeDayZero]
    guard attendance.years != nil, answer.estimate?.value != 0 else { return nil }
    let count = AnswerWording(.count).count(
      answer, of: "places", "reach.sessions.before_day_0")
    return
      "\(count.capitalised) dated before \(material.study.dayZero) are left out, here and wherever sessions are counted."
  }

  private var offeredPlaces: Prose {
    let offered = attendance[.offered]
    if case .withheld = offered.shown { return "the places" }
    return AnswerWording(.count).count(offered, of: "places", "reach.sessions.offered")
  }

  private var share: Prose {
    guard let offered = attendance[.offered].estimate,
      let attended = attendance[.attended].estimate,
      offered.value > 0
    else { return Prose() }
    let share = attended.value / offered.value
    let people = attendance[.offered].used.number ?? 0
    let text = NumberWording().percentage(share, of: people)
    let value =
      offered.decimals == nil ? share : NumberWording().rounded(share: share, of: people)
    return
      " (\(ReportedNumber(text, fact: "reach.sessions.attended.share", value: .released(value))))"
  }
}

/// Prints a median of counts: whole, or with its half.
enum ScorePrinting {
  /// `6 sessions`.
  static func median(_ answer: ReleasedAnswer, _ fact: String) -> Prose {
    guard let estimate = answer.estimate else { return AnswerWording(.count).value(answer, fact) }
    let number = ReportedNumber(
      NumberWording().score(estimate.value), fact: fact, value: .released(estimate.value))
    return "\(number) \(estimate.value == 1 ? "session" : "sessions")"
  }
}
