import FurlongStories
import FurlongStudy

/// How far coders agree by story, as `furlong stories agreement` says it, in answers of a finding.
struct CodersAgreement {
  /// How many coders read any story.
  let coders: Int
  private let found: Result<AgreementOnStories, StoryAgreementError>
  private let sample: Sample

  /// Compares all who read any story on those that each of them read.
  ///
  /// - Parameters:
  ///   - coded: those of whom a story was read.
  ///   - byTwo: those of whom two coders read one.
  init(
    _ read: ReadStories, _ codebook: Codebook, _ material: Material, coded: PeopleCount,
    byTwo: PeopleCount
  ) {
    coders = read.coderNames.count
    let used = coders > 2 ? PeopleCount(read.peopleReadByAll.count, .codedByAll) : byTwo
    sample = material.sample(used: used, eligible: coded)
    var method = StoryAgreement(
      on: .themes(of: codebook), by: .story, seed: material.plan.seed)
    method.confidence = material.plan.confidence
    method.threads = material.threads
    found = Result { () throws(StoryAgreementError) in try method.compare(read.forAgreement) }
  }

  /// The κ of one theme.
  func on(_ theme: String) -> FoundAnswer {
    answer { agreement in
      guard let figure = agreement.codes.first(where: { $0.code == theme })?.figures.kappa,
        let value = figure.value
      else { return sample.none(.noVariation) }
      return sample.number(value, method: coders > 2 ? .congerKappa : nil)
    }
  }

  /// Krippendorff's α over all themes, with its interval or why there is none.
  var overAll: FoundAnswer {
    answer { agreement in
      guard let figure = agreement.pooled?.alpha, let value = figure.value else {
        return sample.none(.noVariation)
      }
      var estimate = sample.estimate(value)
      if let low = figure.low, let high = figure.high {
        estimate.interval = Interval(low: low, high: high, level: agreement.confidence)
      }
      estimate.caveats = caveats(figure)
      return .estimated(estimate)
    }
  }

  private func caveats(_ figure: AgreementFigure) -> [Caveat] {
    switch figure.missing {
    case .fewStories(_, let needed)?: [.tooFewStories(needed: needed)]
    case .undefinedDraws(let count, let all)?: [.noInterval(.undefined(count, of: all))]
    case .sameInEveryDraw?: [.noInterval(.noVariation)]
    case .noVariation?, .notAsked?, nil: []
    }
  }

  private func answer(_ figure: (AgreementOnStories) -> FoundAnswer) -> FoundAnswer {
    switch found {
    case .failure: sample.none(.outsideMethod)
    case .success(let agreement):
      switch agreement.undefined {
      case .oneCoder(let found)?: sample.none(.notTwoCoders(found: found))
      case .noCommonStories?: sample.none(.noStoryReadByAll)
      case nil: figure(agreement)
      }
    }
  }
}
