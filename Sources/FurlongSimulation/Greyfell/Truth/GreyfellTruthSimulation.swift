import FurlongNumerics
import FurlongStudy

/// Students of Greyfell drawn one after another, measured as its plan says.
struct GreyfellTruthSimulation {
  /// What is measured of those whose forms came back, and of everybody.
  private struct Sides<Measured> {
    var returned: Measured
    var everybody: Measured
  }

  private let seed: UInt64
  private let model = GreyfellModel(parameters: GreyfellParameters())
  private let register: SessionRegister
  private var scores = GreyfellScale.allCases.map { _ in
    Sides(returned: PairedScores(), everybody: PairedScores())
  }
  private var due = GreyfellScale.allCases.map { _ in 0 }
  private var work = Sides(returned: StateTally(), everybody: StateTally())
  private var housing = Sides(returned: StateTally(), everybody: StateTally())
  private var recommend = Sides(returned: (forms: 0, would: 0), everybody: (forms: 0, would: 0))

  init(seed: UInt64) {
    self.seed = seed
    register = GreyfellCollege.register(seed: seed)
  }

  mutating func add(student index: UInt64) {
    var life = RandomStream(seed: seed, stream: StudentStream.life.number(of: index))
    let student = model.draw(from: &life)
    guard !student.isCarer else { return }
    addScores(of: student)
    addStates(of: student)
    var said = RandomStream(seed: seed, stream: StudentStream.feedback.number(of: index))
    let bookings = register.bookings(of: student, place: index)
    for feedback in model.feedback(of: student, on: bookings, from: &said) {
      add(feedback, to: &recommend.everybody)
      if feedback.isGiven && !feedback.isBlank { add(feedback, to: &recommend.returned) }
    }
  }

  private func add(_ feedback: CourseFeedback, to tally: inout (forms: Int, would: Int)) {
    tally.forms += 1
    if feedback.recommend >= 4 { tally.would += 1 }
  }

  private mutating func addScores(of student: GreyfellStudent) {
    for (place, scale) in GreyfellScale.allCases.enumerated() {
      scores[place].everybody.append(
        before: scale.completeScore(student.start), after: scale.completeScore(student.end))
      guard student.start.isHandedIn, let before = scale.score(student.start) else { continue }
      due[place] += 1
      guard student.end.isHandedIn, let after = scale.score(student.end) else { continue }
      scores[place].returned.append(before: before, after: after)
    }
  }

  private mutating func addStates(of student: GreyfellStudent) {
    let (start, end) = (student.start, student.end)
    work.everybody.add(before: start.work.isSought, after: end.work.isSought)
    housing.everybody.add(before: start.housing.isSought, after: end.housing.isSought)
    guard start.isHandedIn && end.isHandedIn else { return }
    if let before = start.workOnPaper, let after = end.workOnPaper {
      work.returned.add(before: before.isSought, after: after.isSought)
    }
    if let before = start.housingOnPaper, let after = end.housingOnPaper {
      housing.returned.add(before: before.isSought, after: after.isSought)
    }
  }

  func truths(students: Int) -> KnownTruths {
    var returned: [String: Double] = [:]
    for (place, scale) in GreyfellScale.allCases.enumerated() {
      returned["\(scale.rawValue) end"] =
        Double(scores[place].returned.before.count) / Double(due[place])
    }
    return KnownTruths(
      students: students, seed: seed, returned: returned,
      truths: scaleTruths() + stateTruths("work", work) + stateTruths("housing", housing)
        + feedbackTruths())
  }

  private func scaleTruths() -> [KnownTruth] {
    let meaning = ["improved_reliably", "unchanged", "deteriorated_reliably"]
    var truths: [KnownTruth] = []
    for (place, scale) in GreyfellScale.allCases.enumerated() {
      // At least so many points: more than the number just below.
      let threshold = (scale.reliablePoints ?? .infinity).nextDown
      let pairs = zip(
        scores[place].returned.measures(threshold: threshold, lowerIsBetter: scale.lowerIsBetter),
        scores[place].everybody.measures(threshold: threshold, lowerIsBetter: scale.lowerIsBetter))
      for (estimated, did) in pairs {
        let isMeaning = meaning.contains(estimated.measure)
        if isMeaning && scale.reliablePoints == nil { continue }
        truths.append(
          KnownTruth(
            question: isMeaning ? "meaning" : "change", outcome: scale.rawValue, occasion: "end",
            measure: estimated.measure, part: "", unit: estimated.unit, estimated: estimated.value,
            did: did.value))
      }
    }
    return truths
  }

  private func stateTruths(_ id: String, _ sides: Sides<StateTally>) -> [KnownTruth] {
    zip(sides.returned.measures, sides.everybody.measures).map { estimated, did in
      KnownTruth(
        question: "life_outcomes", outcome: id, occasion: "end", measure: estimated.measure,
        part: "", unit: "proportion", estimated: estimated.value, did: did.value)
    }
  }

  private func feedbackTruths() -> [KnownTruth] {
    let (given, all) = (recommend.returned, recommend.everybody)
    return [
      KnownTruth(
        question: "feedback", outcome: "recommend", occasion: "", measure: "reached_score",
        part: "", unit: "proportion", estimated: Double(given.would) / Double(given.forms),
        did: Double(all.would) / Double(all.forms))
    ]
  }
}
