import FurlongEvaluation
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("A plan that was frozen")
struct PlanVersionsTests {
  /// A plan of two scales and an event, with a step of each kind.
  private var draft: StudyDraft {
    var draft = StudyDraft(size: 2)
    draft.score("swemwbs", reliability: "implied-by-sem", before: [20, 21], after: [22, 23])
    draft.score("qpr15", role: .secondary, before: [20, 21], after: [22, 23])
    draft.count(before: [1, 0], after: [0, 0])
    draft.plan.steps = [
      StudyDraft.step("who", .reach),
      StudyDraft.step("wellbeing", .change(outcomes: ["swemwbs"])),
      StudyDraft.step("recovery", .change(outcomes: ["qpr15"])),
      StudyDraft.step("real", .meaning(outcomes: ["swemwbs", "qpr15"])),
      StudyDraft.step("hospital", .serviceUse(events: ["admission"])),
      StudyDraft.step("limits", .certainty),
    ]
    return draft
  }

  private func version(
    _ draft: StudyDraft, day: Int, why: String? = nil, forms: Int = 0
  ) -> PlanVersion {
    PlanVersion(
      moment: .init(on: CalendarDay(number: day), data: DataIn(people: 9, followUpForms: forms)),
      why: why, evaluation: draft.plan, cohort: draft.cohortPlan)
  }

  /// The word of each step in the results after one amendment.
  private func words(_ change: (inout StudyDraft) -> Void) -> [String: String] {
    var changed = draft
    change(&changed)
    let versions = PlanVersions(
      frozen: version(draft, day: 1), amendments: [version(changed, day: 2, why: "a reason")])
    return Dictionary(uniqueKeysWithValues: versions.steps.map { ($0.id, $0.planned.word) })
  }

  private let allPlanned = [
    "who": "yes", "wellbeing": "yes", "recovery": "yes", "real": "yes", "hospital": "yes",
    "limits": "yes",
  ]

  @Test("that says the same is planned, with its day and what was in")
  func unchanged() throws {
    let frozen = version(draft, day: 20_000, forms: 52)
    let versions = PlanVersions(frozen: frozen, amendments: [])
    #expect(versions.steps.allSatisfy { $0.planned == .frozen(frozen.moment) })
    #expect(versions.dropped.isEmpty)
    #expect(frozen.moment.followUpForms == .count(52))
  }

  @Test("counts of a handful of people never leave the record", .tags(.edge))
  func fewSeen() {
    #expect(PlanFreeze.Seen(0) == .nothing)
    for count in 1...4 { #expect(PlanFreeze.Seen(count) == .fewerThan(5)) }
    #expect(PlanFreeze.Seen(5) == .count(5))
  }

  @Test("a change touches the steps whose numbers depend on it, and no others")
  func touched() {
    #expect(
      words { $0.plan.outcomes[1].reliability = "alpha" }
        == allPlanned.merging(["real": "amended"]) { $1 })
    #expect(
      words { $0.plan.outcomes[1].role = .primary }
        == allPlanned.merging(["recovery": "amended", "real": "amended"]) { $1 })
    #expect(
      words { $0.cohortPlan.windows[0].before = TimeLength(6, .months) }
        == allPlanned.merging(["hospital": "amended"]) { $1 })
    #expect(
      words { $0.cohortPlan.scales[0].blankItemsAllowed = 1 }
        == allPlanned.merging(
          ["who": "amended", "wellbeing": "amended", "real": "amended"]) { $1 })
    #expect(
      words { $0.cohortPlan.dataTo = CalendarDay(number: 20_365) }.values
        .allSatisfy { $0 == "amended" })
  }

  @Test("a step that names no scale or event asks of all, and depends on them all", .tags(.edge))
  func asksOfAll() {
    var whole = draft
    whole.plan.steps = [
      StudyDraft.step("change", .change(outcomes: [])),
      StudyDraft.step("real", .meaning(outcomes: [])),
      StudyDraft.step("use", .serviceUse(events: [])),
    ]
    func amended(_ change: (inout StudyDraft) -> Void) -> [String] {
      var changed = whole
      change(&changed)
      return PlanVersions(
        frozen: version(whole, day: 1), amendments: [version(changed, day: 2, why: "a reason")]
      ).steps.filter { $0.planned.word == "amended" }.map(\.id)
    }
    #expect(amended { $0.plan.outcomes[1].reliability = "alpha" } == ["real"])
    #expect(amended { $0.cohortPlan.scales[1].blankItemsAllowed = 2 } == ["change", "real"])
    #expect(amended { $0.cohortPlan.events[0].role = .secondary } == ["use"])
    #expect(amended { $0.cohortPlan.windows[0].before = TimeLength(6, .months) } == ["use"])
    #expect(amended { $0.plan.outcomes.removeLast() } == ["change", "real"])
  }

  @Test("words that only the report prints touch no step")
  func wordsOnly() {
    #expect(
      words {
        $0.plan.title = "Another title"
        $0.cohortPlan.occasions[1].label = "some time later"
        $0.cohortPlan.events[0].many = "stays"
        $0.cohortPlan.windows[0].label = "twelve months"
      } == allPlanned)
  }

  @Test("a step that is added is not planned, one that is taken out is told of")
  func addedAndDropped() throws {
    var changed = draft
    changed.plan.steps.removeAll { $0.id == "hospital" }
    changed.plan.steps.append(StudyDraft.step("late", .change(outcomes: ["qpr15"])))
    let amendment = version(changed, day: 9, why: "The trust gave no data", forms: 60)
    let versions = PlanVersions(frozen: version(draft, day: 1), amendments: [amendment])
    let late = try #require(versions.steps.last)
    #expect(late.planned == .added(amendment.moment, why: "The trust gave no data"))
    #expect(late.planned.word == "no")
    #expect(versions.dropped == [.init(id: "hospital", why: "The trust gave no data")])
    changed.plan.steps = versions.steps
    changed.plan.dropped = versions.dropped
    guard
      case .certainty(let finding)? = try changed.findings().steps.first(where: {
        $0.id == "limits"
      })?.finding
    else {
      Issue.record("no certainty")
      return
    }
    #expect(finding.limits.contains(.stepAdded(step: "late", why: "The trust gave no data")))
    #expect(finding.limits.contains(.stepDropped(step: "hospital", why: "The trust gave no data")))
  }

  @Test("a change that is put back leaves a step planned; of several, their reasons stand")
  func putBack() {
    var first = draft
    first.cohortPlan.windows[0].before = TimeLength(6, .months)
    var second = first
    second.cohortPlan.windows[0].after = TimeLength(6, .months)
    let versions = [
      version(first, day: 2, why: "one"), version(second, day: 3, why: "two"),
    ]
    let twice = PlanVersions(frozen: version(draft, day: 1), amendments: versions)
    #expect(twice.steps[4].planned == .amended(why: "one; two"))
    let back = PlanVersions(
      frozen: version(draft, day: 1), amendments: versions + [version(draft, day: 4, why: "three")])
    #expect(back.steps[4].planned.word == "yes")
  }

  @Test("what was written by hand stays: the record can only be stricter")
  func byHand() {
    var written = draft
    written.plan.steps[1].planned = .no
    written.plan.steps[2].planned = .amended(why: "by hand")
    let frozen = PlanVersions(frozen: version(written, day: 1), amendments: [])
    #expect(frozen.steps[1].planned == .no)
    #expect(frozen.steps[2].planned == .amended(why: "by hand"))
    // Taking the words out by an amendment does not undo them.
    let cleaned = PlanVersions(
      frozen: version(written, day: 1), amendments: [version(draft, day: 2, why: "tidied")])
    #expect(cleaned.steps[1].planned == .no)
    #expect(cleaned.steps[2].planned == .amended(why: "by hand"))
    var both = written
    both.cohortPlan.scales[1].blankItemsAllowed = 2
    let amended = PlanVersions(
      frozen: version(written, day: 1), amendments: [version(both, day: 2, why: "a rule")])
    #expect(amended.steps[2].planned == .amended(why: "by hand; a rule"))
  }
}
