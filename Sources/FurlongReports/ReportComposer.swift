public import FurlongDisclosure
public import FurlongDocuments
import FurlongEvaluation

/// Makes the report of a study: page one, a section a question, and how it was made.
///
/// It takes released findings only, and writes nothing that is not in them or in the plan: the same
/// findings and plan give the same document.
public struct ReportComposer: Sendable {
  /// For whom, and what people add.
  public var plan: ReportPlan

  /// A composer that follows a plan.
  public init(plan: ReportPlan) { self.plan = plan }

  /// Composes the report.
  ///
  /// - Parameter released: what the gate let pass.
  /// - Returns: the document, ready for any renderer.
  public func compose(_ released: ReleasedFindings) -> Document {
    let material = ReportMaterial(
      findings: released.findings, policy: released.policy.sentence, gateNotes: released.notes,
      plan: plan)
    let study = material.study
    let sections: [Section?] = [
      ReachSection(material).section, ChangeSection(material).section,
      MeaningSection(material).section, ServiceUseSection(material).section,
      ExperienceSection(material).section, CertaintySection(material).section,
      ProvenanceSection(material).section,
    ]
    return Document(
      title: study.title, kicker: kicker(study), lead: [Prose(study.about)],
      banner: study.fictional
        ? "Invented data. Nothing here is evidence about any real service or person." : nil,
      blocks: [.answers(PageOne(material).answers)] + sections.compactMap { $0.map(Block.section) })
  }

  private func kicker(_ study: StudyDescription) -> String {
    let audience =
      switch plan.audience {
      case .commissioner: "for the commissioner"
      }
    return "Evaluation report · \(audience)" + (study.fictional ? " · invented data" : "")
  }
}
