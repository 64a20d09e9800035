/// Something of a project that could not be taken or given, and how often.
public struct QDALoss: Sendable, Hashable, Codable {
  /// What was lost.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case pictures
    case pdfs
    case recordings
    case textsElsewhere
    case textsUnreadable
    case regions
    case otherNotes
    case comments
    case links
    case sets
    case graphs
    case variables
    case colours
    case codesToCases
    case codesUnknown
    case placesEmpty
    case placesMoved
    case placesOutside
    case otherStories
    case otherCodes
    case orphans
    case dates
  }

  /// What was lost.
  public var kind: Kind
  /// How many of them.
  public var count: Int

  /// So many of a kind.
  public init(_ kind: Kind, _ count: Int) {
    self.kind = kind
    self.count = count
  }

  /// What was lost, and what became of it, for a person; no word of a file is in it.
  public var what: String {
    switch kind {
    case .pictures: "pictures, and what was coded in them"
    case .pdfs: "PDF pages; their text was taken where the file holds it"
    case .recordings: "recordings of sound or film, their transcripts and codings"
    case .textsElsewhere:
      "texts that are not in the file as plain text: export with plain text, inside the project"
    case .textsUnreadable: "texts that are not UTF-8"
    case .regions: "codings of a region of a page"
    case .otherNotes: "notes that belong to no coding"
    case .comments: "comments on a stretch without a code"
    case .links: "links between things"
    case .sets: "sets of codes or texts"
    case .graphs: "drawings of codes"
    case .variables: "values of variables: import them as a table"
    case .colours: "colours of codes"
    case .codesToCases: "codings that say which case a stretch is of"
    case .codesUnknown: "codings with a code that the file does not have"
    case .placesEmpty: "stretches without a letter in them"
    case .placesMoved: "stretches that left their text; cut to its ends and kept"
    case .placesOutside: "stretches outside their text, or without a place"
    case .otherStories: "codings of stories that are not given on"
    case .otherCodes: "codings with a code that is not in the codebook"
    case .orphans: "codings whose words do not stand in their story any more"
    case .dates: "times that are not written as in 2026-11-29T14:05:30Z"
    }
  }
}

/// Counts what is lost, in the order of the kinds.
struct QDALossCount {
  private var counts: [QDALoss.Kind: Int] = [:]

  init(_ losses: [QDALoss] = []) {
    for loss in losses { add(loss.kind, loss.count) }
  }

  mutating func add(_ kind: QDALoss.Kind, _ count: Int = 1) {
    counts[kind, default: 0] += count
  }

  var losses: [QDALoss] {
    QDALoss.Kind.allCases.compactMap { kind in
      counts[kind].flatMap { $0 > 0 ? QDALoss(kind, $0) : nil }
    }
  }
}
