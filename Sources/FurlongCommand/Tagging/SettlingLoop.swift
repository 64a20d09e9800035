import FurlongWorkflow

/// Settling in the terminal: each disagreement is shown, and a letter decides.
struct SettlingLoop {
  let session: CodingSession
  let desk: StoryDesk
  let first: String
  let second: String
  let console: Console
  /// The next line that is typed; nil at the end.
  let next: () -> String?

  init(
    session: CodingSession, desk: StoryDesk, first: String, second: String, console: Console,
    next: @escaping () -> String?
  ) {
    self.session = session
    self.desk = desk
    self.first = first
    self.second = second
    self.console = console
    self.next = next
  }

  /// Settles stories in turn until `q` or the end of input; how many were settled.
  mutating func run(_ stories: [String]) throws -> Int {
    console.say(
      "At each: 1 keeps \(first)'s, 2 keeps \(second)'s, 3 both, 0 neither; q ends, and the story stays open."
    )
    var done = 0
    for story in stories {
      let compared = try desk.compare(first, second, story: story)
      console.result(StoryWords.page(compared.story))
      var kept: [StoryComparison.Kept] = []
      for row in compared.disputes {
        guard let choice = choice(row) else { return done }
        kept.append(choice)
      }
      _ = try session.settle(compared, keeping: kept)
      done += 1
    }
    return done
  }

  /// Whose codings are kept of a row; nil at the end.
  private func choice(_ row: StoryComparison.Row) -> StoryComparison.Kept? {
    console.result(StoryWords.row(row, first, second) + "\n")
    while true {
      console.prompt("1, 2, 3 or 0> ")
      switch next() {
      case "1"?: return .first
      case "2"?: return .second
      case "3"?: return .both
      case "0"?: return .neither
      case "q"?, nil: return nil
      default: console.say("Write 1, 2, 3 or 0; q ends.")
      }
    }
  }
}
