import FurlongDocuments
import FurlongStudy

/// Says what the plan asks for and the exports do not give.
struct GapWording {
  private let gaps: [DataGap]

  init(_ gaps: [DataGap]) { self.gaps = gaps }

  /// A list of them; nothing where nothing lacks.
  var blocks: [Block] {
    guard !gaps.isEmpty else { return [] }
    return [
      .paragraph("What the plan asks for and the exports do not give:"),
      .list(gaps.map { Prose(sentence($0)) }),
    ]
  }

  /// All of them, one after another; nil where nothing lacks.
  var sentences: Prose? {
    gaps.isEmpty ? nil : Prose(gaps.map(sentence).joined(separator: " "))
  }

  private func sentence(_ gap: DataGap) -> String {
    switch gap {
    case .neverScored(let scale):
      "\(scale): not one form that was read can be scored."
    case .notRead(let name): "\(name): no export was read that holds it."
    case .noForms(let occasion):
      "Forms \(occasion): none was found, though people have reached that time."
    case .noFormsOf(let scale, let occasion):
      "\(scale) \(occasion): no form was found, though there are forms of that time."
    case .betweenOccasions:
      "A fifth of the forms or more were filled in at times for which the plan does not ask; they are in no number."
    case .outsideWindows(let scale):
      "\(scale): half or more of its forms were filled in at times for which the plan does not ask; they are in no number."
    case .setAside(let kind):
      "Half or more of the rows of an export of \(words(kind)) are set aside, since they could not be read or are nobody’s in the register: they are in no number."
    case .likelyDuplicates:
      "Register: some of its rows may be of people who are in it already under another id; whoever is counts twice."
    case .nobodyIsKnown:
      "Whom the trust knows, and since when: no export says it, so whoever has no row in its records counts as having had nothing."
    case .notLinked:
      "Use of services of people who did not agree that their records be linked, or left it blank: they count among those who cannot be linked to an export, and what their forms say counts."
    case .inBothArms:
      "The arms: some people stand in both of them in the exports. Chance put each in one, and nothing says in which: they are in neither."
    case .noConsent: "Stories: none may be quoted, for want of a consent that holds, with its day."
    }
  }

  private func words(_ kind: ExportKind) -> String {
    switch kind {
    case .scores: "forms"
    case .attendance: "places at sessions"
    case .events: "use of services"
    case .stories: "stories"
    case .people, .caseload: "people"
    case .codings: "codings"
    case .units: "counts by month"
    }
  }
}
