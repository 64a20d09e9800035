import FurlongImport

/// Rows that may be one person's, as a door shows them: exports and row numbers, no identifier.
public struct LikelyDuplicates: Encodable, Sendable, Equatable {
  /// Two rows.
  public struct Pair: Encodable, Sendable, Equatable {
    /// `exports/forms.csv:88` and the row of the register.
    public var rows: [String]
    /// Why they may be one person's, in a sentence.
    public var why: String
  }

  /// The pairs, the likeliest first.
  public var pairs: [Pair]
  /// Ids that are nobody's and one slip from those of several people: none is proposed.
  public var undecided: Int
}

/// Looks for rows that may be one person's.
struct DuplicatesStep {
  let workflow: Workflow

  func run() throws -> LikelyDuplicates {
    let deciding = try DecidingStep(workflow, maker: DecisionMaker(by: "", why: ""))
    let file = try deciding.studyFile()
    let found = try deciding.rows.likelyPairs(in: file)
    return LikelyDuplicates(
      pairs: found.pairs.map {
        LikelyDuplicates.Pair(
          rows: ["\($0.one.file):\($0.one.row)", "\($0.other.file):\($0.other.row)"],
          why: Self.words($0))
      }, undecided: found.undecided)
  }

  private static func words(_ pair: LikelyPair) -> String {
    let rows = pair.one.rows == 1 ? "1 row" : "\(pair.one.rows) rows"
    return switch pair.reason {
    case .nearIDsAndBirth: "same day of birth, and ids that are one slip of the hand apart"
    case .sameBirthAndRegistration:
      "same days of birth and registration, and nothing that differs"
    case .sameBirthAndKnown:
      "same day of birth, registered on different days, and all that is known of both is the same: perhaps one person who enrolled again"
    case .lookalike:
      "the id of \(rows) is nobody's, and that of one person save for letters in place of digits"
    case .nearID:
      "the id of \(rows) is nobody's, and one slip of the hand from that of one person who has no row in \(pair.one.file)"
    }
  }
}
