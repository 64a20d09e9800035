import FurlongDocuments
import FurlongEvaluation

/// What the study cannot show: the gravest limits, and where the others stand.
struct LimitsAnswer {
  private let material: ReportMaterial
  /// How many limits page one has room for.
  private let room = 3

  init(_ material: ReportMaterial) { self.material = material }

  /// The answer.
  var prose: Prose {
    let limits = material.certainty.flatMap(\.found.limits)
    let all = LimitWording(material).sentences(limits)
    var sentences = Array(all.prefix(room))
    guard let gravest = sentences.first else { return Prose.strong(material.comparison) }
    sentences[0] = Prose.strong(gravest)
    if all.count > room {
      let all = NumberWording().count(all.count)
      sentences.append(Prose("All \(all) limits stand under Question 8."))
    }
    return sentences.joined()
  }
}
