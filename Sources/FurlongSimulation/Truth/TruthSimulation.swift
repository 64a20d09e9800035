import FurlongNumerics
import FurlongStudy

/// Students drawn one after another, measured as the saltmarsh plan says.
struct TruthSimulation {
  private struct Occasion {
    var returned = PairedScores()
    var everybody = PairedScores()
    var due = 0
  }

  private let parameters: CollegeParameters
  private let students: StudentModel
  private let withPeak: ServiceUseModel
  private let withoutPeak: ServiceUseModel
  private var occasions: [[Occasion]]
  private var baselines: [[Double]]
  private var peak = EventTally.Window.allCases.map { EventTally($0) }
  private var noPeak = EventTally.Window.allCases.map { EventTally($0) }

  init(_ parameters: CollegeParameters) {
    self.parameters = parameters
    students = StudentModel(parameters)
    withPeak = ServiceUseModel(parameters)
    withoutPeak = ServiceUseModel(parameters, hasPeak: false)
    let none = [Occasion](repeating: Occasion(), count: FormWindow.followUps.count)
    occasions = FormScale.allCases.map { _ in none }
    baselines = FormScale.allCases.map { _ in [] }
  }

  mutating func add(student index: UInt64, seed: UInt64) {
    var stream = RandomStream(seed: seed, stream: StudentStream.life.number(of: index))
    let student = students.draw(from: &stream)
    guard student.isInPopulation else { return }
    addScores(of: student)
    var services = RandomStream(seed: seed, stream: StudentStream.services.number(of: index))
    var again = services
    add(student, withPeak, to: &peak, from: &services)
    add(student, withoutPeak, to: &noPeak, from: &again)
  }

  private func add(
    _ student: SimulatedStudent, _ model: ServiceUseModel, to tallies: inout [EventTally],
    from stream: inout RandomStream
  ) {
    let spells = model.spells(of: student, from: &stream)
    let contacts = model.contacts(of: student, from: &stream)
    for place in tallies.indices {
      tallies[place].add(student, spells: spells, contacts: contacts, extract: parameters.extract)
    }
  }

  private mutating func addScores(of student: SimulatedStudent) {
    for (s, scale) in FormScale.allCases.enumerated() {
      let start = FormWindow.baseline.score(scale, of: student)
      let startOfAll = FormWindow.baseline.scoreOfAll(scale, of: student)
      if let start { baselines[s].append(start) }
      for (o, window) in FormWindow.followUps.enumerated() {
        let closes = student.registered + window.days.upperBound
        guard closes <= parameters.extract.upperBound else { continue }
        if let startOfAll, let end = window.scoreOfAll(scale, of: student) {
          occasions[s][o].everybody.append(before: startOfAll, after: end)
        }
        guard let start else { continue }
        occasions[s][o].due += 1
        if let end = window.score(scale, of: student) {
          occasions[s][o].returned.append(before: start, after: end)
        }
      }
    }
  }

  func truths(students: Int, seed: UInt64) -> KnownTruths {
    var returned: [String: Double] = [:]
    var truths: [KnownTruth] = []
    for (s, scale) in FormScale.allCases.enumerated() {
      let spread = PairedScores.sd(baselines[s])
      let threshold = 1.96 * (2 * (1 - scale.reliability)).squareRoot() * spread
      for (o, window) in FormWindow.followUps.enumerated() {
        let occasion = occasions[s][o]
        returned["\(scale.rawValue) \(window.id)"] =
          Double(occasion.returned.before.count) / Double(occasion.due)
        let pairs = zip(
          occasion.returned.measures(threshold: threshold),
          occasion.everybody.measures(threshold: threshold))
        for (estimated, did) in pairs {
          let isMeaning = ["improved_reliably", "unchanged", "deteriorated_reliably"]
            .contains(estimated.measure)
          truths.append(
            KnownTruth(
              question: isMeaning ? "meaning" : "change", outcome: scale.rawValue,
              occasion: window.id, measure: estimated.measure, part: "", unit: estimated.unit,
              estimated: estimated.value, did: did.value))
        }
      }
    }
    for (place, window) in EventTally.Window.allCases.enumerated() {
      truths += serviceUse(in: window, peak[place], noPeak[place])
    }
    return KnownTruths(students: students, seed: seed, returned: returned, truths: truths)
  }

  private func serviceUse(
    in window: EventTally.Window, _ peak: EventTally, _ noPeak: EventTally
  ) -> [KnownTruth] {
    var truths: [KnownTruth] = []
    for (index, event) in EventTally.events.enumerated() {
      for part in EventTally.Part.allCases {
        let estimated = peak.rates(of: index, in: part)
        let did = noPeak.rates(of: index, in: part)
        let rows = [
          ("rate_before", "per_person_year", estimated.before, did.before),
          ("rate_after", "per_person_year", estimated.after, did.after),
          ("rate_ratio", "ratio", estimated.ratio, did.ratio),
        ]
        for (measure, unit, estimated, did) in rows {
          truths.append(
            KnownTruth(
              question: "service_use", outcome: event, occasion: window.id, measure: measure,
              part: part.rawValue, unit: unit, estimated: estimated, did: did))
        }
      }
    }
    return truths
  }
}
