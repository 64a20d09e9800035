import FurlongWorkflow
import Foundation

/// The list of stories.
extension StudyPages {
  func list(_ request: PageRequest) throws -> PageAnswer {
    let session = session
    let all: [StorySummary]
    do { all = try session?.summaries() ?? StoryDesk(workflow).summaries() } catch {
      // A study without stories still has problems and a report.
      let words = ErrorPresentation(error)
      return page(
        "list", title: "Stories", ["lacking": true, "what": words.what, "fix": words.fix])
    }
    let query = request.query
    let choice = Choice(rawValue: query["show"] ?? "") ?? .all
    let sought = (query["find"] ?? "").lowercased()
    let own = session?.coder ?? ""
    let found = all.filter { story in
      choice.takes(story, own) && (sought.isEmpty || story.id.lowercased().contains(sought))
    }
    let part = ListPart(found.count, query)
    let address = "/?show=\(choice.rawValue)&find=\(Route.escaped(sought))&page="
    return page(
      "list", title: "Stories",
      part.values(address: address).merging([
        "lacking": false, "progress": Self.progress(all),
        "choices": Choice.allCases.map { one in
          ["word": one.rawValue, "label": one.label, "chosen": one == choice] as [String: Any]
        },
        "find": query["find"] ?? "", "found": found.count, "isOne": found.count == 1,
        "first": session?.firstUnread.map { Route.path(of: $0) } ?? "",
        "hasFirst": session?.firstUnread != nil,
        "rows": found[part.range].map(Self.row),
      ]) { _, own in own })
  }

  /// Which stories are listed.
  private enum Choice: String, CaseIterable {
    case all, unread, read, closed

    var label: String {
      switch self {
      case .all: "all"
      case .unread: "that I have not read to the end"
      case .read: "that I have read"
      case .closed: "that nobody may read"
      }
    }

    func takes(_ story: StorySummary, _ coder: String) -> Bool {
      let isRead = story.coders.contains { $0.name == coder && $0.isRead }
      return switch self {
      case .all: true
      case .unread: story.closed == nil && !isRead
      case .read: isRead
      case .closed: story.closed != nil
      }
    }
  }

  /// How far each coder has come.
  private static func progress(_ all: [StorySummary]) -> [[String: Any]] {
    let open = all.filter { $0.closed == nil }
    var counts: [String: (read: Int, begun: Int)] = [:]
    for story in open {
      for coder in story.coders {
        counts[coder.name, default: (0, 0)].begun += 1
        if coder.isRead { counts[coder.name, default: (0, 0)].read += 1 }
      }
    }
    return counts.keys.sorted().map { name in
      let count = counts[name, default: (0, 0)]
      return [
        "name": name, "read": count.read, "of": open.count, "begun": count.begun - count.read,
        "hasBegun": count.begun > count.read,
      ]
    }
  }

  private static func row(_ story: StorySummary) -> [String: Any] {
    [
      "id": story.id, "address": Route.path(of: story.id), "open": story.closed == nil,
      "told": story.toldOn.map { "\($0)" } ?? "", "sentences": story.sentences,
      "closed": story.closed?.words ?? "",
      "coders": story.coders.map { coder -> [String: Any] in
        [
          "name": coder.name, "isRead": coder.isRead, "codings": coder.codings,
          "oneCoding": coder.codings == 1, "lost": coder.lost, "hasLost": coder.lost > 0,
        ]
      },
    ]
  }
}
