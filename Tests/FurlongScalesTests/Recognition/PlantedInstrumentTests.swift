import FurlongScales
import FurlongTestSupport
import Testing

/// Every instrument of the catalogue that has items, planted in made-up exports in several styles.
@Suite("Every instrument planted in made-up exports")
struct PlantedInstrumentTests {
  static let catalogue = try? ScaleCatalogue.shipped()
  static let withItems = (catalogue?.instruments ?? []).filter { $0.items != nil }
  static let withWords = withItems.filter { $0.items?.words.isEmpty == false }
  static let withTotals = (catalogue?.instruments ?? []).filter { instrument in
    instrument.scales.contains { $0.id == instrument.id }
  }

  private func recognise(_ export: MadeUpExport) throws -> Recognition {
    InstrumentRecogniser(try #require(Self.catalogue)).recognise(export.samples())
  }

  private func places(_ form: Recognition.Form) -> [Int] { form.answers.columns.map(\.place) }

  @Test(
    "named and numbered: these columns in order, the scale's own coding, no decoy",
    arguments: withItems)
  func named(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    for heading: (Int) -> String in [
      { "\(instrument.id)_\($0)" }, { "\(instrument.name) Q0\($0)" },
      { "\(instrument.alsoCalled[0].uppercased()) item \($0)" }, { "\(instrument.name): \($0)." },
    ] {
      var export = MadeUpExport()
      export.addDecoys()
      let planted = export.plant(items, heading: heading) { "\($0)" }
      let found = try recognise(export)
      #expect(found.forms.map(\.scale) == [instrument.id], "\(heading(1))")
      #expect(found.forms.first.map(places) == planted)
      #expect(found.forms.first?.coding == Recognition.Coding())
      #expect(found.possible.isEmpty && found.long.isEmpty)
    }
  }

  @Test("wide by occasion: one form an occasion", arguments: withItems)
  func wide(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    let styles: [[(String, (Int) -> String)]] = [
      [("t1", { "T1_\(instrument.id)_\($0)" }), ("t2", { "T2_\(instrument.id)_\($0)" })],
      [
        ("start", { "\(instrument.name) \($0) (start)" }),
        ("end", { "\(instrument.name) \($0) (end)" }),
      ],
      [
        ("baseline", { "baseline_\(instrument.id)_q\($0)" }),
        ("follow-up", { "follow_up_\(instrument.id)_q\($0)" }),
      ],
    ]
    for style in styles {
      var export = MadeUpExport()
      export.addDecoys()
      let planted = style.map { occasion, heading in
        (occasion, export.plant(items, heading: heading) { "\($0)" })
      }
      let found = try recognise(export)
      #expect(found.forms.map(\.scale) == [instrument.id, instrument.id])
      #expect(found.forms.map(\.occasion) == planted.map(\.0))
      #expect(found.forms.map(places) == planted.map(\.1))
    }
  }

  @Test(
    "written one higher or lower: said with the number that stands for the least",
    arguments: withItems)
  func shifted(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    guard items.otherAnswers.isEmpty else { return }
    let shift = items.answers.lowerBound == 0 ? 1 : -1
    var export = MadeUpExport()
    export.addDecoys()
    _ = export.plant(items, heading: { "\(instrument.id)_\($0)" }) { "\($0 + shift)" }
    let found = try recognise(export)
    #expect(found.forms.map(\.scale) == [instrument.id])
    #expect(found.forms.first?.coding.codedFrom == items.answers.lowerBound + shift)
  }

  @Test(
    "named, in its words: plain, with numbers before them, and in capitals", arguments: withWords)
  func inWords(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    let low = items.answers.lowerBound
    for (write, isPlain): ((Int) -> String, Bool) in [
      ({ items.words[$0 - low] }, true), ({ items.words[$0 - low].uppercased() }, true),
      ({ "\($0) - \(items.words[$0 - low])" }, false),
    ] {
      var export = MadeUpExport()
      export.addDecoys()
      _ = export.plant(items, heading: { "\(instrument.name) \($0)" }, writes: write)
      let found = try recognise(export)
      #expect(found.forms.map(\.scale) == [instrument.id])
      let labels = found.forms.first?.coding.labels ?? [:]
      #expect(labels.isEmpty == isPlain)
      for (label, answer) in labels { #expect(label == write(answer).lowercased()) }
    }
  }

  /// Without a name, words and the number of columns must be those of one instrument alone.
  @Test(
    "whole questions as headings: recognised by words and number, or said to be open",
    arguments: withWords)
  func wholeQuestions(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    var export = MadeUpExport()
    export.addDecoys()
    let planted = export.plant(
      items, heading: { "Made-up \(String(repeating: "quite ", count: $0))question" }
    ) {
      items.words[$0 - items.answers.lowerBound]
    }
    let found = try recognise(export)
    let alike = Self.withWords.filter {
      $0.items?.words == items.words && $0.items?.count == items.count
    }
    let usesCommonWords = items.words.contains { $0.contains("agree") }
    let isTwice = Self.withWords.contains {
      $0.items?.words == items.words && ($0.items?.count ?? 0) * 2 == items.count
    }
    if alike.count == 1, !usesCommonWords, !isTwice {
      #expect(found.forms.map(\.scale) == [instrument.id])
      #expect(found.forms.first.map(places) == planted)
    } else {
      #expect(found.forms.isEmpty)
      let could = found.possible.filter { $0.columns.map(\.place) == planted }
      #expect(could.count == 1)
      for one in alike { #expect(could.first?.rivals.contains { $0.scale == one.id } == true) }
    }
  }

  @Test("Q1, Q2 … with numbers alone: never recognised", arguments: withItems)
  func unnamed(_ instrument: Instrument) throws {
    let items = try #require(instrument.items)
    var export = MadeUpExport()
    export.addDecoys()
    _ = export.plant(items, heading: { "Q\($0)" }) { "\($0)" }
    #expect(try recognise(export).forms.isEmpty)
  }

  @Test("totals by name", arguments: withTotals)
  func totals(_ instrument: Instrument) throws {
    let scale = try #require(instrument.scales.first { $0.id == instrument.id })
    for heading in ["\(instrument.name) total score", "End \(instrument.id) total"] {
      var export = MadeUpExport()
      export.addDecoys()
      let place = export.columns.count
      let steps = Int((scale.scores.upperBound - scale.scores.lowerBound) / scale.step)
      let table = scale.conversion?.values
      export.add(heading) { row in
        if let table { return "\(table[row % table.count])" }
        let value = scale.scores.lowerBound + Double(row * 3 % (steps + 1)) * scale.step
        return value == value.rounded() ? "\(Int(value))" : "\(value)"
      }
      let found = try recognise(export)
      #expect(found.forms.map(\.scale) == [instrument.id], "\(heading)")
      #expect(found.forms.first.map(places) == [place])
      #expect(found.forms.first?.coding.totalIsRaw == false)
    }
  }

  @Test("decoys alone are nothing", .tags(.edge))
  func decoys() throws {
    var export = MadeUpExport()
    export.addDecoys()
    let found = try recognise(export)
    #expect(found.forms.isEmpty && found.possible.isEmpty && found.long.isEmpty)
    #expect(found.others == Array(export.columns.indices))
  }
}
