import FurlongDocuments
import FurlongEvaluation

/// Says how strong the design is on two published scales.
struct CertaintyWording {
  var design: EvaluationPlan.Design

  /// `level 2 of 5`.
  func nesta(_ strength: DesignStrength) -> Prose {
    level(strength.nesta, "certainty.nesta")
  }

  /// `level 1 of 5`.
  func maryland(_ strength: DesignStrength) -> Prose {
    level(strength.maryland, "certainty.maryland")
  }

  /// Both levels, and what keeps the study from the next.
  func sentence(_ strength: DesignStrength) -> Prose {
    "By its design the study stands at \(nesta(strength)) of Nesta’s Standards of Evidence and at \(maryland(strength)) of the Maryland Scientific Methods Scale. Why not the next level? \(whyNotMore)"
  }

  /// What would lift it a level: on Nesta's scale change is shown and not its cause, on Maryland's nobody is compared with.
  private var whyNotMore: String {
    switch design {
    case .beforeAfter:
      "Nobody is compared with: the same forms and records of similar people who did not come, over the same months, would lift it a level."
    case .armsApart:
      "Each arm is described by itself, which is a before-and-after study of each: comparing the arms as they were assigned would lift it."
    }
  }

  private func level(_ level: Int, _ fact: String) -> Prose {
    let number = ReportedNumber(
      NumberWording().count(level), fact: fact, value: .released(Double(level)))
    return "level \(number) of 5"
  }
}
