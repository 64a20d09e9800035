import Foundation
public import FurlongNumerics
import FurlongStudy

/// Draws a student's admissions and contacts.
///
/// Events come at a rate per person-year that differs between people by a gamma factor, rises towards
/// the registration and is multiplied by the college's effect from day 0 on:
///
/// ```
/// rate(u) = rate · factor · (1 + peak · (1 + u / days))   for −days ≤ u < 0, days before day 0
/// rate(u) = rate · factor · effect                        for u ≥ 0
/// rate(u) = rate · factor                                 before
/// ```
public struct ServiceUseModel: Sendable {
  private let parameters: CollegeParameters
  private let hasPeak: Bool

  /// Makes the model of a college.
  ///
  /// - Parameters:
  ///   - parameters: the college.
  ///   - hasPeak: whether service use rises towards registration; without it the before/after ratio is
  ///     what the college did.
  public init(_ parameters: CollegeParameters, hasPeak: Bool = true) {
    self.parameters = parameters
    self.hasPeak = hasPeak
  }

  /// Draws the stays in hospital that reach into the extract, first to last, none overlapping.
  public func spells(
    of student: SimulatedStudent, from stream: inout RandomStream
  ) -> [SimulatedSpell] {
    guard student.isLinkable, let known = student.knownSince else { return [] }
    let model = parameters.services
    let factor = stream.gamma(shape: model.admissionShape, scale: 1 / model.admissionShape)
    // Stays that began before the extract reach into it.
    let first = max(parameters.extract.lowerBound + -model.longestStay, known)
    let days = occurrences(
      of: student, from: first, rate: model.admissions * factor, peak: model.admissionPeak,
      effect: model.admissionEffect, stream: &stream)
    var spells: [SimulatedSpell] = []
    for day in days {
      if let last = spells.last, day <= last.discharged + 2 { continue }
      let status = stream.index(weights: model.legalWeights)
      let length = exp(model.stayLogMedian[status] + model.stayLogSD[status] * stream.normal())
      let stay = min(max(Int(length.rounded()), 1), model.longestStay)
      var end = day + stay
      if let left = student.leftOn { end = min(end, max(left, day + 1)) }
      spells.append(SimulatedSpell(admitted: day, discharged: end, legalStatus: status))
    }
    return spells.filter { $0.discharged > parameters.extract.lowerBound }
  }

  /// Draws the contacts within the extract, first to last, one a day and team.
  public func contacts(
    of student: SimulatedStudent, from stream: inout RandomStream
  ) -> [SimulatedContact] {
    guard student.isLinkable, let known = student.knownSince else { return [] }
    let model = parameters.services
    let factor = stream.gamma(shape: model.contactShape, scale: 1 / model.contactShape)
    let home = stream.integer(below: 3)
    let days = occurrences(
      of: student, from: max(parameters.extract.lowerBound, known), rate: model.contacts * factor,
      peak: model.contactPeak, effect: model.contactEffect, stream: &stream)
    var contacts: [SimulatedContact] = []
    for day in days {
      let team = stream.bernoulli(0.9) ? home : 3
      let code = model.attendedCodes[stream.index(weights: model.attendedWeights)]
      let twice = stream.bernoulli(model.twoStaff)
      if contacts.last?.day == day { continue }
      contacts.append(SimulatedContact(day: day, team: team, attended: code, twoStaff: twice))
    }
    return contacts
  }

  /// Days of a Poisson process whose rate changes: drawn at the highest rate, kept in proportion
  /// (Lewis & Shedler 1979, doi:10.1002/nav.3800260304).
  private func occurrences(
    of student: SimulatedStudent, from first: CalendarDay, rate: Double, peak: Double,
    effect: Double, stream: inout RandomStream
  ) -> [CalendarDay] {
    var last = parameters.extract.upperBound
    if let left = student.leftOn { last = min(last, left + -1) }
    guard first <= last else { return [] }
    let height = hasPeak ? peak : 0
    let highest = max(1 + height, effect)
    let span = last - first + 1
    let count = stream.poisson(mean: rate * highest * Double(span) / 365.25)
    guard count > 0 else { return [] }
    let peakDays = parameters.services.peakDays
    var days: [CalendarDay] = []
    for _ in 0..<count {
      let day = first + stream.integer(below: span)
      let offset = day - student.registered
      var here = offset >= 0 ? effect : 1
      if offset < 0 && offset >= -peakDays {
        here += height * (1 + Double(offset) / Double(peakDays))
      }
      if stream.uniform() * highest < here { days.append(day) }
    }
    return days.sorted()
  }
}
