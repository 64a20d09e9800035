import Foundation
import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite(.tags(.law)) struct EvaluatorLawTests {
  @Test func `the order of people changes no byte`() throws {
    let draft = InventedStudy.draft()
    let other = InventedStudy.reordered(draft)
    #expect(other.scored != draft.scored)
    #expect(try draft.findings().bytes() == other.findings().bytes())
  }

  @Test func `the number of threads changes no byte`() throws {
    let draft = InventedStudy.draft()
    let bytes = try draft.findings().bytes()
    for threads in [2, 3, 16] { #expect(try draft.findings(threads: threads).bytes() == bytes) }
  }

  @Test func `of steps that cannot be answered the first is told of, whatever the threads`() throws
  {
    var draft = InventedStudy.draft()
    draft.plan.steps = ["one", "two", "three"].map {
      StudyDraft.step($0, .change(outcomes: ["no scale of step \($0)"]))
    }
    for threads in [1, 2, 3, 16] {
      #expect(throws: EvaluationError.unknownOutcome(step: "one", scale: "no scale of step one")) {
        try draft.findings(threads: threads)
      }
    }
  }

  @Test func `the same inputs give the same bytes, and another seed other draws`() throws {
    let draft = InventedStudy.draft()
    #expect(try draft.findings().bytes() == draft.findings().bytes())
    var reseeded = draft
    reseeded.plan.seed += 1
    #expect(
      try draft.serviceUse().rows[0].rateRatios[0]
        != reseeded.serviceUse().rows[0].rateRatios[0])
    #expect(
      try draft.serviceUse().rows[0].rateRatios[1]
        == reseeded.serviceUse().rows[0].rateRatios[1])
  }

  @Test func `findings are read back as they were written`() throws {
    let findings = try InventedStudy.draft().findings()
    #expect(try Findings<Unreleased>(reading: findings.bytes()) == findings)
  }

  @Test func `a group's change is that of its people alone`() throws {
    let draft = InventedStudy.draft()
    let rows = try draft.change(groups: ["all", "team"])
    #expect(rows.map(\.group.id) == ["all", "team=south", "team=north"])
    let team = draft.scored.cohort.about["team"] ?? []
    for (name, row) in [("south", rows[1]), ("north", rows[2])] {
      let members = team.indices.filter { team[$0] == name }
      var alone = draft
      for index in alone.scored.scores.indices {
        let scores = draft.scored.scores[index]
        alone.scored.scores[index].values = members.map { scores.values[$0] }
        alone.scored.scores[index].due = members.map { scores.due[$0] }
        alone.scored.scores[index].filledIn = members.map { scores.filledIn[$0] }
      }
      alone.scored.cohort.size = members.count
      var expected = try #require(alone.change().first)
      expected.group = row.group
      // The people counted are those of the group in one and everyone in the other.
      let asEveryone = try text(row).replacing(
        "\"group\":\"team=\(name)\"", with: "\"group\":\"all\"")
      #expect(try asEveryone == text(expected))
      #expect(row.used.people == .paired(scale: "swemwbs", occasion: "after", group: row.group.id))
      #expect(row.used.count != 0)
    }
  }

  private func text(_ row: ChangeFinding<Unreleased>.Row) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(row), as: UTF8.self)
  }

  @Test func `another event changes no number of the first`() throws {
    let draft = InventedStudy.draft()
    var more = draft
    let contact = EventKind(id: "contact", one: "contact", many: "contacts", role: .secondary)
    more.count(
      contact, before: (0..<24).map { $0 % 5 }, after: (0..<24).map { $0 % 4 })
    more.cohortPlan.events.reverse()
    let rows = ResultsTable(try draft.findings()).rows.filter { $0.outcome == "admission" }
    let others = ResultsTable(try more.findings()).rows.filter { $0.outcome == "admission" }
    #expect(!rows.isEmpty)
    #expect(rows == others)
  }

  @Test func `adding a constant to all scores moves means alone`() throws {
    let before = [20.0, 22, 25, 19, 23, 30]
    let after = [24.0, 21, 29, 22, 27, 31]
    var draft = StudyDraft(size: 6)
    draft.score("qpr15", before: before, after: after)
    var shifted = StudyDraft(size: 6)
    shifted.score("qpr15", before: before.map { $0 + 16 }, after: after.map { $0 + 16 })
    let row = try #require(draft.change().first)
    let other = try #require(shifted.change().first)
    for measure in [
      ChangeMeasure.meanChange, .sdChange, .tStatistic, .dAv, .gAv, .dZ, .wilcoxon, .correlation,
      .dRm, .dB, .gB, .medianChange, .probabilityOfImprovement,
    ] {
      let value = try #require(row[measure].estimate?.value)
      expectClose(try #require(other[measure].estimate?.value), value, relative: 1e-12)
    }
    expectClose(
      try #require(other[.meanBefore].estimate?.value),
      try #require(row[.meanBefore].estimate?.value) + 16, relative: 1e-12)
    expectClose(
      try #require(shifted.meaning().threshold.estimate?.value),
      try #require(draft.meaning().threshold.estimate?.value), relative: 1e-12)
  }

  @Test func `doubling all scores doubles change and threshold, and leaves who changed`() throws {
    let before = [10.0, 12, 15, 9, 13, 20]
    let after = [14.0, 4, 29, 12, 17, 21]
    var draft = StudyDraft(size: 6)
    draft.score("qpr15", before: before, after: after)
    var doubled = StudyDraft(size: 6)
    doubled.score("qpr15", before: before.map { $0 * 2 }, after: after.map { $0 * 2 })
    let one = try draft.meaning()
    let two = try doubled.meaning()
    #expect(
      two.threshold.estimate?.value == (one.threshold.estimate?.value).map { $0 * 2 })
    func count(
      _ outcome: MeaningFinding<Unreleased>.Outcome, _ measure: MeaningMeasure
    ) -> Double? {
      outcome.rows[0][measure].estimate?.parts?.count
    }
    #expect(count(one, .improved) != nil)
    #expect(count(one, .improved) == count(two, .improved))
    #expect(count(one, .deteriorated) == count(two, .deteriorated))
    #expect(count(one, .deteriorated) == 1)
  }

  @Test func `before and after swapped turn the change round`() throws {
    let first = [20.0, 22, 25, 19, 23, 30]
    let second = [24.0, 21, 29, 22, 27, 31]
    var draft = StudyDraft(size: 6)
    draft.score("qpr15", before: first, after: second)
    draft.count(before: [3, 1, 0, 2, 2, 5], after: [1, 1, 2, 0, 0, 2])
    var swapped = StudyDraft(size: 6)
    swapped.score("qpr15", before: second, after: first)
    swapped.count(before: [1, 1, 2, 0, 0, 2], after: [3, 1, 0, 2, 2, 5])
    let change = try #require(draft.change().first?[.meanChange].estimate?.value)
    let back = try #require(swapped.change().first?[.meanChange].estimate?.value)
    expectClose(back, -change, relative: 1e-14)
    let ratio = try #require(draft.serviceUse().rows[0].rateRatios[1].estimate)
    let inverse = try #require(swapped.serviceUse().rows[0].rateRatios[1].estimate)
    expectClose(inverse.value, 1 / ratio.value, relative: 1e-14)
    expectClose(
      try #require(inverse.interval?.low), 1 / (try #require(ratio.interval?.high)),
      relative: 1e-12)
  }
}
