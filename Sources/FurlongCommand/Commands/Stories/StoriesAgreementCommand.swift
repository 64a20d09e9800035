import ArgumentParser
import FurlongWorkflow

/// `furlong stories agreement`.
struct StoriesAgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Say how far coders agree, by story or by stretch, per code and over all.",
    discussion: """
      Compared are the stories that all of them read to their ends, as they coded them by themselves; where some were read by two \
      or more and not by all, as by coders who rotate, Krippendorff's alpha over these stands below. Intervals are drawn over whole \
      stories, and there are none below ten. A kappa can be low where a code is rare, though coders hardly ever differ: AC1 and the \
      share that agrees stand beside it.

      EXAMPLES
        furlong stories agreement our-college-2025
        furlong stories agreement our-college-2025 RO KM --by span
      """)

  @OptionGroup var options: StoryOptions

  @Option(
    help: "Compare whether a code is in a story, or where it is: story or span.",
    transform: { word in
      guard let unit = AgreementTable.Unit(rawValue: word) else {
        throw ValidationError("Write --by story or --by span.")
      }
      return unit
    })
  var by: AgreementTable.Unit = .story

  @Flag(help: "Compare every code by itself, not the themes that they belong to.")
  var everyCode = false

  func run() throws {
    try running("stories agreement", options.talk) { console in
      let table = try StoryDesk(options.workflow(console)).agreement(
        by: by, themes: !everyCode, coders: options.names)
      if options.talk.json {
        return try console.envelope(ok: table.undefined == nil || table.anyTwo != nil, table)
      }
      if let why = table.undefined {
        console.say("\(table.anyTwo == nil ? "Nothing to compare" : "Not of all"): \(why).")
      }
      for row in table.rows + [table.pooled].compactMap(\.self) {
        console.result(StoryWords.agreement(row, table) + "\n")
      }
      if let found = table.anyTwo { console.result(StoryWords.agreement(found)) }
      guard table.undefined == nil || table.anyTwo != nil else { return }
      console.say(
        "\(table.coders.joined(separator: ", ")): \(table.stories) \(table.stories == 1 ? "story" : "stories") that all read, "
          + (by == .story
            ? "each code found in a story or not." : "each character with a code or without.")
          + " Intervals: \(Int(table.confidence * 100)) %, over whole stories.")
    }
  }
}

extension StoryWords {
  /// A code's agreement, over a few lines.
  static func agreement(_ row: AgreementTable.Row, _ table: AgreementTable) -> String {
    let found = zip(table.coders, row.prevalence).map { "\($0) \(percent($1))" }
    var lines = [
      row.label + ": \(percent(row.observed)) alike"
        + (found.isEmpty ? "" : "; found in: " + found.joined(separator: ", "))
    ]
    lines += row.figures.map(self.figure)
    return lines.joined(separator: "\n")
  }

  /// Krippendorff's alpha of stories that any two read, a line a code.
  static func agreement(_ found: AgreementTable.AnyTwo) -> String {
    "Krippendorff's alpha over the \(found.stories) \(found.stories == 1 ? "story" : "stories") that any two or more read:\n"
      + found.figures.map { figure($0) + "\n" }.joined()
  }

  private static func figure(_ figure: AgreementTable.Figure) -> String {
    let interval = figure.low.flatMap { low in
      figure.high.map { " (\(number(low)) to \(number($0)))" }
    }
    return "    \(figure.name) " + (figure.value.map(number) ?? "")
      + (interval ?? figure.why.map { figure.value == nil ? $0 : "; \($0)" } ?? "")
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = String(hundredths % 100)
    return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)."
      + (digits.count < 2 ? "0" : "") + digits
  }
}
