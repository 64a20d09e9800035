/// Weighs which instrument the items in a group of columns are.
struct GroupJudge {
  let columns: [ReadColumn]
  let instruments: [Instrument]
  /// The words of the instruments' answers.
  let words: [String: AnswerWords]
  /// By so much the best must lead the next that nothing contradicts.
  static let lead = 2

  /// A candidate with all that was read.
  struct Candidate {
    var instrument: Instrument
    var evidence: [RecognitionEvidence]
    var reading: AnswerReading

    var score: Int { evidence.map(\.weight).reduce(0, +) }
    /// Whether a fact rules it out.
    var isContradicted: Bool { evidence.contains { $0.weight <= -6 } }
    /// Whether something other than range and count speaks for it.
    var isIdentified: Bool {
      evidence.contains { fact in
        switch fact {
        case .named, .stem, .asked, .words, .snomed: true
        default: false
        }
      }
    }
    /// Whether its name or its words speak for it, however common they are.
    var isTouched: Bool {
      isIdentified
        || evidence.contains { if case .commonWords = $0 { true } else { false } }
    }
    var rival: Recognition.Rival {
      Recognition.Rival(scale: instrument.id, evidence: evidence)
    }
  }

  /// What the group is: one instrument, or what it could be, or nothing.
  enum Verdict {
    case one(Candidate, runnerUp: Recognition.Rival?)
    case several([Candidate])
    case nothing
  }

  func judge(_ group: ColumnGroup) -> Verdict {
    let candidates = instruments.compactMap { candidate($0, group) }
      .sorted { ($1.score, $0.instrument.id) < ($0.score, $1.instrument.id) }
    guard let best = candidates.first(where: { $0.isTouched && !$0.isContradicted }) else {
      return several(candidates, group)
    }
    let next = candidates.first { $0.instrument.id != best.instrument.id && !$0.isContradicted }
    // Without a name, twice a shorter form in the same words has as many columns.
    let couldBeTwice =
      group.named == nil && group.stem == nil
      && candidates.contains {
        $0.isIdentified && !$0.reading.hasUnknownWords && isTwice($0, group)
      }
    let isTied = next.map { $0.isTouched && $0.score + Self.lead > best.score } ?? false
    guard best.isIdentified, !isTied, !couldBeTwice else { return several(candidates, group) }
    let others = candidates.filter { $0.instrument.id != best.instrument.id }
    let close =
      others.first { !$0.isContradicted && !$0.evidence.contains(.otherWords) }
      ?? others.first(where: \.isTouched) ?? next
    return .one(best, runnerUp: close?.rival)
  }

  /// Whether the columns are twice as many as a candidate has items.
  private func isTwice(_ candidate: Candidate, _ group: ColumnGroup) -> Bool {
    candidate.instrument.itemCount.map { $0 * 2 == group.places.count } ?? false
  }

  /// What is named or answered so, and what has the same shape to its last answer.
  private func several(_ candidates: [Candidate], _ group: ColumnGroup) -> Verdict {
    let sound = candidates.filter { !$0.isContradicted }
    let touched = sound.filter(\.isTouched)
    if !touched.isEmpty { return .several(Array(touched.prefix(4))) }
    let shaped = sound.filter { $0.evidence.contains(.bothEnds) }
    if !shaped.isEmpty {
      let own = candidates.filter { $0.instrument.id == group.named?.instrument }
      return .several(own + shaped.prefix(4))
    }
    let named = candidates.filter { candidate in
      // Columns that share a name and no numbers may be anything: their answers must fit.
      if group.numbers == nil, group.named != nil, candidate.reading.isForeign { return false }
      return candidate.evidence.contains {
        switch $0 {
        case .named, .stem, .asked, .words: true
        default: false
        }
      }
    }
    return named.isEmpty ? .nothing : .several(Array(named.prefix(3)))
  }

  private func candidate(_ instrument: Instrument, _ group: ColumnGroup) -> Candidate? {
    guard let items = instrument.items else { return nil }
    var evidence: [RecognitionEvidence] = []
    if group.asks == instrument.id {
      evidence.append(.asked)
    } else if let named = group.named, named.instrument == instrument.id {
      evidence.append(.named(as: named.name))
    } else if let stem = group.stem, stem.instruments.contains(instrument.id) {
      evidence.append(.stem(stem.word))
    } else if let named = group.named, holds(instrument, named.name) {
      evidence.append(.partOfName(named.name))
    } else {
      evidence.append(group.isUnnamed ? .notNamed : .namesAnother)
    }
    evidence.append(count(group, items.count))
    let reading = AnswerReading(
      group.places.map { columns[$0] }, as: items, in: words[instrument.id] ?? AnswerWords(items))
    return Candidate(
      instrument: instrument, evidence: evidence + reading.evidence, reading: reading)
  }

  /// Whether a name of an instrument holds another's.
  private func holds(_ instrument: Instrument, _ name: String) -> Bool {
    let part = HeadingWords(name).tokens
    return instrument.alsoCalled.contains { own in
      let tokens = HeadingWords(own).tokens
      return tokens.count > part.count && Set(part).isSubset(of: tokens)
    }
  }

  private func count(_ group: ColumnGroup, _ items: Int) -> RecognitionEvidence {
    guard let numbers = group.numbers else {
      return group.places.count == items
        ? .asManyColumns(items) : .otherCount(found: group.places.count, items: items)
    }
    let absent = (1...items).filter { !numbers.contains($0) }
    let isWithin = numbers.allSatisfy { $0 <= items } && Set(numbers).count == numbers.count
    if isWithin, absent.isEmpty { return .numbered(to: items) }
    if isWithin, absent.count * 4 <= items { return .itemsWithoutColumn(absent) }
    return .otherCount(found: numbers.count, items: items)
  }
}
