import FurlongDisclosure
import FurlongDocuments
import FurlongEvaluation

/// Says who is compared in two randomised arms.
struct ArmsWording {
  /// The fact of one thing about the comparison.
  var prefix: String
  let material: ReportMaterial

  /// `in the computer programme arm`.
  static func arm(_ group: GroupName) -> String { "in the \(group.label) arm" }

  /// `in the computer programme arm than in the usual care arm`.
  static func both(_ treated: GroupName, _ control: GroupName, _ word: String) -> String {
    "\(arm(treated)) \(word) \(arm(control))"
  }

  /// The fact of one measure.
  func fact(_ measure: String) -> String { "\(prefix).\(measure)" }

  /// `52 of 52 people and 45 of 48 people`.
  func among<Measures: FindingMeasure>(_ arms: ArmComparison<Measures, Released>) -> Prose {
    let people = material.people
    func part(_ arm: ArmComparison<Measures, Released>.Arm, _ name: String) -> Prose {
      people.among(
        arm.used, fact("\(name).n_used"), of: arm.eligible, fact("\(name).n_eligible"))
    }
    return "\(part(arms.treated, "treated")) and \(part(arms.control, "control"))"
  }

  /// `n = 52 + 45`, for a chart.
  func size<Measures: FindingMeasure>(_ arms: ArmComparison<Measures, Released>) -> String {
    let cells = [arms.treated, arms.control].map { material.people.cell($0.used, "").plainText }
    return "n = " + cells.joined(separator: " + ")
  }

  /// The numbers of people of both arms, for a table.
  func cells<Measures: FindingMeasure>(_ arms: ArmComparison<Measures, Released>) -> [Prose] {
    [(arms.treated, "treated"), (arms.control, "control")].flatMap { arm, name in
      [
        material.people.cell(arm.used, fact("\(name).n_used")),
        material.people.cell(arm.eligible, fact("\(name).n_eligible")),
      ]
    }
  }

  /// The heads of those cells.
  static func columns<Measures: FindingMeasure>(
    _ arms: ArmComparison<Measures, Released>, _ eligible: String
  ) -> [Table.Column] {
    [arms.treated, arms.control].flatMap { arm in
      [Table.Column("In \(arm.group.label)"), Table.Column("\(eligible) in \(arm.group.label)")]
    }
  }
}
