import Foundation
import FurlongNumerics
import FurlongStudy

/// Draws students of Greyfell: who they are, how they fare, which forms they hand in.
struct GreyfellModel: Sendable {
  let parameters: GreyfellParameters

  /// What lies behind the answers of one form.
  private struct Condition {
    var depression: Double
    var anxiety: Double
    var ladder: [Double]
    var work: WorkState
    var housing: HousingState
  }

  func draw(from stream: inout RandomStream) -> GreyfellStudent {
    let isCarer = stream.bernoulli(parameters.carers)
    let registered = registration(from: &stream)
    let left = registered + 30 + stream.integer(below: 500)
    let leaves = stream.bernoulli(parameters.leaves) && left <= parameters.dataTo
    let nhsNumberKnown = stream.bernoulli(parameters.nhsNumberKnown)
    let engagement = stream.normal()
    let taste = stream.normal()
    let helps = parameters.engagementHelps
    let worsening = -helps * engagement + (1 - helps * helps).squareRoot() * stream.normal()
    let before = atStart(isCarer: isCarer, from: &stream)
    let after = atEnd(before, worsening: worsening, from: &stream)
    var start = form(
      before, at: offset(mean: 1, sd: 8, within: -20...27, from: &stream), from: &stream)
    var end = form(
      after, at: offset(mean: 118, sd: 24, within: 62...178, from: &stream), from: &stream)
    start.isHandedIn = stream.bernoulli(
      isCarer ? parameters.startFormOfCarers : parameters.startForm)
    let sum = Double(start.phq9.reduce(0, +))
    end.isHandedIn = stream.bernoulli(
      probability(
        parameters.returns + parameters.returnsPerEngagement * engagement
          + parameters.returnsPerDistress * (sum - parameters.phq9AtStart.mean)
          / parameters.phq9AtStart.sd + parameters.returnsPerWorsening * worsening))
    let leftOn = leaves ? left : nil
    if let leftOn, leftOn <= registered + end.offset { end.isHandedIn = false }
    return GreyfellStudent(
      isCarer: isCarer, registered: registered, leftOn: leftOn, nhsNumberKnown: nhsNumberKnown,
      engagement: engagement, taste: taste, start: start, end: end)
  }

  private func registration(from stream: inout RandomStream) -> CalendarDay {
    while true {
      let year = stream.index(weights: parameters.yearWeights)
      let month = stream.index(weights: parameters.monthWeights)
      let first = parameters.firstDay.adding(months: 12 * year + month)
      let day = first + stream.integer(below: first.adding(months: 1) - first)
      if day <= parameters.lastDay { return day }
    }
  }

  // MARK: - How students fare

  private func atStart(isCarer: Bool, from stream: inout RandomStream) -> Condition {
    let sd = (1 - parameters.stateVariance).squareRoot()
    let r = parameters.correlation
    let shared = stream.normal()
    let own = stream.normal()
    let below = isCarer ? parameters.carersBelow : 0
    let depression = sd * shared - below
    let rest = (1 - parameters.ladderWithDistress * parameters.ladderWithDistress).squareRoot()
    let ladder = parameters.ladderAtStart.map { mean in
      mean + parameters.ladderSD
        * (-parameters.ladderWithDistress * depression + rest * stream.normal())
    }
    let odds = parameters.inWork.logOdds + parameters.inWork.perDepression * depression
    let work =
      stream.bernoulli(probability(odds))
      ? sought(parameters.soughtAtStart, from: &stream) : notSought(from: &stream)
    return Condition(
      depression: depression, anxiety: sd * (r * shared + (1 - r * r).squareRoot() * own) - below,
      ladder: ladder, work: work,
      housing: HousingState.allCases[stream.index(weights: parameters.housingAtStart)])
  }

  private func atEnd(
    _ before: Condition, worsening: Double, from stream: inout RandomStream
  ) -> Condition {
    let anxiety = parameters.anxietyChange
    var after = before
    after.depression +=
      parameters.depressionChange.mean + parameters.depressionChange.sd * worsening
    after.anxiety += anxiety.mean + anxiety.perDepression * worsening + anxiety.sd * stream.normal()
    for (rung, mean) in parameters.ladderChange.enumerated() {
      after.ladder[rung] +=
        mean - parameters.ladderPerDepression * worsening
        + parameters.ladderChangeSD * stream.normal()
    }
    after.work = workAtEnd(before.work, worsening: worsening, from: &stream)
    after.housing =
      HousingState.allCases[
        stream.index(weights: parameters.housingMoves[before.housing.rawValue])]
    return after
  }

  private func workAtEnd(
    _ before: WorkState, worsening: Double, from stream: inout RandomStream
  ) -> WorkState {
    let (gains, loses) = (parameters.gainsWork, parameters.losesWork)
    guard before.isSought else {
      let odds = gains.logOdds + gains.perChange * worsening
      return stream.bernoulli(probability(odds))
        ? sought(parameters.soughtWhenGained, from: &stream) : before
    }
    if stream.bernoulli(probability(loses.logOdds + loses.perChange * worsening)) {
      return notSought(from: &stream)
    }
    return stream.bernoulli(parameters.findsPaid) ? .paid : before
  }

  private func sought(_ weights: [Double], from stream: inout RandomStream) -> WorkState {
    WorkState.allCases[stream.index(weights: weights)]
  }

  private func notSought(from stream: inout RandomStream) -> WorkState {
    stream.bernoulli(parameters.looking) ? .looking : .neither
  }

  // MARK: - Forms

  private func form(
    _ condition: Condition, at offset: Int, from stream: inout RandomStream
  ) -> GreyfellForm {
    let sd = parameters.stateVariance.squareRoot()
    let phq9 = parameters.phq9.answers(
      trait: condition.depression + sd * stream.normal(), from: &stream)
    let gad7 = parameters.gad7.answers(
      trait: condition.anxiety + sd * stream.normal(), from: &stream)
    let ladder = condition.ladder.map { place in
      min(max(Int((place + parameters.ladderStateSD * stream.normal()).rounded()), 0), 10)
    }
    let blanks = (0..<GreyfellForm.answers).map { place in
      stream.bernoulli(
        place < GreyfellForm.scaleAnswers ? parameters.blank : parameters.stateUnsaid)
    }
    return GreyfellForm(
      offset: offset, isHandedIn: true, phq9: phq9, gad7: gad7, ladder: ladder,
      work: condition.work, housing: condition.housing, blanks: blanks)
  }

  private func offset(
    mean: Double, sd: Double, within range: ClosedRange<Int>, from stream: inout RandomStream
  ) -> Int {
    let day = Int(stream.normal(mean: mean, sd: sd).rounded())
    return min(max(day, range.lowerBound), range.upperBound)
  }

  private func probability(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
}
