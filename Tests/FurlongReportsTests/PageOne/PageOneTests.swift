import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation
import FurlongReports
import FurlongTestSupport
import FurlongStudy
import Testing

@Suite("Page one")
struct PageOneTests {
  @Test("answers seven questions in the order in which a commissioner asks them")
  func order() throws {
    #expect(
      try answers(Reports.college).map(\.question) == [
        "Who came?", "Who is counted?", "What changed?", "How sure?",
        "What can this not show?", "What did it cost?", "What does this support?",
      ])
  }

  @Test("has a foot with the decision, the period, the makers and empty commentary")
  func foot() throws {
    let college = try foot(Reports.college)
    #expect(college["Decision asked"] == "Whether to fund the college for three more years.")
    #expect(college["Period"]?.contains("from 1 September 2022 to 31 July 2025") == true)
    #expect(college["Period"]?.contains("The data end on 31 August 2025.") == true)
    #expect(college["Period"]?.contains("Time is counted from first registration.") == true)
    #expect(college["Made by"]?.hasPrefix("Prepared by Saltmarsh evaluation group.") == true)
    #expect(college["Made by"]?.contains("Who paid for the evaluation: not known.") == true)
    #expect(college["Involvement"]?.contains("four student researchers on 12 September") == true)
    #expect(
      college["Outcomes"] == "The plan has 6 outcomes, 2 of them primary: SWEMWBS and admissions.")
    #expect(college["Local commentary"] == "No local commentary was added.")
    let trial = try foot(Reports.trial)
    #expect(trial["Period"]?.contains("The exports have no dates") == true)
    #expect(trial["Made by"]?.contains("Who prepared it: not known.") == true)
    #expect(trial["Decision asked"] == nil)
  }

  @Test("a funder stands in the foot, and a person's words among the answers")
  func funded() throws {
    let plan = ReportPlan(fundedBy: "the health board.", commentary: " We were short of rooms. ")
    let document = Reports.compose(TrialExample.findings, plan)
    #expect(
      try foot(document)["Made by"]?.contains("The evaluation was paid for by the health board.")
        == true)
    #expect(try foot(document)["Local commentary"] == nil)
    #expect(try answer("Local commentary", document) == "We were short of rooms.")
  }

  @Test("who came, out of all who registered")
  func came() throws {
    #expect(
      try answer("Who came?", Reports.college)
        == "About 610 people registered; 450 students included, 400 came.")
    #expect(
      try answer("Who came?", Reports.college(under: .openData))
        == "612 people registered; 452 students included, 398 came.")
  }

  @Test("x of n at the headline's follow-up, and what those missing could do to it")
  func counted() throws {
    #expect(
      try answer("Who is counted?", Reports.trial)
        == "97 of the 100 people due a form at 2 months (97%). Were those missing unchanged, the fall is 6.0 points; the scale is too short for them to undo it."
    )
    #expect(
      try answer("Who is counted?", Reports.college)
        == "About 210 of the 400 students due a form at about four months (53%). Were those missing unchanged, the rise is about 1.2 points; had they fallen about 2.4, none."
    )
  }

  @Test("what leads, its correction in the same weight, and everything else by name")
  func changed() throws {
    let points = try points(Reports.college)
    #expect(
      points[0].hasPrefix(
        "Mental wellbeing rose by 2.2 points on average (95% interval 1.7 to 2.7; SWEMWBS)."
      ))
    // What does not outlast its correction is not said before it.
    #expect(
      points[1]
        == "Admissions: nearly two fifths fewer (0.49 to 0.80); without the three months before, about a fifth fewer (0.63 to 1.03), perhaps no change."
    )
    // How far each went, of how far it could.
    #expect(points[2].hasPrefix("Personal recovery improved by"))
    #expect(points[2].contains(" of 60 points."))
    // Not of what does not outlast leaving the months before out: there it would flatter.
    #expect(
      points[2].contains(
        "Days in hospital and community contacts fell, but not if the months before are left out."))
    let named = ["ersonal recovery", "ays in hospital", "etentions", "ommunity contacts"]
    for name in named { #expect(points[2].contains(name)) }
  }

  @Test("scales that measure the same are told apart by their names")
  func sameMeasures() throws {
    let findings = findings { if $0.name == "QPR-15" { $0.measures = "mental wellbeing" } }
    let points = try points(Reports.compose(findings, ReportPlan(), under: .nhsRound5()))
    #expect(points[2].hasPrefix("Mental wellbeing (QPR-15) improved by"), "\(points[2])")
  }

  @Test("a scale of which only the name is known is named once")
  func ownScale() throws {
    let findings = findings { if $0.name == "SWEMWBS" { $0.measures = "swemwbs" } }
    let document = Reports.compose(findings, ReportPlan(), under: .nhsRound5())
    let points = try points(document)
    #expect(
      points[0].hasPrefix(
        "Swemwbs rose by 2.2 points on average (95% interval 1.7 to 2.7)."))
    #expect(
      try answer("What does this support?", document).hasPrefix("Better scores on swemwbs among"))
  }

  /// The college's findings with its scales described otherwise.
  private func findings(_ change: (inout ScaleDescription) -> Void) -> Findings<Unreleased> {
    var findings = CollegeExample.findings
    for place in findings.steps.indices {
      switch findings.steps[place].finding {
      case .change(var found):
        for outcome in found.outcomes.indices { change(&found.outcomes[outcome].scale) }
        findings.steps[place].finding = .change(found)
      case .meaning(var found):
        for outcome in found.outcomes.indices { change(&found.outcomes[outcome].scale) }
        findings.steps[place].finding = .meaning(found)
      default: continue
      }
    }
    return findings
  }

  @Test("a fall on a scale where lower is better is said to be better")
  func lowerIsBetter() throws {
    #expect(
      try points(Reports.trial)[0].contains(
        "fell by 6.2 points on average, which is better (95% interval"))
  }

  @Test("worse stands beside better, both strong, in one piece")
  func worseBesideBetter() throws {
    let answer = try #require(
      try answers(Reports.college).first { $0.question == "What changed?" })
    let strong = answer.points.flatMap(\.inlines).compactMap { inline -> String? in
      if case .strong(let prose) = inline { prose.plainText } else { nil }
    }
    #expect(
      strong.contains("About 55 of 210 got better and 10 worse beyond the form’s error"))
    #expect(strong.contains { $0.contains("two fifths fewer") && $0.contains("perhaps no change") })
  }

  @Test("arms are described apart and not compared")
  func arms() throws {
    let point = try points(Reports.trial)[0]
    #expect(point.contains("By arm: usual care, −4.3 points"))
    #expect(
      try answer("What can this not show?", Reports.trial)
        == "Whether one arm did better than the other: each is described by itself, they are not compared."
    )
    for report in [Reports.trial, Reports.seizures] {
      let said = report.plainText.ranges(of: "not compared").count
      #expect(said == 1, "once, and not in every section")
    }
  }

  @Test("an interval that holds no change is not called a change")
  func cannotTell() throws {
    var findings = TrialExample.findings
    for index in findings.steps.indices {
      guard case .change(var found) = findings.steps[index].finding else { continue }
      guard case .estimated(var estimate) = found.outcomes[0].rows[0][.meanChange] else { continue }
      estimate.value = -0.4
      estimate.interval = Interval(low: -1.6, high: 0.8, level: 0.95)
      found.outcomes[0].rows[0].answers[.meanChange] = .estimated(estimate)
      findings.steps[index].finding = .change(found)
    }
    let document = Reports.compose(findings, ReportPlan())
    #expect(try points(document)[0].hasPrefix("Whether depression changed cannot be told: −0.4"))
    #expect(
      try answer("How sure?", document).hasPrefix("We cannot tell whether depression changed."))
    #expect(
      try answer("What does this support?", document)
        == "No claim of change. Not: cause, a change in depression, savings.")
    #expect(
      document.plainText.contains("the data fit anything from a fall of 1.6 to a rise of 0.8"))
  }

  @Test("a plan without scales speaks of service use")
  func serviceUseOnly() throws {
    #expect(
      try answer("Who is counted?", Reports.seizures).hasPrefix(
        "59 of 59 people (100%) are counted for seizures."))
    #expect(
      try points(Reports.seizures)[0].hasPrefix(
        "Whether seizures changed cannot be told: anything from about a tenth fewer to about a third more fits (0.88 to 1.33 times)."
      ))
    #expect(
      try answer("How sure?", Reports.seizures) == "We cannot tell whether seizures changed.")
  }

  @Test(
    "is read in sixty seconds: its words and numbers are counted",
    arguments: Reports.all.map(\.name))
  func short(name: String) throws {
    let document = try #require(Reports.all.first { $0.name == name }?.document)
    let text =
      try [document.title]
      + answers(document).flatMap { answer in
        [answer.question, answer.answer.plainText] + answer.points.map(\.plainText)
      }
    let words = text.flatMap { $0.split(whereSeparator: \.isWhitespace) }
    let numbers = text.joined(separator: " ").matches(of: /[0-9][0-9.,]*/)
    // A trial says each arm too.
    #expect(words.count <= (name == "college" ? 200 : 230), "\(words.count) words")
    #expect(numbers.count <= (name == "college" ? 28 : 40), "\(numbers.count) numbers")
    let ends = try Regex("[.:;] ")
    for sentence in text.flatMap({ $0.split(separator: ends) }) {
      #expect(sentence.split(separator: " ").count <= 30, "\(sentence)")
    }
  }

  @Test("says in one line how long it took until the event that decides")
  func time() throws {
    let points = try points(Reports.times(under: .internalUse))
    #expect(points.count == 1)
    let said = try #require(points.first)
    #expect(
      said.hasPrefix("Half had had their first move-on within 41.6 weeks of first registration"))
    #expect(said.contains("128 watched") && said.contains("had had it by 18 months"))
    #expect(!said.contains("admission"))
    let who = try answer("Who is counted?", Reports.times(under: .internalUse))
    #expect(who.contains("were watched from first registration on"))
  }

  @Test("invented data are announced on every page and in the kicker")
  func invented() {
    #expect(Reports.college.banner?.hasPrefix("Invented data.") == true)
    #expect(Reports.college.kicker?.contains("invented data") == true)
    #expect(Reports.trial.banner == nil)
  }

  private func answers(_ document: Document) throws -> [FurlongDocuments.Answer] {
    for case .answers(let answers) in document.blocks { return answers }
    throw Missing()
  }

  private func answer(_ question: String, _ document: Document) throws -> String {
    try #require(try answers(document).first { $0.question == question }).answer.plainText
  }

  private func points(_ document: Document) throws -> [String] {
    try #require(try answers(document).first { $0.question == "What changed?" })
      .points.map(\.plainText)
  }

  private func foot(_ document: Document) throws -> [String: String] {
    for case .definitions(let lines) in document.blocks {
      return Dictionary(lines.map { ($0.term, $0.meaning.plainText) }) { first, _ in first }
    }
    throw Missing()
  }

  private struct Missing: Error {}
}
