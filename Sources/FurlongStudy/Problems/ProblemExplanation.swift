/// What a code means, for people who did not write the tool.
public struct ProblemExplanation: Sendable, Equatable {
  /// The code.
  public let code: ProblemCode
  /// What is wrong, as a few words in small letters: `dates in another order`.
  public let title: String
  /// What it means, and what becomes of the rows.
  public let means: String
  /// An invented example.
  public let example: String
  /// What to do about it.
  public let toDo: String

  init(
    _ code: ProblemCode, _ title: String, means: String, example: String, toDo: String
  ) {
    self.code = code
    self.title = title
    self.means = means
    self.example = example
    self.toDo = toDo
  }

  /// Codes of one subject, in the order in which a page lists them.
  public struct Chapter: Sendable, Equatable {
    /// Its heading.
    public let title: String
    /// Its codes.
    public let explanations: [ProblemExplanation]
  }

  /// All codes, by subject.
  public static let chapters = [
    Chapter(title: "The file as a whole", explanations: files),
    Chapter(title: "Exports, mappings and the plan", explanations: mappings),
    Chapter(title: "Rows", explanations: rows),
    Chapter(title: "Dates", explanations: days),
    Chapter(title: "Numbers, answers and words", explanations: values),
    Chapter(title: "Whose a row is", explanations: people),
    Chapter(title: "Rows that repeat or contradict others", explanations: repeats),
    Chapter(title: "What is in no number", explanations: losses),
  ]

  private static let byCode: [ProblemCode: ProblemExplanation] = Dictionary(
    chapters.flatMap(\.explanations).map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  /// The explanation of a code; every code has one.
  public static func of(_ code: ProblemCode) -> ProblemExplanation? { byCode[code] }
}
