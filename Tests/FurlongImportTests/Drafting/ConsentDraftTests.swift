import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("Consents that people wrote as sentences, drafted")
struct ConsentDraftTests: DraftsMappings {
  private static let yes = "I give permission for my information to be linked with my NHS records"
  private static let no =
    "I do NOT give permission for my information to be linked with my NHS records"

  private func people(_ heading: String, _ answers: [String]) throws -> MapDraft {
    try draft(
      ["Student ID,Registered,\(heading)"]
        + answers.enumerated().map { "S\($0),03/09/2024,\"\($1)\"" })
  }

  private func values(_ draft: MapDraft) throws -> [String: String]? {
    guard case .words(let words)? = try map(draft).about.first?.values else { return nil }
    return words
  }

  @Test("Long sentences are yes and no, one refusal with them, and none is passed over")
  func sentences() throws {
    let draft = try people(
      "Consent to linkage with NHS records",
      Array(repeating: Self.yes, count: 8) + [Self.no, "", Self.no, Self.yes])
    #expect(try values(draft) == [Self.yes: "yes", Self.no: "no"])
    #expect(draft.facts.linkageConsent == "linkage_consent")
    let check = try #require(draft.checks.first { $0.contains("'linkage' in study.yaml") })
    #expect(check.contains("2 of 12 rows say no, and 1 is blank"))
  }

  @Test(
    "What says no is told from what says yes, however it is said",
    arguments: [
      ("I agree", "I do not agree"), ("I agree", "I don't agree"),
      ("Consent given", "Consent refused"),
      ("Happy for you to do so", "I decline"), ("I consent", "I have withdrawn my consent"),
      ("Yes - you may look", "No - do not look"), ("You may look at them", "Not happy with this"),
    ])
  func negations(yes: String, no: String) throws {
    let draft = try people(
      "Permission to link to NHS records", [yes, no, yes, yes, no, yes, yes, yes, yes, yes])
    let values = try #require(try values(draft))
    #expect(values[yes] == "yes" && values[no] == "no", "\(draft.text)")
    #expect(draft.checks.contains { $0.contains("2 of 10 rows say no") }, "\(draft.checks)")
  }

  @Test("Who is not sure counts as no, and it is said")
  func unsure() throws {
    let draft = try people(
      "Permission to link to NHS records",
      Array(repeating: "I agree", count: 9) + ["Not sure", "I do not agree", ""])
    #expect(try values(draft) == ["I agree": "yes", "Not sure": "no", "I do not agree": "no"])
    let split = try people(
      "Permission to link to NHS records",
      Array(repeating: "I agree", count: 9) + Array(repeating: "May be", count: 6))
    #expect(try values(split) == ["I agree": "yes", "May be": "no"])
    let check = try #require(draft.checks.first { $0.contains("2 of 12 rows say no") })
    #expect(check.contains("1 of these says neither yes nor no"))
  }

  @Test("What cannot be told is to be decided", .tags(.edge))
  func undecided() throws {
    let odd = "Agree but only with limited records"
    let draft = try people(
      "Permission to link to NHS records",
      Array(repeating: odd, count: 8) + Array(repeating: "I agree", count: 8))
    #expect(draft.text.contains("\"\(odd)\": DECIDE"), "\(draft.text)")
    #expect(draft.checks.contains { $0.contains("0 of 16 rows say no") && $0.contains("DECIDE") })
    let own = try people(
      "Consent to linkage of my records",
      (1...40).map { "Well, person number \($0) would like to talk this over a little more first" })
    #expect(own.text.contains("values: DECIDE") && own.decisions == 1, "\(own.text)")
  }

  @Test(
    "A yes that is taken back, or that leaves something out, is never drafted as one", .tags(.edge),
    arguments: [
      "Agreed at first, changed mind", "Consent given then taken back", "I agree to nothing",
      "I agree to none of this", "I agree with nothing on this form", "Happy for none of it",
      "Agreed then backed out", "Agreed, cancelled by email", "Agree - rescinded",
      "Yes initially - asked to be removed", "Yes, apart from my medical file",
      "OK, records excluded", "Agree to answers, keep out of my hospital records",
      "I have no problem with my answers being used", "Yes until 2024", "Agreed (since left)",
    ])
  func takenBack(_ answer: String) throws {
    for heading in ["Consent to evaluation", "Consent to evaluation and record linkage"] {
      let draft = try people(
        heading, Array(repeating: answer, count: 9) + Array(repeating: "Yes", count: 9))
      #expect(draft.text.contains("\"\(answer)\": DECIDE"), "\(draft.text)")
      #expect(!draft.text.contains("\"\(answer)\": yes"))
    }
  }

  @Test(
    "A whole yes in a sentence is one",
    arguments: [
      "I consent to my data being used for the evaluation", "Yes, I agree to take part",
      "I have read the information sheet and give my consent", "Verbal consent obtained",
      "Yes, you may look at my health records",
    ])
  func whole(_ answer: String) throws {
    let draft = try people(
      "Consent to evaluation", Array(repeating: answer, count: 9) + Array(repeating: "No", count: 9)
    )
    #expect(try values(draft)?[answer] == "yes", "\(draft.text)")
  }

  @Test("A question of the evaluation and of records in one brings 'linkage' too")
  func both() throws {
    let draft = try people(
      "Consent to evaluation and to linking my NHS record",
      Array(repeating: "Yes", count: 9) + Array(repeating: "No", count: 6))
    #expect(draft.facts.evaluationConsent == "evaluation_consent")
    #expect(draft.facts.linkageConsent == "linkage_consent")
  }

  @Test(
    "Sentences about the evaluation are read by 'who', and no name that somebody typed is shown")
  func evaluation() throws {
    let yes = "Yes, I am happy for my answers to be used to evaluate the college"
    let draft = try people(
      "OK to use answers in evaluation?",
      Array(repeating: yes, count: 9)
        + [
          "No, please do not use my answers", "Yes - Greta Quernholme 07700 900123",
          "Yes - Greta Quernholme 07700 900123", "Yes - Greta Quernholme 07700 900123",
        ])
    #expect(draft.facts.evaluationConsent == "evaluation_consent")
    let words = try #require(try values(draft))
    #expect(words == [yes: "yes"] || words.count == 2 && words[yes] == "yes")
    #expect(!(draft.text + draft.checks.joined()).contains("Quernholme"))
    #expect(draft.checks.contains { $0.contains("4 of 13 rows say no") }, "\(draft.checks)")
  }

  @Test("A consent that no mapping reads is told, with how many do not say yes")
  func unread() throws {
    let draft = try draft(
      ["Student ID,Registered,Consent to linkage of records,Consent to sharing with GP"]
        + (1...12).map { "S\($0),03/09/2024,Yes,\($0 < 4 ? "I decline" : "I agree")" })
    let check = try #require(draft.checks.first { $0.hasPrefix("'Consent to sharing with GP'") })
    #expect(check.contains("is not read: 3 of 12 rows do not say yes"))
    let forms = try self.draft(
      ["Student ID,Date,Consent to research,PHQ-9 total"]
        + (1...12).map { "S\($0),03/09/2024,\($0 < 4 ? "No" : "Yes"),\($0)" })
    #expect(forms.kind == .scores)
    #expect(forms.checks.contains { $0.hasPrefix("'Consent to research' is not read: 3 of 12") })
  }
}
