/// Finds columns in a row that are answered in the same words, or numbered without a name.
struct GroupsByAnswers {
  let columns: [ReadColumn]
  let headings: [ReadHeading]
  let instruments: [Instrument]

  /// Columns in a row, answered in the words of one instrument at least; parted by what headings say of the occasion.
  func byWords(free: Set<Int>) -> [ColumnGroup] {
    var sets: [[String]] = []
    for instrument in instruments {
      guard let items = instrument.items, !items.words.isEmpty else { continue }
      if !sets.contains(items.words) { sets.append(items.words) }
    }
    let readers = sets.compactMap { words in
      instruments.first { $0.items?.words == words }?.items.map(AnswerWords.init)
    }
    return runs(free: free) { place in
      Set(readers.indices.filter { readers[$0].hold(columns[place]) })
    }.flatMap(parted)
  }

  /// Columns in a row that are called `Q1`, `Q2`, `Q3` and no more, and hold small whole numbers.
  func byNumber(free: Set<Int>) -> [ColumnGroup] {
    runs(free: free) { place in
      let texts = columns[place].texts
      let small = texts.allSatisfy { $0.number.map { (0...10).contains($0) } == true }
      return headings[place].isPlainNumber && !texts.isEmpty && small ? [0] : []
    }.flatMap(parted)
  }

  /// Runs of neighbours that share a kind; a run ends where no kind is common to all of it.
  private func runs(free: Set<Int>, kinds: (Int) -> Set<Int>) -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    var common: Set<Int> = []
    for place in columns.indices {
      let own = free.contains(place) ? kinds(place) : []
      let shared = run.isEmpty ? own : common.intersection(own)
      if shared.isEmpty {
        if run.count > 2 { runs.append(run) }
        run = own.isEmpty ? [] : [place]
        common = own
      } else {
        run.append(place)
        common = shared
      }
    }
    if run.count > 2 { runs.append(run) }
    return runs
  }

  /// Columns whose second half has the headings of the first with a number at the end, as form services write a question that
  /// is asked twice.
  private func repeated(_ run: [Int]) -> [ColumnGroup]? {
    let half = run.count / 2
    guard half > 2, half * 2 == run.count else { return nil }
    let pairs = zip(run.prefix(half), run.suffix(half)).map {
      (
        HeadingWords(columns[$0].sample.heading).tokens,
        HeadingWords(columns[$1].sample.heading).tokens
      )
    }
    guard pairs.allSatisfy({ $0.1.dropLast() == $0.0[...] && $0.1.last.flatMap(itemNumber) != nil })
    else { return nil }
    return [
      ColumnGroup(places: Array(run.prefix(half)), occasion: "first"),
      ColumnGroup(places: Array(run.suffix(half)), occasion: "second"),
    ]
  }

  private func parted(_ run: [Int]) -> [ColumnGroup] {
    if let twice = repeated(run) { return twice }
    let labels = run.map { headings[$0].occasion ?? "" }
    let known = Set(labels)
    // Every occasion must have as many columns, or the words belong to questions.
    let even = Set(known.map { label in labels.count { $0 == label } }).count == 1
    guard known.count > 1, even, run.count / known.count > 2 else {
      let occasion = known.count == 1 ? labels[0] : ""
      return [ColumnGroup(places: run, occasion: occasion.isEmpty ? nil : occasion)]
    }
    var order: [String] = []
    for label in labels where !order.contains(label) { order.append(label) }
    return order.map { label in
      ColumnGroup(
        places: run.filter { (headings[$0].occasion ?? "") == label },
        occasion: label.isEmpty ? nil : label)
    }
  }
}
