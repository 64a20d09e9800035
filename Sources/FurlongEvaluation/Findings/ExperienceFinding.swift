public import FurlongStudy

/// Words of one person that may be shown.
public struct StoryQuote: Codable, Sendable, Equatable {
  /// The words.
  public var text: String
  /// What their teller agreed that they may be quoted for.
  public var purpose: ConsentPurpose

  /// A quote.
  public init(text: String, purpose: ConsentPurpose) {
    self.text = text
    self.purpose = purpose
  }
}

/// Words of one person that speak against a theme.
public struct ContradictingQuote: Codable, Sendable, Equatable {
  /// What they were coded as.
  public var label: String
  /// The theme among which they count.
  public var theme: String
  /// The words.
  public var quote: StoryQuote

  /// A quote that contradicts.
  public init(label: String, theme: String, quote: StoryQuote) {
    self.label = label
    self.theme = theme
    self.quote = quote
  }
}

/// Question 7: what people say.
public struct ExperienceFinding<N: Numbers>: Encodable, Sendable, Equatable {
  /// One theme.
  public struct Theme: Encodable, Sendable, Equatable {
    /// Its id in the codebook.
    public var id: String
    /// Its words.
    public var label: String
    /// People in whose stories at least one coder found it.
    public var people: N.People
    /// People in whose stories every coder who read it found it.
    public var byAll: N.People
    /// Its share and how far the coders agree on it.
    public var answers: Answers<ThemeMeasure, N>
    /// The passage to show: of a story chosen by (code, story, seed) among those that may be; nil where there are none.
    public var quote: StoryQuote?
    /// A passage to show that speaks against it, chosen likewise; nil where there are none, or no code says so.
    public var contradicting: ContradictingQuote?

    /// A theme.
    public init(
      id: String, label: String, people: N.People, byAll: N.People,
      answers: Answers<ThemeMeasure, N>, quote: StoryQuote?,
      contradicting: ContradictingQuote? = nil
    ) {
      self.id = id
      self.label = label
      self.people = people
      self.byAll = byAll
      self.answers = answers
      self.quote = quote
      self.contradicting = contradicting
    }

    /// The answer to one measure.
    public subscript(measure: ThemeMeasure) -> N.Answer { answers[measure] }
  }

  /// The codebook's name.
  public var codebook: String
  /// Where the codebook comes from.
  public var source: String
  /// How many stories there are.
  public var stories: Answers<StoriesMeasure, N>
  /// How many coders read any of them.
  public var coders: Int
  /// People who told them.
  public var storytellers: N.People
  /// People whose stories were coded and held nothing of the codebook.
  public var nothingFound: N.People
  /// The themes, in the codebook's order.
  public var themes: [Theme]
  /// How far the coders agree over all themes, on the stories that any two of them read.
  public var agreement: N.Answer
  /// People whose words may be shown.
  public var quotable: N.People
  /// How many of the stories may be quoted, and why not the others.
  public var quotes: Answers<QuoteMeasure, N>
  /// What words are quoted for.
  public var quotePurpose: ConsentPurpose
  /// Themes by change; nil where no story was read or the plan follows up no scale.
  public var change: StoriesByChange<N>?

  /// A finding of experience.
  public init(
    codebook: String, source: String, stories: Answers<StoriesMeasure, N>, coders: Int,
    storytellers: N.People, nothingFound: N.People, themes: [Theme], agreement: N.Answer,
    quotable: N.People, quotes: Answers<QuoteMeasure, N>, quotePurpose: ConsentPurpose,
    change: StoriesByChange<N>? = nil
  ) {
    self.codebook = codebook
    self.source = source
    self.stories = stories
    self.storytellers = storytellers
    self.nothingFound = nothingFound
    self.coders = coders
    self.themes = themes
    self.agreement = agreement
    self.quotable = quotable
    self.quotes = quotes
    self.quotePurpose = quotePurpose
    self.change = change
  }
}

extension ExperienceFinding: Decodable where N == Unreleased {}
extension ExperienceFinding.Theme: Decodable where N == Unreleased {}
