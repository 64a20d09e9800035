import FurlongStories

/// How far coders agree, for page and terminal: a row a code, and one over all codes.
public struct AgreementTable: Codable, Sendable, Equatable {
  /// What is compared.
  public enum Unit: String, Codable, Sendable, CaseIterable {
    /// Whether a code was found in a story at all.
    case story
    /// Which characters of the stories have a code.
    case span
  }

  /// A coefficient with its interval, or why there is none.
  public struct Figure: Codable, Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// The coefficient; nil where nothing varies.
    public var value: Double?
    /// The lower limit of its interval.
    public var low: Double?
    /// The upper limit.
    public var high: Double?
    /// Why there is no coefficient, or no interval; nil where there are.
    public var why: String?
  }

  /// A code, or all.
  public struct Row: Codable, Sendable, Equatable {
    /// The code's words.
    public var label: String
    /// The share of stories, or of characters, in which each coder found it; empty for all codes.
    public var prevalence: [Double]
    /// The mean share of pairs of coders who say the same.
    public var observed: Double
    /// The coefficients.
    public var figures: [Figure]
  }

  /// Krippendorff's alpha of coders of whom not all read every story.
  public struct AnyTwo: Codable, Sendable, Equatable {
    /// How many stories two or more of them read.
    public var stories: Int
    /// A figure a code, by its words, and the last over all codes.
    public var figures: [Figure]
  }

  /// What is compared.
  public var unit: Unit
  /// The coders, in order.
  public var coders: [String]
  /// How many stories all of them read.
  public var stories: Int
  /// The confidence of the intervals.
  public var confidence: Double
  /// A row a code.
  public var rows: [Row]
  /// Over all codes; nil where there is nothing to compare.
  public var pooled: Row?
  /// Over the stories that any two or more of them read; nil where these are the stories that all of them read.
  public var anyTwo: AnyTwo?
  /// Why there is nothing to compare; nil where there is.
  public var undefined: String?
}

extension AgreementTable {
  init(_ answer: AgreementOnStories, unit: Unit, codebook: Codebook) {
    let kappa = answer.coders.count > 2 ? "Conger's kappa" : "Cohen's kappa"
    func row(_ label: String, _ prevalence: [Double], _ figures: AgreementOnStories.Figures) -> Row
    {
      let all: [(String, AgreementFigure?)] = [
        (kappa, figures.kappa), ("Krippendorff's alpha", figures.alpha), ("AC1", figures.ac1),
        ("u-alpha", figures.unitizing),
      ]
      return Row(
        label: label, prevalence: prevalence, observed: figures.observed,
        figures: all.compactMap { name, figure in figure.map { Figure($0, name) } })
    }
    self.init(
      unit: unit, coders: answer.coders, stories: answer.stories, confidence: answer.confidence,
      rows: answer.codes.map {
        row(codebook.code($0.code)?.label ?? $0.code, $0.prevalence, $0.figures)
      },
      pooled: answer.pooled.map { row("all codes", [], $0) },
      anyTwo: answer.anyTwo.map { found in
        AnyTwo(
          stories: found.stories,
          figures: found.codes.map {
            Figure($0.alpha, codebook.code($0.code)?.label ?? $0.code)
          } + [Figure(found.alpha, "all codes")])
      },
      undefined: answer.undefined.map { why in
        switch why {
        case .oneCoder(let found):
          "\(found == 0 ? "nobody has" : "one coder alone has") read a story to its end; two are needed"
        case .noCommonStories: "no story was read to its end by all of them"
        }
      })
  }
}

extension AgreementTable.Figure {
  init(_ figure: AgreementFigure, _ name: String) {
    self.init(
      name: name, value: figure.value, low: figure.low, high: figure.high,
      why: figure.missing.map { missing in
        switch missing {
        case .noVariation: "undefined, as nothing varies"
        case .notAsked: "no interval was asked for"
        case .fewStories(let found, let needed):
          "no interval: \(found) \(found == 1 ? "story" : "stories"), \(needed) are needed"
        case .undefinedDraws(let count, let all):
          "no interval: nothing varies in \(count) of \(all) samples of stories"
        case .sameInEveryDraw: "no interval: every sample of stories gives the same"
        }
      })
  }
}
