/// Scores of a simulated form, by the rules of the saltmarsh plan.
///
/// A second implementation on purpose: a truth that was computed with the code under test could not
/// find a fault in it.
enum FormScale: String, CaseIterable, Sendable {
  case swemwbs
  case qpr15

  /// Metric scores of SWEMWBS by raw sum from 7 to 35.
  ///
  /// Source: Stewart-Brown et al. 2009, doi:10.1186/1477-7525-7-15.
  private static let metric = [
    7.00, 9.51, 11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59,
    19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70,
    32.55,
    35.00,
  ]

  /// The reliability that the saltmarsh plan names.
  ///
  /// SWEMWBS: 1 − (1.03 / 3.92)², from the standard error and SD of Shah et al. 2018
  /// (doi:10.1186/s12955-018-1060-2). QPR-15: the test-retest of Law et al. 2014 and Williams et al.
  /// 2015 (doi:10.1192/bjp.bp.114.161695).
  var reliability: Double {
    switch self {
    case .swemwbs: 0.93
    case .qpr15: 0.74
    }
  }

  /// The score of a form as it stands on paper; none where too much is missing.
  func score(_ form: PlannedForm) -> Double? {
    switch self {
    case .swemwbs:
      return form.swemwbsGaps.allSatisfy { $0 == .none } ? completeScore(form) : nil
    case .qpr15:
      var sum = 0
      var answered = 0
      for (answer, gap) in zip(form.qpr15, form.qpr15Gaps) where gap == .none {
        sum += answer
        answered += 1
      }
      guard answered >= form.qpr15.count - 3 else { return nil }
      return Double(sum) / Double(answered) * Double(form.qpr15.count)
    }
  }

  /// The score had every item been answered.
  func completeScore(_ form: PlannedForm) -> Double {
    switch self {
    case .swemwbs: Self.metric[form.swemwbs.reduce(0, +) - 7]
    case .qpr15: Double(form.qpr15.reduce(0, +))
    }
  }
}

/// A window of days around day 0 in which a form counts for an occasion.
struct FormWindow: Sendable {
  let id: String
  let purpose: PlannedForm.Purpose
  let days: ClosedRange<Int>
  let nearestTo: Int

  static let baseline = FormWindow(
    id: "baseline", purpose: .baseline, days: -28...28, nearestTo: 0)
  static let followUps = [
    FormWindow(id: "four-months", purpose: .fourMonths, days: 60...180, nearestTo: 120),
    FormWindow(id: "a-year", purpose: .aYear, days: 300...430, nearestTo: 365),
  ]

  /// The score that counts: of the received forms of the window that can be scored, the nearest; of
  /// two as near, the earlier.
  func score(_ scale: FormScale, of student: SimulatedStudent) -> Double? {
    var best: (distance: Int, offset: Int, score: Double)?
    for form in student.forms where form.isHandedIn && days.contains(form.offset) {
      guard let score = scale.score(form) else { continue }
      let distance = abs(form.offset - nearestTo)
      if let held = best, (held.distance, held.offset) <= (distance, form.offset) { continue }
      best = (distance, form.offset, score)
    }
    return best?.score
  }

  /// The score that the form of this occasion would have had, received and complete.
  func scoreOfAll(_ scale: FormScale, of student: SimulatedStudent) -> Double? {
    student.forms.first { $0.purpose == purpose }.map(scale.completeScore)
  }
}
