import Foundation
import FurlongScales
import FurlongStudy
import FurlongTestSupport
import Testing

@Suite("The shipped catalogue")
struct ShippedCatalogueTests {
  let catalogue: ScaleCatalogue

  init() throws { catalogue = try ScaleCatalogue.shipped() }

  // The owners' guides and NHS England's published code, as docs/scales cites them.
  @Test(
    "Ranges, directions and items of those that colleges use most", .tags(.reference),
    arguments: [
      ("bdi2", false, 21, 0.0, 63.0), ("swemwbs", true, 7, 7, 35), ("wemwbs", true, 14, 14, 70),
      ("qpr15", true, 15, 0, 60), ("core10", false, 10, 0, 40), ("phq9", false, 9, 0, 27),
      ("gad7", false, 7, 0, 21), ("wsas", false, 5, 0, 40), ("k10", false, 10, 10, 50),
      ("who5", true, 5, 0, 100), ("dialog.quality-of-life", true, 8, 1, 7),
      ("ons4.anxious", false, 1, 0, 10), ("ons4.happy", true, 1, 0, 10),
      ("dass21.stress", false, 7, 0, 42),
    ])
  func structure(id: String, higher: Bool, items: Int, low: Double, high: Double) throws {
    let scale = try catalogue.scale(id)
    #expect(scale.higherIsBetter == higher && scale.itemCount == items)
    #expect(scale.scores == low...high)
  }

  @Test("ReQoL is read as a total, higher is better, as its reverse key is licensed")
  func licensed() throws {
    let reqol = try catalogue.scale("reqol10")
    #expect(reqol.higherIsBetter && reqol.rule == .total && reqol.scores == 0...40)
    #expect(try ScaleScorer(scale: reqol).score(.items([1, 2])) == nil)
    #expect(try ScaleScorer(scale: reqol).score(.total(31))?.score == 31)
  }

  @Test("What was published of a change, of those used most", .tags(.reference))
  func changes() throws {
    func points(_ id: String, _ kind: ChangeThreshold.Kind) throws -> [Double] {
      try catalogue.scale(id).changes.filter { $0.kind == kind }.compactMap {
        if case .points(let points) = $0.size { points } else { nil }
      }
    }
    #expect(try points("phq9", .reliable).contains(6))
    #expect(try points("gad7", .reliable).contains(4))
    #expect(try points("core10", .reliable).contains(6))
    #expect(try points("reqol10", .reliable).contains(5))
    #expect(try catalogue.scale("reqol10").cutOffs.contains { $0.score == 24 })
    #expect(try catalogue.scale("core10").cutOffs.contains { $0.score == 11 })
  }

  // Devlin and others 2018, doi:10.1002/hec.3564; doi:10.1016/j.jval.2026.03.008: computed from their tables by another program.
  @Test(
    "EQ-5D-5L by two value sets, each named", .tags(.reference),
    arguments: [
      ([1, 1, 1, 1, 2], 0.922, 0.959), ([1, 1, 1, 1, 3], 0.896, 0.874),
      ([1, 2, 3, 2, 1], 0.824, 0.820), ([2, 1, 2, 3, 2], 0.730, 0.812),
      ([3, 3, 3, 3, 3], 0.593, 0.604), ([5, 5, 5, 5, 4], -0.281, -0.489),
      ([5, 5, 5, 5, 5], -0.285, -0.567), ([1, 1, 1, 1, 1], 1, 1),
    ])
  func valueSets(profile: [Int], england: Double, kingdom: Double) throws {
    func value(_ set: String) throws -> Double? {
      try ScaleScorer(scale: catalogue.scale("eq5d5l.\(set)")).score(.items(profile))?.score
    }
    #expect(try value("england-2018") == england)
    #expect(try value("uk-2026") == kingdom)
  }

  @Test("Reliabilities by kind, as published", .tags(.reference))
  func reliabilities() throws {
    #expect(try catalogue.scale("bdi2").reliability(kind: "test-retest")?.coefficient == 0.93)
    #expect(try catalogue.scale("bdi2").reliability(kind: "alpha")?.coefficient == 0.92)
    #expect(try catalogue.scale("qpr15").reliability(kind: "test-retest")?.coefficient == 0.74)
    #expect(try catalogue.scale("qpr15").reliability(kind: "alpha")?.coefficient == 0.89)
    #expect(try catalogue.scale("qpr15").reliability(kind: "omega") == nil)
  }

  @Test("SWEMWBS's reliability is the one that SEM and SD imply", .tags(.reference))
  func impliedReliability() throws {
    // Shah and others 2018, doi:10.1186/s12955-018-1060-2: SEM 1.03, SD 3.921.
    let implied = 1 - (1.03 / 3.921) * (1.03 / 3.921)
    let shipped = try catalogue.scale("swemwbs").reliability(kind: "implied-by-sem")?.coefficient
    expectClose(try #require(shipped), implied, relative: 0.005)
    #expect(try catalogue.scale("swemwbs").reliability(kind: "implied-by-sem")?.error == 1.03)
    #expect(try catalogue.scale("bdi2").reliability(kind: "test-retest")?.error == nil)
  }

  @Test("Bands: both ends included; a gap belongs to none", .tags(.edge))
  func bands() throws {
    let bdi2 = try #require(try catalogue.scale("bdi2").bands)
    #expect(
      [0, 13, 14, 28, 29, 63].map { bdi2.band(of: $0)?.label } == [
        "minimal", "minimal", "mild", "moderate", "severe", "severe",
      ])
    #expect(bdi2.band(of: 13.5) == nil)
    let swemwbs = try #require(try catalogue.scale("swemwbs").bands)
    let table = try #require(try catalogue.scale("swemwbs").conversion)
    #expect(table.values.allSatisfy { swemwbs.band(of: $0) != nil })
    #expect(try catalogue.scale("qpr15").bands == nil)
  }

  @Test("A cut-off stands only where one was published")
  func cutOffs() throws {
    #expect(try catalogue.scale("bdi2").cutOff?.score == 14)
    #expect(try catalogue.scale("swemwbs").cutOff == nil)
    #expect(try catalogue.scale("qpr15").cutOff == nil)
  }

  @Test("Every figure names its source, and what is unknown is said to be so")
  func sources() throws {
    for instrument in catalogue.instruments {
      for scale in instrument.scales {
        #expect(!scale.source.isEmpty && !scale.licence.isEmpty && !scale.notChecked.isEmpty)
        let sources =
          scale.reliabilities.map(\.source) + scale.norms.map(\.source)
          + scale.changes.map(\.source) + scale.cutOffs.map(\.source)
          + [scale.bands?.source, scale.blanks.source].compactMap { $0 }
        #expect(sources.allSatisfy { !$0.isEmpty }, "\(scale.id)")
      }
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/FurlongScales/Catalogue").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }
    #expect(files.map { String($0.dropLast(5)) }.sorted() == catalogue.instruments.map(\.id))
    #expect(files.count >= 45)
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let scored = text.split(separator: "\n").count { $0.contains("scores:") && !$0.contains("#") }
      for key in ["reliabilities:", "norms:", "bands:", "cut_offs:", "changes:", "blank_items:"] {
        #expect(
          text.split(separator: "\n").count { $0.drop { $0 == " " }.hasPrefix(key) } >= scored,
          "\(file): every score says \(key) or not published")
      }
    }
  }

  @Test("An unknown id names the nearest and all that are known")
  func unknown() {
    #expect {
      _ = try catalogue.scale("swemwb")
    } throws: {
      "\($0)"
        == "no scale has the id 'swemwb'; did you mean 'swemwbs'? `furlong scales` lists the \(catalogue.scales.count) that are known"
    }
    #expect {
      _ = try catalogue.scale("dass21")
    } throws: {
      "\($0)"
        == "'dass21' has several scores and no total; write one of: dass21.depression, dass21.anxiety, dass21.stress"
    }
  }

  @Test("An id is given once")
  func taken() throws {
    var own = catalogue
    let bdi2 = try catalogue.instrument("bdi2")
    #expect(throws: ScaleError.idTaken(id: "bdi2")) { try own.add(bdi2) }
    var other = bdi2
    other.id = "aaa"
    try own.add(other)
    #expect(own.instruments.first?.id == "aaa")
    #expect(own.instruments.count == catalogue.instruments.count + 1)
  }
}
