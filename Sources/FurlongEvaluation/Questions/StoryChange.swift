import FurlongStories
import FurlongStudy

/// Themes by change: what became, on the plan's leading scale, of those who told of a theme, of those who told a story
/// without it, and of those without a story.
struct StoryChange {
  var material: Material
  var step: EvaluationStep

  /// The display; nil where no story was read or the plan has no scale to follow up.
  func answer(_ read: ReadStories) throws(EvaluationError) -> StoriesByChange<Unreleased>? {
    guard let planned = material.plan.leadingOutcome, let codebook = material.codebook,
      let baseline = material.cohortPlan.baseline,
      !material.cohortPlan.followUps(of: planned.scale).isEmpty,
      !read.codedPeople.isEmpty
    else { return nil }
    let scale = try material.judged(planned)
    let first = material.scored.scores(scale: scale.id, occasion: baseline.id)
    let threshold = Meaning(material: material, step: step)
      .threshold(by: scale.reliability, of: scale.id, first)
    let told = ToldGroups(read, codebook: codebook, of: material.cohort.size)
    return StoriesByChange(
      scale: scale.description, reliability: scale.reliability, threshold: threshold,
      rows: material.cohortPlan.followUps(of: scale.id).map { occasion in
        let second = material.scored.scores(scale: scale.id, occasion: occasion.id)
        func group(_ group: PeopleGroup) -> StoriesByChange<Unreleased>.Group {
          self.group(
            group, PairedScores(of: group.members, baseline: first, followUp: second), scale,
            threshold, at: occasion)
        }
        return StoriesByChange.Row(
          occasion: TimeName(occasion),
          themes: told.themes.map {
            StoriesByChange.Theme(
              id: $0.code.id, label: $0.code.label, with: group($0.with),
              without: group($0.without))
          }, noStory: group(told.noStory))
      })
  }

  private func group(
    _ group: PeopleGroup, _ pairs: PairedScores, _ scale: JudgedScale, _ threshold: FoundAnswer,
    at occasion: Occasion
  ) -> StoriesByChange<Unreleased>.Group {
    let sample = material.sample(of: pairs, scale.id, occasion.id, group.name)
    let judged = Meaning(material: material, step: step).row(
      of: pairs, scale, threshold: threshold, cutOff: nil, at: occasion, group: group.name)
    return StoriesByChange.Group(
      name: group.name, used: sample.used, eligible: sample.eligible,
      answers: Answers { measure in
        switch measure {
        case .improved: judged[.improved]
        case .unchanged: judged[.unchanged]
        case .deteriorated: judged[.deteriorated]
        case .meanBefore: Spread(pairs.before, sample).mean
        case .meanChange: PairedAnswers(pairs, sample).meanChange
        }
      })
  }
}

/// People by what they told: of each theme two groups, and those without a story that was read.
struct ToldGroups {
  struct Theme {
    var code: Codebook.Code
    var with: PeopleGroup
    var without: PeopleGroup
  }

  var themes: [Theme]
  var noStory: PeopleGroup

  /// The groups of a cohort of so many people.
  init(_ read: ReadStories, codebook: Codebook, of size: Int) {
    let coded = read.codedPeople
    func group(_ name: GroupName, _ members: some Sequence<Int>) -> PeopleGroup {
      PeopleGroup(name: name, members: members.sorted())
    }
    themes = codebook.themes.map { code in
      let found = read.people(finding: code.id)
      return Theme(
        code: code, with: group(.with(code.id, label: code.label), found),
        without: group(.without(code.id, label: code.label), coded.subtracting(found)))
    }
    noStory = group(.noStory, (0..<size).filter { !coded.contains($0) })
  }

  /// All groups.
  var all: [PeopleGroup] { themes.flatMap { [$0.with, $0.without] } + [noStory] }
}
