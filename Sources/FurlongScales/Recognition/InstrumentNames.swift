/// What headings call the instruments of a catalogue and their scores.
struct InstrumentNames: Sendable {
  /// A name, and what it is the name of.
  struct Name: Equatable, Sendable {
    var text: String
    var tokens: [String]
    var instrument: String
    /// The score that is meant, where the name is of one part of the instrument.
    var scale: String?
  }

  /// A name that stands in a heading.
  struct Found: Equatable {
    var name: Name
    var range: Range<Int>
  }

  /// The names by their first word, longest first.
  private let names: [String: [Name]]
  /// The beginnings of names that end in a number, which items carry: `phq` of PHQ-9 and PHQ-4.
  let stems: [String: [String]]
  /// Names that are plain words too: they name nothing in a heading that says more.
  static let plainWords: Set<String> = [
    "choice", "inspire", "collaborate", "dialog", "recollect",
  ]

  init(_ instruments: [Instrument]) {
    var names: [Name] = []
    var stems: [String: [String]] = [:]
    for instrument in instruments {
      let own = [instrument.id, instrument.name, instrument.fullName] + instrument.alsoCalled
      var series: [(text: String, tokens: [String])] = []
      for text in own {
        let tokens = HeadingWords(text).tokens
        if !tokens.isEmpty, !series.contains(where: { $0.tokens == tokens }) {
          series.append((text, tokens))
        }
      }
      names += series.map {
        Name(text: $0.text, tokens: $0.tokens, instrument: instrument.id, scale: nil)
      }
      for (_, tokens) in series where tokens.count == 2 && Int(tokens[1]) != nil {
        if tokens[0].count > 2, stems[tokens[0]]?.contains(instrument.id) != true {
          stems[tokens[0], default: []].append(instrument.id)
        }
      }
      for scale in instrument.scales {
        guard let code = scale.snomed else { continue }
        names.append(
          Name(text: code, tokens: [code], instrument: instrument.id, scale: scale.id))
      }
      for scale in instrument.scales where scale.id != instrument.id {
        let part = HeadingWords(String(scale.id.dropFirst(instrument.id.count))).tokens
        // `DIALOG item 1` is an item of the form before it is a score.
        if let mark = part.first, HeadingWords.itemMarks.contains(mark) { continue }
        let initials = part.count == 1 ? [String(part[0].prefix(1))] : []
        for start in series {
          for end in [part, initials] where !end.isEmpty {
            names.append(
              Name(
                text: "\(start.text) \(end.joined(separator: " "))", tokens: start.tokens + end,
                instrument: instrument.id, scale: scale.id))
          }
        }
      }
    }
    // A name that is a stem of others is one of the family: `qpr` of QPR-15 and QPR-22.
    for name in names where name.scale == nil && name.tokens.count == 1 {
      if let family = stems[name.tokens[0]], !family.contains(name.instrument) {
        stems[name.tokens[0]] = family + [name.instrument]
      }
    }
    let sorted = names.enumerated().sorted {
      ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset)
    }.map(\.element)
    self.names = Dictionary(grouping: sorted) { $0.tokens[0] }
    self.stems = stems
  }

  /// The longest name that stands in a heading, and others of the same length where they do.
  func find(in tokens: [String]) -> [Found] {
    var found: [Found] = []
    for (start, token) in tokens.enumerated() {
      for name in names[token] ?? [] where tokens[start...].starts(with: name.tokens) {
        let length = found.first?.name.tokens.count ?? 0
        if name.tokens.count < length { break }
        if name.tokens.count > length { found = [] }
        found.append(Found(name: name, range: start..<start + name.tokens.count))
      }
    }
    return found
  }
}
