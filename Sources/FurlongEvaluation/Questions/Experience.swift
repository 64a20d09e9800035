import FurlongStories
import FurlongStudy

/// Question 7: what people say.
///
/// Counted by person: who tells two stories counts once. A story whose consent forbids any use (level 0), was withdrawn
/// or has ended is not counted at all.
struct Experience {
  var material: Material
  var step: EvaluationStep

  func answer() throws(EvaluationError) -> ExperienceFinding {
    guard let plan = material.plan.stories else { throw .noStoriesPlan(step: step.id) }
    guard let codebook = material.codebook else { throw .codebookMissing(plan.codebook) }
    let size = material.cohort.size
    guard let columns = material.cohort.stories else {
      return absent(codebook, plan)
    }
    let day = plan.consentOn ?? material.cohortPlan.dataTo
    let read = ReadStories(columns, usableOn: day)
    let coded = material.sample(used: read.codedPeople.count, eligible: size)
    let told = material.sample(used: read.people.count, eligible: size)
    let both = material.sample(
      used: read.peopleReadByTwo.count, eligible: read.codedPeople.count)
    let eligibility = QuoteEligibility(consentLevel: plan.quoteConsentLevel, on: day)
    let quotable = read.entries.filter { eligibility.allows($0.story) }
    let agreements = CoderAgreement().compare(read.codings, codes: codebook.codes.map(\.id))
    var themes: [ExperienceFinding.Theme] = []
    var shown: Set<String> = []
    for (code, agreement) in zip(codebook.codes, agreements) {
      let found = read.people(finding: code.id)
      let chosen = QuoteSelection(seed: material.plan.seed).choose(
        code: code.id,
        among: quotable.map(\.story).filter { read.found(code.id, in: $0.id) }, shown: shown)
      if let chosen { shown.insert(chosen.id) }
      themes.append(
        ExperienceFinding.Theme(
          id: code.id, label: code.label, people: .exactly(found.count),
          share: coded.share(found.count),
          peopleAllCoders: .exactly(read.people(agreedOn: code.id).count),
          agreement: both.agreement(agreement),
          quote: chosen.map {
            ExperienceFinding.Quote(text: $0.text, consentLevel: $0.consentLevel)
          }))
    }
    return ExperienceFinding(
      codebook: codebook.name, source: codebook.source,
      stories: told.number(
        Double(read.entries.count), .events,
        note: "stories without a consent that holds are left out"),
      storytellers: .exactly(read.people.count),
      codedByTwo: both.number(Double(read.storiesReadByTwo.count), .events),
      nothingFound: .exactly(read.peopleWithNothing(of: codebook).count), themes: themes,
      quotable: .exactly(Set(quotable.map(\.person)).count),
      quoteConsentLevel: plan.quoteConsentLevel)
  }

  /// The finding where no export of stories was mapped.
  private func absent(_ codebook: Codebook, _ plan: StoriesPlan) -> ExperienceFinding {
    let none = material.sample(used: 0, eligible: material.cohort.size).none(.noData)
    return ExperienceFinding(
      codebook: codebook.name, source: codebook.source, stories: none, storytellers: .exactly(0),
      codedByTwo: none, nothingFound: .exactly(0),
      themes: codebook.codes.map {
        ExperienceFinding.Theme(
          id: $0.id, label: $0.label, people: .exactly(0), share: none,
          peopleAllCoders: .exactly(0), agreement: none, quote: nil)
      },
      quotable: .exactly(0), quoteConsentLevel: plan.quoteConsentLevel)
  }
}

extension Sample {
  /// The agreement of two coders, or why there is none.
  fileprivate func agreement(_ agreement: CodeAgreement) -> Answer {
    if let kappa = agreement.kappa {
      return number(kappa, .coefficient, method: MethodWords.cohenKappa)
    }
    switch agreement.undefined {
    case .notTwoCoders(let found)?:
      return none(.because("agreement needs two coders, and there are \(found)"))
    case .noCommonStories?:
      return none(.because("no story was read by both coders"))
    case .noVariation?, nil:
      return none(.noVariation)
    }
  }
}
