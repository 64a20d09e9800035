/// Finds columns whose headings ask the questions of an instrument that may be told by words of its own.
struct GroupsByQuestion {
  let headings: [ReadHeading]
  let instruments: [Instrument]

  /// The groups: all questions of an instrument, each asked in one column, of one occasion.
  func groups(free: Set<Int>) -> [ColumnGroup] {
    instruments.flatMap { instrument -> [ColumnGroup] in
      guard let known = instrument.items?.knownBy, !known.isEmpty else { return [] }
      let questions = known.map { HeadingWords($0).tokens }
      var places: [String: [Int: [Int]]] = [:]
      for heading in headings where free.contains(heading.place) {
        let asked = questions.indices.filter { Set(questions[$0]).isSubset(of: heading.rest) }
        guard asked.count == 1, !heading.isTotal || heading.rest.count > 2 else { continue }
        places[heading.occasion ?? "", default: [:]][asked[0], default: []].append(heading.place)
      }
      return places.sorted { $0.key < $1.key }.compactMap { occasion, found in
        let columns = questions.indices.compactMap { found[$0] }
        guard columns.count == questions.count, columns.allSatisfy({ $0.count == 1 }) else {
          return nil
        }
        return ColumnGroup(
          places: columns.flatMap { $0 }, occasion: occasion.isEmpty ? nil : occasion,
          asks: instrument.id)
      }
    }
  }
}
