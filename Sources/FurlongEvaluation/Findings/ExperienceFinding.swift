/// Words of one person that may be shown.
public struct StoryQuote: Codable, Sendable, Equatable {
  /// The words.
  public var text: String
  /// The consent level under which they are shown.
  public var consentLevel: Int

  /// A quote.
  public init(text: String, consentLevel: Int) {
    self.text = text
    self.consentLevel = consentLevel
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

    /// A theme.
    public init(
      id: String, label: String, people: N.People, byAll: N.People,
      answers: Answers<ThemeMeasure, N>, quote: StoryQuote?
    ) {
      self.id = id
      self.label = label
      self.people = people
      self.byAll = byAll
      self.answers = answers
      self.quote = quote
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
  /// People who told them.
  public var storytellers: N.People
  /// People whose stories were coded and held nothing of the codebook.
  public var nothingFound: N.People
  /// The themes, in the codebook's order.
  public var themes: [Theme]
  /// People whose words may be shown.
  public var quotable: N.People
  /// The least consent level for a quote.
  public var quoteConsentLevel: Int

  /// A finding of experience.
  public init(
    codebook: String, source: String, stories: Answers<StoriesMeasure, N>,
    storytellers: N.People, nothingFound: N.People, themes: [Theme], quotable: N.People,
    quoteConsentLevel: Int
  ) {
    self.codebook = codebook
    self.source = source
    self.stories = stories
    self.storytellers = storytellers
    self.nothingFound = nothingFound
    self.themes = themes
    self.quotable = quotable
    self.quoteConsentLevel = quoteConsentLevel
  }
}

extension ExperienceFinding: Decodable where N == Unreleased {}
extension ExperienceFinding.Theme: Decodable where N == Unreleased {}
