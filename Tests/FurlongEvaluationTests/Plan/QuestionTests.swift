import FurlongEvaluation
import Testing

@Suite("A question")
struct QuestionTests {
  @Test("has a word of its own")
  func words() {
    let words = Question.allCases.map(\.word)
    #expect(Set(words).count == words.count)
    #expect(
      words == [
        "reach", "change", "meaning", "life_outcomes", "service_use", "time_to_event",
        "unit_rates", "money", "feedback",
        "experience", "certainty",
      ])
  }

  @Test("is asked by one kind of step, and answered by one kind of finding")
  func asked() throws {
    let asked: [EvaluationStep.Asked] = [
      .reach, .change(outcomes: []), .meaning(outcomes: []), .lifeOutcomes(outcomes: []),
      .serviceUse(events: []), .timeToEvent(events: [], months: []),
      .unitRates(counts: []), .money(events: []),
      .feedback(scales: [], byCourse: false),
      .experience, .certainty,
    ]
    #expect(asked.map(\.question) == Question.allCases)
    let findings = try InventedStudy.draft().findings().steps.map(\.finding.question)
    #expect(Set(findings) == Set(Question.allCases))
  }
}
