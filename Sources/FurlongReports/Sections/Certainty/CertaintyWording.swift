import FurlongDocuments
import FurlongEvaluation

/// Says how strong the design is on two published scales.
struct CertaintyWording {
  /// `level 2 of 5`.
  func nesta(_ strength: CertaintyFinding.Strength) -> Prose {
    level(strength.nesta, "certainty.nesta")
  }

  /// `level 1 of 5`.
  func maryland(_ strength: CertaintyFinding.Strength) -> Prose {
    level(strength.maryland, "certainty.maryland")
  }

  /// Both levels, and what keeps the study from the next.
  func sentence(_ strength: CertaintyFinding.Strength) -> Prose {
    "By its design the study stands at \(nesta(strength)) of Nesta’s Standards of Evidence and at \(maryland(strength)) of the Maryland Scientific Methods Scale. Why not the next level? \(strength.whyNotMore.withoutFullStop.capitalised)."
  }

  private func level(_ level: Int, _ fact: String) -> Prose {
    let number = ReportedNumber(
      NumberWording().count(level), fact: fact, value: .released(Double(level)))
    return "level \(number) of 5"
  }
}
