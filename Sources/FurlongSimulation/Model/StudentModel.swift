import Foundation
public import FurlongNumerics
import FurlongStudy

/// Draws students: who they are, how they change, which forms they hand in.
public struct StudentModel: Sendable {
  private let parameters: CollegeParameters

  /// Makes the model of a college.
  public init(_ parameters: CollegeParameters) {
    self.parameters = parameters
  }

  /// Draws one student.
  public func draw(from stream: inout RandomStream) -> SimulatedStudent {
    let kind = SimulatedStudent.Kind.allCases[
      stream.index(weights: parameters.people.kindWeights)]
    let registered = registration(from: &stream)
    let engagement = stream.normal()
    let traits = traits(of: kind, from: &stream)
    let changes = changes(engagement: engagement, from: &stream)
    var student = SimulatedStudent(
      kind: kind, registered: registered, registeredAgain: nil,
      dataConsent: stream.bernoulli(parameters.people.dataConsent),
      nhsNumberKnown: stream.bernoulli(
        kind == .serviceUser ? parameters.people.nhsNumberKnown : 0.1),
      knownSince: nil, leftOn: nil, engagement: engagement,
      wellbeing: traits.wellbeing, wellbeingChange: changes.wellbeing,
      recovery: traits.recovery, recoveryChange: changes.recovery)
    if kind == .serviceUser {
      student.knownSince = knownSince(registered, from: &stream)
      student.leftOn = leftOn(registered, from: &stream)
    }
    student.registeredAgain = registeredAgain(student, from: &stream)
    student.forms = forms(of: student, from: &stream)
    return student
  }

  // MARK: - Who somebody is

  private func registration(from stream: inout RandomStream) -> CalendarDay {
    let intake = parameters.people
    while true {
      let year = stream.index(weights: intake.yearWeights)
      let month = stream.index(weights: intake.monthWeights)
      let first = intake.firstDay.adding(months: 12 * year + month)
      let next = first.adding(months: 1)
      let day = first + stream.integer(below: next - first)
      if day <= intake.lastDay { return day }
    }
  }

  private func traits(
    of kind: SimulatedStudent.Kind, from stream: inout RandomStream
  ) -> (wellbeing: Double, recovery: Double) {
    let model = parameters.change
    let sd = (1 - model.stateVariance).squareRoot()
    let shared = stream.normal()
    let own = stream.normal()
    let r = model.correlation
    let above = [0, model.carersAbove, model.staffAbove][kind.rawValue]
    return (above + sd * shared, above + sd * (r * shared + (1 - r * r).squareRoot() * own))
  }

  private func changes(
    engagement: Double, from stream: inout RandomStream
  ) -> (wellbeing: (Double, Double), recovery: (Double, Double)) {
    let model = parameters.change
    let soon =
      model.meanAtFourMonths + model.perEngagement * engagement + model.sd * stream.normal()
    let later = model.keptAfterAYear * soon + model.laterSD * stream.normal()
    let beside = model.recoveryMean + model.recoverySD * stream.normal()
    return (
      (soon, later), (model.recoveryShare * soon + beside, model.recoveryShare * later + beside)
    )
  }

  private func knownSince(
    _ registered: CalendarDay, from stream: inout RandomStream
  ) -> CalendarDay? {
    let chance = stream.uniform()
    let intake = parameters.people
    if chance < intake.neverKnown { return nil }
    if chance < intake.neverKnown + intake.newlyKnown {
      return registered + -(21 + stream.integer(below: 330))
    }
    return registered + -(400 + stream.integer(below: 4700))
  }

  private func leftOn(_ registered: CalendarDay, from stream: inout RandomStream) -> CalendarDay? {
    guard stream.bernoulli(parameters.people.leaves) else { return nil }
    let day = registered + 30 + stream.integer(below: 600)
    return day <= parameters.extract.upperBound ? day : nil
  }

  private func registeredAgain(
    _ student: SimulatedStudent, from stream: inout RandomStream
  ) -> CalendarDay? {
    guard stream.bernoulli(parameters.people.registersAgain) else { return nil }
    let (year, month, _) = student.registered.date
    let nextYear = CalendarDay(month >= 9 ? year + 1 : year, 9, 1)
    let day = nextYear + stream.integer(below: 60)
    if day > parameters.people.lastDay || day - student.registered < 60 { return nil }
    if let left = student.leftOn, left <= day { return nil }
    return day
  }

  // MARK: - Forms

  private func forms(
    of student: SimulatedStudent, from stream: inout RandomStream
  ) -> [PlannedForm] {
    let model = parameters.forms
    var forms: [PlannedForm] = []
    // At the start. The answers of an unreceived form are drawn as well: they are part of the truth.
    let early = min(max(Int(stream.normal(mean: -3, sd: 10).rounded()), -28), 28)
    var baseline = form(.baseline, at: early, of: student, from: &stream)
    baseline.isHandedIn = stream.bernoulli(model.baseline[student.kind.rawValue])
    forms.append(baseline)
    if baseline.isHandedIn && stream.bernoulli(model.secondBaseline) {
      forms.append(
        form(.other, at: early + 4 + stream.integer(below: 40), of: student, from: &stream))
    }
    // At four months and at a year: who is lost depends on taking part, on the score at the start and
    // on the very change that is measured.
    let start = Double(baseline.swemwbs.reduce(0, +))
    let fourMonths = clipped(stream.normal(mean: 120, sd: 22), to: 62...178)
    let soon = student.wellbeingChange.fourMonths
    var first = form(.fourMonths, at: fourMonths, of: student, from: &stream)
    first.isHandedIn = stream.bernoulli(
      probability(of: student, start: start, change: soon, plus: model.returns[0]))
    forms.append(first)
    let aYear = clipped(stream.normal(mean: 362, sd: 20), to: 305...425)
    var second = form(.aYear, at: aYear, of: student, from: &stream)
    second.isHandedIn = stream.bernoulli(
      probability(
        of: student, start: start, change: student.wellbeingChange.aYear,
        plus: model.returns[1] + (first.isHandedIn ? 0.5 : -0.5) * model.perEarlierForm))
    forms.append(second)
    if stream.bernoulli(model.between) {
      let offset = 195 + stream.integer(below: 90)
      forms.append(form(.other, at: offset, of: student, from: &stream))
    }
    if let again = student.registeredAgain, stream.bernoulli(model.atReturn) {
      let offset = again - student.registered - 5 + stream.integer(below: 16)
      forms.append(form(.other, at: offset, of: student, from: &stream))
    }
    return received(forms, by: student)
  }

  /// Forms after leaving or after the end of the data were not received; a day has one form.
  private func received(_ forms: [PlannedForm], by student: SimulatedStudent) -> [PlannedForm] {
    var days = Set<Int>()
    return forms.map { form in
      var form = form
      let day = student.registered + form.offset
      if day > parameters.extract.upperBound { form.isHandedIn = false }
      if let left = student.leftOn, left <= day { form.isHandedIn = false }
      if form.isHandedIn && !days.insert(form.offset).inserted { form.isHandedIn = false }
      return form
    }
  }

  private func form(
    _ purpose: PlannedForm.Purpose, at offset: Int, of student: SimulatedStudent,
    from stream: inout RandomStream
  ) -> PlannedForm {
    let sd = parameters.change.stateVariance.squareRoot()
    let wellbeing =
      student.wellbeing + change(student.wellbeingChange, at: offset) + sd * stream.normal()
    let recovery =
      student.recovery + change(student.recoveryChange, at: offset) + sd * stream.normal()
    let swemwbs = parameters.swemwbs.answers(trait: wellbeing, from: &stream)
    let qpr15 = parameters.qpr15.answers(trait: recovery, from: &stream)
    let gaps = gaps(items: swemwbs.count + qpr15.count, after: swemwbs.count, from: &stream)
    return PlannedForm(
      purpose: purpose, offset: offset, isHandedIn: true, swemwbs: swemwbs,
      swemwbsGaps: Array(gaps.prefix(swemwbs.count)), qpr15: qpr15,
      qpr15Gaps: Array(gaps.suffix(qpr15.count)))
  }

  /// No change in the first four weeks, then along a line to that of four months and that of a year.
  private func change(_ change: (fourMonths: Double, aYear: Double), at offset: Int) -> Double {
    switch offset {
    case ...28: 0
    case ..<90: change.fourMonths * Double(offset - 28) / 62
    case ..<150: change.fourMonths
    case ..<300:
      change.fourMonths + (change.aYear - change.fourMonths) * Double(offset - 150) / 150
    default: change.aYear
    }
  }

  private func probability(
    of student: SimulatedStudent, start: Double, change: Double, plus intercept: Double
  ) -> Double {
    let model = parameters.forms
    let spread = parameters.change
    // 19.5 and 5.8 are about the mean and the SD of the raw sum at the start.
    let logOdds =
      intercept + model.perEngagement * student.engagement + model.perBaseline * (start - 19.5)
      / 5.8
      + model.perChange * (change - spread.meanAtFourMonths) / spread.sd
    return 1 / (1 + exp(-logOdds))
  }

  private func gaps(
    items: Int, after first: Int, from stream: inout RandomStream
  ) -> [PlannedForm.Gap] {
    let model = parameters.forms
    let notAsked = stream.bernoulli(model.recoveryNotAsked)
    let end = stream.bernoulli(model.givenUp) ? stream.integer(below: items) : items
    return (0..<items).map { item in
      let isBlank = stream.bernoulli(model.blankItem)
      if notAsked && item >= first { return .notAsked }
      return isBlank || item >= end ? .blank : .none
    }
  }

  private func clipped(_ value: Double, to range: ClosedRange<Int>) -> Int {
    min(max(Int(value.rounded()), range.lowerBound), range.upperBound)
  }
}
