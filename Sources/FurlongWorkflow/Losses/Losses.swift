import FurlongImport
import FurlongScales
import FurlongStore
import FurlongStudy

/// What is lost of the exports without any row being at fault: looked for when all of them are in.
///
/// Where an export stopped, nothing is said: what is missing may be in it.
struct Losses {
  /// What is told of them.
  private(set) var problems: [Problem] = []
  /// Those that touch the evidence, for the report.
  private(set) var gaps: [DataGap] = []
  /// Who is in the register and who in the exports; nil where nothing can be said yet.
  private(set) var links: ImportReport.Links?

  /// - Parameter registers: the rows of the registers of people.
  init(
    _ file: StudyFile, exports: [ExportList.Export], registers: StudyRows, plan: StudyPlan
  ) throws {
    let batches = try file.batches()
    guard !batches.contains(where: \.stopped) else { return }
    let found = try file.completeness(plan.cohort)
    let kept = KeptWords(exports.compactMap(\.source?.map), and: found.about)
    let read = ReadOutcomes(exports)
    let windows = LossOfWindows(found: found.forms, read: read, plan: plan)
    let all =
      try LossOfScales(
        found: found, read: read, batches: batches, plan: plan,
        told: try file.problems()
      ).losses
      + LossOfForms(
        found: found.forms, plan: plan.cohort,
        files: batches.filter { $0.kind == .scores }.map(\.file),
        isToldByScale: windows.areAll
      ).losses
      + windows.losses
      + LossOfPeople(found: found, kept: kept, plan: plan).losses
      + LossOfWords(kept: kept, plan: plan).losses
      + LossOfUnits(plan: plan.cohort, seen: found.units).losses
      + LossOfDuplicates(file: file, registers: registers).losses
    problems = all.map(\.problem)
    gaps = all.compactMap(\.gap) + Self.setAside(batches)
    let lacking = found.extracts.map { found.people - $0.linkable - $0.refused }.min() ?? 0
    if found.hasRegister {
      links = ImportReport.Links(
        register: found.everybody,
        exports: found.links.map {
          ImportReport.Links.Export(
            holds: $0.kind, people: $0.people, strangers: $0.strangers,
            withoutID: $0.kind == .events && lacking > 0 ? lacking : nil)
        })
    }
  }

  /// The kinds of exports of which half or more of the rows of one are set aside: whoever reads the numbers must know.
  private static func setAside(_ batches: [KeptBatch]) -> [DataGap] {
    let kinds: [ExportKind] = [.scores, .attendance, .events, .stories]
    return kinds.filter { kind in
      batches.contains {
        $0.kind == kind && $0.rowsRead > 9 && $0.rowsSetAside * 2 >= $0.rowsRead
      }
    }.map(DataGap.setAside)
  }
}

/// One loss: what is told of it, and what of it the report carries.
struct Loss {
  var problem: Problem
  var gap: DataGap?

  init(
    _ severity: Problem.Severity, _ code: ProblemCode, at file: String = "study.yaml",
    _ message: String, fix: String, gap: DataGap? = nil
  ) {
    problem = Problem(severity: severity, code: code, file: file, message: message, fix: fix)
    self.gap = gap
  }
}

/// What the mappings read: scales, parts of life and events, each with the exports that hold it.
struct ReadOutcomes {
  private(set) var files: [String: [String]] = [:]

  init(_ exports: [ExportList.Export]) {
    for export in exports {
      let named: [String] =
        switch export.source?.map.content {
        case .scores(let columns):
          columns.forms.map(\.scale) + columns.states.map(\.lifeOutcome)
        case .events(let columns): columns.rules.map(\.event)
        default: []
        }
      for name in Set(named) { files[name, default: []].append(export.file) }
    }
  }

  /// The exports in which a score stands, by its own id or its instrument's.
  func files(ofScale id: String, in catalogue: ScaleCatalogue) -> [String] {
    let owner = catalogue.instruments.first { $0.scales.contains { $0.id == id } }?.id
    return Set([id, owner].compactMap { $0 }.flatMap { files[$0] ?? [] }).sorted()
  }
}
