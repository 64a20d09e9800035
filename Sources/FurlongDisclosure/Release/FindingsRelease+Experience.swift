import FurlongEvaluation
import FurlongStudy

extension FindingsRelease {
  func release(_ experience: ExperienceFinding<Unreleased>) -> ExperienceFinding<Released> {
    ExperienceFinding(
      codebook: experience.codebook, source: experience.source,
      stories: rule.answers(experience.stories) { .stories($0) }, coders: experience.coders,
      storytellers: rule.count(experience.storytellers),
      nothingFound: rule.count(experience.nothingFound),
      themes: experience.themes.map {
        release($0, beside: experience.themes, for: experience.quotePurpose)
      },
      agreement: rule.answer(experience.agreement, of: ThemeMeasure.overAll),
      quotable: rule.count(experience.quotable),
      quotes: rule.answers(experience.quotes) { .quotes($0) },
      quotePurpose: experience.quotePurpose, change: experience.change.map(release))
  }

  private func release(
    _ change: StoriesByChange<Unreleased>
  ) -> StoriesByChange<Released> {
    StoriesByChange(
      scale: change.scale, reliability: change.reliability,
      threshold: rule.answer(change.threshold, of: MeaningMeasure.threshold),
      rows: change.rows.map { row in
        let means = ToldMeans(row, rule)
        func release(
          _ group: StoriesByChange<Unreleased>.Group, isShown: Bool
        ) -> StoriesByChange<Released>.Group {
          StoriesByChange.Group(
            name: group.name, used: rule.count(group.used), eligible: rule.count(group.eligible),
            answers: group.answers.map { measure, answer in
              rule.answer(
                answer, of: measure.declared, key: nil,
                closed: measure.judged == nil && !isShown ? .fewPeople : nil)
            })
        }
        return StoriesByChange.Row(
          occasion: row.occasion,
          themes: row.themes.map { theme in
            let isShown = means.shows(theme)
            return StoriesByChange.Theme(
              id: theme.id, label: theme.label, with: release(theme.with, isShown: isShown),
              without: release(theme.without, isShown: isShown))
          }, noStory: release(row.noStory, isShown: means.showsNoStory))
      })
  }

  /// Words are shown for the plan's purpose or not at all.
  ///
  /// The coders' agreement follows from the stories in which both found the theme, so it is shown where both counts are.
  private func release(
    _ theme: ExperienceFinding<Unreleased>.Theme,
    beside themes: [ExperienceFinding<Unreleased>.Theme], for purpose: ConsentPurpose
  ) -> ExperienceFinding<Released>.Theme {
    let people = rule.count(theme.people)
    let byAll = rule.count(theme.byAll)
    let areBothShown = people.number != nil && byAll.number != nil
    return ExperienceFinding.Theme(
      id: theme.id, label: theme.label, people: people, byAll: byAll,
      answers: theme.answers.map { measure, answer in
        rule.answer(
          answer, of: measure.declared, key: nil,
          closed: measure == .agreement && !areBothShown ? .fewPeople : nil)
      },
      quote: rule.showsQuote(of: theme.people)
        ? theme.quote.flatMap { $0.purpose == purpose ? $0 : nil } : nil,
      contradicting: theme.contradicting.flatMap { contradicting in
        // Words against a theme tell of another, among which they count.
        let counted = themes.filter { $0.id == contradicting.theme }.map(\.people)
        let isShown =
          contradicting.quote.purpose == purpose
          && ([theme.people] + counted).allSatisfy(rule.showsQuote)
        return isShown ? contradicting : nil
      })
  }

  func release(
    _ certainty: CertaintyFinding<Unreleased>, _ shown: Set<MissingDifference>
  ) -> CertaintyFinding<Released> {
    let limits = certainty.limits.filter { limit in
      guard case .missingDiffer(let scale, let occasion, let variable, _) = limit else {
        return true
      }
      return shown.contains(
        MissingDifference(scale: scale, occasion: occasion, variable: variable))
    }
    return CertaintyFinding(limits: limits.map(release), strength: certainty.strength)
  }

  private func release(
    _ limit: CertaintyFinding<Unreleased>.Limit
  ) -> CertaintyFinding<Released>.Limit {
    func share(_ answer: FoundAnswer) -> ReleasedAnswer {
      rule.answer(answer, of: CertaintyShare.measure)
    }
    switch limit {
    case .noComparator: return .noComparator
    case .armsNotCompared: return .armsNotCompared
    case .armIncomplete(let what, let occasion, let group, let answer):
      return .armIncomplete(what: what, occasion: occasion, group: group, share: share(answer))
    case .lowFollowUp(let scale, let occasion, let answer):
      return .lowFollowUp(scale: scale, occasion: occasion, share: share(answer))
    case .missingDiffer(let scale, let occasion, let variable, let difference):
      return .missingDiffer(
        scale: scale, occasion: occasion, variable: variable,
        difference: rule.answer(
          difference, of: MissingMeasure.difference.declared(for: variable)))
    case .fewPeople(let what, let occasion, let group, let people):
      return .fewPeople(what: what, occasion: occasion, group: group, people: rule.count(people))
    case .filledIn(let scale, let answer):
      return .filledIn(scale: scale, share: share(answer))
    case .ceilingOrFloor(let scale, let atBest, let atWorst):
      return .ceilingOrFloor(scale: scale, atBest: share(atBest), atWorst: share(atWorst))
    case .regressionToTheMean(let what): return .regressionToTheMean(what: what)
    case .manyOutcomes(let count): return .manyOutcomes(count: count)
    case .notPlanned(let step, let why): return .notPlanned(step: step, why: why)
    case .stepAdded(let step, let why): return .stepAdded(step: step, why: why)
    case .stepDropped(let step, let why): return .stepDropped(step: step, why: why)
    case .oneTrustOnly: return .oneTrustOnly
    case .notLinked(let event, let people):
      return .notLinked(event: event, people: rule.count(people))
    case .inventedData: return .inventedData
    }
  }
}

/// A share that triggers a limit: of people or of forms, both by the rule of shares.
private enum CertaintyShare {
  static let measure = FormsMeasure.shareFilledIn.declared
}
