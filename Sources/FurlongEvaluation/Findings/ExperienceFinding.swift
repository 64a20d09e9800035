/// Question 7: what people say.
public struct ExperienceFinding: Codable, Sendable, Equatable {
  /// Words of one person that may be shown.
  public struct Quote: Codable, Sendable, Equatable {
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

  /// One theme.
  public struct Theme: Codable, Sendable, Equatable {
    /// Its id in the codebook.
    public var id: String
    /// Its words.
    public var label: String
    /// People in whose stories at least one coder found it.
    public var people: PeopleCount
    /// Their share of those who told a story that was coded (Wilson's interval).
    public var share: Answer
    /// People in whose stories every coder who read it found it.
    public var peopleAllCoders: PeopleCount
    /// Cohen's κ of the two coders over the stories that both read.
    public var agreement: Answer
    /// Words to show, chosen by (code, story, seed) among those that may be; nil where there are none.
    public var quote: Quote?

    /// A theme.
    public init(
      id: String, label: String, people: PeopleCount, share: Answer,
      peopleAllCoders: PeopleCount, agreement: Answer, quote: Quote?
    ) {
      self.id = id
      self.label = label
      self.people = people
      self.share = share
      self.peopleAllCoders = peopleAllCoders
      self.agreement = agreement
      self.quote = quote
    }
  }

  /// The codebook's name.
  public var codebook: String
  /// Where the codebook comes from.
  public var source: String
  /// Stories of people in the population.
  public var stories: Answer
  /// People who told them.
  public var storytellers: PeopleCount
  /// Stories that two coders read.
  public var codedByTwo: Answer
  /// People whose stories were coded and held nothing of the codebook.
  public var nothingFound: PeopleCount
  /// The themes, in the codebook's order.
  public var themes: [Theme]
  /// People whose words may be shown.
  public var quotable: PeopleCount
  /// The least consent level for a quote.
  public var quoteConsentLevel: Int

  /// A finding of experience.
  public init(
    codebook: String, source: String, stories: Answer, storytellers: PeopleCount,
    codedByTwo: Answer, nothingFound: PeopleCount, themes: [Theme], quotable: PeopleCount,
    quoteConsentLevel: Int
  ) {
    self.codebook = codebook
    self.source = source
    self.stories = stories
    self.storytellers = storytellers
    self.codedByTwo = codedByTwo
    self.nothingFound = nothingFound
    self.themes = themes
    self.quotable = quotable
    self.quoteConsentLevel = quoteConsentLevel
  }
}
