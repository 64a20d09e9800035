public import FurlongDisclosure
public import FurlongDocuments
import FurlongEvaluation
public import FurlongStudy

/// Makes the report of a study: page one, a section a question, and how it was made.
///
/// It takes released findings only, and writes nothing that is not in them or in the plan: the same
/// findings and plan give the same document.
public struct ReportComposer: Sendable {
  /// For whom, and what people add.
  public var plan: ReportPlan

  /// Whether the report is a draft, which is not kept as a release.
  public var isDraft: Bool

  /// The days of earlier releases that this one replaces.
  public var replaces: [CalendarDay]

  /// What stands on every page of a draft.
  public static let draftMark = "Draft: not a release, do not publish."

  /// A composer that follows a plan.
  public init(plan: ReportPlan, isDraft: Bool = false, replaces: [CalendarDay] = []) {
    self.plan = plan
    self.isDraft = isDraft
    self.replaces = replaces
  }

  /// Composes the report.
  ///
  /// - Parameter released: what the gate let pass.
  /// - Returns: the document, ready for any renderer.
  public func compose(_ released: ReleasedFindings) -> Document {
    let material = ReportMaterial(
      findings: released.findings, policy: released.policy, heldBack: released.heldBack,
      plan: plan)
    let study = material.study
    // Numbered as they stand: a plan asks some of the questions.
    let answered = Question.allCases.compactMap { section(of: $0, material) }
      .enumerated().map { place, section in
        var section = section
        section.label = "Question \(place + 1)"
        return section
      }
    let sections = answered + [ProvenanceSection(material).section].compactMap(\.self)
    return Document(
      title: study.title, kicker: kicker(study),
      lead: replacing(material.days),
      banner: banner(released.policy, study),
      blocks: PageOne(material).blocks
        + HeldBackBlocks(sections.map(Block.section)).readable)
  }

  private func section(of question: Question, _ material: ReportMaterial) -> Section? {
    switch question {
    case .reach: ReachSection(material).section
    case .change: ChangeSection(material).section
    case .meaning: MeaningSection(material).section
    case .lifeOutcomes: LifeOutcomesSection(material).section
    case .serviceUse: ServiceUseSection(material).section
    case .timeToEvent: TimeToEventSection(material).section
    case .unitRates: UnitRatesSection(material).section
    case .money: MoneySection(material).section
    case .feedback: FeedbackSection(material).section
    case .experience: ExperienceSection(material).section
    case .certainty: CertaintySection(material).section
    }
  }

  /// That an earlier release is withdrawn.
  private func replacing(_ days: DayWording) -> [Prose] {
    guard let last = replaces.last else { return [] }
    let days = replaces.map { Prose(days.words($0)) }.listed
    return replaces.count == 1 || replaces.allSatisfy { $0 == last }
      ? ["\(strong: "This report replaces that of \(days), which is withdrawn: use this one.")"]
      : ["\(strong: "This report replaces those of \(days), which are withdrawn: use this one.")"]
  }

  /// What must stand on every page.
  private func banner(_ policy: DisclosurePolicy, _ study: StudyDescription) -> String? {
    let invented = "Invented data. Nothing here is evidence about any real service or person."
    let marks = [isDraft ? Self.draftMark : nil, policy.mark, study.fictional ? invented : nil]
      .compactMap { $0 }
    return marks.isEmpty ? nil : marks.joined(separator: " ")
  }

  private func kicker(_ study: StudyDescription) -> String {
    let audience =
      switch plan.audience {
      case .commissioner: "for the commissioner"
      }
    return "Evaluation report · \(audience)" + (study.fictional ? " · invented data" : "")
  }
}
