import Foundation
import FurlongStudy
import FurlongWorkflow

/// Coding in the terminal: lines in, lines out, every act saved at once.
///
/// Works over ssh and with a screen reader.
struct TaggingLoop {
  let session: CodingSession
  let console: Console
  /// The next line that is typed; nil at the end.
  let next: () -> String?
  private var page: StoryPage
  /// The story of which `n` was typed while something in it was still proposed to be hidden.
  private var asked: String?

  /// A loop that begins with a story.
  init(
    _ session: CodingSession, at story: String, console: Console, next: @escaping () -> String?
  ) throws {
    self.session = session
    self.console = console
    self.next = next
    page = try session.story(story)
  }

  /// Takes lines until `q` or the end of input.
  mutating func run() throws {
    console.say(
      "Codes of \(session.codebookName):\n" + StoryWords.codes(session.codes) + Self.short)
    try show()
    while true {
      console.prompt("\(session.coder), \(page.id)> ")
      guard let line = next() else { break }
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard let word = words.first else { continue }
      if word == "q" { break }
      do {
        try act(word, words.count > 1 ? words[1] : "", line)
      } catch let error as WorkflowError {
        console.warn(ErrorWords(error).text)
      }
    }
    if let unread = session.firstUnread {
      console.say("Saved. Begin again with the same command; the next unread story is \(unread).")
    } else {
      console.say("Saved. You have read every story.")
    }
  }

  private mutating func act(_ word: String, _ rest: String, _ line: String) throws {
    switch word {
    case "?", "help": console.say(Self.help)
    case "c", "codes": console.say(StoryWords.codes(session.codes))
    case "t", "text": try show()
    case "l", "list":
      console.say(page.codings.isEmpty ? "No codes yet." : StoryWords.codings(page))
    case "n", "next":
      if try asksOnce() { return }
      page = try session.read(of: page.id)
      try go(page.next, "This was the last story; it is marked as read. q ends.")
    case "s", "skip": try go(page.next, "This was the last story, not marked as read. q ends.")
    case "b", "back": try go(page.previous, "This is the first story.")
    case "g", "go": try go(rest, "Write the story behind it: g STORY-07")
    case "u", "undo":
      guard let undone = try session.undo() else { return console.say("Nothing to take back.") }
      page = try session.story(undone.story)
      console.say("Taken back in \(undone.story): \(undone.what).")
    case "y", "yes": try accept(rest)
    case "-": try take(rest)
    case "m", "memo": try note(rest)
    default:
      guard let typed = TypedCoding(line) else {
        return console.say("Not understood: \(Self.short)")
      }
      try give(typed)
    }
  }

  /// Whether something is still proposed to be hidden and nobody has said yet that it need not be: then says so, once a story.
  private mutating func asksOnce() throws -> Bool {
    let open = try session.proposals(in: page.id)
    guard !open.isEmpty, asked != page.id else { return false }
    asked = page.id
    try propose()
    console.say(
      open.count == 1
        ? "This is not hidden: it would be printed where the story is quoted. `y` hides it; `n` once more says that it need not be hidden."
        : "These \(open.count) are not hidden: they would be printed where the story is quoted. `y` hides them all; `n` once more says that none of them need be hidden."
    )
    return true
  }

  /// Marks what is proposed: all of it, or what is numbered.
  private mutating func accept(_ numbers: String) throws {
    let proposals = try session.proposals(in: page.id)
    let meant =
      numbers.isEmpty
      ? Array(proposals.indices)
      : numbers.split(separator: " ").compactMap {
        Int($0).map { $0 - 1 }
      }.filter(proposals.indices.contains)
    guard !meant.isEmpty else { return console.say("Write the numbers of what is proposed: y 1 3") }
    page = try session.hide(meant.map { proposals[$0].id }, of: page.id)
    console.say(StoryWords.codings(page))
    try propose()
  }

  private func propose() throws {
    let proposals = try session.proposals(in: page.id)
    guard !proposals.isEmpty else { return }
    console.result("To look at (`y` marks all, `y 1 3` some; read the rest yourself):\n")
    for (place, proposal) in proposals.enumerated() {
      console.result("  y \(place + 1)  \(proposal.code) “\(proposal.words)”: \(proposal.why)\n")
    }
  }

  private mutating func give(_ typed: TypedCoding) throws {
    let choice = try session.choice(typed.code)
    let span = try typed.span(in: page)
    page = try session.give(typed.code, to: span, of: page.id, memo: typed.memo)
    let given = page.codings.first {
      $0.code == choice.id
        && (span == nil ? $0.quote.isEmpty : $0.span.map { span?.holds($0) ?? false } ?? false)
    }
    if let given { console.say("  " + StoryWords.coding(given)) }
  }

  private mutating func take(_ number: String) throws {
    guard let coding = numbered(number) else {
      return console.say("Write the number of a code, as `l` lists them: - 2")
    }
    page = try session.take(coding.id, of: page.id)
    console.say("Taken away: \(StoryWords.coding(coding))")
  }

  private mutating func note(_ rest: String) throws {
    let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
    guard let coding = parts.first.flatMap(numbered) else {
      return console.say("Write the number of a code, as `l` lists them, and the note: m 2 why")
    }
    page = try session.note(parts.count > 1 ? parts[1] : "", on: coding.id, of: page.id)
    console.say("Noted.")
  }

  private func numbered(_ word: String) -> StoryPage.Shown? {
    guard let number = Int(word), page.codings.indices.contains(number - 1) else { return nil }
    return page.codings[number - 1]
  }

  private mutating func go(_ story: String?, _ none: String) throws {
    guard let story, !story.isEmpty else { return console.say(none) }
    page = try session.story(story)
    try show()
  }

  private func show() throws {
    console.result(StoryWords.page(page))
    if !page.codings.isEmpty { console.result(StoryWords.codings(page)) }
    try propose()
  }

  private static let short =
    "Type `3 h` for sentence 3, `3-4 h` for two, n when you have read it, u to take back, ? for more, q to end."
  private static let help = """
      3 h                     gives sentence 3 a code, by its key, id or name
      3-4 hope                gives sentences 3 to 4 a code
      3 "next summer" h       gives words of sentence 3 a code
      * h                     gives the whole story a code
      3 h: a note             gives a code with a note
      l    lists your codes here     - 2     takes code 2 away     m 2 a note   writes a note to it
      u    takes the last act back, and the one before, …
      n    marks the story as read to its end and goes on; what has no code then was not meant to have one
      s    goes on without marking     b   goes back     g STORY-07   goes to a story
      t    shows the text again        c   shows the codes            q       ends; everything is saved
    """
}
