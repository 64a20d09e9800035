import Foundation
import FurlongStudy
import FurlongTestSupport
import FurlongWorkflow
import Testing

/// The plan names what stories are quoted for; nobody is quoted for anything else.
@Suite("The purpose of a quote")
struct QuotePurposeTests {
  private let study: StoryStudy

  init() throws { study = try StoryStudy() }

  private func purpose(_ word: String, disclosure: String = "internal") throws {
    try study.folder.change("study.yaml", "public report, reviewed", to: "\(word), reviewed")
    try study.folder.change("study.yaml", "disclosure: internal", to: "disclosure: \(disclosure)")
  }

  @Test(
    "Those who agreed to it may be quoted, and of the others is told why not",
    arguments: [("public report", 3), ("funder report", 3), ("web", 1), ("training", 1)])
  func counted(word: String, stories: Int) throws {
    try purpose(word)
    let found = try StoryDesk(study.workflow).quotable
    #expect(found.quotable == stories)
    let others = try #require(ConsentPurpose(rawValue: word))
    let why = "not agreed to be quoted \(others.place)"
    #expect(found.barred.first { $0.why == why }?.stories == 5 - stories)
    #expect(found.barred.reduce(found.quotable) { $0 + $1.stories } == 6)
  }

  @Test("A report holds words of those alone who agreed to its purpose")
  func quoted() throws {
    let session = try study.session("RO")
    for (id, code) in [("S2", "d"), ("S6", "h")] {
      _ = try session.give(code, to: nil, of: id)
      _ = try session.read(of: id)
    }
    func quotes() throws -> Set<String> {
      let text = try study.workflow.evaluate(as: .json)
      return Set(["The bus takes", "I teach it now"].filter(text.contains))
    }
    #expect(try quotes() == ["The bus takes", "I teach it now"])
    try purpose("web")
    #expect(try quotes() == ["I teach it now"])
  }

  @Test(
    "A plan whose quotes have no purpose, or one that its report goes beyond, is refused",
    .tags(.edge),
    arguments: [
      ("publik report", "internal", "did you mean 'public report'"),
      ("sharing", "internal", "no purpose for which words are quoted"),
      ("analysis", "internal", "no purpose for which words are quoted"),
      ("internal report", "nhs-round5", "leave the college"),
      ("internal report", "open-data", "leave the college"),
    ])
  func refused(word: String, disclosure: String, said: String) throws {
    try purpose(word, disclosure: disclosure)
    let workflow = try study.workflow
    do {
      _ = try StoryDesk(workflow)
      Issue.record("'\(word)' was taken")
    } catch {
      let told = ErrorPresentation(error)
      let words = "\(told.what) \(told.fix)"
      #expect(words.contains(said), "\(words)")
    }
  }

  @Test("Where nobody agreed to the purpose, an import says so and to what they did")
  func nobody() throws {
    try study.folder.change("maps/stories.map.yaml", "web, training, sharing]", to: "sharing]")
    try purpose("training")
    let problems = try study.workflow.importExports().problems
    let told = try #require(problems.first { $0.code == "I069" })
    #expect(told.message.contains("the plan's purpose is 'training', and no teller agreed to it"))
    #expect(told.message.contains("analysis 4, internal report 3"), "\(told.message)")
  }

  @Test(
    "Where nobody noted when they agreed, an import says that nothing may be quoted, and what is missing"
  )
  func undated() throws {
    try study.folder.change("maps/stories.map.yaml", "  given_on: Given\n", to: "")
    try study.folder.change(
      "maps/stories.map.yaml", "reviewed: {", to: "ignore: [Given]\nreviewed: {")
    let problems = try study.workflow.importExports().problems
    let told = try #require(problems.first { $0.code == "I069" })
    #expect(told.message.contains("None of 6 stories may be quoted"), "\(told.message)")
    #expect(told.message.contains("of none is it known when its teller agreed"))
    #expect(told.fix.contains("'given_on' under 'consent'"))
    #expect(try StoryDesk(study.workflow).quotable.quotable == 0)
  }

  @Test(
    "A plan drafted out of exports with stories names the purpose, and its mapping what levels allow"
  )
  func drafted() throws {
    let folder = try TestFolder()
    let rows = (1...12).map {
      "R\($0),RC100\($0),I came back after \($0) years and stayed for good,\([0, 1, 4][$0 % 3])\n"
    }
    try folder.write(
      "Response ID,Student ID,Your story,Consent level\n" + rows.joined(), to: "exports/stories.csv"
    )
    let place = folder.url.appendingPathComponent("study")
    _ = try StudyFromExports(
      exports: folder.url.appendingPathComponent("exports"),
      study: NewStudy(id: "drafted", folder: place)
    ).make(in: place)
    let plan = try folder.text(of: "study/study.yaml")
    #expect(plan.contains("quotes: { purpose: public report, reviewed: yes }"))
    #expect(plan.contains("ask: experience"))
    let map = try folder.text(of: "study/maps/stories.map.yaml")
    #expect(map.contains("[analysis, internal report, funder report, public report]"))
    let keys = try TestFolder()
    let check = try Workflow.ofTest(place, keys: keys.url, on: "2025-09-01").checkPlan().text
    #expect(check.contains("agreed to be quoted in a public report"), "\(check)")
  }

  @Test("A story that may be quoted and not counted is read by nobody", .tags(.edge))
  func uncounted() throws {
    try study.folder.change("maps/stories.map.yaml", "5: [analysis, ", to: "5: [")
    let summary = try StoryDesk(study.workflow).summaries().first { $0.id == "S6" }
    #expect(summary?.closed == .noConsent)
  }
}
