import Foundation
import FurlongStore
import FurlongStudy
import FurlongTestSupport

/// A study file in a folder of its own, and short ways to say what exports hold.
struct StudyInHand {
  let folder: TestFolder
  let file: StudyFile
  var path: String { folder.url.path + "/study.furlong" }

  init() throws {
    folder = try TestFolder()
    file = try StudyFile.open(at: folder.url.path + "/study.furlong", studyID: "test")
  }

  /// Ingests batches and settles; the register first, as the workflow does.
  func keep(_ batches: [ImportBatch], hasRegister: Bool) throws {
    for batch in batches { _ = try file.ingest(batch, hasRegister: hasRegister) }
    try file.settle()
  }

  func select(_ plan: CohortPlan, required: Int = 1, threads: Int = 1) throws -> Cohort {
    try file.selectWithPeople(
      plan,
      requiredAnswers: Dictionary(
        uniqueKeysWithValues: (plan.scales + plan.askedOnce).map { ($0.scale, required) }),
      threads: threads
    ).cohort
  }
}

/// A day written as `2024-02-29`.
func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? CalendarDay(number: 0) }

/// A hash as the importer makes them; `salt` stands for the key.
func hash(_ kind: IdentifierKind, _ number: Int, salt: Int = 0) -> KeyedHash {
  let digits = String((number + 1) &* 2_654_435_761 &+ salt &* 40_503, radix: 16)
  return KeyedHash(kind: kind, hash: String(repeating: "0", count: 64 - digits.count) + digits)
}

func student(_ number: Int) -> KeyedHash { hash(.studentID, number) }
func nhs(_ number: Int) -> KeyedHash { hash(.nhsNumber, number) }

func row(_ number: Int, _ identifiers: [KeyedHash], _ fill: (inout ImportRow) -> Void = { _ in })
  -> ImportRow
{
  var row = ImportRow(sourceRow: number, identifiers: identifiers)
  fill(&row)
  return row
}

func batch(
  _ file: String, _ kind: ExportKind, _ rows: [ImportRow], coverage: EventCoverage? = nil,
  digest: String = "d"
) -> ImportBatch {
  ImportBatch(
    file: file, map: "maps/m.yaml", kind: kind, contentDigest: digest, ruleDigest: "r", rows: rows,
    rowsRead: rows.count, rowsSkipped: 0, rowsSetAside: 0, problems: [], coverage: coverage,
    stopped: false)
}

func registered(
  _ number: Int, _ identifiers: [KeyedHash], on: String, knownFrom: String? = "2000-01-01",
  left: String? = nil, about: [String: String] = [:]
) -> ImportRow {
  row(number, identifiers) {
    $0.registration = Registration(
      registeredOn: day(on), knownToTrustFrom: knownFrom.map(day), leftOn: left.map(day),
      ageBand: nil)
    $0.about = about
  }
}

func form(_ number: Int, _ who: KeyedHash, _ when: FormMoment, _ answers: FormAnswers)
  -> ImportRow
{
  row(number, [who]) {
    $0.forms = [FormRecord(scale: "swemwbs", moment: when, answers: answers)]
  }
}

func plan(
  registered: DayRange? = nil, dataTo: String? = "2025-08-31",
  criteria: [CohortPlan.Criterion] = [], dayZero: CohortPlan.DayZero = .firstRegistration,
  occasions: [Occasion] = [], scales: [String] = [], events: [String] = [],
  windows: [ServiceWindow] = []
) -> CohortPlan {
  CohortPlan(
    studyID: "test", fictional: true, registered: registered, dataTo: dataTo.map(day),
    criteria: criteria, dayZero: dayZero, dayZeroWords: "first registration", occasions: occasions,
    scales: scales.map { ScaleRequest(scale: $0, blankItemsAllowed: nil) },
    events: events.map { EventKind(id: $0, one: $0, many: $0 + "s", role: .primary) },
    windows: windows)
}

let baselineWindow = Occasion(
  id: "baseline", label: "at the start", role: .baseline,
  window: .init(from: -28, to: 28, nearestTo: 0))

let aYear = ServiceWindow(
  id: "12-months", label: "12 months", before: TimeLength(12, .months),
  after: TimeLength(12, .months))

func coverage(
  _ events: [String], from: String = "2020-01-01", to: String = "2025-08-31",
  _ meaning: NoRowsMeaning = .noneHappened, leaveFrom: [String] = []
) -> EventCoverage {
  EventCoverage(
    events: events, leaveFrom: leaveFrom, days: DayRange(from: day(from), to: day(to)),
    noRowsMeans: meaning)
}
