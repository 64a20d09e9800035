import FurlongDocuments
import FurlongEvaluation
import FurlongStudy

/// What stands around the numbers: the period, the makers, the decision and local words.
struct FrameAnswer {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The period and the day on which the data end.
  var period: Prose {
    let study = material.study
    let counted = "Time is counted from \(study.dayZero)."
    let registered = study.registered.map {
      "Registered from \(material.days.words($0.from)) to \(material.days.words($0.to))."
    }
    let cutOff = study.dataTo.map { "The data end \(material.days.when($0))." }
    guard registered != nil || cutOff != nil else {
      return
        "\(strong: "The exports have no dates, so neither a period nor a day on which the data end can be given.") \(counted)"
    }
    return
      "\(strong: Prose([registered, cutOff].compactMap { $0 }.joined(separator: " "))) \(counted)"
  }

  /// Who made and paid for it, and how those concerned were involved.
  var makers: Prose {
    let made = material.plan.preparedBy.filled.map { "Prepared by \($0.withoutFullStop)." }
    let paid = material.plan.fundedBy.filled.map { "Paid for by \($0.withoutFullStop)." }
    let first = made ?? "Who prepared it: not known."
    let second = paid ?? "Who paid for it: not known."
    let involvement = Optional(material.study.involvement).filled ?? "Not known"
    let involved =
      "How \(material.study.people.many) were involved: \(involvement.withoutFullStop)."
    return "\(strong: Prose(first)) \(second) \(involved)"
  }

  /// The decision that the report is asked to serve.
  var decision: Prose {
    guard let decision = material.plan.decision.filled else {
      return "The plan names no decision."
    }
    return Prose.strong(Prose("\(decision.withoutFullStop)."))
  }

  /// A person's words, or that nobody added any.
  var commentary: Prose {
    Prose(Optional(material.plan.commentary).filled ?? "No local commentary was added.")
  }
}

extension String? {
  /// The text without blanks at its ends; nil where nothing is left.
  fileprivate var filled: String? {
    guard let self else { return nil }
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
