import FurlongStudy
import FurlongWorkflow

/// Where a code is to be given, as a form says it: code points, sentences, or the whole story.
struct Place {
  let span: TextSpan?
  let words: String

  init(_ form: FormFields, in page: StoryPage) throws(WorkflowError) {
    if form["from"] == "whole" {
      (span, words) = (nil, "the whole story")
      return
    }
    if form["start"] != nil {
      guard let start = form.number("start"), let end = form.number("end"),
        let span = TextSpan(from: start, to: end)
      else { throw Self.unknown(page.id) }
      self.span = span
      let met = page.sentences.filter { $0.span.meets(span) }
      let isPart =
        met.first.map { $0.span.start < span.start } ?? false
        || met.last.map { span.end < $0.span.end } ?? false
      let place = met.isEmpty ? "the story" : Self.words(met[0].number...met[met.count - 1].number)
      words = isPart ? "words of \(place)" : place
      return
    }
    guard let from = form.number("from"), page.sentences.indices.contains(from - 1) else {
      throw Self.unknown(page.id)
    }
    let to = min(max(form.number("to") ?? from, from), page.sentences.count)
    span = page.sentences[from - 1].span.joined(with: page.sentences[to - 1].span)
    words = Self.words(from...to)
  }

  /// Sentences by their numbers.
  static func words(_ numbers: ClosedRange<Int>) -> String {
    numbers.count == 1
      ? "sentence \(numbers.lowerBound)"
      : "sentences \(numbers.lowerBound) to \(numbers.upperBound)"
  }

  private static func unknown(_ story: String) -> WorkflowError {
    WorkflowError(
      "there are no such words in the story", at: story, fix: "choose a sentence, then the code")
  }
}
