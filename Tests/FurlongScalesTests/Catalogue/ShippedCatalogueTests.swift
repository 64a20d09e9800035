import FurlongScales
import FurlongTestSupport
import Testing

@Suite("The shipped catalogue")
struct ShippedCatalogueTests {
  let catalogue: ScaleCatalogue

  init() throws { catalogue = try ScaleCatalogue.shipped() }

  @Test("Three instruments, with their direction, range and items")
  func instruments() throws {
    #expect(catalogue.scales.map(\.id) == ["bdi2", "qpr15", "swemwbs"])
    let bdi2 = try catalogue.scale("bdi2")
    #expect(!bdi2.higherIsBetter && bdi2.itemCount == 21 && bdi2.scores == 0...63)
    let swemwbs = try catalogue.scale("swemwbs")
    #expect(swemwbs.higherIsBetter && swemwbs.itemCount == 7 && swemwbs.scores == 7...35)
    let qpr15 = try catalogue.scale("qpr15")
    #expect(qpr15.higherIsBetter && qpr15.itemCount == 15 && qpr15.scores == 0...60)
    #expect(
      catalogue.scales.map(\.measures) == ["depression", "personal recovery", "mental wellbeing"])
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

  @Test("Every figure names its source, and nothing unread is called checked")
  func sources() {
    for scale in catalogue.scales {
      #expect(!scale.source.isEmpty && !scale.licence.isEmpty && !scale.notChecked.isEmpty)
      for reliability in scale.reliabilities {
        #expect(!reliability.source.isEmpty)
        #expect(!reliability.checked || reliability.source.contains("doi:"))
      }
    }
  }

  @Test("An unknown id names the nearest and all that are known")
  func unknown() {
    #expect {
      _ = try catalogue.scale("swemwb")
    } throws: {
      "\($0)"
        == "no scale has the id 'swemwb'; did you mean 'swemwbs'? Known: bdi2, qpr15, swemwbs"
    }
  }

  @Test("An id is given once")
  func taken() throws {
    var own = catalogue
    let bdi2 = try catalogue.scale("bdi2")
    #expect(throws: ScaleError.idTaken(id: "bdi2")) { try own.add(bdi2) }
    var other = bdi2
    other.id = "aaa"
    try own.add(other)
    #expect(own.scales.map(\.id) == ["aaa", "bdi2", "qpr15", "swemwbs"])
  }
}
