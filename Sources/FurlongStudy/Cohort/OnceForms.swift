/// The forms of one scale that is asked once, such as feedback after a course: of each person the last of each course.
public struct OnceForms: Codable, Sendable, Equatable {
  /// One form and the entry of who filled it in.
  public struct Entry: Codable, Sendable, Equatable {
    /// Who: the index of a person.
    public var person: Int
    /// The course; nil where the export does not say.
    public var course: String?
    /// Whether it is the person's last of all courses.
    public var isLast: Bool
    /// What it holds.
    public var answers: FormAnswers

    /// An entry.
    public init(person: Int, course: String?, isLast: Bool, answers: FormAnswers) {
      self.person = person
      self.course = course
      self.isLast = isLast
      self.answers = answers
    }
  }

  /// The scale's id.
  public var scale: String
  /// The forms, in a fixed order of what they say.
  public var entries: [Entry]

  /// Forms of a scale.
  public init(scale: String, entries: [Entry]) {
    self.scale = scale
    self.entries = entries
  }
}
