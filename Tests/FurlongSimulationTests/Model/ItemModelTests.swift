import FurlongNumerics
import FurlongSimulation
import FurlongTestSupport
import Testing

@Suite("Answers to the items of a scale")
struct ItemModelTests {
  private static let scales = [
    (CollegeParameters.saltmarsh.swemwbs, 7, 1...5),
    (CollegeParameters.saltmarsh.qpr15, 15, 0...4),
  ]

  @Test("stay within the codes of the scale and use all of them")
  func staysInRange() {
    for (model, items, range) in Self.scales {
      var stream = RandomStream(seed: 3, stream: 0)
      var seen = Set<Int>()
      for _ in 0..<500 {
        let answers = model.answers(trait: stream.normal(), from: &stream)
        #expect(answers.count == items)
        seen.formUnion(answers)
      }
      #expect(seen == Set(range))
    }
  }

  @Test("rise with the trait", .tags(.law))
  func risesWithTrait() {
    for (model, _, _) in Self.scales {
      var sums: [Int] = []
      for trait in [-2.0, -1, 0, 1, 2] {
        var stream = RandomStream(seed: 5, stream: 1)
        sums.append(
          (0..<150).reduce(0) { sum, _ in
            sum + model.answers(trait: trait, from: &stream).reduce(0, +)
          })
      }
      #expect(sums == sums.sorted() && Set(sums).count == 5)
    }
  }

  @Test("hang together as published: Cronbach's alpha of about .9")
  func hangsTogether() {
    for (model, items, _) in Self.scales {
      var stream = RandomStream(seed: 7, stream: 2)
      let rows = (0..<1500).map { _ in model.answers(trait: stream.normal(), from: &stream) }
      let ofItems = (0..<items).reduce(0.0) { sum, item in sum + variance(rows.map { $0[item] }) }
      let ofSums = variance(rows.map { $0.reduce(0, +) })
      let alpha = Double(items) / Double(items - 1) * (1 - ofItems / ofSums)
      #expect(alpha > 0.85 && alpha < 0.93, "alpha \(alpha)")
    }
  }

  private func variance(_ values: [Int]) -> Double {
    let mean = Double(values.reduce(0, +)) / Double(values.count)
    let squares = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return squares / Double(values.count - 1)
  }
}
