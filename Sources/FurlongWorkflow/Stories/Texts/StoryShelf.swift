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
    /// Where its export has it, such as `exports/stories.csv:14`.
    var place: String
    /// The file in stories/ that holds its words; nil where the row holds them.
    var file: String?
  }

  /// The stories in the order of the exports and their rows.
  let stories: [Story]
  /// The study.
  let folder: StudyFolder
  private let places: [String: Int]
  /// Rows that hold the words of stories that were withdrawn.
  private let held: [String: [String]]

  /// Reads the stories of a study.
  ///
  /// - Throws: where an export of stories cannot be read, or none is there.
  init(workflow: Workflow, plan: StudyPlan) throws {
    let (key, _) = try workflow.keys.key(
      studyID: plan.cohort.studyID, outside: workflow.folder.url, keep: false)
    let pseudonymiser = try Pseudonymiser(key: key, studyID: plan.cohort.studyID)
    let day = plan.evaluation.stories?.consentOn ?? workflow.today
    let exports = try ExportList(folder: workflow.folder, rules: []).exports()
      .filter { $0.kind == .stories }
    guard !exports.isEmpty else {
      throw WorkflowError(
        "no mapping holds stories, so there is nothing to code", at: "maps/",
        fix: "write a mapping with 'holds: stories'; `furlong init` writes an example")
    }
    var stories: [Story] = []
    let withdrawn = try WithdrawnStories(workflow.folder)
    var held: [String: [String]] = [:]
    for export in exports {
      let reading = try export.read(
        pseudonymiser: pseudonymiser, plan: plan, keepsAllWords: true
      ) { kept in
        guard let told = kept.row.story else { return }
        let record = withdrawn.applied(to: told)
        if record != told, !told.text.isEmpty {
          held[told.id, default: []].append("\(export.file):\(kept.row.sourceRow)")
        }
        let text = StoryText(record.text)
        stories.append(
          Story(
            record: record, text: text, closed: Self.closed(record, text, on: day),
            place: "\(export.file):\(kept.row.sourceRow)", file: kept.storyFile))
      }
      if let stop = reading.batch.problems.first(where: { $0.severity == .stop }) {
        throw WorkflowError(stop.message, at: stop.file, fix: stop.fix)
      }
    }
    self.stories = stories
    self.held = held
    folder = workflow.folder
    places = Dictionary(
      stories.enumerated().map { ($0.element.record.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Where exports have the words of a story, such as `exports/stories.csv:14`.
  func places(holding id: String) -> [String] {
    if let held = held[id] { return held }
    return stories.filter { $0.record.id == id && !$0.record.text.isEmpty }.map(\.place)
  }

  /// The place of a story.
  func place(of id: String) -> Int? { places[id] }

  /// A story.
  subscript(id: String) -> Story? { places[id].map { stories[$0] } }

  private static func closed(
    _ record: StoryRecord, _ text: StoryText, on day: CalendarDay
  ) -> StorySummary.Closed? {
    if record.withdrawnOn != nil { return .withdrawn }
    if record.consentLevel < 1 { return .noConsent }
    if let last = record.consentUntil, last < day { return .ended }
    return text.isBlank ? .noWords : nil
  }
}
