import FurlongDocuments
import FurlongEvaluation

/// Question 8: what this cannot show.
struct CertaintySection {
  private let material: ReportMaterial

  init(_ material: ReportMaterial) { self.material = material }

  /// The section; nil where the plan does not ask.
  var section: Section? {
    let found = material.certainty
    guard !found.isEmpty else { return nil }
    let wording = LimitWording(material)
    return Section(
      id: "certainty", label: Question.certainty.label,
      heading: Question.certainty.heading,
      blocks: found.flatMap { step, found -> [Block] in
        let limits: Block =
          found.limits.isEmpty
          ? .paragraph("The checks of this report found no limit beyond its design.")
          : .list(wording.sentences(found.limits))
        let planned: [Block] =
          step.isAsPlanned ? [] : [.paragraph(Prose(step.plannedNote(material.days)))]
        return [
          limits,
          .paragraph(CertaintyWording(design: material.study.design).sentence(found.strength)),
        ] + planned
      })
  }
}
