import FurlongStudy
import FurlongWorkflow
import Foundation
import Synchronization

/// Answers the requests that were let in: the pages on one study, and what one coder does in them.
///
/// Everything that is done is a call to Workflow; nothing is remembered here but who codes and what was said last.
final class StudyPages: Sendable {
  let workflow: Workflow
  let isReadOnly: Bool
  private let templates: PageTemplates
  let now: @Sendable () -> String
  private let state: Mutex<State>
  /// What works on the study file, one at a time.
  private let file = Mutex(())

  private struct State {
    var session: CodingSession?
    /// The same person looking stories through for names and places.
    var redacting: CodingSession?
    /// What happened last, for the next page of a browser without scripts.
    var said: String?
  }

  /// The pages on a study.
  ///
  /// - Parameters:
  ///   - coder: who codes; nil until they say it in the page.
  ///   - now: the time, as ISO 8601 says it.
  init(
    _ workflow: Workflow, coder: String?, isReadOnly: Bool, now: @escaping @Sendable () -> String
  ) throws {
    self.workflow = workflow
    self.isReadOnly = isReadOnly
    self.now = now
    templates = try PageTemplates()
    state = Mutex(
      State(session: try coder.map { try CodingSession(workflow, coder: $0, now: now) }))
  }

  /// The coder at work; nil where nobody said who codes.
  var session: CodingSession? { state.withLock { $0.session } }

  /// Answers a request that was let in.
  func answer(_ request: PageRequest) -> PageAnswer {
    guard let route = Route(request) else {
      return message("There is no such page here.", status: 404, request)
    }
    do {
      return try answer(route, request)
    } catch {
      let words = ErrorPresentation(error)
      let status =
        words.refused ? 403 : request.method == "POST" ? 409 : route.isOfStory ? 404 : 500
      return message([words.what, words.fix].filter { !$0.isEmpty }, status: status, request)
    }
  }

  private func answer(_ route: Route, _ request: PageRequest) throws -> PageAnswer {
    switch route {
    case .enter: return .onward(to: "/")
    case .style:
      return PageAnswer(200, "text/css; charset=utf-8", PackageResources.page_css)
    case .script:
      return PageAnswer(200, "text/javascript; charset=utf-8", PackageResources.page_js)
    case .stories: return try list(request)
    case .redactions: return try redactions(request)
    case .story(let desk, let id): return try story(id, on: desk)
    case .act(let desk, let act, let id): return try perform(act, on: id, request, desk)
    case .undo(let desk): return try undo(request, desk)
    case .addCode: return try addCode(request)
    case .coder:
      try begin(request.form["name"] ?? "")
      return .onward(to: "/")
    case .again:
      if let session { try begin(session.coder) }
      return .onward(to: "/")
    case .comparisons: return try comparisons(request)
    case .comparison(let id): return try comparison(id, request)
    case .settle(let id): return try settle(id, request)
    case .problems: return try problems()
    case .report: return page("report", title: "Report", ["made": !isReadOnly])
    case .draft: return try draft()
    }
  }

  /// Begins a coder's session: stories and codings are read anew.
  private func begin(_ coder: String) throws {
    let session = try CodingSession(
      workflow, coder: coder.trimmingCharacters(in: .whitespaces), now: now)
    state.withLock {
      $0.session = session
      $0.redacting = nil
    }
  }

  /// The session of whoever is at work.
  func session(on desk: Route.Desk) throws -> CodingSession {
    guard let session else {
      throw WorkflowError("nobody has said who codes", fix: "say it at the top of the list")
    }
    if desk == .coding { return session }
    if let redacting = state.withLock({ $0.redacting }) { return redacting }
    let redacting = try CodingSession.redacting(workflow, by: session.coder, now: now)
    return state.withLock { state in
      // Of two who come at once, one session stays.
      let kept = state.redacting ?? redacting
      state.redacting = kept
      return kept
    }
  }

  /// Goes on with a session of the same coder.
  func goOn(with session: CodingSession) { state.withLock { $0.session = session } }

  /// Keeps what happened for the next page.
  func say(_ words: String) { state.withLock { $0.said = words } }

  /// A page with what is the same on all of them.
  func page(
    _ template: String, title: String, status: Int = 200, _ values: [String: Any]
  ) -> PageAnswer {
    let said = state.withLock { state in
      defer { state.said = nil }
      return state.said
    }
    let common: [String: Any] = [
      "title": title, "study": workflow.folder.url.lastPathComponent,
      "coder": session?.coder ?? "", "hasCoder": session != nil, "readOnly": isReadOnly,
      "said": said ?? "", "at_\(template)": true,
    ]
    return .page(
      templates.render(template, common.merging(values) { _, own in own }), status: status)
  }

  /// A part of a page.
  func part(_ template: String, _ values: [String: Any]) -> String {
    templates.render(template, values)
  }

  /// A page that says one thing; as JSON to the page's own script.
  private func message(_ words: String..., status: Int, _ request: PageRequest) -> PageAnswer {
    message(words, status: status, request)
  }

  private func message(_ words: [String], status: Int, _ request: PageRequest) -> PageAnswer {
    let sentences = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }
    if request.wantsJSON { return .json(["message": sentences.joined(separator: " ")], status) }
    return page(
      "message", title: "Not done", status: status,
      ["sentences": sentences.map { ["sentence": $0] as [String: Any] }])
  }

  private func problems() throws -> PageAnswer {
    let found = try file.withLock { _ in try workflow.problems(keep: !isReadOnly) }
    return page("problems", title: "Problems", ProblemValues(found).values)
  }

  private func draft() throws -> PageAnswer {
    guard !isReadOnly else {
      throw WorkflowError(
        "a report is not made here with --read-only, since the study file is brought up to date for it",
        fix: "make it with `furlong report`", kind: .refused)
    }
    let bytes = try file.withLock { _ in try workflow.draftPage() }
    return PageAnswer(200, "text/html; charset=utf-8", bytes, policy: PageAnswer.reportPolicy)
  }
}

extension PageAnswer {
  /// An answer to the page's own script.
  static func json(_ values: [String: String], _ status: Int = 200) -> PageAnswer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let bytes = (try? encoder.encode(values)).map(Array.init) ?? Array("{}".utf8)
    return PageAnswer(status, "application/json; charset=utf-8", bytes)
  }
}
