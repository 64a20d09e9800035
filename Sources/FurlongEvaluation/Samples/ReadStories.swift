import FurlongStories
import FurlongStudy

/// The stories that may be used, what coders found in them, and by whom they were told.
struct ReadStories {
  var entries: [StoryColumns.Entry]
  /// What coders found by themselves, codes being those of themes.
  var codings: [CodingRecord]
  /// Story → coder → themes found; empty where read and nothing found.
  private var coders: [String: [String: Set<String>]] = [:]
  /// Story → what was settled of it.
  private var settled: [String: [CodingRecord]] = [:]
  /// Theme → what was given a code that speaks against it, by coders and as it was settled.
  private var opposing: [String: [CodingRecord]] = [:]

  /// The stories of a cohort.
  ///
  /// - Parameter codebook: a code below a theme counts as the theme, an earlier name as today's.
  init(_ columns: StoryColumns, codebook: Codebook, usableOn day: CalendarDay?) {
    entries = columns.entries.filter { Self.isUsable($0.story, on: day) }
    let usable = Set(entries.map(\.story.id))
    codings = []
    for var coding in columns.codings where usable.contains(coding.story) {
      if let code = coding.code.flatMap(codebook.code), let theme = codebook.themeAgainst(code) {
        opposing[theme.id, default: []].append(coding)
      }
      coding.code = coding.code.map { id in
        codebook.code(id).map { codebook.theme(of: $0).id } ?? id
      }
      if coding.coder == CodingRecord.settled {
        settled[coding.story, default: []].append(coding)
      } else {
        codings.append(coding)
        coders[coding.story, default: [:]][coding.coder, default: []]
          .formUnion(coding.code.map { [$0] } ?? [])
      }
    }
  }

  /// Whether a story may be counted among themes: that was agreed to, and the consent holds.
  private static func isUsable(_ story: StoryRecord, on day: CalendarDay?) -> Bool {
    guard story.agreed.allows(.analysis), story.withdrawnOn == nil else { return false }
    guard let day, let last = story.consentUntil else { return true }
    return day <= last
  }

  /// People who told a story.
  var people: Set<Int> { Set(entries.map(\.person)) }

  /// People of whom a story was read by a coder.
  var codedPeople: Set<Int> { people { coders[$0] != nil || settled[$0] != nil } }

  /// The coders who read any story.
  var coderNames: Set<String> { coders.values.reduce(into: []) { $0.formUnion($1.keys) } }

  /// The stories as their coders read them, for how far these agree.
  var forAgreement: [ReadStory] {
    coders.values.map { found in
      ReadStory(length: 1, coders: found.mapValues { $0.map { ReadStory.Mark(code: $0) } })
    }
  }

  /// People of whom every coder read a story.
  var peopleReadByAll: Set<Int> {
    let all = coderNames.count
    return people { (coders[$0]?.count ?? 0) == all && all > 0 }
  }

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

  /// Whether a theme is in a story: as it was settled, or else where at least one coder found it.
  func found(_ theme: String, in story: String) -> Bool {
    if let settled = settled[story] { return settled.contains { $0.code == theme } }
    return coders[story]?.values.contains { $0.contains(theme) } ?? false
  }

  /// The words of a story that have a theme, at most two sentences.
  ///
  /// As it was settled, or else those of the first coder who found it; the whole story where codes are of stories as a whole.
  func passage(of theme: String, in story: StoryRecord) -> String {
    let given = settled[story.id] ?? codings.filter { $0.story == story.id }
    return passage(of: given.filter { $0.code == theme }, in: story)
  }

  /// What was given a code that speaks against a theme in a story: as it was settled, or else by any coder.
  func against(_ theme: String, in story: String) -> [CodingRecord] {
    let isSettled = settled[story] != nil
    return (opposing[theme] ?? []).filter {
      $0.story == story && ($0.coder == CodingRecord.settled) == isSettled
    }
  }

  /// The words of some codings of a story, those of the first of their coders.
  func passage(of codings: [CodingRecord], in story: StoryRecord) -> String {
    let found = codings.filter { $0.span != nil }
    let coder = found.map(\.coder).min()
    let spans = found.filter { $0.coder == coder }.compactMap(\.span)
    return spans.min().flatMap { StoryText(story.text).passage($0, atMost: 2) } ?? story.text
  }

  /// People in whose stories a theme is.
  func people(finding code: String) -> Set<Int> { people { found(code, in: $0) } }

  /// People with a story in which every coder who read it found a code.
  func people(agreedOn code: String) -> Set<Int> {
    people { story in
      if settled[story] != nil { return found(code, in: story) }
      return coders[story]?.values.allSatisfy { $0.contains(code) } ?? false
    }
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
