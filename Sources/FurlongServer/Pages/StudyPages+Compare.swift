import FurlongWorkflow

/// What two coders found, side by side, and what is settled of it.
extension StudyPages {
  /// The stories that two coders have both read.
  func comparisons(_ request: PageRequest) throws -> PageAnswer {
    let desk = try StoryDesk(workflow)
    let names = desk.coderNames
    guard names.count > 1 else { return page("comparisons", title: "Compare", ["few": true]) }
    let (first, second) = try Self.pair(request.query, desk)
    let compared = try desk.readByBoth(first, second).map {
      try desk.compare(first, second, story: $0)
    }
    func choices(_ chosen: String) -> [[String: Any]] {
      names.map { ["name": $0, "chosen": $0 == chosen] }
    }
    return page(
      "comparisons", title: "Compare",
      [
        "few": false, "firsts": choices(first), "seconds": choices(second), "one": first,
        "other": second, "none": compared.isEmpty,
        "stories": compared.map { one -> [String: Any] in
          [
            "id": one.story.id, "isSettled": one.story.isRead,
            "address": Route.path(comparing: first, second, of: one.story.id),
            "rows": one.rows.count, "same": one.rows.count - one.disputes.count,
            "disputes": one.disputes.count,
          ]
        },
      ])
  }

  /// One story with what both found in it; what they do not agree on can be decided.
  func comparison(_ id: String, _ request: PageRequest) throws -> PageAnswer {
    let desk = try StoryDesk(workflow)
    let (first, second) = try Self.pair(request.query, desk)
    let compared = try desk.compare(first, second, story: id)
    let marks = CodeMarks(desk.codes)
    var disputes = 0
    let rows = compared.rows.map { row -> [String: Any] in
      let isDispute = row.state != .same
      defer { disputes += isDispute ? 1 : 0 }
      return [
        "key": marks.key(of: row.code), "line": marks.line(of: row.code) ?? 0, "label": row.label,
        "place": row.sentences.map(Place.words) ?? "the whole story", "state": Self.words(row, compared),
        "isDispute": isDispute, "n": disputes, "firsts": row.first.map(Self.coding),
        "seconds": row.second.map(Self.coding), "isSame": !isDispute,
        "choices": Self.choices(row, compared), "seen": Self.seen(row),
      ]
    }
    let settled = compared.story.codings.map { ["label": $0.label, "by": $0.by, "quote": $0.quote] }
    return page(
      "comparison", title: "Compare \(id)",
      [
        "id": id, "first": first, "second": second, "rows": rows, "noRows": rows.isEmpty,
        "sentences": compared.story.sentences.map { ["n": $0.number, "words": $0.words] as [String: Any] },
        "isSettled": compared.story.isRead, "settled": settled, "by": session?.coder ?? "",
        "canSettle": !isReadOnly && !compared.story.isRead && compared.isRead == [true, true],
        "unread": zip([first, second], compared.isRead).filter { !$1 }.map { ["name": $0.0] },
        "address": "/compare/\(Route.escaped(id))/settle",
        "back": Route.path(comparing: first, second),
      ])
  }

  /// Settles a story as its form says; what has changed since the form was shown is not settled.
  func settle(_ id: String, _ request: PageRequest) throws -> PageAnswer {
    let form = request.form
    let desk = try StoryDesk(workflow)
    let (first, second) = try Self.pair(form, desk)
    let compared = try desk.compare(first, second, story: id)
    let disputes = compared.disputes
    guard !compared.story.isRead, disputes.indices.allSatisfy({ form["seen\($0)"] == Self.seen(disputes[$0]) })
    else {
      throw WorkflowError(
        "the codings are not those that were shown, so nothing was settled", at: id,
        fix: "open the comparison again")
    }
    let kept = disputes.indices.compactMap {
      form["keep\($0)"].flatMap(StoryComparison.Kept.init(rawValue:))
    }
    _ = try CodingSession.settling(workflow, by: form["by"] ?? "", now: now)
      .settle(compared, keeping: kept)
    say("\(id) is settled")
    return .onward(to: Route.path(comparing: first, second))
  }

  /// The two coders that are compared: those named, or the first two.
  private static func pair(_ fields: FormFields, _ desk: StoryDesk) throws -> (String, String) {
    let names = desk.coderNames
    let first = fields["first"] ?? names.first ?? ""
    let second = fields["second"] ?? names.first { $0 != first } ?? ""
    guard first != second, names.contains(first), names.contains(second) else {
      throw WorkflowError("two coders are compared, each by their name", fix: "choose two of the coders")
    }
    return (first, second)
  }

  /// What was shown of a row, to tell whether it is still so.
  private static func seen(_ row: StoryComparison.Row) -> String {
    (row.first.map { "1 " + $0.id } + row.second.map { "2 " + $0.id }).joined(separator: " ")
  }

  private static func coding(_ shown: StoryPage.Shown) -> [String: Any] {
    ["quote": shown.quote, "memo": shown.memo, "hasMemo": !shown.memo.isEmpty, "isWhole": shown.quote.isEmpty]
  }

  private static func words(_ row: StoryComparison.Row, _ compared: StoryComparison) -> String {
    switch row.state {
    case .same: "both, on the same words"
    case .overlapping: "both, on words that only meet"
    case .onlyFirst: "\(compared.first) alone"
    case .onlySecond: "\(compared.second) alone"
    }
  }

  /// What can be kept of a row: with one coder's codings alone, these or nothing.
  private static func choices(
    _ row: StoryComparison.Row, _ compared: StoryComparison
  ) -> [[String: Any]] {
    let all: [(StoryComparison.Kept, String)] = [
      (.first, "\(compared.first)’s"), (.second, "\(compared.second)’s"), (.both, "both"),
      (.neither, "neither"),
    ]
    let offered =
      switch row.state {
      case .onlyFirst: all.filter { [.first, .neither].contains($0.0) }
      case .onlySecond: all.filter { [.second, .neither].contains($0.0) }
      case .same, .overlapping: all
      }
    return offered.map { ["word": $0.rawValue, "words": $1] }
  }
}
