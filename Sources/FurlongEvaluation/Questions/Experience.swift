import FurlongStories
import FurlongStudy

/// Question 7: what people say.
///
/// Counted by person: who tells two stories counts once. A story whose consent does not let it be counted, was
/// withdrawn or has ended is not counted at all.
struct Experience {
  var material: Material
  var step: EvaluationStep

  func answer() throws(EvaluationError) -> ExperienceFinding<Unreleased> {
    guard let plan = material.plan.stories else { throw .noStoriesPlan(step: step.id) }
    guard let codebook = material.codebook else { throw .codebookMissing(plan.codebook) }
    guard let columns = material.cohort.stories else {
      return absent(codebook, plan)
    }
    let day = plan.consentOn ?? material.cohortPlan.dataTo
    let read = ReadStories(columns, codebook: codebook, usableOn: day)
    let coded = material.sample(
      used: PeopleCount(read.codedPeople.count, .coded), eligible: material.everyone)
    let told = material.sample(
      used: PeopleCount(read.people.count, .storytellers), eligible: material.everyone)
    let both = material.sample(
      used: PeopleCount(read.peopleReadByTwo.count, .codedByTwo), eligible: coded.used)
    let agreement = CodersAgreement(read, codebook, material, coded: coded.used, byTwo: both.used)
    let eligibility = QuoteEligibility(for: plan.quotePurpose, on: day)
    let quotable = read.entries.filter { eligibility.allows($0.story) }
    let bars = Dictionary(
      uniqueKeysWithValues: read.entries.map { ($0.story.id, QuoteMeasure(eligibility, $0.story)) })
    var themes: [ExperienceFinding<Unreleased>.Theme] = []
    var shown: Set<String> = []
    for code in codebook.themes {
      let found = read.people(finding: code.id).count
      let chosen = QuoteSelection(seed: material.plan.seed).choose(
        code: code.id,
        among: quotable.map(\.story).filter { read.found(code.id, in: $0.id) }, shown: shown)
      if let chosen { shown.insert(chosen.id) }
      themes.append(
        ExperienceFinding.Theme(
          id: code.id, label: code.label, people: PeopleCount(found, .theme(code.id)),
          byAll: PeopleCount(read.people(agreedOn: code.id).count, .themeByAll(code.id)),
          answers: Answers { measure in
            switch measure {
            case .share: coded.share(found, .theme(code.id))
            case .agreement: agreement.on(code.id)
            }
          },
          quote: chosen.map {
            StoryQuote(
              text: read.passage(of: code.id, in: $0), purpose: eligibility.purpose)
          }))
    }
    // Each theme has its own words first; then what speaks against it, of stories not quoted yet.
    for place in themes.indices {
      themes[place].contradicting = contradicting(
        themes[place].id, read, codebook, among: quotable.map(\.story),
        for: eligibility.purpose, &shown)
    }
    return ExperienceFinding(
      codebook: codebook.name, source: codebook.source,
      stories: Answers { measure in
        switch measure {
        case .stories:
          told.sum(
            Double(read.entries.count), of: read.contributors { _ in true },
            caveats: [.consentedOnly])
        case .codedByTwo:
          both.sum(
            Double(read.storiesReadByTwo.count),
            of: read.contributors { read.storiesReadByTwo.contains($0) })
        }
      },
      coders: agreement.coders, storytellers: told.used,
      nothingFound: PeopleCount(read.peopleWithNothing(of: codebook).count, .nothingFound),
      themes: themes, agreement: agreement.overAll,
      quotable: PeopleCount(Set(quotable.map(\.person)).count, .quotable),
      quotes: Answers { measure in
        told.sum(
          Double(bars.values.count { $0 == measure }),
          of: read.contributors { bars[$0] == measure })
      }, quotePurpose: plan.quotePurpose,
      change: try StoryChange(material: material, step: step).answer(read))
  }

  /// A passage that speaks against a theme, drawn like its own.
  private func contradicting(
    _ theme: String, _ read: ReadStories, _ codebook: Codebook, among quotable: [StoryRecord],
    for purpose: ConsentPurpose, _ shown: inout Set<String>
  ) -> ContradictingQuote? {
    let stories = quotable.filter { !read.against(theme, in: $0.id).isEmpty }
    guard
      let story = QuoteSelection(seed: material.plan.seed)
        .choose(code: "against \(theme)", among: stories, shown: shown)
    else { return nil }
    let codings = read.against(theme, in: story.id)
    // Of several codes the first in the codebook.
    let given = Set(codings.compactMap { $0.code.flatMap(codebook.code)?.id })
    guard let code = codebook.codes.first(where: { given.contains($0.id) }) else { return nil }
    shown.insert(story.id)
    let passage = read.passage(
      of: codings.filter { $0.code.flatMap(codebook.code)?.id == code.id }, in: story)
    return ContradictingQuote(
      label: code.label, theme: codebook.theme(of: code).id,
      quote: StoryQuote(text: passage, purpose: purpose))
  }

  /// The finding where no export of stories was mapped.
  private func absent(
    _ codebook: Codebook, _ plan: StoriesPlan
  ) -> ExperienceFinding<Unreleased> {
    func nobody(_ set: PeopleSet) -> PeopleCount { PeopleCount(0, set, isGiven: true) }
    let none = material.sample(used: nobody(.storytellers), eligible: material.everyone)
      .none(.noData)
    return ExperienceFinding(
      codebook: codebook.name, source: codebook.source, stories: Answers { _ in none },
      coders: 0, storytellers: nobody(.storytellers), nothingFound: nobody(.nothingFound),
      themes: codebook.themes.map {
        ExperienceFinding.Theme(
          id: $0.id, label: $0.label, people: nobody(.theme($0.id)),
          byAll: nobody(.themeByAll($0.id)), answers: Answers { _ in none }, quote: nil)
      },
      agreement: none, quotable: nobody(.quotable), quotes: Answers { _ in none },
      quotePurpose: plan.quotePurpose)
  }
}

extension QuoteMeasure {
  /// Among which of the stories it counts one that may be used.
  init(_ eligibility: QuoteEligibility, _ story: StoryRecord) {
    self =
      switch eligibility.bar(of: story) {
      case nil: .quotable
      // A withdrawn story may not be used, and is not counted at all.
      case .withdrawn?, .notAgreed?: .notAgreed
      case .consentNotGiven?: .consentNotGiven
      case .consentEnded?: .consentEnded
      case .notReviewed?: .notReviewed
      case .noWords?: .noWords
      }
  }
}
