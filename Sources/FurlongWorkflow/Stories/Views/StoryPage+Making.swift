import FurlongDigests
import FurlongForms
import FurlongStories
import FurlongStudy

extension StoryPage {
  /// A story with somebody's codings.
  ///
  /// - Parameter among: the ids of the stories between which one goes back and forth.
  init(
    _ story: StoryShelf.Story, codings: [Coding], codebook: Codebook, among ids: [String]
  ) {
    let id = story.record.id
    let place = ids.firstIndex(of: id)
    self.init(
      id: id, number: (place ?? -1) + 1, of: ids.count, text: story.text.text,
      sentences: story.text.sentences.enumerated().map { number, span in
        Sentence(number: number + 1, span: span, words: story.text[span] ?? "")
      },
      codings: codings.compactMap { Shown($0, in: story.text, codebook: codebook) }.sorted {
        ($0.span?.start ?? -1, $0.span?.end ?? -1, $0.code)
          < ($1.span?.start ?? -1, $1.span?.end ?? -1, $1.code)
      },
      isRead: codings.contains { $0.mark == .read },
      previous: place.flatMap { $0 > 0 ? ids[$0 - 1] : nil },
      next: place.flatMap { $0 + 1 < ids.count ? ids[$0 + 1] : nil })
  }
}

extension StoryPage.Shown {
  /// A coding as it is shown; nil for the mark that a story was read.
  init?(_ coding: Coding, in text: StoryText, codebook: Codebook) {
    guard let id = coding.code else { return nil }
    let code = codebook.code(id)
    let span = coding.anchor.flatMap { $0.hold(in: text).span }
    self.init(
      id: coding.name, code: code?.id ?? id, label: code?.label ?? "\(id) (not in the codebook)",
      span: span, sentences: span.flatMap(text.sentenceNumbers), quote: coding.anchor?.quote ?? "",
      memo: coding.memo, isLost: coding.anchor != nil && span == nil, by: coding.by)
  }
}

extension StorySummary {
  /// A story with what each coder wrote down of it.
  ///
  /// - Parameter standing: those of a story's codings that still count.
  init(
    _ story: StoryShelf.Story, coders: [(name: String, file: CoderFile)],
    standing: ([Coding], String) -> [Coding] = { codings, _ in codings }
  ) {
    self.init(
      id: story.record.id, toldOn: story.record.toldOn, reviewedOn: story.record.reviewedOn,
      sentences: story.text.sentences.count,
      closed: story.closed,
      coders: coders.compactMap { coder in
        guard let written = coder.file.stories[story.record.id] else { return nil }
        let codings = standing(written, story.record.id)
        return StorySummary.Coder(
          name: coder.name, isRead: codings.contains { $0.mark == .read },
          codings: codings.count { $0.code != nil },
          lost: codings.count { $0.anchor.map { $0.hold(in: story.text).span == nil } ?? false })
      })
  }
}

extension Coding {
  /// What names it among a story's: made of what it is, so that it tells when it is no longer there.
  var name: String {
    let place = anchor.map { "\($0.span.start)-\($0.span.end)" } ?? "whole"
    return "\(place)-\(code ?? Coding.readWord)"
  }
}

extension CodeChoice {
  /// A code as it is offered.
  init(_ code: Codebook.Code, _ codebook: Codebook) {
    self.init(
      id: code.id, label: code.label, key: code.key, description: code.description,
      include: code.include, exclude: code.exclude, example: code.example,
      depth: codebook.depth(of: code))
  }
}

extension Codebook {
  /// The codes that may be given.
  var choices: [CodeChoice] { inUse.map { CodeChoice($0, self) } }

  /// An error about a word that means none of the codes.
  func unknown(_ word: String) -> WorkflowError {
    let near =
      NearestWord(among: inUse.flatMap { [$0.id, $0.label] }).to(word)
      .map { "did you mean '\($0)'? " } ?? ""
    return WorkflowError(
      "'\(word)' is no code of the codebook \(name)",
      fix: near + "The codes are "
        + inUse.map { "\($0.key ?? "") \($0.id)" }.joined(separator: ", "))
  }
}

extension StudyPlan {
  /// The codebook, without which nothing is coded.
  func requireCodebook() throws(WorkflowError) -> Codebook {
    if let codebook { return codebook }
    throw WorkflowError(
      "the plan names no codebook, so there are no codes to give", at: "study.yaml",
      fix:
        "add stories: { codebook: chime-d, agreement: cohen-kappa, quotes: { purpose: public report, reviewed: yes } }"
    )
  }
}

extension StoryPage {
  /// Where words stand in the story.
  func places(of words: String) -> [TextSpan] { StoryText(text).places(of: StoryText(words).text) }
}
