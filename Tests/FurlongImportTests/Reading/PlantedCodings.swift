import Foundation
import FurlongImport
import FurlongStudy
import FurlongTestSupport
import Testing

/// An export of one scale as a system would write it, with or without a fault; knows no rule of the import.
struct PlantedExport {
  enum Fault: CaseIterable {
    case none, fromOne, fromNothing, halfFromOne, turned, nines, wrongTotals, swapped, rawTotals,
      mixedTotals
  }

  /// A scale as its paper describes it.
  struct Form {
    var scale: String
    var items: Int
    var low: Int
    var high: Int
    var reversed: [Int] = []
  }

  static let forms = [
    Form(scale: "phq9", items: 9, low: 0, high: 3), Form(scale: "gad7", items: 7, low: 0, high: 3),
    Form(scale: "core10", items: 10, low: 0, high: 4, reversed: [2, 3]),
    Form(scale: "qpr15", items: 15, low: 0, high: 4),
    Form(scale: "swemwbs", items: 7, low: 1, high: 5),
    Form(scale: "wemwbs", items: 14, low: 1, high: 5), Form(scale: "k6", items: 6, low: 0, high: 4),
  ]

  var form: Form
  var fault: Fault
  var columns: [String]
  var lines: [String]
  var hasTotal: Bool
  var readsTotals: Bool
  /// Whether some value or total cannot be under the declared coding.
  var isVisible = false

  private struct Dice {
    var state: UInt64
    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(sides))
    }
  }

  init(seed: Int, fault: Fault) {
    var dice = Dice(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 99)
    for _ in 0..<4 { _ = dice.roll(7) }
    var form = Self.forms[dice.roll(Self.forms.count)]
    if fault == .turned { form = Self.forms[2] }
    readsTotals = fault == .rawTotals || fault == .mixedTotals
    if readsTotals { form = Self.forms[4] }
    self.form = form
    self.fault = fault
    hasTotal = !readsTotals && (fault == .turned || fault == .wrongTotals || dice.roll(2) == 0)
    if form.scale == "swemwbs" { hasTotal = false }
    let count = 30 + dice.roll(50)
    columns = readsTotals ? ["W"] : (1...form.items).map { "I\($0)" } + (hasTotal ? ["T"] : [])
    lines = []
    for person in 0..<count {
      // People differ, and use the whole of the scale.
      let level = dice.roll(form.high - form.low + 1)
      var answers = (1...form.items).map { item in
        let own = max(0, min(form.high - form.low, level + dice.roll(3) - 1))
        return form.reversed.contains(item) ? form.high - own : form.low + own
      }
      let total = answers.enumerated().map {
        form.reversed.contains($0 + 1) ? form.low + form.high - $1 : $1
      }.reduce(0, +)
      if readsTotals {
        let metric = [16: "16.36", 20: "18.59", 23: "20.73", 27: "24.11", 30: "27.03"]
        let raw = [16, 20, 23, 27, 30][dice.roll(5)]
        let isRaw = fault == .rawTotals || dice.roll(2) == 0
        lines.append(isRaw ? "\(raw)" : metric[raw] ?? "")
        if isRaw { isVisible = true }
        continue
      }
      var written = total
      switch fault {
      case .none, .rawTotals, .mixedTotals: break
      case .fromOne: answers = answers.map { $0 + 1 }
      case .fromNothing: answers = answers.map { $0 - 1 }
      case .halfFromOne: if person.isMultiple(of: 2) { answers = answers.map { $0 + 1 } }
      case .turned:
        for item in form.reversed { answers[item - 1] = form.low + form.high - answers[item - 1] }
      case .nines: if dice.roll(10) == 0 { answers[dice.roll(form.items)] = 99 }
      case .wrongTotals: if dice.roll(4) == 0 { written += 1 + dice.roll(3) }
      case .swapped: answers.swapAt(0, 1)
      }
      let isWithin = answers.allSatisfy { (form.low...form.high).contains($0) }
      let adds = answers.enumerated().map {
        form.reversed.contains($0 + 1) ? form.low + form.high - $1 : $1
      }.reduce(0, +)
      if !isWithin || (hasTotal && adds != written) { isVisible = true }
      lines.append((answers + (hasTotal ? [written] : [])).map(String.init).joined(separator: ","))
    }
  }

  func batch() throws -> ImportBatch {
    let what =
      readsTotals
      ? "total: W"
      : "items: [\(columns.filter { $0 != "T" }.joined(separator: ", "))]"
        + (hasTotal ? ", total: T" : "")
    let map = """
      furlong_map: 1
      reads: exports/test.csv
      holds: scores
      rows: one a person
      format: { delimiter: comma }
      person: [{ column: ID, kind: local_id }]
      scores:
        - { occasion: pre, scale: \(form.scale), \(what) }
      """
    let pre = Occasion(id: "pre", label: "pre", role: .baseline, window: nil)
    let rows = lines.enumerated().map { "P\($0),\($1)" }
    return try TestExport(map: map, plan: TestExport.plan(dayZero: .none, occasions: [pre]))
      .batch((["ID,\(columns.joined(separator: ","))"] + rows).joined(separator: "\n") + "\n")
  }
}

@Suite("Faults planted in invented exports")
struct PlantedCodingTests {
  /// Five hundred with the slow tests, a tenth of them with the others.
  private static let exports =
    ProcessInfo.processInfo.environment["FURLONG_SLOW"] == nil ? 50 : 500

  @Test("each with a fault that can be seen is told, and all wrong scores are kept out")
  func faults() throws {
    let faults = PlantedExport.Fault.allCases.filter { $0 != .none }
    var visible = 0
    for seed in 0..<Self.exports {
      let export = PlantedExport(seed: seed, fault: faults[seed % faults.count])
      guard export.isVisible else { continue }
      visible += 1
      let batch = try export.batch()
      #expect(!batch.problems.isEmpty, "seed \(seed), \(export.fault), \(export.form.scale)")
      switch export.fault {
      // Of all or half of the forms: the whole export is not read.
      case .fromOne, .fromNothing, .halfFromOne, .turned, .wrongTotals, .rawTotals, .mixedTotals:
        #expect(batch.stopped, "seed \(seed), \(export.fault), \(export.form.scale): \(batch.said)")
      // Single cells: those rows are set aside.
      case .nines: #expect(batch.stopped || batch.rowsSetAside > 0)
      case .none, .swapped: break
      }
    }
    #expect(visible > Self.exports * 7 / 10)
  }

  @Test("none without a fault is refused or warned of")
  func clean() throws {
    for seed in 1_000..<(1_000 + Self.exports) {
      let export = PlantedExport(seed: seed, fault: .none)
      let batch = try export.batch()
      #expect(batch.problems.isEmpty, "seed \(seed), \(export.form.scale): \(batch.said)")
      #expect(batch.rows.count == export.lines.count)
    }
  }
}
