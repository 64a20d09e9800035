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
      id: "certainty",
      heading: Question.certainty.heading,
      blocks: found.flatMap { step, found -> [Block] in
        // That arms are not compared is said once, on page one.
        let said = found.limits.filter { $0 != .armsNotCompared }
        let limits: Block =
          said.isEmpty
          ? .paragraph("The checks of this report found no limit beyond its design.")
          : .list(wording.sentences(said))
        let planned: [Block] =
          step.isAsPlanned ? [] : [.paragraph(Prose(step.plannedNote(material.days)))]
        return [
          limits,
          .paragraph(CertaintyWording(design: material.study.design).sentence(found.strength)),
        ] + planned
      })
  }
}
