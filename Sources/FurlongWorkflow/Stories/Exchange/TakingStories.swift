import Foundation
import FurlongStories
import FurlongStudy

/// Takes codings, or a codebook, from a file of another tool.
///
/// Stories are not taken: they come by exports, which say who told them and what was agreed to. A coder's codings of a story go into
/// `codings/NAME.csv` where nothing of theirs stands there yet.
struct TakingStories {
  let workflow: Workflow

  func read(_ file: URL) throws -> ExchangedStories {
    let name = file.lastPathComponent
    guard case .success(let bytes) = OpenFile.bytes(at: file.path) else {
      throw WorkflowError(
        "\(name) cannot be opened", at: name,
        fix: "check that it exists, that it is a file and that you may read it")
    }
    let project: QDAProject
    do throws(QDAError) {
      project = try QDAReader().read(bytes, name: name)
    } catch { throw WorkflowError(error) }
    let stem = name.split(separator: ".").first.map(String.init) ?? "imported"
    let taken = project.codedStories(codebook: Self.plain(stem))
    return taken.stories.isEmpty
      ? try takeCodebook(taken) : try take(taken, positions: project.positions)
  }

  private func takeCodebook(_ taken: CodedStories) throws -> ExchangedStories {
    let file = "codebooks/\(taken.codebook.id).yaml"
    guard
      try WholeFile.writeNew(
        Array(taken.codebook.text.utf8), to: workflow.folder.url.appendingPathComponent(file),
        permissions: 0o644)
    else {
      throw WorkflowError(
        "\(file) is there already, and is left as it is", at: file, fix: "move it away first")
    }
    return ExchangedStories(
      files: [file], stories: 0, codings: 0, positions: nil,
      lost: taken.losses.map { "\($0.count) \($0.what)" })
  }

  private func take(_ taken: CodedStories, positions: QDAPositions?) throws -> ExchangedStories {
    let plan = try workflow.plan()
    let codebook = try plan.requireCodebook()
    let shelf = try StoryShelf(workflow: workflow, plan: plan)
    var lost = Lost()
    var (stories, files, count): (Set<String>, [String], Int) = ([], [], 0)
    for coder in taken.codings.keys.sorted() {
      let name = Self.plain(coder)
      var file = try CoderFile(name, in: workflow.folder)
      for (id, codings) in Dictionary(grouping: taken.codings[coder] ?? [], by: \.story)
        .sorted(by: { $0.key < $1.key })
      {
        guard let story = shelf[id], story.closed == nil else {
          lost.elsewhere.insert(id)
          continue
        }
        guard file.stories[id] == nil else {
          lost.there += 1
          continue
        }
        let kept = codings.compactMap { coding -> Coding? in
          if case .code(let code, let anchor) = coding.mark {
            guard let ours = Self.ours(code, taken.codebook, codebook) else {
              lost.codes.insert(code)
              return nil
            }
            guard let span = anchor.hold(in: story.text).span,
              let again = TextAnchor(span, in: story.text)
            else {
              lost.places += 1
              return nil
            }
            var moved = coding
            moved.mark = .code(ours.id, again)
            return moved
          }
          guard let code = coding.code else { return coding }
          guard let ours = Self.ours(code, taken.codebook, codebook) else {
            lost.codes.insert(code)
            return nil
          }
          var whole = coding
          whole.mark = .whole(ours.id)
          return whole
        }
        guard !kept.isEmpty else { continue }
        try file.write(kept, of: id)
        stories.insert(id)
        count += kept.count { $0.code != nil }
        if files.last != file.file { files.append(file.file) }
      }
    }
    return ExchangedStories(
      files: files, stories: stories.count, codings: count,
      positions: positions.map { "the end of a stretch is \($0.ends.rawValue)" },
      lost: lost.words + taken.losses.map { "\($0.count) \($0.what)" })
  }

  /// What was not taken.
  private struct Lost {
    var elsewhere: Set<String> = []
    var codes: Set<String> = []
    var there = 0
    var places = 0

    var words: [String] {
      [
        (
          elsewhere.count,
          "stories that this study does not have, or that may not be read: stories come by exports"
        ),
        (
          codes.count,
          "codes that the study's codebook does not have: take the codebook (.qdc) first, or add them"
        ),
        (
          there,
          "stories of which the same coder's codings are here already; they were left as they are"
        ),
        (places, "codings whose words do not stand in the story here"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }
  }

  private static func ours(
    _ id: String, _ theirs: Codebook, _ ours: Codebook
  ) -> Codebook.Code? {
    ours.code(id) ?? theirs.code(id).flatMap { ours.meant(by: $0.label) }
  }

  /// A name with nothing in it that a file's name must not have.
  private static func plain(_ name: String) -> String {
    let plain = name.unicodeScalars.map { point -> Character in
      point.properties.isAlphabetic || ("0"..."9").contains(point) ? Character(point) : "-"
    }
    let trimmed = String(plain.prefix(40)).split(separator: "-").joined(separator: "-")
    return trimmed.isEmpty ? "unnamed" : trimmed
  }
}
