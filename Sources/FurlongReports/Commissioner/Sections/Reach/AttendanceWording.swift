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
    // What is held back is left out of the list.
    let parts = [
      isWithheld(attendance[.attended])
        ? Prose() : "\(places(attendance[.attended], "attended"))\(share) were taken up",
      isWithheld(attendance[.missed])
        ? Prose() : "\(places(attendance[.missed], "missed")) were missed",
      isWithheld(attendance[.cancelledByStudent])
        ? Prose()
        : "\(places(attendance[.cancelledByStudent], "cancelled_by_student")) were cancelled by the \(material.study.people.one)",
    ].filter { !$0.isEmpty }
    let offered: Prose =
      parts.isEmpty
      ? "How many places at sessions were offered and taken up is not shown."
      : "Of \(offeredPlaces) offered at sessions \(parts.listed). \(byCollege)"
    // Of few a sentence in the same paragraph; of many what to do about them is one of its own.
    let isFew = attendance[.beforeDayZero].estimate == nil
    let few = isFew ? before ?? Prose() : Prose()
    let early = isFew ? [] : before.map { [$0] } ?? []
    let came = people.people(attendance.attendedAny, "reach.sessions.attended_any").capitalised
    guard attendance[.medianAttended].estimate != nil else {
      return [[offered, "\(came) came at least once.", few].joined()] + early
    }
    let median = ScorePrinting.median(
      attendance[.medianAttended], "reach.sessions.median_attended")
    return [
      [
        offered, "\(came) came at least once; half of them came to \(median) or more.", hours, few,
      ].joined()
    ] + early
  }

  /// What is left out everywhere: places dated before day 0; nil where there are none, or no dates.
  private var before: Prose? {
    let answer = attendance[.beforeDayZero]
    guard attendance.years != nil, answer.estimate?.value != 0 else { return nil }
    // Of few there is nothing to be done.
    guard answer.estimate != nil else {
      return Prose("Sessions before \(material.study.dayZero) are not counted.")
    }
    let count = AnswerWording(.count).count(
      answer, of: "places", "reach.sessions.before_day_0")
    return
      "\(count.capitalised) at sessions are not counted here or elsewhere, because they are dated before the \(material.study.people.one)’s \(material.study.dayZero). Either people came before they were registered, or one of the two dates is wrong: compare the register’s dates with those of \(material.study.dayZero)."
  }

  /// How long people were at sessions; nothing where no export says how long these last.
  private var hours: Prose {
    guard let hours = attendance.hours else { return Prose() }
    func value(_ measure: HoursMeasure) -> Prose {
      let answer = hours[measure]
      guard let estimate = answer.estimate else { return Prose() }
      return Prose(
        ReportedNumber(
          NumberWording().score((estimate.value * 10).rounded() / 10),
          fact: "reach.sessions.\(measure.declared.word)", value: .released(estimate.value)))
    }
    let who = material.people.people(hours.people, "reach.sessions.people_with_hours")
    let all: Prose =
      hours[.total].estimate == nil ? "" : "; about \(value(.total)) hours in all"
    guard hours[.median].estimate != nil else {
      return "Hours at sessions are known of \(who)\(all)."
    }
    let middle: Prose =
      hours[.lowerQuarter].estimate == nil || hours[.upperQuarter].estimate == nil
      ? "" : ", and the middle half for \(value(.lowerQuarter)) to \(value(.upperQuarter))"
    return
      "Hours at sessions are known of \(who): half of them came for \(value(.median)) hours or more\(middle)\(all)."
  }

  private func isWithheld(_ answer: ReleasedAnswer) -> Bool {
    if case .withheld = answer.shown { true } else { false }
  }

  private var byCollege: Prose {
    let answer = attendance[.cancelledByCollege]
    guard answer.estimate != nil else {
      return "Those cancelled by the college do not count as offered."
    }
    let count = AnswerWording(.count).count(answer, "reach.sessions.cancelled_by_college")
    return "\(count.capitalised) more were cancelled by the college and do not count as offered."
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
