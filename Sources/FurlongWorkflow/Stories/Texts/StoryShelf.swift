import FurlongEvaluation
import FurlongImport
import FurlongStories
import FurlongStudy

/// The stories of a study with all their words, for those who code them: read from the exports each time, kept nowhere else.
struct StoryShelf {
  /// A story on the shelf.
  struct Story {
    /// As its export has it.
    var record: StoryRecord
    /// Its words.
    var text: StoryText
    /// Why nobody may read it; nil where coders may.
    var closed: StorySummary.Closed?
  }

  /// The stories in the order of the exports and their rows.
  let stories: [Story]
  private let places: [String: Int]

  /// Reads the stories of a study.
  ///
  /// - Throws: where an export of stories cannot be read, or none is there.
  init(workflow: Workflow, plan: StudyPlan) throws {
    let (key, _) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: workflow.folder.url, keep: false)
    let pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    let day = plan.evaluation.stories?.consentOn ?? workflow.today
    let corrections = try DecisionBook.read(workflow.folder).corrections(key: key)
    let exports = try ExportList(
      folder: workflow.folder, rules: [], corrections: corrections
    ).exports().filter { $0.kind == .stories }
    guard !exports.isEmpty else {
      throw WorkflowError(
        "no mapping holds stories, so there is nothing to code", at: "maps/",
        fix: "write a mapping with 'holds: stories'; `furlong init` writes an example")
    }
    var stories: [Story] = []
    let withdrawn = try WithdrawnStories(workflow.folder)
    for export in exports {
      let reading = try export.read(
        pseudonymiser: pseudonymiser, plan: plan, keepsAllWords: true
      ) { kept in
        guard let told = kept.row.story else { return }
        let record = withdrawn.applied(to: told)
        let text = StoryText(record.text)
        stories.append(
          Story(record: record, text: text, closed: Self.closed(record, text, on: day)))
      }
      if let stop = reading.batch.problems.first(where: { $0.severity == .stop }) {
        throw WorkflowError(stop.message, at: stop.file, fix: stop.fix)
      }
    }
    self.stories = stories
    places = Dictionary(
      stories.enumerated().map { ($0.element.record.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// A story.
  subscript(id: String) -> Story? { places[id].map { stories[$0] } }

  private static func closed(
    _ record: StoryRecord, _ text: StoryText, on day: CalendarDay
  ) -> StorySummary.Closed? {
    if record.withdrawnOn != nil { return .withdrawn }
    if !record.agreed.allows(.analysis) { return .noConsent }
    if let last = record.consentUntil, last < day { return .ended }
    return text.isBlank ? .noWords : nil
  }
}
