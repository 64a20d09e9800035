import FurlongStatistics

/// How far coders agree on stories.
public struct AgreementOnStories: Codable, Sendable, Equatable {
  /// Why there is nothing to compare.
  public enum Undefined: Codable, Sendable, Equatable {
    /// There are fewer than two coders.
    case oneCoder(found: Int)
    /// No story with any text was read by all coders.
    case noCommonStories
  }

  /// One code, or all together.
  public struct Figures: Codable, Sendable, Equatable {
    /// The mean share of pairs of coders who say the same of a story, or of a character; of all codes its mean.
    public var observed: Double
    /// Cohen's κ, of more than two coders Conger's.
    public var kappa: AgreementFigure
    /// Krippendorff's α.
    public var alpha: AgreementFigure
    /// Gwet's AC1.
    public var ac1: AgreementFigure
    /// uα, whether coders found the same stretches; nil by story.
    public var unitizing: AgreementFigure?
  }

  /// One code.
  public struct Code: Codable, Sendable, Equatable {
    /// The code's id.
    public var code: String
    /// The share of stories, or of characters, in which each coder found it, in the order of the coders.
    public var prevalence: [Double]
    /// How far the coders agree on it.
    public var figures: Figures
  }

  /// How far those agree who read each story, where not all coders did: coders who rotate have no other figure.
  public struct AnyTwo: Codable, Sendable, Equatable {
    /// One code.
    public struct Code: Codable, Sendable, Equatable {
      /// The code's id.
      public var code: String
      /// Krippendorff's α.
      public var alpha: AgreementFigure
    }

    /// How many stories two or more of them read; by span those with any text.
    public var stories: Int
    /// Each code compared, in the order of the codebook.
    public var codes: [Code]
    /// Krippendorff's α over all codes.
    public var alpha: AgreementFigure
  }

  /// Stretches of all codes at once.
  public struct Spans: Codable, Sendable, Equatable {
    /// uα: whether coders found the same stretches and gave them the same codes.
    public var alpha: AgreementFigure
    /// |uα: whether they found the same stretches, whatever their codes.
    public var relevance: AgreementFigure
    /// cuα: whether stretches that meet have the same codes.
    public var coding: AgreementFigure
  }

  /// What was compared.
  public var unit: StoryAgreement.Unit
  /// The coders compared, in alphabetical order.
  public var coders: [String]
  /// How many stories all of them read; by span those with any text.
  public var stories: Int
  /// How many characters these have; by story 0.
  public var length: Int
  /// How many samples of stories were drawn for the intervals.
  public var resamples: Int
  /// The seed of the draws.
  public var seed: UInt64
  /// The confidence of the intervals.
  public var confidence: Double
  /// Each code compared, in the order of the codebook; empty where there is nothing to compare.
  public var codes: [Code] = []
  /// Over all codes, each counting by the disagreement that chance would give.
  public var pooled: Figures?
  /// Stretches of all codes at once; nil by story, and where a coder gave one character two codes.
  public var spans: Spans?
  /// Over the stories that any two or more of them read; nil where these are the stories that all of them read.
  public var anyTwo: AnyTwo?
  /// Why there is nothing to compare; nil where there is.
  public var undefined: Undefined?

  init(
    unit: StoryAgreement.Unit, coders: [String], stories: Int, length: Int, resamples: Int,
    seed: UInt64, confidence: Double
  ) {
    self.unit = unit
    self.coders = coders
    self.stories = stories
    self.length = length
    self.resamples = resamples
    self.seed = seed
    self.confidence = confidence
  }

  /// Takes what was found.
  mutating func fill(_ answer: AgreementOnTexts) {
    stories = answer.texts
    length = unit == .span ? answer.length : 0
    codes = answer.codes.map { code in
      Code(
        code: code.code, prevalence: code.coded.map { Double($0) / Double(answer.length) },
        figures: figures(code.coefficients, observed: code.observed))
    }
    if !codes.isEmpty {
      let observed = codes.reduce(0) { $0 + $1.figures.observed } / Double(codes.count)
      pooled = figures(answer.pooled, observed: observed)
    }
    if unit == .span, let all = answer.spans {
      spans = Spans(
        alpha: figure(all.alpha), relevance: figure(all.relevance), coding: figure(all.coding))
    }
  }

  /// Takes what was found among any two.
  mutating func fill(_ answer: AlphaOfAnyCoders) {
    anyTwo = AnyTwo(
      stories: answer.texts,
      codes: answer.codes.map {
        AnyTwo.Code(code: $0.code, alpha: figure($0.alpha, of: answer.texts))
      }, alpha: figure(answer.pooled, of: answer.texts))
  }

  private func figures(
    _ found: AgreementOnTexts.Coefficients, observed: Double
  ) -> Figures {
    Figures(
      observed: observed, kappa: figure(found.kappa), alpha: figure(found.alpha),
      ac1: figure(found.ac1), unitizing: unit == .span ? figure(found.unitizing) : nil)
  }

  private func figure(_ found: AgreementCoefficient) -> AgreementFigure {
    figure(found, of: stories)
  }

  private func figure(_ found: AgreementCoefficient, of stories: Int) -> AgreementFigure {
    guard let value = found.value else { return AgreementFigure(missing: .noVariation) }
    if resamples == 0 { return AgreementFigure(value: value, missing: .notAsked) }
    if stories < StoryAgreement.fewestStories {
      return AgreementFigure(
        value: value,
        missing: .fewStories(found: stories, needed: StoryAgreement.fewestStories))
    }
    if let interval = found.interval {
      return AgreementFigure(value: value, low: interval.low, high: interval.high)
    }
    if case .undefinedDraws(let count)? = found.drawn?.diagnostic {
      return AgreementFigure(value: value, missing: .undefinedDraws(count, of: resamples))
    }
    return AgreementFigure(value: value, missing: .sameInEveryDraw)
  }
}

/// A coefficient of agreement with its interval, or what is missing and why.
public struct AgreementFigure: Codable, Sendable, Equatable {
  /// Why there is no coefficient or no interval.
  public enum Missing: Codable, Sendable, Equatable {
    /// No coefficient: nothing varies, so that agreement beyond chance is neither 0 nor 1.
    case noVariation
    /// No interval: none was asked for.
    case notAsked
    /// No interval: too few stories for one.
    case fewStories(found: Int, needed: Int)
    /// No interval: in so many samples of stories nothing varied.
    case undefinedDraws(Int, of: Int)
    /// No interval: every sample of stories gave the same, as where coders never differed.
    case sameInEveryDraw
  }

  /// The coefficient: 1 for perfect agreement, 0 for what chance would give.
  public var value: Double?
  /// The lower limit of its interval.
  public var low: Double?
  /// The upper limit.
  public var high: Double?
  /// What is missing; nil where nothing is.
  public var missing: Missing?

  /// A coefficient with its interval, or with what is missing.
  public init(
    value: Double? = nil, low: Double? = nil, high: Double? = nil, missing: Missing? = nil
  ) {
    self.value = value
    self.low = low
    self.high = high
    self.missing = missing
  }
}
