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
    "By its design the study stands at \(nesta(strength)) of Nesta’s Standards of Evidence and at \(maryland(strength)) of the Maryland Scientific Methods Scale. \(whyNotMore(strength))"
  }

  /// What would lift it a level: on Nesta's scale change is shown and not its cause, on Maryland's nobody is compared with.
  private func whyNotMore(_ strength: DesignStrength) -> String {
    switch design {
    case .beforeAfter:
      "To go up a level, compare with the same forms and records of similar people who did not come, over the same months."
    case .armsApart:
      "Why not the next level? What is told of each arm is a before-and-after study of it: if chance made the arms, holding them against each other as they were assigned would lift it."
    case .randomised:
      strength.maryland == 5
        ? "Why not the next level? Chance made the arms and next to nobody of either is missing, which is the top of Maryland’s scale: the same result in an independent study would lift it on Nesta’s."
        : "Why not the next level? Chance made the arms, but more than one in twenty of an arm are missing, so that those left need not be alike: fewer missing would lift it on Maryland’s scale, the same result in an independent study on Nesta’s."
    }
  }

  private func level(_ level: Int, _ fact: String) -> Prose {
    let number = ReportedNumber(
      NumberWording().count(level), fact: fact, value: .released(Double(level)))
    return "level \(number) of 5"
  }
}
