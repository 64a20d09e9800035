import FurlongStories
import FurlongStudy

/// How far coders agree by story, as `furlong stories agreement` says it, in answers of a finding.
struct CodersAgreement {
  /// How many coders read any story.
  let coders: Int
  private let found: Result<AgreementOnStories, StoryAgreementError>
  /// Those of whom all coders read a story, and those of whom two did.
  private let byAll: Sample
  private let byTwo: Sample

  /// Compares all who read any story: on those that each of them read, and over all themes on those that any two did.
  ///
  /// - Parameters:
  ///   - coded: those of whom a story was read.
  ///   - byTwo: those of whom two coders read one.
  init(
    _ read: ReadStories, _ codebook: Codebook, _ material: Material, coded: PeopleCount,
    byTwo: PeopleCount
  ) {
    coders = read.coderNames.count
    self.byTwo = material.sample(used: byTwo, eligible: coded)
    byAll =
      coders > 2
      ? material.sample(
        used: PeopleCount(read.peopleReadByAll.count, .codedByAll), eligible: coded) : self.byTwo
    var method = StoryAgreement(
      on: .themes(of: codebook), by: .story, seed: material.plan.seed)
    method.confidence = material.plan.confidence
    method.threads = material.threads
    found = Result { () throws(StoryAgreementError) in try method.compare(read.forAgreement) }
  }

  /// The κ of one theme.
  func on(_ theme: String) -> FoundAnswer {
    answer(byAll) { agreement in
      if agreement.undefined == .noCommonStories { return byAll.none(.noStoryReadByAll) }
      guard let figure = agreement.codes.first(where: { $0.code == theme })?.figures.kappa,
        let value = figure.value
      else { return byAll.none(.noVariation) }
      return byAll.number(value, method: coders > 2 ? .congerKappa : nil)
    }
  }

  /// Krippendorff's α over all themes, on the stories that any two read, with its interval or why there is none.
  var overAll: FoundAnswer {
    answer(byTwo) { agreement in
      let found = agreement.anyTwo?.alpha ?? agreement.pooled?.alpha
      if found == nil { return byTwo.none(.noStoryReadByAll) }
      guard let figure = found, let value = figure.value else { return byTwo.none(.noVariation) }
      var estimate = byTwo.estimate(value)
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

  private func answer(
    _ sample: Sample, _ figure: (AgreementOnStories) -> FoundAnswer
  ) -> FoundAnswer {
    switch found {
    case .failure: sample.none(.outsideMethod)
    case .success(let agreement):
      switch agreement.undefined {
      case .oneCoder(let found)?: sample.none(.notTwoCoders(found: found))
      case .noCommonStories?, nil: figure(agreement)
      }
    }
  }
}
