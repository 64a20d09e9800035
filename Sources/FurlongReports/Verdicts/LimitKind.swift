import FurlongDisclosure
import FurlongEvaluation
import FurlongStudy

/// A kind of limit; a verdict names those that touch its numbers.
public enum LimitKind: String, Codable, Sendable, Equatable, CaseIterable {
  /// Nobody to compare with.
  case noComparator
  /// A trial's arms are described one by one.
  case armsNotCompared
  /// Many of an arm are missing.
  case armIncomplete
  /// Many of those due are missing.
  case lowFollowUp
  /// Those missing differed beforehand.
  case missingDiffer
  /// Few people.
  case fewPeople
  /// Blank items were filled in.
  case filledIn
  /// Many first scores stood at an end of the scale.
  case ceilingOrFloor
  /// People join when things are worst.
  case regressionToTheMean
  /// Many outcomes and none of them primary.
  case manyOutcomes
  /// Not planned before the data were seen, or changed since.
  case notPlanned
  /// Taken out after the plan was frozen.
  case stepDropped
  /// One trust's extracts only.
  case oneTrustOnly
  /// People who could not be linked or were not known.
  case notLinked
  /// The data are invented.
  case inventedData

  /// Whether it holds for the study as a whole, so that page one says it.
  var isOfStudy: Bool {
    switch self {
    case .noComparator, .armsNotCompared, .manyOutcomes, .stepDropped, .inventedData: true
    case .armIncomplete, .lowFollowUp, .missingDiffer, .fewPeople, .filledIn, .ceilingOrFloor,
      .regressionToTheMean, .notPlanned, .oneTrustOnly, .notLinked:
      false
    }
  }
}

/// The number that a limit may touch: of a scale or an event, in a step, at a time, for a group.
struct TouchedNumber {
  /// The id of the scale or the event.
  var what: String
  /// Whether it is an event.
  var isEvent: Bool
  /// The step's id.
  var step: String
  /// The follow-up, or the window.
  var time: TimeName
  /// The group.
  var group: GroupName
}

extension ReportMaterial {
  /// The id of the first step that has a scale's change; empty where none has.
  func step(changeOf scale: String) -> String {
    change.first { _, found in found.outcomes.contains { $0.scale.id == scale } }?.step.id ?? ""
  }

  /// The id of the first step that has an event's use; empty where none has.
  func step(useOf event: String) -> String {
    serviceUse.first { _, found in found.outcomes.contains { $0.event.id == event } }?.step.id ?? ""
  }

  /// The kinds of limit that touch a number, the gravest first.
  func limits(touching number: TouchedNumber) -> [LimitKind] {
    certainty.flatMap(\.found.limits).filter { $0.touches(number) }.map(\.kind)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension CertaintyFinding<Released>.Limit {
  /// Its kind.
  var kind: LimitKind {
    switch self {
    case .noComparator: .noComparator
    case .armsNotCompared: .armsNotCompared
    case .armIncomplete: .armIncomplete
    case .lowFollowUp: .lowFollowUp
    case .missingDiffer: .missingDiffer
    case .fewPeople: .fewPeople
    case .filledIn: .filledIn
    case .ceilingOrFloor: .ceilingOrFloor
    case .regressionToTheMean: .regressionToTheMean
    case .manyOutcomes: .manyOutcomes
    case .notPlanned, .stepAdded: .notPlanned
    case .stepDropped: .stepDropped
    case .oneTrustOnly: .oneTrustOnly
    case .notLinked: .notLinked
    case .inventedData: .inventedData
    }
  }

  /// Whether it touches a number.
  fileprivate func touches(_ number: TouchedNumber) -> Bool {
    switch self {
    case .noComparator, .armsNotCompared, .inventedData, .manyOutcomes: true
    case .armIncomplete(let what, let time, let group, _):
      what == number.what && time == number.time
        && (number.group == .everyone || group == number.group)
    case .lowFollowUp(let scale, let time, _):
      scale == number.what && time == number.time
    case .missingDiffer(let scale, let time, _, _):
      scale == number.what && time == number.time
    case .fewPeople(let what, let time, let group, _):
      what == number.what && (time == nil || time == number.time) && group == number.group
    case .filledIn(let scale, _): scale == number.what
    case .ceilingOrFloor(let scale, _, _): scale == number.what
    case .regressionToTheMean(let what): what.contains(number.what)
    case .notPlanned(let step, _), .stepAdded(let step, _): step == number.step
    case .stepDropped: false
    case .oneTrustOnly: number.isEvent
    case .notLinked(let event, _): event == number.what
    }
  }
}
