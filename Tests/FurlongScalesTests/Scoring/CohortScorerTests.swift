import FurlongScales
import FurlongStudy
import Testing

@Suite("Scoring a cohort")
struct CohortScorerTests {
  private func cohort(_ forms: [FormColumn]) -> Cohort {
    Cohort(
      size: 3, steps: [], dayZero: [nil, nil, nil], about: [:], attendance: nil, forms: forms,
      serviceUse: [], timelines: [], stories: nil)
  }

  private func column(_ scale: String, _ answers: [FormAnswers?]) -> FormColumn {
    FormColumn(
      scale: scale, occasion: "baseline", answers: answers, due: [true, false, true],
      onlyUnscorable: 0, severalForms: 0)
  }

  @Test("Each column that is asked for has a score a person, blanks filled in by the plan's rule")
  func scores() throws {
    var blank = [Int?](repeating: 2, count: 15)
    blank[4] = nil
    let forms = [
      column("qpr15", [.items([Int?](repeating: 3, count: 15)), .items(blank), nil]),
      column("bdi2", [.total(14), .total(70), nil]),
    ]
    let catalogue = try ScaleCatalogue.shipped()
    let requests = [
      ScaleRequest(scale: "qpr15", blankItemsAllowed: 3),
      ScaleRequest(scale: "bdi2", blankItemsAllowed: nil),
    ]
    let scored = try CohortScorer(catalogue: catalogue).score(cohort(forms), requests: requests)
    let qpr15 = try #require(scored.scores(scale: "qpr15", occasion: "baseline"))
    #expect(qpr15.values == [45, 30, nil])
    #expect(qpr15.filledIn == [false, true, false])
    #expect(qpr15.due == [true, false, true])
    #expect(scored.scores(scale: "bdi2", occasion: "baseline")?.values == [14, nil, nil])
    #expect(scored.cohort == cohort(forms))
  }

  @Test("A scale that nobody asked for is not scored; one that nobody has is an error")
  func requests() throws {
    let catalogue = try ScaleCatalogue.shipped()
    let cohort = cohort([column("bdi2", [.total(1), nil, nil])])
    #expect(try CohortScorer(catalogue: catalogue).score(cohort, requests: []).scores.isEmpty)
    #expect(
      throws: ScaleError.unknownScale(
        id: "bdi-2", nearest: "bdi2", known: catalogue.scales.map(\.id))
    ) {
      _ = try CohortScorer(catalogue: catalogue).score(
        cohort, requests: [ScaleRequest(scale: "bdi-2", blankItemsAllowed: nil)])
    }
  }
}
