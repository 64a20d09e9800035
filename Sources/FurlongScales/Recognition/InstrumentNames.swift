/// What headings call the instruments of a catalogue and their scores.
struct InstrumentNames {
  /// A name, and what it is the name of.
  struct Name: Equatable {
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

  /// All names, longest first.
  let names: [Name]
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
      var series: [[String]] = []
      for text in own {
        let tokens = HeadingWords(text).tokens
        if !tokens.isEmpty, !series.contains(tokens) { series.append(tokens) }
      }
      names += series.map { Name(tokens: $0, instrument: instrument.id, scale: nil) }
      for tokens in series where tokens.count == 2 && Int(tokens[1]) != nil {
        if tokens[0].count > 2, stems[tokens[0]]?.contains(instrument.id) != true {
          stems[tokens[0], default: []].append(instrument.id)
        }
      }
      for scale in instrument.scales {
        guard let code = scale.snomed else { continue }
        names.append(Name(tokens: [code], instrument: instrument.id, scale: scale.id))
      }
      for scale in instrument.scales where scale.id != instrument.id {
        let part = HeadingWords(String(scale.id.dropFirst(instrument.id.count))).tokens
        let initials = part.count == 1 ? [String(part[0].prefix(1))] : []
        for start in series {
          for end in [part, initials] where !end.isEmpty {
            names.append(
              Name(tokens: start + end, instrument: instrument.id, scale: scale.id))
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
    self.names = names.enumerated().sorted {
      ($1.element.tokens.count, $0.offset) < ($0.element.tokens.count, $1.offset)
    }.map(\.element)
    self.stems = stems
  }

  /// The longest name that stands in a heading, and another of the same length where one does.
  func find(in heading: HeadingWords, taken: Set<Int>) -> [Found] {
    var found: [Found] = []
    for name in names {
      if let first = found.first, first.name.tokens.count > name.tokens.count { break }
      if let range = heading.place(of: name.tokens, taken: taken),
        !found.contains(where: {
          $0.name.instrument == name.instrument && $0.name.scale == name.scale
        })
      {
        found.append(Found(name: name, range: range))
      }
    }
    return found
  }
}
