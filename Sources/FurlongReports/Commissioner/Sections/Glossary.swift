import FurlongDocuments
import FurlongEvaluation

/// The words of the report that a reader may want explained, only those that it uses.
struct Glossary {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The words and what they mean.
  var definitions: [Definition] {
    var list = [
      Definition(
        "Confidence interval",
        "The range of true values that the data fit. Of many ranges made in this way, the stated share (such as 95%) would hold the true value."
      )
    ]
    if !material.change.isEmpty || !material.serviceUse.isEmpty {
      list.append(
        Definition(
          "Fairly sure, not sure, cannot tell",
          "Fairly sure: the interval leaves out no change, and what corrects the number says the same. Not sure: the interval leaves it out, and what corrects the number does not. We cannot tell: the interval fits no change too. None of them speaks of the cause."
        ))
    }
    if !material.change.isEmpty {
      list.append(
        Definition("Median", "The middle value: as many are higher as are lower."))
      list.append(
        Definition(
          "Standard deviation",
          "How far the values typically lie from their average."))
      list.append(
        Definition(
          "Hedges’ g_av",
          "The mean change divided by the average standard deviation of before and after, corrected for few people."
        ))
    }
    if !material.meaning.isEmpty {
      list.append(
        Definition(
          "Reliable change",
          "A change of one person that is more than the questionnaire’s own measurement error would give in 95 of 100 people who have not changed."
        ))
    }
    if !material.serviceUse.isEmpty {
      list.append(
        Definition("Person-year", "365.25 days in which one person could have used the service."))
    }
    if material.reach.contains(where: { !$0.found.missing.isEmpty }) {
      list.append(
        Definition(
          "Standardised difference",
          "A difference of two averages or shares, divided by the spread that both groups share."))
    }
    if !material.experience.isEmpty {
      list.append(
        Definition(
          "Cohen’s kappa",
          "How far two coders agree beyond what chance would give: 0 is no more than chance, 1 is always."
        ))
    }
    return list
  }
}
