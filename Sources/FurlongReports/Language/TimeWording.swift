import FurlongEvaluation
import FurlongStudy

extension TimeName {
  private static let prepositions: Set<String> = [
    "after", "around", "at", "before", "between", "by", "during", "in", "on", "since", "within",
  ]

  /// A window around day 0: `12 months before and after`, or as a plan has it whose two sides differ.
  var around: String { isOfTwoLengths ? label : "\(label) before and after" }

  /// Whether its words say how long each side is.
  var isOfTwoLengths: Bool { ServiceWindow.saysBothSides(label) }

  /// The time inside a sentence: `at about four months`, and of a plan's `at term end` no second "at".
  var when: String {
    let first = label.prefix { !$0.isWhitespace }.lowercased()
    return Self.prepositions.contains(first) ? label.lowercasedStart : "at \(label)"
  }
}

extension String {
  /// The text with a small letter at its start, unless what begins it is written in capitals.
  var lowercasedStart: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
