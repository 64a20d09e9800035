import FurlongForms
import FurlongStudy

/// A page of `furlong help`: what the code of a problem means, or a topic.
public struct HelpPage: Encodable, Sendable, Equatable {
  /// A part of a page.
  public struct Section: Encodable, Sendable, Equatable {
    /// Its heading.
    public var heading: String
    /// Its text; lines are kept.
    public var text: String
  }

  /// The word that finds it: `I033`, `dates`.
  public var name: String
  /// What it is about.
  public var title: String
  /// Its parts.
  public var sections: [Section]

  /// The words of all topics.
  public static var topics: [String] { HelpTopic.all.map(\.name) }

  /// The page of a code, whatever its capitals, or of a topic.
  ///
  /// - Throws: `WorkflowError` with the nearest word where there is none.
  public static func find(_ word: String) throws -> HelpPage {
    if word.first?.lowercased() == "i", word.count > 1, word.dropFirst().allSatisfy(\.isNumber) {
      return try code(word)
    }
    if let topic = HelpTopic.all.first(where: { $0.name == word.lowercased() }) { return topic }
    throw WorkflowError(
      "there is no help under this word",
      fix: NearestWord(among: topics).to(word).map { "did you mean '\($0)'?" }
        ?? "ask for a code such as I033, a command, or one of: \(topics.joined(separator: ", "))")
  }

  /// The page of a code, whatever its capitals.
  ///
  /// - Throws: `WorkflowError` where no problem has the code.
  public static func code(_ word: String) throws -> HelpPage {
    guard let code = ProblemCode(rawValue: word.uppercased()),
      let explanation = ProblemExplanation.of(code)
    else {
      throw WorkflowError(
        "no problem has this code",
        fix: "`furlong help codes` lists all \(ProblemCode.allCases.count) of them")
    }
    return HelpPage(explanation)
  }

  /// The page for a terminal, in lines of at most 80 signs.
  public var text: String {
    "\(name)  \(title)\n"
      + sections.map { section in
        "\n\(section.heading)\n"
          + section.text.split(separator: "\n", omittingEmptySubsequences: false)
          .map { Self.wrapped(String($0), width: 78, indent: "  ") }.joined()
      }.joined()
  }

  init(name: String, title: String, sections: [Section]) {
    self.name = name
    self.title = title
    self.sections = sections
  }

  private init(_ explanation: ProblemExplanation) {
    self.init(
      name: explanation.code.rawValue, title: explanation.title,
      sections: [
        Section(heading: "What it means", text: explanation.means),
        Section(heading: "Example (invented)", text: explanation.example),
        Section(heading: "What to do", text: explanation.toDo),
      ])
  }

  private static func wrapped(_ line: String, width: Int, indent: String) -> String {
    var lines: [String] = []
    var current = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if !current.isEmpty, current.count + word.count + 1 > width {
        lines.append(current)
        current = String(word)
      } else {
        current += (current.isEmpty ? "" : " ") + word
      }
    }
    lines.append(current)
    return lines.map { ($0.isEmpty ? "" : indent + $0) + "\n" }.joined()
  }
}
