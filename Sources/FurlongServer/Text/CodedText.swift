import FurlongStudy
import FurlongWorkflow

/// A story cut into sentences and these into pieces, each with the lines under it: what the template of the text shows.
///
/// The words of all pieces and of what lies between the sentences, put together, are the story's text, sign for sign.
struct CodedText {
  /// A sentence in its row.
  struct Row {
    /// Its number, from 1.
    var number: Int
    /// Where it begins.
    var start: Int
    /// What stands before the first sentence.
    var lead: String
    /// Its words in pieces.
    var pieces: [Piece]
    /// What stands between it and the next.
    var gap: String
    /// The codings that it meets.
    var codings: [StoryPage.Shown]
    /// How many of them have no lane of their own.
    var deeper: Int
  }

  /// Words between two ends of codings.
  struct Piece {
    var words: String
    /// Each lane that is drawn under them, with the code in it.
    var lanes: [(lane: Int, code: String)]
  }

  /// The rows.
  let rows: [Row]

  /// A story as it is drawn.
  init(_ page: StoryPage) {
    let points = Array(page.text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: points[range])
      return String(view)
    }
    let lanes = TextLanes(page.codings.map(\.span))
    let spans = page.sentences.map(\.span)
    rows = spans.indices.map { place in
      let span = spans[place]
      let next = place + 1 < spans.count ? spans[place + 1].start : points.count
      let met = lanes.over(span)
      return Row(
        number: place + 1, start: span.start,
        lead: place == 0 ? words(0..<span.start) : "",
        pieces: lanes.pieces(of: span).map { piece in
          Piece(
            words: words(piece.start..<piece.end),
            lanes: lanes.over(piece).filter { $0.lane < TextLanes.drawn }
              .map { ($0.lane, page.codings[$0.number].code) })
        },
        gap: words(span.end..<next), codings: met.map { page.codings[$0.number] },
        deeper: met.count { $0.lane >= TextLanes.drawn })
    }
  }
}
