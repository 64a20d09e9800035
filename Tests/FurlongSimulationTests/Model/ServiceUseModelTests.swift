import FurlongNumerics
import FurlongSimulation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Service use around day 0")
struct ServiceUseModelTests {
  private let parameters = CollegeParameters.saltmarsh

  private func students(_ count: Int) -> [SimulatedStudent] {
    let model = StudentModel(parameters)
    return (0..<UInt64(count)).map { place in
      var stream = RandomStream(seed: 11, stream: place)
      return model.draw(from: &stream)
    }
  }

  private func spells(_ model: ServiceUseModel, _ student: SimulatedStudent, _ place: Int)
    -> [SimulatedSpell]
  {
    var stream = RandomStream(seed: 12, stream: UInt64(place))
    return model.spells(of: student, from: &stream)
  }

  @Test("is drawn for those alone whom the trust knows and the college can link")
  func needsLink() {
    let model = ServiceUseModel(parameters)
    let students = students(400)
    #expect(students.contains { !$0.isLinkable })
    for (place, student) in students.enumerated() where !student.isLinkable {
      var stream = RandomStream(seed: 12, stream: UInt64(place))
      #expect(model.spells(of: student, from: &stream).isEmpty)
      #expect(model.contacts(of: student, from: &stream).isEmpty)
    }
  }

  @Test("has stays of at least one night that do not overlap and end with the time at risk")
  func staysAreApart() {
    let model = ServiceUseModel(parameters)
    var seen = 0
    for (place, student) in students(800).enumerated() {
      let spells = spells(model, student, place)
      seen += spells.count
      for spell in spells {
        #expect(spell.admitted < spell.discharged)
        if let known = student.knownSince { #expect(spell.admitted >= known) }
        if let left = student.leftOn { #expect(spell.discharged <= left) }
      }
      for (one, next) in zip(spells, spells.dropFirst()) {
        #expect(one.discharged < next.admitted)
      }
    }
    #expect(seen > 150)
  }

  @Test("rises in the three months before registration, and only where the model has a peak")
  func peaks() {
    func admissions(_ model: ServiceUseModel) -> (peak: Int, earlier: Int) {
      var counts = (peak: 0, earlier: 0)
      for (place, student) in students(1500).enumerated() {
        for spell in spells(model, student, place) {
          switch spell.admitted - student.registered {
          case -88..<0: counts.peak += 1
          case -264 ..< -88: counts.earlier += 1
          default: break
          }
        }
      }
      return counts
    }
    // The peak is 88 days long and 2.75 times as high on average; the time before it is twice as long.
    let with = admissions(ServiceUseModel(parameters))
    let without = admissions(ServiceUseModel(parameters, hasPeak: false))
    #expect(Double(with.peak) / Double(with.earlier) > 1.0)
    #expect(Double(without.peak) / Double(without.earlier) < 0.7)
  }

  @Test("is spread unevenly: most have no admission, a few have many")
  func isSpreadUnevenly() {
    let model = ServiceUseModel(parameters)
    let counts = students(1500).enumerated().filter { $1.isLinkable }
      .map { spells(model, $1, $0).count }
    let mean = Double(counts.reduce(0, +)) / Double(counts.count)
    let variance =
      counts.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      / Double(counts.count - 1)
    #expect(variance > 1.8 * mean)
    #expect(counts.count { $0 == 0 } * 2 > counts.count)
  }
}
