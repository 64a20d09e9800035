public import FurlongEvaluation

extension ReleasedCount: Tabulated {
  /// Fills the printed count, or why there is none.
  public func fill(_ row: inout ResultRow, of measure: Measure) {
    row.estimate = number.map(Double.init)
    row.nUsed = number
    row.heldBack = heldBack
  }

  var heldBack: String {
    switch shown {
    case .exactly, .about: ""
    case .fewerThan(let limit): "fewer than \(limit)"
    case .withheld(let reason): reason.rawValue
    }
  }
}

extension ReleasedAnswer: Tabulated {
  /// Fills the printed number, or why there is none.
  public func fill(_ row: inout ResultRow, of measure: Measure) {
    row.nUsed = used.number
    row.nEligible = eligible.number
    row.count = parts?.exactly ?? parts?.count?.number.map(Double.init)
    row.of = parts?.of.number
    switch shown {
    case .number(let estimate):
      row.estimate = estimate.value
      row.stdError = estimate.standardError
      row.df = estimate.degreesOfFreedom
      row.confLow = estimate.interval?.low
      row.confHigh = estimate.interval?.high
      row.confLevel = estimate.interval?.level
      row.pValue = estimate.pValue
      if let method = estimate.method { row.fill(method) }
      row.note = estimate.caveats.map(\.note).joined(separator: "; ")
    case .fewerThan(let limit): row.heldBack = "fewer than \(limit)"
    case .notEstimable(let reason): row.note = reason.note
    case .withheld(let reason): row.heldBack = reason.rawValue
    }
  }
}
