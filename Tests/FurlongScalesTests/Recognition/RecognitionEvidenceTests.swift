import Foundation
import FurlongScales
import FurlongTestSupport
import Testing

@Suite("What recognition goes by")
struct RecognitionEvidenceTests {
  let recogniser: InstrumentRecogniser
  let catalogue: ScaleCatalogue

  init() throws {
    catalogue = try ScaleCatalogue.shipped()
    recogniser = InstrumentRecogniser(catalogue)
  }

  private func items(_ id: String) throws -> Instrument.ItemSet {
    try #require(try catalogue.instrument(id).items)
  }

  private func column(_ heading: String, _ cells: [String]) -> ColumnSample {
    var sample = ColumnSample(heading: heading)
    for cell in cells { sample.add(cell) }
    return sample
  }

  @Test("phq1 to phq9, leading zeros and Q07 are items; PHQ9 among phq1 to phq8 is the ninth")
  func stems() throws {
    for heading: (Int) -> String in [
      { "phq\($0)" }, { "PHQ0\($0)" }, { "phq_q0\($0)" }, { "PHQ item \($0)" },
    ] {
      var export = MadeUpExport()
      let planted = export.plant(try items("phq9"), heading: heading) { "\($0)" }
      let found = recogniser.recognise(export.samples())
      #expect(found.forms.map(\.scale) == ["phq9"])
      #expect(found.forms.first?.answers.columns.map(\.place) == planted)
      #expect(found.forms.first?.evidence.contains(.stem("phq")) == true)
      #expect(found.forms.first?.runnerUp?.scale == "phq4")
    }
  }

  @Test("Questions that may be told by their words are known by them, each asked once")
  func questions() throws {
    func asked(_ words: [String]) throws -> Recognition {
      var export = MadeUpExport()
      export.addDecoys()
      _ = export.plant(try items("ons4"), heading: { words[$0 - 1] }) { "\($0)" }
      return recogniser.recognise(export.samples())
    }
    let words = [
      "How satisfied are you with your life?", "Are the things you do worthwhile?",
      "How happy were you yesterday?", "How anxious were you yesterday?",
    ]
    let found = try asked(words)
    #expect(found.forms.map(\.scale) == ["ons4"])
    #expect(found.forms.first?.evidence.contains(.asked) == true)
    #expect(found.forms.first?.doubts.contains(.orderOfFile) == false)
    // In another order they are read in the scale's.
    let turned = try asked(words.reversed())
    let columns = turned.forms.first?.answers.columns ?? []
    #expect(columns.map(\.heading) == words)
    #expect(try asked(words.dropLast() + ["How tired were you yesterday?"]).forms.isEmpty)
    #expect(try asked(words.dropLast() + ["How happy did you seem yesterday?"]).forms.isEmpty)
  }

  @Test("Answers that differ from the scale's words in their order, or in or and nor, are its own")
  func nearWords() throws {
    let words = [
      "Disagree strongly", "Disagree", "Neither agree or disagree", "Agree", "Agree strongly",
    ]
    var export = MadeUpExport()
    let qpr = try items("qpr15")
    _ = export.plant(qpr, heading: { "QPR \($0)" }) { answer in
      words[(Int(answer) ?? 0) - qpr.answers.lowerBound]
    }
    let found = try #require(recogniser.recognise(export.samples()).forms.first)
    #expect(found.scale == "qpr15")
    #expect(!found.doubts.contains { if case .unknownWords = $0 { true } else { false } })
    #expect(found.coding.labels["neither agree or disagree"] == 2 + qpr.answers.lowerBound)
  }

  @Test("qpr1 to qpr22 is QPR-22 though QPR-15 is called QPR", arguments: ["qpr15", "qpr22"])
  func family(id: String) throws {
    var export = MadeUpExport()
    _ = export.plant(try items(id), heading: { "T1_QPR\($0)" }) { "\($0)" }
    #expect(recogniser.recognise(export.samples()).forms.map(\.scale) == [id])
  }

  @Test("a gap in the numbers is said, and nothing is recognised", .tags(.edge))
  func gap() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("phq9"), heading: { "phq9_\($0 < 4 ? $0 : $0 + 1)" }) { "\($0)" }
    let found = recogniser.recognise(Array(export.samples().dropLast()))
    #expect(found.forms.isEmpty)
    let rival = found.possible.first?.rivals.first
    #expect(rival?.scale == "phq9" && rival?.evidence.contains(.itemsWithoutColumn([4])) == true)
  }

  @Test("numbers outside the answers speak against a name", .tags(.edge))
  func outside() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("phq9"), heading: { "phq9_\($0)" }) { "\($0 * 5)" }
    let found = recogniser.recognise(export.samples())
    #expect(found.forms.isEmpty && found.possible.first?.rivals.first?.scale == "phq9")
  }

  @Test("answers that fit two codings are recognised, and the other is named")
  func twoCodings() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("phq9"), heading: { "phq9_\($0)" }) { "\(min(max($0, 1), 2))" }
    let form = try #require(recogniser.recognise(export.samples()).forms.first)
    #expect(form.doubts.contains(.otherCodingFits(from: 1)) && form.coding.codedFrom == nil)
  }

  @Test("16 columns in the words of PHQ-9 could be PHQ-9 and GAD-7")
  func together() throws {
    let words = try items("phq9").words
    let columns = (0..<16).map { item in
      column(
        "Made-up \(["x", "y"][item % 2]) \(String(repeating: "o", count: item + 1))",
        (0..<20).map { words[($0 + item) % 4] })
    }
    let found = recogniser.recognise(columns)
    #expect(found.forms.isEmpty)
    #expect(found.possible.first?.together == [["gad7", "phq9"]])
  }

  @Test("Q1 (before), Q1 (after) in words: a form each")
  func beforeAfter() throws {
    let items = try items("swemwbs")
    var export = MadeUpExport()
    for when in ["before", "after"] {
      _ = export.plant(items, heading: { "Q\($0) (\(when))" }) { items.words[$0 - 1] }
    }
    let found = recogniser.recognise(export.samples())
    #expect(found.forms.map(\.scale) == ["swemwbs", "swemwbs"])
    #expect(found.forms.map(\.occasion) == ["before", "after"])
  }

  @Test("totals of SWEMWBS: raw, converted, both, or the same in either")
  func swemwbs() throws {
    func form(_ cells: [String]) throws -> Recognition.Form {
      try #require(recogniser.recognise([column("SWEMWBS", cells)]).forms.first)
    }
    #expect(try form(["20", "21", "30", "7"]).coding.totalIsRaw)
    let converted = try form(["19.25", "20.73", "35"])
    #expect(!converted.coding.totalIsRaw && converted.doubts.isEmpty)
    #expect(try form(["20", "19.25", "21"]).doubts == [.rawAndConverted(raw: 2, converted: 1)])
    #expect(try form(["7", "35"]).doubts == [.rawOrConverted])
  }

  @Test("a total beside its items is held against them; one of another occasion is not")
  func checkedTotal() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("gad7"), heading: { "start_gad7_\($0)" }) { "\($0)" }
    export.add("start_gad7_total") { "\($0 % 22)" }
    export.add("end_gad7_total") { "\($0 % 22)" }
    let found = recogniser.recognise(export.samples())
    #expect(found.forms.count == 2)
    #expect(found.forms.first?.checkedTotal?.heading == "start_gad7_total")
    #expect(found.forms.last?.answers.columns.map(\.heading) == ["end_gad7_total"])
  }

  @Test("codes and names in the cells of a column are an export with one row a score")
  func long() throws {
    let codes = ["720433000", "445455005", "720433000", "1"]
    let found = recogniser.recognise([
      column("Tool", codes), column("Measure", ["PHQ-9", "GAD-7 score", "SWEMWBS", "PHQ-9"]),
    ])
    #expect(found.forms.isEmpty && found.long.map(\.isSNOMED) == [true, false])
    #expect(found.long[0].scales.map(\.scale) == ["gad7", "phq9"] && found.long[0].unknown == 1)
    #expect(found.long[1].scales.map(\.scale) == ["gad7", "phq9", "swemwbs"])
    for heading in ["PHQ-9 score (720433000)", "Observation 720433000"] {
      let found = recogniser.recognise([column(heading, ["3", "9"])])
      #expect(found.forms.map(\.scale) == ["phq9"], "\(heading)")
    }
    let plain = recogniser.recognise([column("720433000", ["3", "9"])])
    #expect(plain.forms.first?.evidence.first == .snomed("720433000"))
  }

  @Test("unknown words are shown where they are few, and free text never is", .tags(.edge))
  func unknownWords() throws {
    func doubts(_ word: (Int) -> String) throws -> Recognition {
      var export = MadeUpExport()
      _ = export.plant(try items("phq9"), heading: { "phq9_\($0)" }) {
        ["Not at all", "Several days", "Nearly every day", "sort of"][$0]
      }
      export.add("phq9_remark") { word($0) }
      return recogniser.recognise(export.samples())
    }
    let found = try doubts { "Ann of Fictional Lane \($0)" }
    #expect(found.forms.first?.doubts.contains(.unknownWords(["sort of"], columns: 9)) == true)
    let json = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
    #expect(!json.contains("Fictional Lane"))

    var few = MadeUpExport()
    _ = few.plant(try items("phq9"), heading: { "phq9_\($0)" }) { "\($0)" }
    var samples = few.samples()
    samples[8].add("Secret remark of one person")
    let one = recogniser.recognise(samples)
    #expect(one.forms.first?.doubts == [.unknownWords([], columns: 1)])

    var export = MadeUpExport()
    for item in 1...9 { export.add("phq9_\(item)") { "Secret \(item) \($0)" } }
    let free = recogniser.recognise(export.samples())
    #expect(free.forms.isEmpty)
    #expect(!String(decoding: try JSONEncoder().encode(free), as: UTF8.self).contains("Secret"))
  }

  @Test("codes for no answer are no answers and no other coding")
  func missing() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("phq9"), heading: { "phq9_\($0)" }) { $0 == 2 ? "99" : "\($0)" }
    let form = try #require(recogniser.recognise(export.samples()).forms.first)
    #expect(form.coding.missing == ["99"] && form.coding.codedFrom == nil)
  }

  @Test("the order of rows changes nothing", .tags(.law))
  func rowOrder() throws {
    var export = MadeUpExport()
    export.addDecoys()
    for id in ["phq9", "swemwbs", "who5"] {
      _ = export.plant(try items(id), heading: { "\(id)_\($0)" }) { "\($0)" }
    }
    let once = recogniser.recognise(export.samples())
    #expect(once.forms.count == 3)
    #expect(once == recogniser.recognise(export.samples(reversed: true)))
  }

  @Test("parts of an instrument by name, and an instrument without a total")
  func parts() throws {
    let found = recogniser.recognise([
      column("ONS4 life satisfaction", ["7", "3"]), column("HADS-A", ["4"]),
      column("HADS depression (end)", ["12"]), column("DASS-21 total", ["20"]),
    ])
    #expect(
      found.forms.map(\.scale) == ["ons4.life-satisfaction", "hads.anxiety", "hads.depression"])
    #expect(found.forms.last?.occasion == "end")
    #expect(found.possible.first?.rivals.first?.scale == "dass21")
  }

  @Test(
    "14 columns in the words of SWEMWBS are WEMWBS or SWEMWBS twice; a second asking is told by its headings"
  )
  func twice() throws {
    let words = try items("swemwbs").words
    func columns(_ heading: (Int) -> String) -> [ColumnSample] {
      (0..<14).map { item in column(heading(item), (0..<20).map { words[($0 + item) % 5] }) }
    }
    let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "j", "k", "l", "n", "o", "p"]
    let open = recogniser.recognise(columns { "Made-up \(letters[$0])" })
    #expect(open.forms.isEmpty && open.possible.first?.together == [["swemwbs", "swemwbs"]])
    #expect(open.possible.first?.rivals.first?.scale == "wemwbs")
    let told = recogniser.recognise(
      columns { "Made-up \(letters[$0 % 7])?\($0 < 7 ? "" : "2")" })
    #expect(told.forms.map(\.scale) == ["swemwbs", "swemwbs"])
    #expect(told.forms.map(\.occasion) == ["first", "second"])
  }

  @Test("totals numbered by occasion, of a family, and of an item named beside others")
  func otherTotals() throws {
    let numbered = recogniser.recognise([
      column("PHQ9_1", ["14", "20", "7"]), column("PHQ9_2", ["4", "12", "27"]),
      column("GAD7 total 1", ["14"]), column("GAD7 total 2", ["20"]),
    ])
    #expect(numbered.forms.map(\.scale) == ["phq9", "phq9", "gad7", "gad7"])
    #expect(numbered.forms.map(\.occasion) == ["1", "2", "1", "2"])
    let family = recogniser.recognise([column("RAS total (pre)", ["90", "24"])])
    #expect(family.forms.isEmpty)
    #expect(family.possible.first?.rivals.map(\.scale) == ["ras20", "ras24"])
    let eq5d = recogniser.recognise(
      ["mobility", "care", "usual", "pain", "mood"].map { column("eq5d_\($0)", ["1", "5"]) }
        + [column("eq5d_vas", ["70", "100"])])
    #expect(eq5d.forms.map(\.scale) == ["eq5d5l"])
    #expect(eq5d.forms.first?.answers.columns.count == 6)
  }

  @Test("wemwbs_1 to wemwbs_7 could be the short form, which many call so")
  func shortForm() throws {
    var export = MadeUpExport()
    _ = export.plant(try items("swemwbs"), heading: { "wemwbs_\($0)" }) { "\($0)" }
    let found = recogniser.recognise(export.samples())
    #expect(found.forms.isEmpty)
    #expect(found.possible.first?.rivals.map(\.scale) == ["wemwbs", "swemwbs"])
  }

  @Test("no column, no row, no heading", .tags(.edge))
  func nothing() {
    #expect(recogniser.recognise([]) == Recognition())
    #expect(recogniser.recognise([column("", [])]).others == [0])
    let blank = recogniser.recognise((1...9).map { column("phq9_\($0)", []) })
    #expect(blank.forms.first?.doubts.contains(.noAnswers) == true)
  }
}
