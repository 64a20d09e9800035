import FurlongDocuments
import FurlongEvaluation

/// What it cost, and what the evidence supports for the decision that is asked, which the foot of the page names.
struct DecisionAnswer {
  private let material: ReportMaterial
  private let verdict: StudyVerdict

  init(_ material: ReportMaterial, _ verdict: StudyVerdict) {
    self.material = material
    self.verdict = verdict
  }

  /// What it cost.
  var cost: Prose {
    guard let (_, found) = material.money.first else { return "Not costed." }
    guard let window = found.windows.first, let book = window.books.first else {
      return
        "\(DeliveryWording(found, material).pageOne) \(strong: "What use of services cost is not priced")."
    }
    return MoneyWording(found, window, book, material).pageOne
  }

  /// What the evidence supports and does not.
  var support: Prose {
    let yes: Prose =
      verdict.supports.isEmpty
      ? none : verdict.supports.map { Prose(words($0)) }.listed.capitalised
    let no = verdict.doesNotSupport.map(words)
    return
      "\(strong: yes). Not: \(Prose(no.joined(separator: no.count == 2 ? " or " : ", ")))."
  }

  private var none: Prose {
    verdict.arms.isEmpty && verdict.armServices.isEmpty
      ? "No claim of change" : "No claim of a difference between the arms"
  }

  /// A claim, in few words.
  private func words(_ claim: StudyVerdict.Claim) -> String {
    let who = "those with both forms"
    func measures(_ scale: String) -> String { material.scale(scale)?.measures ?? scale }
    // What is worse the more there is of it is less, not better.
    func better(_ scale: String) -> String {
      if material.isNamedAlone(scale) { return "better scores on \(measures(scale))" }
      return material.scale(scale)?.higherIsBetter == false
        ? "less \(measures(scale))" : "better \(measures(scale))"
    }
    func worse(_ scale: String) -> String {
      if material.isNamedAlone(scale) { return "worse scores on \(measures(scale))" }
      return material.scale(scale)?.higherIsBetter == false
        ? "more \(measures(scale))" : "worse \(measures(scale))"
    }
    return switch claim {
    case .better(let scale): "\(better(scale)) among \(who)"
    case .worse(let scale): "\(worse(scale)) among \(who)"
    case .changed(let scale): "a change in \(measures(scale))"
    case .fell(let event): "fewer \(material.eventName(event))"
    case .rose(let event): "more \(material.eventName(event))"
    case .armBetter(let scale): "\(better(scale)) in the \(material.treatedArm) arm"
    case .armWorse(let scale): "\(worse(scale)) in the \(material.treatedArm) arm"
    case .armsDiffer(let scale): "a difference in \(measures(scale))"
    case .armFewer(let event):
      "fewer \(material.eventName(event)) in the \(material.treatedArm) arm"
    case .armMore(let event): "more \(material.eventName(event)) in the \(material.treatedArm) arm"
    case .causedDifference: "the assignment as its cause, for those who answered"
    case .holdsForThoseMissing: "the same for those missing"
    case .caused: "cause"
    case .savesMoney: "savings"
    }
  }
}
