import FurlongStories
import FurlongStudy

/// The stories that may be used, what coders found in them, and by whom they were told.
struct ReadStories {
  var entries: [StoryColumns.Entry]
  var codings: [CodingRecord]
  /// Story → coder → codes found; empty where read and nothing found.
  private var coders: [String: [String: Set<String>]] = [:]

  init(_ columns: StoryColumns, usableOn day: CalendarDay?) {
    entries = columns.entries.filter { Self.isUsable($0.story, on: day) }
    let usable = Set(entries.map(\.story.id))
    codings = columns.codings.filter { usable.contains($0.story) }
    for coding in codings {
      coders[coding.story, default: [:]][coding.coder, default: []]
        .formUnion(coding.code.map { [$0] } ?? [])
    }
  }

  /// Whether a story may be counted among themes: some use was agreed to, and the consent holds.
  private static func isUsable(_ story: StoryRecord, on day: CalendarDay?) -> Bool {
    guard story.consentLevel >= 1, story.withdrawnOn == nil else { return false }
    guard let day, let last = story.consentUntil else { return true }
    return day <= last
  }

  /// People who told a story.
  var people: Set<Int> { Set(entries.map(\.person)) }

  /// People of whom a story was read by a coder.
  var codedPeople: Set<Int> { people { coders[$0] != nil } }

  var storiesReadByTwo: Set<String> {
    Set(coders.filter { $0.value.count >= 2 }.keys)
  }

  var peopleReadByTwo: Set<Int> {
    let stories = storiesReadByTwo
    return people { stories.contains($0) }
  }

  /// How many of the stories that fit each person told.
  func contributors(_ fits: (String) -> Bool) -> Estimate.Contributors {
    var told: [Int: Int] = [:]
    for entry in entries where fits(entry.story.id) { told[entry.person, default: 0] += 1 }
    return Estimate.Contributors(to: Array(told.values))
  }

  /// Whether at least one coder found a code in a story.
  func found(_ code: String, in story: String) -> Bool {
    coders[story]?.values.contains { $0.contains(code) } ?? false
  }

  /// People in whose stories at least one coder found a code.
  func people(finding code: String) -> Set<Int> { people { found(code, in: $0) } }

  /// People with a story in which every coder who read it found a code.
  func people(agreedOn code: String) -> Set<Int> {
    people { coders[$0]?.values.allSatisfy { $0.contains(code) } ?? false }
  }

  /// People whose stories were read and held nothing of the codebook.
  func peopleWithNothing(of codebook: Codebook) -> Set<Int> {
    let ids = codebook.themes.map(\.id)
    return codedPeople.subtracting(people { story in ids.contains { found($0, in: story) } })
  }

  private func people(where holds: (String) -> Bool) -> Set<Int> {
    Set(entries.filter { holds($0.story.id) }.map(\.person))
  }
}
