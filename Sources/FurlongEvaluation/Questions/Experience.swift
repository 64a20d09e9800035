import FurlongStories
import FurlongStudy

/// Question 7: what people say.
///
/// Counted by person: who tells two stories counts once. A story whose consent forbids any use (level 0), was withdrawn
/// or has ended is not counted at all.
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
    let eligibility = QuoteEligibility(consentLevel: plan.quoteConsentLevel, on: day)
    let quotable = read.entries.filter { eligibility.allows($0.story) }
    let agreements = CoderAgreement().compare(read.codings, codes: codebook.themes.map(\.id))
    var themes: [ExperienceFinding<Unreleased>.Theme] = []
    var shown: Set<String> = []
    for (code, agreement) in zip(codebook.themes, agreements) {
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
            case .agreement: both.agreement(agreement)
            }
          },
          quote: chosen.map {
            StoryQuote(
              text: read.passage(of: code.id, in: $0), consentLevel: $0.consentLevel)
          }))
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
      storytellers: told.used,
      nothingFound: PeopleCount(read.peopleWithNothing(of: codebook).count, .nothingFound),
      themes: themes,
      quotable: PeopleCount(Set(quotable.map(\.person)).count, .quotable),
      quoteConsentLevel: plan.quoteConsentLevel)
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
      storytellers: nobody(.storytellers), nothingFound: nobody(.nothingFound),
      themes: codebook.themes.map {
        ExperienceFinding.Theme(
          id: $0.id, label: $0.label, people: nobody(.theme($0.id)),
          byAll: nobody(.themeByAll($0.id)), answers: Answers { _ in none }, quote: nil)
      },
      quotable: nobody(.quotable), quoteConsentLevel: plan.quoteConsentLevel)
  }
}

extension Sample {
  /// The agreement of two coders, or why there is none.
  fileprivate func agreement(_ agreement: CodeAgreement) -> FoundAnswer {
    if let kappa = agreement.kappa { return number(kappa) }
    switch agreement.undefined {
    case .notTwoCoders(let found)?: return none(.notTwoCoders(found: found))
    case .noCommonStories?: return none(.noStoryReadByBoth)
    case .noVariation?, nil: return none(.noVariation)
    }
  }
}
