/// The stories of people in the population, and what coders found in them.
public struct StoryColumns: Codable, Sendable, Equatable {
  /// One story and the entry of its teller in the cohort's columns.
  public struct Entry: Codable, Sendable, Equatable {
    /// Who told it: the index of a person.
    public var person: Int
    /// The story.
    public var story: StoryRecord

    /// An entry.
    public init(person: Int, story: StoryRecord) {
      self.person = person
      self.story = story
    }
  }

  /// The stories.
  public var entries: [Entry]
  /// The codings of these stories.
  public var codings: [CodingRecord]
  /// Stories in the export whose teller is not in the population.
  public var outsidePopulation: Int

  /// Columns of stories.
  public init(entries: [Entry], codings: [CodingRecord], outsidePopulation: Int) {
    self.entries = entries
    self.codings = codings
    self.outsidePopulation = outsidePopulation
  }
}
