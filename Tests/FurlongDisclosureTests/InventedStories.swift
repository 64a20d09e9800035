import FurlongEvaluation

/// The stories of an invented college, read by coders who do not always agree.
struct InventedStories {
  struct Story {
    var teller: Int
    /// What each coder who read it found, theme by theme.
    var coders: [[Bool]]
  }

  var stories: [Story] = []
  var tellers: Int
  var quotable: Int

  init(stories: [Story], tellers: Int, quotable: Int) {
    self.stories = stories
    self.tellers = tellers
    self.quotable = quotable
  }

  /// In every other college one story each, read by two; else some tell more, and some are read by one or nobody.
  init(of people: [InventedCollege.Person], seed: UInt64) {
    var draws = Draws(state: seed ^ 0xC0DE)
    func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &draws) < share }
    let isSimple = chance(0.5)
    let errs = Double.random(in: 0...0.3, using: &draws)
    tellers = people.count
    quotable = people.count { $0.attended }
    for (teller, person) in people.enumerated() {
      for _ in 0..<(!isSimple && chance(0.1) ? 2 : 1) {
        let coders = isSimple || chance(0.9) ? 2 : chance(0.7) ? 1 : 0
        stories.append(
          Story(
            teller: teller,
            coders: (0..<coders).map { _ in person.themes.map { chance(errs) != $0 } }))
      }
    }
  }

  private func people(_ holds: (Story) -> Bool) -> Int {
    Set(stories.filter(holds).map(\.teller)).count
  }

  func finding(people everybody: Int) -> ExperienceFinding {
    let read = people { !$0.coders.isEmpty }
    let both = stories.filter { $0.coders.count == 2 }
    let themes = stories.lazy.flatMap(\.coders).first?.count ?? 0
    func share(_ count: Int) -> Answer {
      guard read > 0 else {
        return .notEstimable(.tooFew(needed: 1, found: 0), used: 0, eligible: everybody)
      }
      return .estimated(
        Estimate(
          Double(count) / Double(read), unit: .proportion, used: read, eligible: everybody,
          method: "wilson"))
    }
    func events(_ count: Int, _ used: Int) -> Answer {
      .estimated(Estimate(Double(count), unit: .events, used: used, eligible: everybody))
    }
    let readByTwo = people { $0.coders.count == 2 }
    return ExperienceFinding(
      codebook: "c", source: "", stories: events(stories.count, tellers),
      storytellers: .exactly(tellers), codedByTwo: events(both.count, readByTwo),
      nothingFound: .exactly(
        read - people { $0.coders.contains { coder in coder.contains(true) } }),
      themes: (0..<themes).map { theme in
        let found = people { $0.coders.contains { $0[theme] } }
        return ExperienceFinding.Theme(
          id: "theme-\(theme)", label: "theme \(theme)", people: .exactly(found),
          share: share(found),
          peopleAllCoders: .exactly(
            people { !$0.coders.isEmpty && $0.coders.allSatisfy { $0[theme] } }),
          agreement: agreement(both.map { ($0.coders[0][theme], $0.coders[1][theme]) }, readByTwo),
          quote: found > 0 ? .init(text: "words of theme \(theme)", consentLevel: 4) : nil)
      },
      quotable: .exactly(quotable), quoteConsentLevel: 4)
  }

  private func agreement(_ pairs: [(Bool, Bool)], _ people: Int) -> Answer {
    func none(_ reason: NotEstimable) -> Answer {
      .notEstimable(reason, used: people, eligible: people)
    }
    guard !pairs.isEmpty else { return none(.because("no story was read by both coders")) }
    let value = Self.kappa(
      both: pairs.count { $0 && $1 }, first: pairs.count { $0 && !$1 },
      second: pairs.count { !$0 && $1 }, of: pairs.count)
    return value.map {
      .estimated(Estimate($0, unit: .coefficient, used: people, eligible: people))
    } ?? none(.noVariation)
  }

  /// Cohen's κ from counts of stories, written apart from the product; nil where nothing varies.
  static func kappa(both: Int, first: Int, second: Int, of stories: Int) -> Double? {
    let n = Double(stories)
    let one = Double(both + first) / n
    let other = Double(both + second) / n
    let chance = one * other + (1 - one) * (1 - other)
    guard 1 - chance > 1e-12 else { return nil }
    return (1 - Double(first + second) / n - chance) / (1 - chance)
  }
}
