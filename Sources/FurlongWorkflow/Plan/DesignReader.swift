import FurlongEvaluation
import FurlongForms

/// Reads `study.design`: a word, or the arms of a randomised study.
///
/// ```
/// design: before-after
/// design: { randomised: treatment, control: TAU }
/// ```
enum DesignReader {
  /// The words that stand alone.
  private enum Alone: String, CaseIterable {
    case beforeAfter = "before-after"
    case armsApart = "arms-apart"
  }

  private static let example = "write 'design: { randomised: COLUMN, control: VALUE }'"

  /// Reads the design; its arms must be the two values of a column under `groups:`.
  static func read(
    _ node: FormNode, groups: [GroupPlan]
  ) throws(FormError) -> EvaluationPlan.Design {
    guard node.isTable else {
      if try node.text() == EvaluationPlan.Design.Word.randomised.rawValue {
        throw node.error(
          "a randomised design says which column holds the arm, and which value is the control",
          fix: example)
      }
      return switch try node.word(Alone.self) {
      case .beforeAfter: .beforeAfter
      case .armsApart: .armsApart
      }
    }
    return try node.table { table throws(FormError) in
      let columnNode = try table.required("randomised")
      let column = try columnNode.text()
      let controlNode = try table.required("control")
      let control = try controlNode.text()
      guard let group = groups.first(where: { $0.column == column }) else {
        let nearest =
          NearestWord(among: groups.map(\.column)).to(column).map { "; did you mean '\($0)'?" }
          ?? ""
        throw columnNode.error(
          "the arms are the values of column '\(column)', which is not under 'groups'" + nearest,
          fix: "add it there, with the words for both arms")
      }
      guard group.values.count == 2 else {
        throw columnNode.error(
          "two arms are compared, and '\(column)' has \(group.values.count) under 'groups'",
          fix: "name the two there, or write 'design: arms-apart'")
      }
      guard let treated = group.values.first(where: { $0.value != control }),
        group.values.contains(where: { $0.value == control })
      else {
        let values = group.values.map { "\($0.value) (\($0.label))" }.joined(separator: " or ")
        throw controlNode.error(
          "'\(column)' has no value '\(control)'",
          fix: "write the one of the control arm: " + values)
      }
      return .randomised(
        RandomisedArms(column: column, treated: treated.value, control: control))
    }
  }
}
