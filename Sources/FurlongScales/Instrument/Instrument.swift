/// A form as people fill it in: its items, and the scores that are made of them.
public struct Instrument: Codable, Sendable, Equatable {
  /// Its id in plans, mappings and results.
  public var id: String
  /// Its short name.
  public var name: String
  /// Its name in full.
  public var fullName: String
  /// What it measures, in plain words.
  public var measures: String
  /// Which time the answers are about: `the last week`; nil where it was not published.
  public var recall: String?
  /// Who fills it in, where not the person.
  public var ratedBy: String?
  /// What headers of exports call it, in small letters.
  public var alsoCalled: [String]
  /// Its items; nil where only totals are known.
  public var items: ItemSet?
  /// Its scores: one with the instrument's id, others with `instrument.part`.
  public var scales: [Scale]

  /// The items of a form.
  public struct ItemSet: Codable, Sendable, Equatable {
    /// How many.
    public var count: Int
    /// The answers that most of them allow, both ends included.
    public var answers: ClosedRange<Int>
    /// The items, by number, that allow others.
    public var otherAnswers: [Int: ClosedRange<Int>]
    /// The usual words of the answers, in order; empty where they are not known.
    public var words: [String]
    /// The items, by number, whose answers are turned round before adding.
    public var reversed: [Int]
    /// Codes that systems write where nothing was answered.
    public var missing: [Int]
    /// Of each item, in order, words by which a heading is known that asks it; empty where its wording is not free to use.
    public var knownBy: [String] = []

    /// The answers that an item allows.
    public func answers(to item: Int) -> ClosedRange<Int> { otherAnswers[item] ?? answers }
  }

  /// Whether no score is made of its items: its key is licensed, or not known.
  public var isScoredByTotalOnly: Bool {
    scales.allSatisfy { $0.rule == .total || $0.items.isEmpty }
  }

  /// How many items a form of it has; nil where only totals are known.
  public var itemCount: Int? { items?.count }
}
