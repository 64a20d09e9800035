public import FurlongEvaluation

/// Says in plain English what a published claim can mean and what it lacks.
///
/// A claim is about what others published: it holds no data of a study, so that nothing passes the gate here.
public struct ClaimWording: Sendable {
  private let examination: ClaimExamination

  /// The words for an examination.
  public init(_ examination: ClaimExamination) { self.examination = examination }

  /// What can be said in one breath.
  public var verdict: String {
    switch examination.verdict {
    case .figuresCannotBe:
      "Some of these figures cannot be as they are printed. Ask the authors before anybody quotes them."
    case .notInSource:
      "This does not say what its source says. Quote the source, with its own time and its own words."
    case .cannotTell:
      "The interval holds a saving and a loss, so we cannot tell which of the two it is."
    case .describes:
      "These figures describe what there is. They claim no change, and none can be read from them."
    case .nothingToCompare:
      examination.claim.comparison == .ownPast
        ? "People were compared with themselves before and with nobody else, so nothing here can be put down to the service."
        : "As far as the source says, nobody else stands beside these people, so nothing here can be put down to the service."
    case .foundAfterwards:
      "What is told of one group was not planned, as far as the source says. It is a question for another study."
    case .nothingAgainst:
      "Nothing in these figures speaks against the claim. Read what is missing before quoting it."
    }
  }

  /// One reading in words, without what it is of.
  public func words(_ reading: ClaimReading) -> String { ReadingWording(reading).words }

  /// One lack in words.
  public func words(_ lack: ClaimLack) -> String { LackWording(examination.claim).words(lack) }

  /// Where the claim stands: its authors and its DOI.
  public var source: String {
    let source = examination.claim.source
    return [source.who, source.doi.map { "doi:\($0)" }, source.place].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// All of it, a line a sentence.
  public var text: String {
    var parts = [
      "\(examination.claim.title)\n\(source)\n", section("In short", [verdict]),
    ]
    for (fit, heading) in Self.headings {
      let lines = examination.readings.filter { $0.fit == fit }
        .map { "\($0.about): \(words($0))" }
      parts.append(section(heading, lines))
    }
    parts.append(section("Missing before it can be believed", examination.lacks.map(words)))
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// What cannot be first, then what is told and does not follow.
  private static let headings: [(ClaimReading.Fit, String)] = [
    (.cannotBe, "Cannot be, as printed"), (.doesNotFollow, "Does not follow from the source"),
    (.follows, "Follows from the source"),
    (.open, "Possible, and the source does not say whether it is meant"),
    (.tellsNothing, "Cannot be checked"),
  ]

  private func section(_ heading: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([heading] + lines.map { "  " + $0 }).joined(separator: "\n") + "\n"
  }
}

extension NumberWording {
  /// Money as a source has it: `£1,200`, `−£2,814`, with pence where there are any.
  func pounds(_ amount: Double) -> String {
    pounds(amount, decimals: amount == amount.rounded() ? 0 : 2)
  }

  /// Money that was worked out, to the pound.
  func wholePounds(_ amount: Double) -> String { pounds(amount, decimals: 0) }

  /// A figure as its source prints it.
  func printed(_ figure: PrintedFigure) -> String {
    fixed(figure.value, decimals: figure.decimals)
  }
}
