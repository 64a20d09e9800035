/// What coders look for in a story.
///
/// Codes stand in a tree: a code with a parent is a kind of it, and what is found of it is found of the parent too.
public struct Codebook: Codable, Sendable, Equatable {
  /// One thing to look for.
  public struct Code: Codable, Sendable, Equatable {
    /// Its id in codings and results.
    public var id: String
    /// Its words in a report.
    public var label: String
    /// What belongs to it.
    public var description: String
    /// When it is to be given.
    public var include: String?
    /// What looks like it and does not belong to it.
    public var exclude: String?
    /// Words that would get it: invented, or of a teller who agreed.
    public var example: String?
    /// What is typed for it; nil where no letter was left.
    public var key: String?
    /// The code that it is a kind of.
    public var parent: String?
    /// The ids under which codings may still have it: earlier names, and codes that became part of it.
    public var was: [String] = []
    /// Whether it is given no more; codings that have it keep it.
    public var isRetired = false
  }

  /// Its id in plans.
  public var id: String
  /// Its name.
  public var name: String
  /// Where it was published.
  public var source: String
  /// Its DOI.
  public var doi: String?
  /// The codes, parents before their children, in the order in which a report shows them.
  public var codes: [Code]

  /// The codes that stand for themselves: what a report counts as themes.
  public var themes: [Code] { codes.filter { $0.parent == nil } }

  /// The codes that may be given.
  public var inUse: [Code] { codes.filter { !$0.isRetired } }

  /// Every id that a coding may have: today's and earlier ones.
  public var names: [String] { codes.flatMap { [$0.id] + $0.was } }

  /// The code that an id means in a coding, by its name today or an earlier one.
  public func code(_ id: String) -> Code? {
    codes.first { $0.id == id } ?? codes.first { $0.was.contains(id) }
  }

  /// The code that a person means by its id, its key or its label; retired ones are not meant.
  public func meant(by word: String) -> Code? {
    let word = word.lowercased()
    return inUse.first { $0.id.lowercased() == word } ?? inUse.first { $0.key == word }
      ?? inUse.first { $0.label.lowercased() == word }
      ?? code(word).flatMap { $0.isRetired ? nil : $0 }
  }

  /// The theme that a code belongs to: itself where it has no parent.
  public func theme(of code: Code) -> Code {
    guard let parent = code.parent.flatMap(self.code) else { return code }
    return theme(of: parent)
  }

  /// Whether a code is another, or a kind of it.
  public func isSame(_ code: Code, orBelow other: Code) -> Bool {
    code.id == other.id
      || code.parent.flatMap(self.code).map { isSame($0, orBelow: other) } ?? false
  }

  /// How deep a code stands in the tree: 0 for a theme.
  public func depth(of code: Code) -> Int {
    code.parent.flatMap(self.code).map { depth(of: $0) + 1 } ?? 0
  }
}
