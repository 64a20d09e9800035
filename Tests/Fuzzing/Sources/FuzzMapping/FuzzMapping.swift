import FurlongForms
import FurlongImport
import FurlongScales
import FurlongStudy
import FurlongTables
import Fuzzer

// A mapping, up to the first NUL, and behind it an export that is read through it: every row is kept, set aside or skipped.

let plan = CohortPlan(
  studyID: "invented", fictional: true, registered: nil, dataTo: CalendarDay(iso: "2025-08-31"),
  criteria: [], dayZero: .firstRegistration, dayZeroWords: "", occasions: [], scales: [],
  events: ["admission", "contact"].map { EventKind(id: $0, one: $0, many: $0, role: .primary) },
  windows: [])

/// Reads what libFuzzer made, once.
@_cdecl("LLVMFuzzerTestOneInput")
public func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let given = parts(bytes(start, count))
  guard let text = String(validating: given[0], as: UTF8.self) else { return 0 }
  let map: ExportMap
  do throws(FormError) {
    map = try ExportMap.read(text, file: "maps/f.map.yaml")
  } catch {
    expect(!error.fix.isEmpty, "an error says what to do")
    return 0
  }
  guard let scales = try? ScaleCatalogue.shipped(),
    let pseudonymiser = try? Pseudonymiser(key: [UInt8](0..<32), studyID: "invented")
  else { fatalError("the shipped scales can be read") }
  let reader = ExportReader(map: map, scales: scales, pseudonymiser: pseudonymiser, plan: plan)
  let export = given.count > 1 ? given[1] : []
  guard let table = try? CSVReader(format: map.format.csv).read(export, name: "f.csv") else {
    return 0
  }
  let batch = reader.map(
    table, file: "exports/f.csv", mapFile: "maps/f.map.yaml", contentDigest: "c",
    ruleDigest: "r")
  expect(!batch.stopped || batch.rows.isEmpty, "a batch that stopped keeps nothing")
  expect(
    batch.stopped
      || batch.rowsRead == batch.rows.count + batch.rowsSetAside + batch.rowsSkipped,
    "rows read are those kept, set aside and skipped")
  return 0
}
