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
    guard !limits.isEmpty else {
      return Prose.strong(material.comparison)
    }
    let wording = LimitWording(material)
    var sentences = limits.prefix(room).map { wording.sentence($0) }
    sentences[0] = Prose.strong(sentences[0])
    if limits.count > room {
      let all = NumberWording().count(limits.count)
      sentences.append(Prose("All \(all) limits stand under Question 8."))
    }
    return sentences.joined()
  }
}
